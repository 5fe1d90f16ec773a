package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The causes of one account's end. */
class CausesCurveTest {
    private static final Lifetimes ROWS = Oracle.rows(false, Oracle.Weight.ONE).unstratified();

    private static CoxCurve curve(String cause, double... values) {
        return CoxRegression.standard()
                .train(ROWS.endingBy(cause))
                .orElseThrow()
                .curve(values);
    }

    private static CausesCurve both(double... values) {
        return CausesCurve.of(new TreeMap<>(
                Map.of("voluntary", curve("voluntary", values), "involuntary", curve("involuntary", values))));
    }

    @Test
    void causesAddUpToWhatHasEnded() {
        CausesCurve both = both(1.2, 1, 4000);
        double before = 1;
        for (double time = 0; time < 45; time += 0.5) {
            assertThat(both.at(time)).isBetween(0.0, before);
            before = both.at(time);
            assertThat(both.incidence("voluntary", time) + both.incidence("involuntary", time))
                    .isCloseTo(1 - both.at(time), within(1e-14));
            assertThat(both.at(time))
                    .isCloseTo(
                            curve("voluntary", 1.2, 1, 4000).at(time)
                                    * curve("involuntary", 1.2, 1, 4000).at(time),
                            within(1e-14));
        }
    }

    @Test
    void meanOverTheAccountsIsNearAalenJohansen() {
        CumulativeIncidence all = AalenJohansen.of(ROWS).orElseThrow();
        CoxModel voluntary =
                CoxRegression.standard().train(ROWS.endingBy("voluntary")).orElseThrow();
        CoxModel involuntary =
                CoxRegression.standard().train(ROWS.endingBy("involuntary")).orElseThrow();
        for (double time : new double[] {6, 12, 18}) {
            double sum = 0;
            for (Lifetime row : ROWS.rows()) {
                sum += CausesCurve.of(new TreeMap<>(Map.of(
                                "voluntary", voluntary.curve(row.values()),
                                "involuntary", involuntary.curve(row.values()))))
                        .incidence("voluntary", time);
            }
            assertThat(sum / ROWS.size()).isCloseTo(all.at("voluntary", time).value(), within(0.01));
        }
    }

    @Test
    void whatIsLeftForOneThatHasLivedAddsUpToo() {
        CausesCurve both = both(1.2, 1, 4000);
        assertThat(both.incidenceGiven("voluntary", 6, 6) + both.incidenceGiven("involuntary", 6, 6))
                .isCloseTo(1 - both.given(6).at(6), within(1e-13));
        assertThat(both.median().orElseThrow()).isPositive();
        assertThat(both.mean(10)).isBetween(0.0, 10.0);
        assertThatThrownBy(() -> both.incidence("price", 1))
                .hasMessage("There is no cause (price). Maybe one of [involuntary, voluntary].");
        assertThatThrownBy(() -> CausesCurve.of(new TreeMap<>())).hasMessageContaining("Maybe at least one");
    }
}
