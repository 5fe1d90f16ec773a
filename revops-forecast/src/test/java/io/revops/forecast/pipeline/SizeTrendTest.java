package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * The trend of hazards by size, against R 4.2.2's Poisson regression of events in the size with an offset, its slope drawn towards 0:
 *
 * <pre>
 * trend &lt;- function(c, e) {
 *   k &lt;- seq_along(c)
 *   f &lt;- glm(c ~ k, offset = log(e), family = poisson, control = glm.control(epsilon = 1e-12))
 *   b &lt;- coef(f)[2]
 *   t &lt;- exp(b * max(0, 1 - vcov(f)[2, 2] / b^2) * k)
 *   t * sum(e) / sum(e * t)
 * }
 * </pre>
 */
class SizeTrendTest {
    private static double[] trend(double[] counted, double[] expected) {
        return SizeTrend.of(counted, expected);
    }

    /** The first level is that of deals without an amount, which have no size. */
    @Test
    void largerDealsThatAreWonLessOftenHaveTheTrendOfAPoissonRegression() {
        // trend(c(30, 22, 9, 2), c(20, 21, 14, 6))
        assertThat(trend(new double[] {5, 30, 22, 9, 2}, new double[] {4, 20, 21, 14, 6}))
                .containsExactly(
                        new double[] {1, 1.437225209033, 0.971437007392, 0.656605418134, 0.443807135041}, within(1e-9));
        // trend(c(3, 12, 7, 9), c(6, 13, 6, 5))
        assertThat(trend(new double[] {0, 3, 12, 7, 9}, new double[] {0, 6, 13, 6, 5}))
                .containsExactly(
                        new double[] {1, 0.648718370830, 0.869524731775, 1.165487664857, 1.562188454561}, within(1e-9));
    }

    /** The slope of c(20, 22, 13, 7) over c(20, 21, 14, 6) is smaller than its standard error. */
    @Test
    void whatMayBeChanceIsNoTrend() {
        assertThat(trend(new double[] {5, 20, 22, 13, 7}, new double[] {4, 20, 21, 14, 6}))
                .containsOnly(1);
        assertThat(trend(new double[5], new double[] {4, 20, 21, 14, 6})).containsOnly(1);
    }
}
