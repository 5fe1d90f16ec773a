package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a team can sell, month by month.
 *
 * <p>Ramped reps of a month = those there at the start × survival + Σ hires × ramp(tenure) × survival(tenure) − who is on
 * leave. Street = ramped reps × what a ramped rep is asked for in the month; expected = street × attainment. Tenure is 0 in
 * the month of the start.
 *
 * <p>Every {@code with} gives a changed copy. Nobody is there, nobody leaves and everybody sells their quota unless said.
 */
public final class CapacityModel {
    private final Span year;
    private final Money productivity;
    private final double ramped;
    private final List<Hires> hires;
    private final List<Leave> leave;
    private final RampCurve curve;
    private final Attrition attrition;
    private final double attainment;
    private final Seasonality seasonality;

    /**
     * Days without so many full reps.
     *
     * @param days from and to
     * @param reps how many, from 0
     */
    public record Leave(Span days, double reps) {
        public Leave {
            Objects.requireNonNull(days, "days");
            reps = new Hires(1, reps).reps();
        }
    }

    private CapacityModel(Draft from) {
        year = from.year;
        productivity = from.productivity;
        ramped = from.ramped;
        hires = List.copyOf(from.hires);
        leave = List.copyOf(from.leave);
        curve = from.curve;
        attrition = from.attrition;
        attainment = from.attainment;
        seasonality = from.seasonality;
    }

    /**
     * A team of nobody yet.
     *
     * @param year whole months
     * @param perMonth the quota of a ramped rep in an average month
     */
    public static CapacityModel of(Span year, Money perMonth) {
        if (perMonth.signum() <= 0) {
            throw InvalidPlanException.of(
                    PlanFaultCode.OUT_OF_RANGE,
                    "capacity",
                    "perMonth",
                    "A ramped rep is asked for " + perMonth + " a month. Maybe an amount above 0.");
        }
        return new CapacityModel(new Draft(QuotaPlanner.wholeMonths(year), perMonth));
    }

    /** With so many fully ramped reps at the start. */
    public CapacityModel withRamped(double reps) {
        Draft copy = draft();
        copy.ramped = new Hires(1, reps).reps();
        return new CapacityModel(copy);
    }

    /** With more who start on the first of a month, from 1. */
    public CapacityModel withHires(int month, double reps) {
        List<Hires> more = new ArrayList<>(hires);
        more.add(new Hires(month, reps));
        return withHires(more);
    }

    /** With these hires and no others. */
    public CapacityModel withHires(List<Hires> all) {
        for (Hires some : all) {
            if (some.month() > months().size()) {
                throw new IllegalArgumentException("Hires start in month " + some.month() + ", and " + year + " has "
                        + months().size() + ". Maybe an earlier one.");
            }
        }
        Draft copy = draft();
        copy.hires = all.stream()
                .sorted(Comparator.comparingInt(Hires::month).thenComparingDouble(Hires::reps))
                .toList();
        return new CapacityModel(copy);
    }

    /** With so many full reps away on some days; a month never has less than nobody. */
    public CapacityModel withLeave(Span days, double reps) {
        List<Leave> more = new ArrayList<>(leave);
        more.add(new Leave(days, reps));
        Draft copy = draft();
        copy.leave = more;
        return new CapacityModel(copy);
    }

    public CapacityModel with(RampCurve option) {
        Draft copy = draft();
        copy.curve = Objects.requireNonNull(option, "option");
        return new CapacityModel(copy);
    }

    public CapacityModel with(Attrition option) {
        Draft copy = draft();
        copy.attrition = Objects.requireNonNull(option, "option");
        return new CapacityModel(copy);
    }

    /** How the productivity falls on the months. */
    public CapacityModel with(Seasonality option) {
        option.of(year);
        Draft copy = draft();
        copy.seasonality = option;
        return new CapacityModel(copy);
    }

    /** How much of their quotas reps sell on average, from 0. */
    public CapacityModel withAttainment(double share) {
        if (!(share >= 0 && Double.isFinite(share))) {
            throw InvalidPlanException.of(
                    PlanFaultCode.OUT_OF_RANGE,
                    "capacity",
                    "attainment",
                    "An attainment is " + share + ". Maybe 0.8 for 80 %.");
        }
        Draft copy = draft();
        copy.attainment = share;
        return new CapacityModel(copy);
    }

    /** With another quota of a ramped rep in an average month. */
    public CapacityModel withProductivity(Money perMonth) {
        Draft copy = draft();
        copy.productivity = of(year, perMonth).productivity;
        return new CapacityModel(copy);
    }

    public Span year() {
        return year;
    }

    public List<Span> months() {
        return year.months();
    }

    /** The quota of a ramped rep in an average month. */
    public Money productivity() {
        return productivity;
    }

    /** Fully ramped reps at the start. */
    public double ramped() {
        return ramped;
    }

    /** By month. */
    public List<Hires> hires() {
        return hires;
    }

    public RampCurve curve() {
        return curve;
    }

    public Attrition attrition() {
        return attrition;
    }

    public double attainment() {
        return attainment;
    }

    /** As given. */
    public List<Leave> leave() {
        return leave;
    }

    public Seasonality seasonality() {
        return seasonality;
    }

    /** What it comes to in each month. */
    public Capacity capacity() {
        List<CapacityMonth> rows = new ArrayList<>();
        double perMonth = productivity.amount().doubleValue();
        for (int m = 1; m <= months().size(); m++) {
            double people = ramped * attrition.incumbents(m);
            double full = people;
            for (Hires some : hires) {
                if (some.month() <= m) {
                    double left = some.reps() * attrition.hires(m - some.month());
                    people += left;
                    full += left * curve.at(m - some.month());
                }
            }
            full = Math.max(0, full - away(months().get(m - 1)));
            double street = full * perMonth * season(m);
            rows.add(new CapacityMonth(months().get(m - 1), people, full, street, street * attainment));
        }
        return new Capacity(this, rows);
    }

    /** What one who starts in a month sells in another, expected; 0 before the start. */
    double ofHire(int start, int month) {
        return month < start
                ? 0
                : rampedOfHire(start, month) * productivity.amount().doubleValue() * season(month) * attainment;
    }

    /** How much of a full rep one who starts in a month is in another, expected. */
    double rampedOfHire(int start, int month) {
        return month < start ? 0 : curve.at(month - start) * attrition.hires(month - start);
    }

    /** A month's productivity over that of the average month. */
    double season(int month) {
        double[] weights = seasonality.of(year);
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return weights[month - 1] * weights.length / sum;
    }

    private double away(Span month) {
        double reps = 0;
        for (Leave some : leave) {
            long days = 0;
            for (LocalDate day = month.from(); day.isBefore(month.to()); day = day.plusDays(1)) {
                days += some.days().contains(day) ? 1 : 0;
            }
            reps += some.reps() * days / month.days();
        }
        return reps;
    }

    @Override
    public String toString() {
        return ramped + " ramped reps at " + Cents.print(productivity) + " a month, hires " + hires + ", ramp " + curve
                + ", attrition " + attrition + ", attainment " + PlanExplanation.percent(attainment) + ", season "
                + seasonality;
    }

    private Draft draft() {
        Draft draft = new Draft(year, productivity);
        draft.ramped = ramped;
        draft.hires = hires;
        draft.leave = leave;
        draft.curve = curve;
        draft.attrition = attrition;
        draft.attainment = attainment;
        draft.seasonality = seasonality;
        return draft;
    }

    private static final class Draft {
        private final Span year;
        private Money productivity;
        private double ramped;
        private List<Hires> hires = List.of();
        private List<Leave> leave = List.of();
        private RampCurve curve = RampCurve.NONE;
        private Attrition attrition = Attrition.NONE;
        private double attainment = 1;
        private Seasonality seasonality = Seasonality.EVEN;

        private Draft(Span year, Money productivity) {
            this.year = year;
            this.productivity = productivity;
        }
    }
}
