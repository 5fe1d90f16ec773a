package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns a company's target into quotas that add up: down a tree of regions, segments, teams, territories and reps, to the
 * cent on every level.
 *
 * <p>What is given out is target × (1 + over-assignment), half-up to the cent, less what is closed already. Where levels have
 * over-assignments of their own, each carries target × their product, half-up to the cent, and is shared out by itself: all in
 * the same proportions, floors and ceilings counted up with it. Each level shares
 * its amount out by weight: a leaf's measure (potential, history, capacity) × how much of a full rep is there over the plan's
 * months, by season; a parent's is the sum of those below unless it has its own. A blend adds the shares of its bases. Floors
 * and ceilings, on any level, are kept always; where none binds, shares are proportional. Cents are shared out by Webster's
 * rounding, which is monotone in the target and does not know the order of anything: where two have the same claim to a cent,
 * the first by id has it.
 *
 * <p>There is a plan exactly if the limits can be kept; otherwise {@link Infeasible} names those that bind and the least
 * movement that would do. Figures that mean nothing throw {@link InvalidPlanException}, all at once.
 */
public final class QuotaPlanner {
    private final Money target;
    private final Span year;
    private final OverAssignment over;
    private final Blend blend;
    private final Seasonality seasonality;
    private final RampCurve curve;
    private final LocalDate from;
    private final Map<String, Money> closed;

    private QuotaPlanner(Builder b) {
        target = b.target;
        year = b.year;
        over = b.over;
        blend = b.blend;
        seasonality = b.seasonality;
        curve = b.curve;
        from = b.from;
        closed = Collections.unmodifiableMap(new TreeMap<>(b.closed));
    }

    /**
     * By potential, without over-assignment, every month the same, new reps selling from the first day.
     *
     * @param year the plan's span, of whole months
     */
    public static QuotaPlanner of(Money target, Span year) {
        return new QuotaPlanner(new Builder(Objects.requireNonNull(target, "target"), wholeMonths(year)));
    }

    /** A span that a plan can have. */
    static Span wholeMonths(Span year) {
        if (year.isEmpty()
                || !year.from().equals(Cadence.MONTH.floor(year.from()))
                || !year.to().equals(Cadence.MONTH.floor(year.to()))) {
            throw new IllegalArgumentException("A plan over " + year
                    + " has a broken month. Maybe Span.year(2026), or from first of month to first.");
        }
        return year;
    }

    /** The same with another target. */
    public QuotaPlanner withTarget(Money amount) {
        Builder b = copy();
        b.target = Objects.requireNonNull(amount, "amount");
        return new QuotaPlanner(b);
    }

    /** How much more than the target is given out, on the whole or on levels. */
    public QuotaPlanner with(OverAssignment option) {
        Builder b = copy();
        b.over = Objects.requireNonNull(option, "option");
        return new QuotaPlanner(b);
    }

    /** In which proportion potential, history and capacity decide. */
    public QuotaPlanner with(Blend option) {
        Builder b = copy();
        b.blend = Objects.requireNonNull(option, "option");
        return new QuotaPlanner(b);
    }

    /** One basis alone. */
    public QuotaPlanner with(QuotaBasis option) {
        return with(Blend.of(option));
    }

    /** How quotas fall on the months. */
    public QuotaPlanner with(Seasonality option) {
        option.of(year);
        Builder b = copy();
        b.seasonality = option;
        return new QuotaPlanner(b);
    }

    /** How those who start in the plan's year, or shortly before, are ramped. */
    public QuotaPlanner with(RampCurve option) {
        Builder b = copy();
        b.curve = Objects.requireNonNull(option, "option");
        return new QuotaPlanner(b);
    }

    /**
     * The same for the rest of the year: what is closed counts, and the rest of the target is given out over the months from
     * a day. Floors and ceilings stay those of the whole year.
     *
     * @param first the first of a month inside the year
     * @param actuals what each has closed before it, by the id of a unit without others below; somebody who left stays in the
     *     tree, with the day it ended
     */
    public QuotaPlanner after(LocalDate first, Map<String, Money> actuals) {
        if (!year.contains(first) || first.getDayOfMonth() != 1) {
            throw new IllegalArgumentException(
                    "The rest of " + year + " cannot begin on " + first + ". Maybe the first of a month in it.");
        }
        Builder b = copy();
        b.from = first;
        b.closed = actuals;
        return new QuotaPlanner(b);
    }

    public Money target() {
        return target;
    }

    /** The plan's span. */
    public Span year() {
        return year;
    }

    public OverAssignment overAssignment() {
        return over;
    }

    public Blend blend() {
        return blend;
    }

    public Seasonality seasonality() {
        return seasonality;
    }

    /** How new reps are ramped. */
    public RampCurve rampCurve() {
        return curve;
    }

    /** What was closed before the first of {@link #open()}, by unit; nothing for a plan of the whole year. */
    public Map<String, Money> closed() {
        return closed;
    }

    /** The months that quotas are given out for: the year, or the rest of it. */
    public Span open() {
        return Span.of(from, year.to());
    }

    /** Plans for an organisation. */
    public Planning plan(PlanUnit... units) {
        return plan(List.of(units));
    }

    /**
     * Plans for an organisation.
     *
     * @param units the uppermost units, in any order
     * @throws InvalidPlanException if a figure means nothing, with all such figures
     */
    public Planning plan(List<PlanUnit> units) {
        PlannerCheck.of(this, units, closed);
        List<Span> months = open().months();
        double[] all = seasonality.of(year);
        double[] season = Arrays.copyOfRange(all, all.length - months.size(), all.length);
        Branch root = Branch.grow(units, curve, months, season);
        List<Branch> leaves = root.leaves();
        if (leaves.stream().noneMatch(l -> Arrays.stream(l.presence).anyMatch(p -> p > 0))) {
            throw InvalidPlanException.of(
                    PlanFaultCode.NOBODY,
                    "",
                    "start",
                    "Nobody is there to sell in " + open() + ". Maybe look at starts, ends and ramps.");
        }
        Currency currency = target.currency();
        for (Branch leaf : leaves) {
            Money sold = closed.get(leaf.unit.id());
            leaf.closed = sold == null ? BigInteger.ZERO : Cents.of(sold);
        }
        root.sumClosed();
        root.multiply(over);
        new Claims(blend).weigh(root);
        List<BigDecimal> levels = levels(root);
        for (BigDecimal level : levels) {
            List<LimitConflict> conflicts = limit(root, level);
            if (!conflicts.isEmpty()) {
                return infeasible(root, conflicts, levels);
            }
            Claims.shareOut(root);
            root.settle(level);
        }
        List<UnitQuota> quotas = new ArrayList<>();
        root.all().forEach(b -> quotas.add(QuotaRow.of(b, currency, season)));
        return new Planned(new Plan(this, units, QuotaRow.withMonthsAdded(quotas)));
    }

    /** What levels carry, over the target, the most first: there limits are told apart most finely. */
    private static List<BigDecimal> levels(Branch root) {
        return root.all().stream()
                .map(b -> b.product)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Sets what a level has to give out and everybody's limits in its money; what stands in the way. */
    private List<LimitConflict> limit(Branch root, BigDecimal level) {
        root.limit(level);
        root.share = Cents.of(OverAssignment.times(target, level))
                .subtract(root.closed)
                .max(BigInteger.ZERO);
        return LimitCheck.of(root, target.currency());
    }

    private Infeasible infeasible(Branch root, List<LimitConflict> conflicts, List<BigDecimal> levels) {
        Currency currency = target.currency();
        Optional<Money> least = Optional.of(Cents.money(root.low, currency));
        boolean onlyTheAmount = conflicts.stream()
                .allMatch(c -> Stream.concat(c.atLeast().stream(), c.atMost().stream())
                        .anyMatch(l -> l.kind() == Limit.Kind.ASSIGNED));
        Optional<Money> most = Optional.ofNullable(root.high).map(h -> Cents.money(h, currency));
        Map<Limit, LimitChange> changes = new LinkedHashMap<>();
        for (BigDecimal level : levels) {
            if (!limit(root, level).isEmpty()) {
                SmallestChange.of(root, level, currency).forEach(c -> changes.put(c.limit(), c));
            }
        }
        return new Infeasible(
                conflicts,
                List.copyOf(changes.values()),
                onlyTheAmount ? least : Optional.empty(),
                onlyTheAmount ? most : Optional.empty());
    }

    private Builder copy() {
        Builder b = new Builder(target, year);
        b.over = over;
        b.blend = blend;
        b.seasonality = seasonality;
        b.curve = curve;
        b.from = from;
        b.closed = closed;
        return b;
    }

    @Override
    public String toString() {
        return Cents.print(target) + " in " + year + " by " + blend + ", over-assignment " + over + ", season "
                + seasonality + (from.equals(year.from()) ? "" : ", from " + from);
    }

    private static final class Builder {
        private Money target;
        private final Span year;
        private OverAssignment over = OverAssignment.NONE;
        private Blend blend = Blend.of(QuotaBasis.POTENTIAL);
        private Seasonality seasonality = Seasonality.EVEN;
        private RampCurve curve = RampCurve.NONE;
        private LocalDate from;
        private Map<String, Money> closed = Map.of();

        private Builder(Money target, Span year) {
            this.target = target;
            this.year = year;
            from = year.from();
        }
    }
}
