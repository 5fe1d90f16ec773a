package io.revops.forecast.plan;

/**
 * How many of a year's reps leave.
 *
 * <p>Monthly survival is (1 − a)^(1/12), so that twelve months leave 1 − a; a / 12 a month would leave too many. Of a hire,
 * the month of the start is survived: so many completed months later, survival^months is there.
 *
 * @param perYear the share that leaves in a year, 0 up to below 1
 * @param leavers whether a leaver still counts in the month of leaving
 */
public record Attrition(double perYear, Leavers leavers) {
    /** Nobody leaves. */
    public static final Attrition NONE = perYear(0);

    /** Whether a leaver counts in the month of leaving. */
    public enum Leavers {
        /** Sells nothing in the month of leaving: of those there at the start, survival^m is left in month m, from 1. */
        GONE_IN_THEIR_MONTH,
        /** Sells the whole month of leaving: one month less of attrition. */
        COUNT_IN_THEIR_MONTH
    }

    public Attrition {
        if (!(perYear >= 0 && perYear < 1)) {
            throw InvalidPlanException.of(
                    PlanFaultCode.OUT_OF_RANGE,
                    "attrition",
                    "perYear",
                    "An attrition is " + perYear + " a year. Maybe 0.15 for 15 %.");
        }
    }

    /** A share of the year's reps; a leaver sells nothing in the month of leaving. */
    public static Attrition perYear(double share) {
        return new Attrition(share, Leavers.GONE_IN_THEIR_MONTH);
    }

    /** The same with another month for leavers. */
    public Attrition with(Leavers option) {
        return new Attrition(perYear, option);
    }

    /** The share that is still there a month later. */
    public double monthlySurvival() {
        return StrictMath.pow(1 - perYear, 1 / 12.0);
    }

    /** The share of those there at the start who sell in a month, from 1. */
    double incumbents(int month) {
        return left(month);
    }

    /** The share of those hired so many months before who sell now. */
    double hires(int tenure) {
        return left(tenure);
    }

    /** {@code 15.0 % a year}. */
    @Override
    public String toString() {
        return PlanExplanation.percent(perYear) + " a year"
                + (leavers == Leavers.COUNT_IN_THEIR_MONTH ? ", leavers counted in their month" : "");
    }

    private double left(int months) {
        int exposed = leavers == Leavers.COUNT_IN_THEIR_MONTH ? Math.max(0, months - 1) : months;
        return StrictMath.pow(monthlySurvival(), exposed);
    }

    /** How many months must be survived to sell in a month that lies so many after the first. */
    int survived(int months) {
        return leavers == Leavers.COUNT_IN_THEIR_MONTH ? Math.max(0, months - 1) : months;
    }
}
