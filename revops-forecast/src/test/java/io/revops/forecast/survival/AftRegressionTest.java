package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What is refused and by what name, and what a model says beyond the last time seen. */
class AftRegressionTest {
    private static final Lifetimes COMPANY = Hazards.company(7, 300);
    private static final AftModel MODEL =
            AftRegression.of(AftShape.WEIBULL).train(COMPANY).orElseThrow();

    private static Lifetimes with(String name, ToDoubleFunction<Lifetime> column) {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("seats", "discount", name);
        COMPANY.rows().forEach(r -> rows.add(r.having(r.value(0), r.value(1), column.applyAsDouble(r))));
        return rows.build();
    }

    private static Refused<?> refused(Lifetimes lifetimes) {
        return (Refused<?>) AftRegression.of(AftShape.WEIBULL).train(lifetimes);
    }

    private static Lifetimes plain(Lifetime... rows) {
        return CurvesTest.of(rows);
    }

    @Test
    void columnsThatCannotBeFittedAreNamed() {
        assertThat(refused(with("plan", r -> 2)))
                .hasToString("refused: The columns [plan] have the same value in every row. Maybe leave them out.");
        Refused<?> both = refused(with("both", r -> r.value(0) + r.value(1)));
        assertThat(both.code()).isEqualTo(RefusalCode.COLLINEAR_COLUMN);
        assertThat(both.why()).contains("(both)");
        Refused<?> separating = refused(with("cancelled", r -> r.cause().isPresent() ? 1 : 0));
        assertThat(separating.code()).isEqualTo(RefusalCode.SEPARATING_COLUMN);
        assertThat(separating.why()).contains("[cancelled]");
    }

    @Test
    void timesThatCannotBeFittedAreNamed() {
        assertThat(refused(plain()).code()).isEqualTo(RefusalCode.NO_LIFETIMES);
        assertThat(refused(plain(Lifetime.running("a", 1))).code()).isEqualTo(RefusalCode.NOTHING_ENDED);
        Refused<?> zero = refused(plain(Lifetime.ended("a", 0), Lifetime.ended("b", 2)));
        assertThat(zero.code()).isEqualTo(RefusalCode.UNFIT_TIME);
        assertThat(zero.why()).contains("(a)");
        Refused<?> same = refused(plain(Lifetime.ended("a", 2), Lifetime.ended("b", 2), Lifetime.ended("c", 2)));
        assertThat(same.code()).isEqualTo(RefusalCode.NOT_CONVERGED);
    }

    @Test
    void meanOfAnExponentialIsItsIntegral() {
        AftCurve exponential = new AftCurve(TimeScale.MONTH, AftShape.WEIBULL, StrictMath.log(12), 1);
        for (double horizon : new double[] {0.5, 12, 36, 400}) {
            assertThat(exponential.mean(horizon)).isCloseTo(12 * (1 - Math.exp(-horizon / 12)), within(1e-10));
        }
        assertThat(exponential.mean(0)).isZero();
        AftCurve steep = new AftCurve(TimeScale.MONTH, AftShape.WEIBULL, StrictMath.log(12), 3);
        // S = exp(-(t/12)^(1/3)): with u = (t/12)^(1/3) the integral is 12 (6 - exp(-u) (3u^2 + 6u + 6))
        double u = Math.cbrt(50 / 12.0);
        assertThat(steep.mean(50)).isCloseTo(12 * (6 - Math.exp(-u) * (3 * u * u + 6 * u + 6)), within(1e-9));
        AftCurve odds = new AftCurve(TimeScale.MONTH, AftShape.LOG_LOGISTIC, StrictMath.log(5), 1);
        assertThat(odds.mean(20)).isCloseTo(5 * Math.log(1 + 20 / 5.0), within(1e-10));
    }

    @Test
    void quantileAndSurvivalAreInverse() {
        for (AftShape shape : AftShape.values()) {
            AftCurve curve = new AftCurve(TimeScale.MONTH, shape, 2, 0.6);
            for (double share : new double[] {1e-6, 0.01, 0.5, 0.99, 1 - 1e-9}) {
                assertThat(curve.at(curve.quantile(share).orElseThrow())).isCloseTo(1 - share, within(1e-13));
            }
            assertThat(curve.at(0)).isEqualTo(1);
            assertThat(curve.at(1e300)).isCloseTo(0, within(1e-12));
            assertThat(new AftCurve(TimeScale.MONTH, shape, 800, 1).median()).isEmpty();
        }
    }

    @Test
    void whatIsLeftOfAnExponentialDoesNotAge() {
        LifetimeCurve exponential = new AftCurve(TimeScale.MONTH, AftShape.WEIBULL, StrictMath.log(12), 1);
        assertThat(exponential.given(30).median().orElseThrow())
                .isCloseTo(exponential.median().orElseThrow(), within(1e-10));
    }

    @Test
    void aUnitOfAColumnStretchesEveryQuantile() {
        double ratio = Math.exp(MODEL.coefficient("seats").value());
        for (double share : new double[] {0.1, 0.5, 0.9}) {
            assertThat(MODEL.curve(1.5, 1).quantile(share).orElseThrow()
                            / MODEL.curve(0.5, 1).quantile(share).orElseThrow())
                    .isCloseTo(ratio, within(1e-10));
        }
        Interval interval = MODEL.timeRatio("seats", 0.9);
        assertThat(interval.contains(ratio)).isTrue();
        assertThat(MODEL.likelihoodRatio().orElseThrow().pValue()).isLessThan(1e-6);
        assertThat(MODEL.intercept().interval(0.99).contains(Hazards.MIDDLE)).isTrue();
        assertThat(MODEL.logSpread().interval(0.99).contains(Math.log(Hazards.SPREAD)))
                .isTrue();
    }

    @Test
    void withoutColumnsItIsOneCurveForAll() {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY);
        COMPANY.rows().forEach(r -> rows.add(r.having()));
        AftModel one = AftRegression.of(AftShape.LOG_NORMAL).train(rows.build()).orElseThrow();
        assertThat(one.likelihoodRatio()).isEmpty();
        assertThat(one.numbers().logLikelihood()).isEqualTo(one.numbers().nullLogLikelihood());
        assertThat(one.curve().median().orElseThrow())
                .isCloseTo(Math.exp(one.numbers().intercept()), within(1e-12));
    }

    @Test
    void whatTheModelDoesNotKnowIsSaid() {
        assertThatThrownBy(() -> MODEL.coefficient("price")).hasMessageContaining("Maybe one of [seats, discount].");
        assertThatThrownBy(() -> MODEL.curve(1)).hasMessageContaining("Maybe one for each.");
        assertThatThrownBy(() -> MODEL.curve(1, Double.NaN)).hasMessageContaining("(discount)");
        assertThat(MODEL.toString()).startsWith("AFT regression, weibull, on [seats, discount], ");
        assertThat(AftShape.LOG_LOGISTIC).hasToString("log-logistic");
    }

    @Test
    void aHandfulOfLifetimesIsToldWithErrorsOrRefused() {
        Random random = new Random(20261126);
        int told = 0;
        for (int drawn = 0; drawn < 3_000; drawn++) {
            Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("seats", "discount");
            int size = 3 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                double exit = (1 + random.nextInt(60)) / 2.0;
                double seats = random.nextInt(3) == 0 ? 0 : -3 + 0.01 * random.nextInt(600);
                Lifetime row = random.nextInt(4) == 0
                        ? Lifetime.running("a" + i, exit)
                        : Lifetime.ended("a" + i, exit, "gone");
                rows.add(row.having(seats, random.nextInt(2)));
            }
            Lifetimes lifetimes = rows.build();
            for (AftShape shape : AftShape.values()) {
                Optional<AftModel> model =
                        AftRegression.of(shape).train(lifetimes).model();
                told += model.isPresent() ? 1 : 0;
                model.ifPresent(m -> assertThat(List.of(
                                m.coefficient("seats").standardError(),
                                m.coefficient("discount").standardError(),
                                m.logSpread().standardError()))
                        .allSatisfy(e -> assertThat(e).isPositive().isFinite()));
            }
        }
        assertThat(told).isGreaterThan(100);
    }
}
