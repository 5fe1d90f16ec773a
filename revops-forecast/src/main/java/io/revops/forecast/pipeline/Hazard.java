package io.revops.forecast.pipeline;

import io.revops.forecast.pipeline.HazardLevels.Factor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hazard, of winning or of losing: a rate per day times a multiplier for each level of what it depends on.
 *
 * <p>It is a Poisson model of the events over the days that deals were open (piecewise exponential survival), with a gamma prior of
 * mean 1 on every multiplier: of a level with E events where X were expected, (E + κ) / (X + κ). κ is learnt from all levels of a
 * factor (empirical Bayes, by moments): 1/κ = max(0, Σ((E − X)² − X) / ΣX²), so that a factor that makes no difference has multipliers
 * of 1. What has an order, ages and sizes, is drawn towards a {@linkplain LevelCurve curve} instead: large deals are few, and most of the
 * money. The day on which a deal is opened is no age like others, as many are entered once they are won: E / X, and drawn to nothing.
 * The factors are gone through in turn, a fixed number of rounds, fewer from the hazards of a week before.
 *
 * <p>References: N. Laird, D. Olivier, Covariance analysis of censored survival data using log-linear analysis techniques, JASA 76,
 * 1981; D. Clayton, J. Kaldor, Empirical Bayes estimates of age-standardized relative risks, Biometrics 43, 1987.
 */
final class Hazard {
    private static final List<Factor> FACTORS = List.of(Factor.values());

    /** Per day, where every multiplier is 1. */
    private final double rate;

    /** Of each level of each factor. */
    private final double[][] multipliers;

    /** How many there were in each level. */
    private final double[][] events;

    /** 1/κ of each factor: by how much its levels differ (a variance), 0 where it makes no difference. */
    private final double[] spread;

    Hazard(double rate, double[][] multipliers, double[][] events, double[] spread) {
        this.rate = rate;
        this.multipliers = multipliers;
        this.events = events;
        this.spread = spread;
    }

    double rate() {
        return rate;
    }

    double[][] multipliers() {
        return multipliers;
    }

    double[][] events() {
        return events;
    }

    double[] spread() {
        return spread;
    }

    /** From nothing. */
    private static final int ROUNDS = 6;

    /** From hazards that were learnt a week before. */
    private static final int MORE_ROUNDS = 2;

    private static final double WIDEST = 0.5;

    /** No level. */
    private static final int NONE = -1;

    /** A multiplier that is as good as 0, and can be divided by. */
    private static final double LEAST = 1e-12;

    /**
     * Learns from cells.
     *
     * @param events of each level of each factor
     * @param used which factors; where something is given, none that time changes
     * @param given whose multipliers hold for the factors that are not used; all are 1 if there is none
     * @param before where to begin: the same hazard as it was learnt before
     */
    static Hazard fit(
            HazardCells cells, double[][] events, boolean[] used, @Nullable Hazard given, @Nullable Hazard before) {
        double[][] multipliers = cells.levels().zeros();
        double[][] counted = new double[HazardLevels.FACTORS][];
        double[] spread = new double[HazardLevels.FACTORS];
        boolean warm = before != null && before.rate > 0;
        for (int f = 0; f < HazardLevels.FACTORS; f++) {
            Arrays.fill(multipliers[f], 1);
            if (used[f] && warm && before != null) {
                multipliers[f] = before.multipliers[f].clone();
            } else if (!used[f] && given != null) {
                multipliers[f] = given.multipliers[f].clone();
            }
            counted[f] = events[f].clone();
        }
        double all = Arrays.stream(counted[0]).sum();
        if (cells.total() == 0 || all == 0) {
            return new Hazard(0, multipliers, counted, spread);
        }
        HazardCells.Exposure exposure = given == null ? cells.days() : cells.days(given);
        byte[][] places = exposure.places;
        double[] expected = exposure.days;
        for (int f = 0; f < HazardLevels.FACTORS; f++) {
            if (places[f].length > 0) {
                change(expected, places[f], multipliers[f]);
            }
        }
        double rate = level(expected, all);
        for (int round = 0; round < (warm ? MORE_ROUNDS : ROUNDS); round++) {
            for (int f = 0; f < HazardLevels.FACTORS; f++) {
                if (used[f]) {
                    spread[f] = turn(FACTORS.get(f), places[f], expected, counted[f], multipliers[f]);
                }
            }
            rate *= level(expected, all);
        }
        return new Hazard(rate, multipliers, counted, spread);
    }

    /** Sets the multipliers of one factor anew, the others as they are. */
    private static double turn(
            Factor factor, byte[] places, double[] expected, double[] counted, double[] multipliers) {
        double[] without = new double[multipliers.length];
        for (int c = 0; c < expected.length; c++) {
            without[places[c]] += expected[c];
        }
        for (int level = 0; level < multipliers.length; level++) {
            without[level] /= multipliers[level];
        }
        boolean ordered = factor == Factor.AGE || factor == Factor.AMOUNT;
        double[] curve = ordered ? LevelCurve.of(counted, without, 1) : null;
        for (int level = 0; curve != null && level < curve.length; level++) {
            without[level] *= curve[level];
        }
        int apart = factor == Factor.AGE ? HazardLevels.OPENING : NONE;
        double spread = spread(counted, without, apart);
        double[] change = new double[multipliers.length];
        for (int level = 0; level < multipliers.length; level++) {
            double now = level == apart && without[level] > 0
                    ? Math.max(LEAST, counted[level] / without[level])
                    : (counted[level] * spread + 1) / (without[level] * spread + 1);
            now *= curve == null ? 1 : curve[level];
            change[level] = now / multipliers[level];
            multipliers[level] = now;
        }
        change(expected, places, change);
        return spread;
    }

    /** A factor that makes no difference, as most do at many companies, is not gone through. */
    private static void change(double[] expected, byte[] places, double[] factors) {
        if (Arrays.stream(factors).allMatch(f -> f == 1)) {
            return;
        }
        for (int c = 0; c < expected.length; c++) {
            expected[c] *= factors[places[c]];
        }
    }

    private static double spread(double[] counted, double[] expected, int apart) {
        double over = 0;
        double squares = 0;
        double sumCounted = 0;
        double sumExpected = 0;
        for (int level = 0; level < counted.length; level++) {
            if (level == apart) {
                continue;
            }
            sumCounted += counted[level];
            sumExpected += expected[level];
        }
        double scale = sumExpected == 0 ? 0 : sumCounted / sumExpected;
        for (int level = 0; level < counted.length; level++) {
            if (level == apart) {
                continue;
            }
            double x = expected[level] * scale;
            double off = counted[level] - x;
            over += off * off - x;
            squares += x * x;
        }
        if (over <= 0 || squares == 0) {
            return 0;
        }
        return Math.min(WIDEST, over / squares);
    }

    /** Brings the expected events to those counted. */
    private static double level(double[] expected, double all) {
        double sum = 0;
        for (double e : expected) {
            sum += e;
        }
        double factor = all / sum;
        for (int c = 0; c < expected.length; c++) {
            expected[c] *= factor;
        }
        return factor;
    }

    /** What age and calendar do to it, by {@link HazardLevels#time}. */
    double[] byTime(HazardLevels levels) {
        double[] times = new double[levels.times()];
        for (int time = 0; time < times.length; time++) {
            times[time] = multipliers[0][time / levels.calendars()]
                    * HazardLevels.calendarFactor(multipliers, time % levels.calendars());
        }
        return times;
    }

    /** The same times a factor. */
    Hazard times(double factor) {
        return new Hazard(rate * factor, multipliers, events, spread);
    }

    /** Per day, for a deal in a place. */
    double at(int age, int segment, int stage, int toClose, int amount, int category, int calendar) {
        return rate
                * multipliers[0][age]
                * multipliers[1][segment]
                * multipliers[2][stage]
                * multipliers[3][toClose]
                * multipliers[4][amount]
                * multipliers[8][category]
                * HazardLevels.calendarFactor(multipliers, calendar);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Hazard that
                && Double.compare(rate, that.rate) == 0
                && Arrays.deepEquals(multipliers, that.multipliers)
                && Arrays.deepEquals(events, that.events)
                && Arrays.equals(spread, that.spread);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(rate) + Arrays.deepHashCode(multipliers);
    }

    @Override
    public String toString() {
        return rate + " a day times " + Arrays.deepToString(multipliers);
    }
}
