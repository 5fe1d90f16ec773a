package io.revops.forecast.survival;

/**
 * One row of a life table.
 *
 * @param period counted from 1
 * @param began how many began it, by weight; above 0
 * @param ended how many of them ended in it
 */
public record PeriodHazard(int period, double began, double ended) {
    public PeriodHazard {
        if (period < 1 || !(began > 0) || !(ended >= 0 && ended <= began)) {
            throw new IllegalArgumentException("In period " + period + " " + ended + " of " + began
                    + " ended. Maybe some must begin it, and no more end.");
        }
    }

    /** The share that ended. */
    public double hazard() {
        return ended / began;
    }
}
