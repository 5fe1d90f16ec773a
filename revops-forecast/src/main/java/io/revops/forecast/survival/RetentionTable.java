package io.revops.forecast.survival;

import java.util.Arrays;

/**
 * How many of one cohort or of several ended in each period, and how many still run.
 *
 * @param scale the unit of a period
 * @param ended by period, from the first on: how many ended in it
 * @param running by period, from the first on: how many were last seen running at its end
 * @param entered by period, from the first on: how many were first seen at its end, and would not be known had they ended before
 */
public record RetentionTable(TimeScale scale, Doubles ended, Doubles running, Doubles entered) {
    public RetentionTable {
        if (ended.size() == 0 || running.size() != ended.size() || entered.size() != ended.size()) {
            throw new IllegalArgumentException("There are " + ended.size() + " periods of ends and " + running.size()
                    + " of those that run. Maybe as many, and at least one.");
        }
        for (Doubles counts : new Doubles[] {ended, running, entered}) {
            if (counts.stream().anyMatch(n -> !(n >= 0) || Double.isInfinite(n))) {
                throw new IllegalArgumentException("The counts are " + counts + ". Maybe numbers from 0 on.");
            }
        }
    }

    /**
     * The table of one cohort from its survivors.
     *
     * @param survivors at the start, after the first period, after the second ...; not rising: 1000, 631, 468
     */
    public static RetentionTable survivors(TimeScale scale, double... survivors) {
        int periods = survivors.length - 1;
        if (periods < 1) {
            throw new IllegalArgumentException("There is no period in " + Arrays.toString(survivors)
                    + ". Maybe the start and the end of one at least.");
        }
        double[] ended = new double[periods];
        double[] running = new double[periods];
        for (int t = 0; t < periods; t++) {
            ended[t] = survivors[t] - survivors[t + 1];
            if (ended[t] < 0) {
                throw new IllegalArgumentException("After period " + (t + 1) + " there are " + survivors[t + 1] + " of "
                        + survivors[t] + ". Maybe the numbers are not of one cohort.");
            }
        }
        running[periods - 1] = survivors[periods];
        return new RetentionTable(scale, Doubles.of(ended), Doubles.of(running), Doubles.of(new double[periods]));
    }

    /**
     * The table of lifetimes in whole periods: who ended at 3 ended in the third period, who runs at 3 is known to have lasted three.
     *
     * @throws IllegalArgumentException if there is none, a time is not whole, or something ended at time zero
     */
    public static RetentionTable of(Lifetimes lifetimes) {
        int periods = 0;
        for (Lifetime row : lifetimes.rows()) {
            boolean whole = row.exit() == Math.rint(row.exit()) && row.entry() == Math.rint(row.entry());
            if (!whole || row.exit() > 1e6 || (row.exit() == 0 && row.cause().isPresent())) {
                throw new IllegalArgumentException("The lifetime (" + row
                        + ") is not in whole periods. Maybe count renewals, or round up the ends and down the rest.");
            }
            periods = Math.max(periods, (int) row.exit());
        }
        if (periods == 0) {
            throw new IllegalArgumentException("No lifetime has a period. Maybe wait for the first renewal.");
        }
        double[] ended = new double[periods];
        double[] running = new double[periods];
        double[] entered = new double[periods];
        for (Lifetime row : lifetimes.rows()) {
            if (row.exit() > 0) {
                double[] counts = row.cause().isPresent() ? ended : running;
                counts[(int) row.exit() - 1] += row.weight();
            }
            if (row.entry() > 0) {
                entered[(int) row.entry() - 1] += row.weight();
            }
        }
        return new RetentionTable(lifetimes.scale(), Doubles.of(ended), Doubles.of(running), Doubles.of(entered));
    }

    public int periods() {
        return ended.size();
    }
}
