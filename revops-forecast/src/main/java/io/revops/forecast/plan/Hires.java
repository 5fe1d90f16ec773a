package io.revops.forecast.plan;

/**
 * Reps who start on the first of a month of the plan.
 *
 * @param month from 1
 * @param reps how many, from 0; a part of one is a part of a year's budget, not a person
 */
public record Hires(int month, double reps) {
    public Hires {
        if (month < 1) {
            throw new IllegalArgumentException(
                    "Hires start in month " + month + ". Maybe 1, the first of the plan, or count them as there.");
        }
        if (!(reps >= 0 && Double.isFinite(reps))) {
            throw InvalidPlanException.of(
                    PlanFaultCode.OUT_OF_RANGE,
                    "hires",
                    "reps",
                    "There are " + reps + " hires in month " + month + ". Maybe 0 or more.");
        }
    }

    /** {@code 2.0 in month 3}. */
    @Override
    public String toString() {
        return reps + " in month " + month;
    }
}
