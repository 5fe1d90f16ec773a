package io.revops.forecast.pipeline;

import io.revops.time.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a forecast at the end of a day is made from.
 */
final class Snapshot {
    /** The day. */
    private final int day;

    /** The day of the first closing. */
    private final int from;

    /** What was won on each day from then on, up to the day. */
    private final double[] wonByDay;

    /** The deals that are open. */
    private final List<OpenDeal> open;

    /** How many deals were won so far. */
    private final int won;

    /** How many were lost. */
    private final int lost;

    /** Whether stages are known while deals are open. */
    private final boolean hasStages;

    /** The hazards; absent before there are enough deals. */
    private final @Nullable TimeModel time;

    /** The same where they also depend on categories; absent before enough deals had one. */
    private final @Nullable TimeModel called;

    private final @Nullable HazardLevels levels;
    /** What is known of deals that are not open yet; absent with the hazards. */
    private final @Nullable Fresh fresh;

    Snapshot(
            int day,
            int from,
            double[] wonByDay,
            List<OpenDeal> open,
            int won,
            int lost,
            boolean hasStages,
            @Nullable TimeModel time,
            @Nullable TimeModel called,
            @Nullable HazardLevels levels,
            @Nullable Fresh fresh) {
        this.day = day;
        this.from = from;
        this.wonByDay = wonByDay;
        this.open = open;
        this.won = won;
        this.lost = lost;
        this.hasStages = hasStages;
        this.time = time;
        this.called = called;
        this.levels = levels;
        this.fresh = fresh;
    }

    int day() {
        return day;
    }

    int from() {
        return from;
    }

    double[] wonByDay() {
        return wonByDay;
    }

    List<OpenDeal> open() {
        return open;
    }

    int won() {
        return won;
    }

    int lost() {
        return lost;
    }

    boolean hasStages() {
        return hasStages;
    }

    @Nullable
    TimeModel time() {
        return time;
    }

    @Nullable
    TimeModel called() {
        return called;
    }

    @Nullable
    HazardLevels levels() {
        return levels;
    }

    @Nullable
    Fresh fresh() {
        return fresh;
    }

    /**
     * Deals that are not open yet.
     */
    static final class Fresh {
        /** How many are opened a day. */
        private final Creation.CreationRates rates;

        /** What one brings that is won, by segment. */
        private final double[] values;

        /** What the latest won deals brought, by segment. */
        private final double[][] drawn;

        /** How many days after each of these had been opened it was won. */
        private final double[][] after;

        Fresh(Creation.CreationRates rates, double[] values, double[][] drawn, double[][] after) {
            this.rates = rates;
            this.values = values;
            this.drawn = drawn;
            this.after = after;
        }

        Creation.CreationRates rates() {
            return rates;
        }

        double[] values() {
            return values;
        }

        double[][] drawn() {
            return drawn;
        }

        double[][] after() {
            return after;
        }
    }

    /** What was won on the days of a period up to the day. */
    double closed(Span period) {
        return won((int) period.from().toEpochDay(), Math.min((int) period.to().toEpochDay(), day + 1));
    }

    double won(int first, int to) {
        double sum = 0;
        for (int t = Math.max(first, from); t < to && t - from < wonByDay.length; t++) {
            sum += wonByDay[t - from];
        }
        return sum;
    }
}
