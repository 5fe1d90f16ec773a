package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Somebody who sells with several units and whose quota repeats theirs: a sales engineer, a product specialist, a partner
 * manager. It is in no sum.
 *
 * @param id names it
 * @param share of the quotas of the units it works for, above 0: 1 repeats them whole, 0.3 is the part that its product has
 * @param units the units it works for, none inside another
 */
public record Overlay(String id, BigDecimal share, List<String> units) {
    public Overlay {
        Objects.requireNonNull(id, "id");
        units = List.copyOf(units);
        if (share.signum() <= 0) {
            throw new IllegalArgumentException(
                    "The overlay (" + id + ") has a share of " + share + ". Maybe 1 for the whole quota of its units.");
        }
        if (units.isEmpty()) {
            throw new IllegalArgumentException("The overlay (" + id + ") works for nobody. Maybe name its units.");
        }
    }

    /** Works for units with a share of their quotas. */
    public static Overlay of(String id, double share, String... units) {
        if (!Double.isFinite(share)) {
            throw new IllegalArgumentException("The overlay (" + id + ") has a share of " + share + ". Maybe 1.");
        }
        return new Overlay(id, BigDecimal.valueOf(share), List.of(units));
    }

    OverlayQuota of(Plan plan) {
        List<Money> months = new ArrayList<>();
        Money sum = Money.zero(plan.target().currency());
        for (int i = 0; i < units.size(); i++) {
            UnitQuota quota = plan.quota(units.get(i));
            apart(plan, i);
            sum = sum.plus(quota.amount());
            for (int m = 0; m < quota.months().size(); m++) {
                if (months.size() == m) {
                    months.add(quota.months().get(m));
                } else {
                    months.set(m, months.get(m).plus(quota.months().get(m)));
                }
            }
        }
        Money covered = sum;
        Money closed = covered.minus(months.stream().reduce(Money::plus).orElseThrow());
        Money amount = times(covered);
        BigDecimal[] weights = months.stream().map(Money::amount).toArray(BigDecimal[]::new);
        List<Money> shares = new ArrayList<>();
        for (BigInteger month : Allotment.overTime(Cents.of(amount.minus(times(closed))), weights)) {
            shares.add(Cents.money(month, amount.currency()));
        }
        return new OverlayQuota(this, amount, covered, shares);
    }

    /** Refuses a unit that is there twice, or inside another. */
    private void apart(Plan plan, int at) {
        String unit = units.get(at);
        for (int i = 0; i < units.size(); i++) {
            if (i != at && (units.get(i).equals(unit) || inside(plan, units.get(i), unit))) {
                throw InvalidPlanException.of(
                        PlanFaultCode.DUPLICATE,
                        id,
                        "units",
                        "The overlay (" + id + ") counts (" + units.get(i) + ") and (" + unit
                                + "), of which one holds the other. Maybe leave one out.");
            }
        }
    }

    private Money times(Money amount) {
        int digits = Math.max(0, amount.currency().getDefaultFractionDigits());
        return Money.of(amount.amount().multiply(share).setScale(digits, RoundingMode.HALF_UP), amount.currency());
    }

    private static boolean inside(Plan plan, String id, String outer) {
        String at = id;
        while (plan.quota(at).parent().isPresent()) {
            at = plan.quota(at).parent().get();
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
