package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * The curve of hazards along ordered levels, against numpy, which solves the whole matrix:
 *
 * <pre>
 * def curve(e, x):
 *     n = len(e); D1, D2 = (np.diff(np.eye(n), k, axis=0) for k in (1, 2)); best = None
 *     for lam in (1e5, 1e4, 1e3, 100, 10, 1):
 *         Q = D1.T @ D1 / (n - 1) + lam * D2.T @ D2; eta = np.full(n, np.log(e.sum() / x.sum()))
 *         for _ in range(200):
 *             mu = x * np.exp(eta); eta -= 0.5 * np.linalg.solve(np.diag(mu) + Q, mu - e + Q @ eta)
 *         mu = x * np.exp(eta)
 *         c = 2 * (mu - e * eta).sum() + eta @ Q @ eta - (n - 2) * np.log(lam) + np.linalg.slogdet(np.diag(mu) + Q)[1]
 *         if best is None or c &lt; best[0]: best = c, eta
 *     t = np.exp(best[1]); return t * x.sum() / (x * t).sum()
 * </pre>
 */
class LevelCurveTest {
    /** The first level is that of deals without an amount, which have no place in the order. */
    private static double[] curve(double[] counted, double[] expected) {
        return LevelCurve.of(counted, expected, 1);
    }

    @Test
    void whereCountsLieOnALineItIsThatOfAPoissonRegression() {
        assertThat(curve(new double[] {5, 30, 22, 9, 2}, new double[] {4, 20, 21, 14, 6}))
                .containsExactly(new double[] {1, 1.4819096, 0.9616709, 0.6240623, 0.4049746}, within(1e-6));
        assertThat(curve(new double[] {0, 3, 12, 7, 9}, new double[] {0, 6, 13, 6, 5}))
                .containsExactly(new double[] {1, 0.5749411, 0.8287382, 1.1945641, 1.7218745}, within(1e-6));
    }

    @Test
    void whereCountsBendItBends() {
        assertThat(curve(new double[] {0, 40, 90, 160, 70, 30, 15}, new double[] {0, 70, 80, 90, 80, 60, 30}))
                .containsExactly(
                        new double[] {1, 0.5838836, 1.1463834, 1.7732170, 0.8976928, 0.5216927, 0.4903654},
                        within(1e-6));
    }

    /** Else large deals would be taken to be won as often as small ones as long as there are few, and most of the money is in them. */
    @Test
    void aSlopeThatIsTrueIsNotMadeFlatterForBeingUncertain() {
        double[] expected = {0, 8, 12, 16, 12, 8, 4};
        double[] counted = new double[expected.length];
        double sum = 0;
        for (int level = 1; level < expected.length; level++) {
            counted[level] = expected[level] * StrictMath.exp(-0.15 * level);
            sum += counted[level];
        }
        double[] curve = curve(counted, expected);
        for (int level = 1; level < expected.length; level++) {
            // 36 events: the slope's standard error is 0.12, as large as the slope
            assertThat(curve[level] * sum / 60).isEqualTo(counted[level] / expected[level], within(0.01));
        }
    }

    @Test
    void withoutEventsOrWithOneLevelThereIsNoCurve() {
        assertThat(curve(new double[5], new double[] {4, 20, 21, 14, 6})).containsOnly(1);
        assertThat(curve(new double[] {0, 0, 5, 0}, new double[] {1, 0, 9, 0})).containsOnly(1);
    }

    /** A level on which nothing was expected is like those beside it, beyond the last like the last. */
    @Test
    void levelsWithoutAnyDealsFollowTheirNeighbours() {
        double[] curve = curve(new double[] {0, 0, 30, 0, 10, 0}, new double[] {0, 0, 20, 0, 20, 0});
        assertThat(curve[3]).isBetween(curve[4], curve[2]);
        assertThat(curve[1]).isEqualTo(curve[2]);
        assertThat(curve[5]).isEqualTo(curve[4]);
    }

    @Test
    void allEventsAtOneEndLeaveASlopeThatIsFinite() {
        assertThat(curve(new double[] {0, 0, 0, 0, 45}, new double[] {0, 20, 10, 10, 5}))
                .containsExactly(new double[] {1, 0.0026680, 0.0179802, 0.2169912, 8.5193853}, within(1e-6));
    }
}
