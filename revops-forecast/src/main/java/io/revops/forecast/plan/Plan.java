package io.revops.forecast.plan;

import io.revops.book.Quota;
import io.revops.forecast.Forecast;
import io.revops.metric.Explanation;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Quotas that add up: for every unit of an organisation, what it is asked to sell in a year and in each of its months.
 *
 * <p>On every level the quotas add up to those above, to the cent, by year and by month; where a level is over-assigned, to
 * target × the over-assignments down to it, to the cent of the year.
 */
public final class Plan {
    private final QuotaPlanner planner;
    private final List<PlanUnit> units;
    private final Map<String, UnitQuota> quotas = new LinkedHashMap<>();
    private final Map<String, List<UnitQuota>> below = new LinkedHashMap<>();

    Plan(QuotaPlanner planner, List<PlanUnit> units, List<UnitQuota> rows) {
        this.planner = planner;
        this.units = List.copyOf(units);
        for (UnitQuota row : rows) {
            quotas.put(row.id(), row);
            row.parent()
                    .ifPresent(p ->
                            below.computeIfAbsent(p, id -> new ArrayList<>()).add(row));
        }
    }

    /**
     * A plan that was made before, as it was written down.
     *
     * @param planner what it was made with
     * @param units the organisation
     * @param quotas one of the company, first, and one of each unit, each before those below it
     * @throws IllegalArgumentException if they do not belong together or do not add up
     */
    public static Plan of(QuotaPlanner planner, List<PlanUnit> units, List<UnitQuota> quotas) {
        PlannerCheck.of(planner, units, planner.closed());
        Plan plan = new Plan(planner, units, quotas);
        WrittenPlan.check(plan, quotas);
        return plan;
    }

    /** What it was made with: options, target, what was closed. */
    public QuotaPlanner planner() {
        return planner;
    }

    /** The organisation that it was made for. */
    public List<PlanUnit> units() {
        return units;
    }

    public Money target() {
        return planner.target();
    }

    /** The plan's span. */
    public Span year() {
        return planner.year();
    }

    /** The months that it gives quotas for. */
    public List<Span> months() {
        return planner.open().months();
    }

    /**
     * What the company gives out: target × (1 + over-assignment), unless more than that was closed already. What levels carry
     * that are over-assigned by themselves, {@link #byKind()} tells.
     */
    public Money assigned() {
        return company().amount();
    }

    /** Every unit's quota, each before those below it, siblings by id. */
    public List<UnitQuota> quotas() {
        return List.copyOf(quotas.values());
    }

    /** The quota of the whole. */
    public UnitQuota company() {
        return quota(Branch.ROOT);
    }

    /** The quotas of those with nobody below. */
    public List<UnitQuota> leaves() {
        return quotas.values().stream().filter(UnitQuota::leaf).toList();
    }

    /** The quotas below a unit. */
    public List<UnitQuota> below(String id) {
        quota(id);
        return List.copyOf(below.getOrDefault(id, List.of()));
    }

    /** The quota of a unit. */
    public UnitQuota quota(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "There is no unit (" + id + ") in the plan. Maybe one of " + quotas.keySet() + "."));
    }

    /** The quota of a unit, if it is in the plan. */
    public Optional<UnitQuota> find(String id) {
        return Optional.ofNullable(quotas.get(id));
    }

    /** What all units of a kind carry together, the uppermost kind first; of a kind inside itself, the outer ones. */
    public Map<String, Money> byKind() {
        Map<String, Money> sums = new LinkedHashMap<>();
        quotas.values().stream().filter(this::isOuter).forEach(q -> sums.merge(q.kind(), q.amount(), Money::plus));
        return Collections.unmodifiableMap(sums);
    }

    private boolean isOuter(UnitQuota quota) {
        Optional<UnitQuota> above = quota.parent().flatMap(this::find);
        while (above.isPresent() && !above.get().kind().equals(quota.kind())) {
            above = above.get().parent().flatMap(this::find);
        }
        return above.isEmpty();
    }

    /** What everybody carries who carries something, of all units with that person, by name. */
    public Map<String, Money> byPerson() {
        Map<String, Money> sums = new TreeMap<>();
        leaves().forEach(q -> sums.merge(q.person(), q.amount(), Money::plus));
        return sums;
    }

    /** The quotas of a unit by quarters of the plan's year, from its first whole or broken one; they add up to its rest. */
    public List<Money> quarters(String id) {
        List<Money> months = quota(id).months();
        int gone = planner.year().months().size() - months.size();
        List<Money> quarters = new ArrayList<>();
        for (int m = 0; m < months.size(); m++) {
            if (m == 0 || (gone + m) % 3 == 0) {
                quarters.add(months.get(m));
            } else {
                quarters.set(
                        quarters.size() - 1, quarters.get(quarters.size() - 1).plus(months.get(m)));
            }
        }
        return List.copyOf(quarters);
    }

    /**
     * The quotas of those with nobody below as facts of a book, for its metrics and attainments: by month, quarter or year of
     * the calendar, of the months that the plan gives out; whoever carries a unit is the rep of that id. What is 0 is left
     * out.
     */
    public List<Quota> facts(Cadence cadence) {
        return PlanFacts.of(this, cadence);
    }

    /** Why a unit's quota is what it is. */
    public Explanation explain(String id) {
        return PlanExplanation.of(this, quota(id));
    }

    /** What somebody carries who works for several units and whose quota repeats theirs. */
    public OverlayQuota overlay(Overlay overlay) {
        return overlay.of(this);
    }

    /** The plan beside another one of the same year, with the difference explained. */
    public PlanComparison since(Plan earlier) {
        return PlanComparison.of(earlier, this);
    }

    /**
     * How likely the plan is: the chance of the target and, where the forecast has a part with the id of a unit, of its quota.
     *
     * @param forecast of the whole, over the plan's year, in its currency
     */
    public PlanOutlook against(Forecast forecast) {
        return PlanOutlook.of(this, forecast);
    }

    /**
     * How likely the plan is, when each unit has a forecast of its own; the whole is their sum, world by world.
     *
     * @param forecasts by the id of a unit without others below
     */
    public PlanOutlook against(Map<String, Forecast> forecasts) {
        return PlanOutlook.of(this, forecasts);
    }

    /** The tree, a unit a line. */
    @Override
    public String toString() {
        return PlanExplanation.tree(this);
    }
}
