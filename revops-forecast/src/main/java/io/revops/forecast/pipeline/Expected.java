package io.revops.forecast.pipeline;

import io.revops.time.Span;
import java.util.List;

/**
 * What the time model expects of the rest of a period: of each open deal the probability that it is won in it, and how many deals
 * are won that are not open yet.
 */
final class Expected {
    /** The open deals. */
    private final List<OpenDeal> deals;

    /** The probability of each to be won in the period. */
    private final double[] won;

    /** How many deals that are not open yet are won in it, by segment. */
    private final double[] newWins;

    /** What each of them brings. */
    private final NewWins newValues;

    Expected(List<OpenDeal> deals, double[] won, double[] newWins, NewWins newValues) {
        this.deals = deals;
        this.won = won;
        this.newWins = newWins;
        this.newValues = newValues;
    }

    List<OpenDeal> deals() {
        return deals;
    }

    double[] won() {
        return won;
    }

    double[] newWins() {
        return newWins;
    }

    NewWins newValues() {
        return newValues;
    }

    /** Of a snapshot that has hazards. */
    static Expected of(Snapshot seen, TimeModel time, HazardLevels levels, Snapshot.Fresh fresh, Span period) {
        int day = seen.day();
        int to = (int) period.to().toEpochDay();
        int from = Math.max((int) period.from().toEpochDay(), day + 1);
        double[] won = new double[seen.open().size()];
        for (int i = 0; i < won.length; i++) {
            won[i] = time.won(levels, seen.open().get(i).state(), day, from, to);
        }
        double[] newWins = new double[fresh.values().length];
        for (int s = 0; s < newWins.length; s++) {
            if (fresh.rates().level()[s] > 0) {
                double[] inTime = time.wonIfOpened(levels, s, day, from, to);
                double[] created = new double[inTime.length];
                for (int u = 0; u < created.length; u++) {
                    created[u] = fresh.rates().at(s, day + 1 + u);
                }
                newWins[s] = CreateAndClose.won(created, inTime);
            }
        }
        return new Expected(seen.open(), won, newWins, NewWins.of(fresh, day, from, to));
    }

    /** What the open deals bring. */
    double open() {
        double sum = 0;
        for (int i = 0; i < won.length; i++) {
            sum += won[i] * deals.get(i).value();
        }
        return sum;
    }

    /** What deals bring that are not open yet. */
    double fresh() {
        double sum = 0;
        for (int s = 0; s < newWins.length; s++) {
            sum += newWins[s] * newValues.value(s);
        }
        return sum;
    }

    double rest() {
        return open() + fresh();
    }
}
