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
 * p = m(all amounts, all w, all amounts.mean()); of each segment m(amounts, w, p)
 * </pre>
 */
class NewWinsTest {
    private static final double[][] DRAWN = {{100, 120, 80, 150, 90, 60, 200, 110}, {5000, 9000}, {}};
    private static final double[][] AFTER = {{3, 5, 9, 2, 30, 12, 4, 7}, {6, 20}, {}};

    private static double[] means(int from, int to) {
        Creation.CreationRates rates = new Creation.CreationRates(new double[] {1, 1, 1}, new double[3], new double[4]);
        NewWins wins = NewWins.of(new Snapshot.Fresh(rates, new double[3], DRAWN, AFTER), 100, from, to);
        return new double[] {wins.value(0), wins.value(1), wins.value(2)};
    }

    @Test
    void wonDealsCountByTheDaysOnWhichOneOfTheirAgeCouldStillBeOpened() {
        assertThat(means(101, 131))
                .containsExactly(new double[] {837.5967479978, 2037.4737037983, 1329.6807454537}, within(1e-9));
    }

    /** Ten days that begin a week later: a deal won after 20 days counts on none of them, one after 6 days on nine. */
    @Test
    void aPeriodThatBeginsLaterAlsoTakesOlderDeals() {
        assertThat(means(106, 116))
                .containsExactly(new double[] {778.2325726774, 1539.9180967239, 1193.9099063963}, within(1e-9));
    }
}
