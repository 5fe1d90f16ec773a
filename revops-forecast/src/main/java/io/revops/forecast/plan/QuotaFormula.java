package io.revops.forecast.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Quotas of territories by the formula of the RevOps guide, one method among several.
 *
 * <p>quota = addressable market × penetration × (1 + growth) × (experience years × capacity / 100) × (1 − 0.2 × competitor
 * strength), stretch = 1.2 × the unrounded quota, both in two decimals, half-even on the binary value; confidence is High if
 * the data quality is above 0.8. Bit for bit what the guide's Python gives. It ties to no target, asks nothing of a new rep
 * or of a market without customers, and grows without bound with experience: {@link QuotaPlanner} is the method to prefer.
 *
 * <p>In strict mode, the default, figures outside their range are refused; in lenient mode they are calculated with as Python
 * does, NaN and infinity included, and of two territories with one name the last is kept.
 */
public final class QuotaFormula {
    private static final double STRETCH = 1.2;
    private static final double COMPETITION = 0.2;

    private final FormulaChecking checking;
    private final double stretch;

    private QuotaFormula(FormulaChecking checking, double stretch) {
        this.checking = checking;
        this.stretch = stretch;
    }

    /** Strict, with a stretch of 1.2. */
    public static QuotaFormula standard() {
        return new QuotaFormula(FormulaChecking.STRICT, STRETCH);
    }

    /** The same with other checking. */
    public QuotaFormula with(FormulaChecking option) {
        return new QuotaFormula(option, stretch);
    }

    /** The same with another stretch factor, from 1. */
    public QuotaFormula withStretch(double factor) {
        if (!(factor >= 1 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("A stretch factor is " + factor + ". Maybe 1.2.");
        }
        return new QuotaFormula(checking, factor);
    }

    /**
     * The quotas of territories.
     *
     * @param growth year over year: 0.2 is 20 %
     * @throws InvalidPlanException in strict mode, if a figure is outside its range or two have one name
     */
    public FormulaQuotas of(List<TerritoryMarket> markets, double growth) {
        List<PlanFault> faults = new ArrayList<>();
        if (!Double.isFinite(growth)) {
            faults.add(new PlanFault(
                    PlanFaultCode.NOT_A_NUMBER, "", "growth", "The growth is " + growth + ". Maybe 0.2 for 20 %."));
        } else if (growth < -1) {
            faults.add(new PlanFault(
                    PlanFaultCode.OUT_OF_RANGE,
                    "",
                    "growth",
                    "The growth is " + growth + ", and a market cannot lose more than all of it. Maybe -1 or more."));
        }
        Map<String, FormulaQuota> quotas = new LinkedHashMap<>();
        for (TerritoryMarket market : markets) {
            check(market, faults);
            if (quotas.put(market.name(), quota(market, growth)) != null) {
                faults.add(new PlanFault(
                        PlanFaultCode.DUPLICATE,
                        market.name(),
                        "name",
                        "Two territories are named (" + market.name()
                                + "), and only the last one counts. Maybe name one of them otherwise."));
            }
        }
        if (checking == FormulaChecking.STRICT && !faults.isEmpty()) {
            throw new InvalidPlanException(faults);
        }
        List<PlanFault> warnings = new ArrayList<>(faults);
        quotas.values().forEach(q -> suspect(q, warnings));
        return new FormulaQuotas(quotas, warnings);
    }

    /** In the order in which Python multiplies, which decides the last bit. */
    private FormulaQuota quota(TerritoryMarket market, double growth) {
        return new FormulaQuota(
                market,
                market.totalAddressableMarket() * market.currentPenetration(),
                1 + growth,
                market.repExperienceYears() * market.repCapacity() / 100,
                1 - market.competitorStrength() * COMPETITION,
                stretch);
    }

    private static void check(TerritoryMarket market, List<PlanFault> faults) {
        double[] figures = market.figures();
        double[] highest = {Double.MAX_VALUE, 1, Double.MAX_VALUE, Double.MAX_VALUE, 1, 1};
        for (int i = 0; i < figures.length; i++) {
            String field = TerritoryMarket.fields().get(i);
            if (!Double.isFinite(figures[i])) {
                faults.add(new PlanFault(
                        PlanFaultCode.NOT_A_NUMBER,
                        market.name(),
                        field,
                        "The " + field + " of (" + market.name() + ") is " + figures[i]
                                + ". Maybe leave the territory out until it is known."));
            } else if (figures[i] < 0 || figures[i] > highest[i]) {
                faults.add(new PlanFault(
                        PlanFaultCode.OUT_OF_RANGE,
                        market.name(),
                        field,
                        "The " + field + " of (" + market.name() + ") is " + figures[i] + ". Maybe a number from 0"
                                + (highest[i] == 1 ? " to 1." : " up.")));
            }
        }
    }

    private static void suspect(FormulaQuota quota, List<PlanFault> warnings) {
        String name = quota.market().name();
        if (quota.capacityFactor() == 0) {
            warnings.add(
                    suspicion(name, "rep_experience_years", "gets 0, since nobody there has experience or capacity"));
        } else if (quota.capacityFactor() > 1) {
            warnings.add(suspicion(
                    name,
                    "rep_experience_years",
                    "is asked for " + quota.capacityFactor() + " times its market, since experience has no upper end"));
        }
        if (quota.market().currentPenetration() == 0) {
            warnings.add(suspicion(name, "current_penetration", "gets 0, though all of its market is still open"));
        }
    }

    private static PlanFault suspicion(String name, String field, String what) {
        return new PlanFault(
                PlanFaultCode.SUSPICIOUS,
                name,
                field,
                "The territory (" + name + ") " + what + ". Maybe plan its quota with QuotaPlanner.");
    }
}
