package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * What deals bring that are not open yet, against numpy, which counts days one by one:
 *
 * <pre>
 * def w(after, day, lo, hi): return np.array([sum(t - x &gt; day for t in range(lo, hi)) for x in after], float)
 * def m(amounts, w, prior):
 *     n = w.sum() ** 2 / (w @ w) if w.any() else 0
 *     return (n * (np.average(amounts, weights=w) if n else 0) + 10 * prior) / (n + 10)
 * p = np.average(all amounts, weights=all w); v = [m(amounts, w, p) of each segment]; v * (all w @ all amounts) / sum(w.sum() * v)
 * </pre>
 */
class NewWinsTest {
    private static final double[][] DRAWN = {{100, 120, 80, 150, 90, 60, 200, 110}, {5000, 9000}, {}};
    private static final double[][] AFTER = {{3, 5, 9, 2, 30, 12, 4, 7}, {6, 20}, {}};

    private static double[] means(int from, int to) {
        return means(AFTER, from, to);
    }

    private static double[] means(double[][] after, int from, int to) {
        Creation.CreationRates rates = new Creation.CreationRates(new double[] {1, 1, 1}, new double[3], new double[4]);
        NewWins wins = NewWins.of(new Snapshot.Fresh(rates, new double[3], DRAWN, after), 100, from, to);
        return new double[] {wins.value(0), wins.value(1), wins.value(2)};
    }

    @Test
    void wonDealsCountByTheDaysOnWhichOneOfTheirAgeCouldStillBeOpened() {
        assertThat(means(101, 131))
                .containsExactly(new double[] {900.2528239173, 2327.8683994673, 1415.2971680855}, within(1e-9));
    }

    /** Ten days that begin a week later: a deal won after 20 days counts on none of them, one after 6 days on nine. */
    @Test
    void aPeriodThatBeginsLaterAlsoTakesOlderDeals() {
        assertThat(means(106, 116))
                .containsExactly(new double[] {679.8571770916, 1498.6823228645, 1010.3270882342}, within(1e-9));
    }

    /** Else what is learnt of each segment better would be wrong of all of them together. */
    @Test
    void allSegmentsTogetherBringWhatTheyBrought() {
        double[] means = means(101, 131);
        double drawn = 0;
        double brought = 0;
        for (int s = 0; s < DRAWN.length; s++) {
            for (int i = 0; i < DRAWN[s].length; i++) {
                double days = Math.max(0, 30 - AFTER[s][i]);
                drawn += days * means[s];
                brought += days * DRAWN[s][i];
            }
        }
        assertThat(drawn).isEqualTo(brought, within(1e-9 * brought));
    }

    /** Every deal took 40 days: of those that are won within 30 nothing is known but what deals bring. */
    @Test
    void whereNoneWasWonAsYoungDealsOfAnyAgeStandIn() {
        double[][] after = {{40, 40, 40, 40, 40, 40, 40, 40}, {40, 40}, {}};
        assertThat(means(after, 101, 131)).containsOnly(14_910 / 10.0);
    }
}
