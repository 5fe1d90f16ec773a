package io.revops.forecast.pipeline;

import io.revops.forecast.Draws;
import io.revops.forecast.Overlap;
import io.revops.forecast.Support;
import java.time.LocalDate;
import java.util.List;

/**
 * What may come of the rest of a period, if it is missed as it was from earlier days.
 *
 * <p>An error counts by the size that the company had: it is multiplied with what is won a day now over what was won a day then, both
 * over half a year. Origins a week apart {@linkplain Overlap overlap}, and so all errors are moved away from their mean by as much as
 * their number and their overlap ask for.
 */
final class PastErrors {
    /** The fewest periods that do not overlap, of which errors are remembered. */
    private static final int PERIODS = 12;

    private static final int YEAR = 52;
    private static final int LEVEL_DAYS = 182;
    private static final double MOST = 4;

    private PastErrors() {}

    /**
     * An error.
     *
     * @param missed what happened less what was forecast
     * @param level what was won a day then
     */
    record Missed(LocalDate origin, double missed, double level) {}

    /** How many of the latest errors are remembered. */
    static int remembered(int days) {
        return Math.max(YEAR, (PERIODS * days + Walk.EVERY - 1) / Walk.EVERY);
    }

    /** What was won a day over half a year up to a day, or since the first closing. */
    static double level(double[] wonByDay, int from, int day) {
        int begin = Math.max(from, day + 1 - LEVEL_DAYS);
        double sum = 0;
        for (int t = begin; t <= day && t - from < wonByDay.length; t++) {
            sum += wonByDay[t - from];
        }
        return sum / Math.max(1, day + 1 - begin);
    }

    /** The possible outcomes; never below what has closed. */
    static Draws outcomes(List<Missed> all, double closed, double rest, double level, int days) {
        List<Missed> errors = all.subList(Math.max(0, all.size() - remembered(days)), all.size());
        double[] missed = new double[errors.size()];
        double mean = 0;
        for (int i = 0; i < missed.length; i++) {
            double then = errors.get(i).level();
            double size = then <= 0 || level <= 0 ? 1 : Math.min(MOST, Math.max(1 / MOST, level / then));
            missed[i] = errors.get(i).missed() * size;
            mean += missed[i] / missed.length;
        }
        double widening = widening(missed.length, days);
        for (int i = 0; i < missed.length; i++) {
            missed[i] = closed + Math.max(0, rest + mean + widening * (missed[i] - mean));
        }
        return Draws.of(new Support.Fitted(errors.stream().map(Missed::origin).toList()), missed);
    }

    static double widening(int errors, int days) {
        return Overlap.widening(errors, Walk.EVERY, days);
    }
}
