package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Normals;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Ridge;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What is refused and by what name, and what a model says of a row. */
class CoxRegressionTest {
    private static final Lifetimes COMPANY = Hazards.company(7, 300);
    private static final CoxModel MODEL =
            CoxRegression.standard().train(COMPANY).orElseThrow();

    /** The company with one column more. */
    private static Lifetimes with(String name, ToDoubleFunction<Lifetime> column) {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("seats", "discount", name);
        COMPANY.rows().forEach(r -> rows.add(r.having(r.value(0), r.value(1), column.applyAsDouble(r))));
        return rows.build();
    }

    private static Refused<CoxModel> refused(Training<CoxModel> training) {
        return (Refused<CoxModel>) training;
    }

    @Test
    void aConstantColumnIsNamed() {
        Lifetimes constant = with("plan", r -> 0.1);
        Refused<CoxModel> refused = refused(CoxRegression.standard().train(constant));
        assertThat(refused.code()).isEqualTo(RefusalCode.CONSTANT_COLUMN);
        assertThat(refused)
                .hasToString("refused: The columns [plan] have the same value in every row. Maybe leave them out.");
        Trained<CoxModel> ridge =
                (Trained<CoxModel>) CoxRegression.standard().with(Ridge.of(0.5)).train(constant);
        assertThat(ridge.fitted().coefficient("plan")).isEqualTo(new Estimate(0, 0));
        assertThat(ridge.reasons()).containsExactly("Constant and without effect: [plan].");
        assertThat(ridge.fitted().wald()).isEmpty();
    }

    @Test
    void aColumnThatRepeatsOthersIsNamed() {
        Lifetimes repeated = with("both", r -> 3 * r.value(0) - 2 * r.value(1) + 7);
        Refused<CoxModel> refused = refused(CoxRegression.standard().train(repeated));
        assertThat(refused.code()).isEqualTo(RefusalCode.COLLINEAR_COLUMN);
        assertThat(refused.why()).contains("[both]");
        CoxModel ridge =
                CoxRegression.standard().with(Ridge.of(1)).train(repeated).orElseThrow();
        assertThat(ridge.coefficient("both").standardError()).isPositive();
    }

    @Test
    void aColumnThatOnlyTellsTheStrataSaysNothingBeyondThem() {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("seats", "large");
        COMPANY.rows().forEach(r -> rows.add(r.having(r.value(0), r.value(1)).in(r.value(1) == 1 ? "large" : "small")));
        Refused<CoxModel> refused = refused(CoxRegression.standard().train(rows.build()));
        assertThat(refused.code()).isEqualTo(RefusalCode.COLLINEAR_COLUMN);
        assertThat(refused.why()).contains("[large]");
    }

    @Test
    void theSeparatingColumnIsNamedAndNoOther() {
        for (Lifetimes separating : List.of(
                with("cancelled", r -> r.cause().isPresent() ? 1 : 0),
                with("left on", Lifetime::exit),
                with("rare", r -> r.cause().isEmpty() && r.exit() > 15 ? 1 : 0))) {
            Refused<CoxModel> refused = refused(CoxRegression.standard().train(separating));
            assertThat(refused.code()).isEqualTo(RefusalCode.SEPARATING_COLUMN);
            assertThat(refused.why()).contains("[" + separating.columns().get(2) + "]");
            assertThat(refused.fallback()).contains("Ridge.of(1)");
            CoxModel ridge =
                    CoxRegression.standard().with(Ridge.of(1)).train(separating).orElseThrow();
            assertThat(ridge.coefficient("seats").value()).isFinite();
        }
    }

    @Test
    void unscaledColumnsGiveTheSameModel() {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("seats", "discount");
        COMPANY.rows().forEach(r -> rows.add(r.having(5e8 + 1e7 * r.value(0), 1e-9 * r.value(1))));
        CoxModel scaled = CoxRegression.standard().train(rows.build()).orElseThrow();
        assertThat(scaled.coefficient("seats").value() * 1e7)
                .isCloseTo(MODEL.coefficient("seats").value(), within(1e-7));
        assertThat(scaled.coefficient("discount").standardError() * 1e-9)
                .isCloseTo(MODEL.coefficient("discount").standardError(), within(1e-9));
        assertThat(scaled.numbers().logLikelihood()).isCloseTo(MODEL.numbers().logLikelihood(), within(1e-7));
    }

    @Test
    void tooLittleIsRefused() {
        Lifetimes.Builder none = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("x");
        assertThat(refused(CoxRegression.standard().train(none.build())).code()).isEqualTo(RefusalCode.NO_LIFETIMES);
        none.add(Lifetime.running("a", 1).having(1))
                .add(Lifetime.running("b", 1).having(2));
        assertThat(refused(CoxRegression.standard().train(none.build())))
                .hasToString(
                        "refused: None of 2 lifetimes ended. Maybe wait for the first, and read the Kaplan-Meier curve until then.");
        Lifetimes.Builder two = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("x");
        two.add(Lifetime.ended("a", 1).having(1)).add(Lifetime.ended("b", 2).having(2));
        assertThat(refused(CoxRegression.standard().train(two.build())).code())
                .isEqualTo(RefusalCode.SEPARATING_COLUMN);
        assertThatThrownBy(() -> CoxRegression.standard()
                        .train(Lifetimes.in(TimeScale.DAY, Oracle.DAY).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no column");
    }

    @Test
    void trainingStopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> CoxRegression.standard().train(COMPANY)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void contributionsAddUpToTheLogHazard() {
        Doubles parts = MODEL.contributions(2, 1);
        assertThat(parts.at(0) + parts.at(1)).isEqualTo(MODEL.logHazard(2, 1));
        assertThat(MODEL.logHazard(2, 1) - MODEL.logHazard(1, 1))
                .isCloseTo(MODEL.coefficient("seats").value(), within(1e-12));
        Interval ratio = MODEL.hazardRatio("discount", 0.9);
        assertThat(Math.sqrt(ratio.low() * ratio.high()))
                .isCloseTo(Math.exp(MODEL.coefficient("discount").value()), within(1e-12));
    }

    @Test
    void curveOfARowHasAMedianThatMayNotBeReached() {
        CoxCurve bad = MODEL.curve(-2, 1);
        double median = bad.median().orElseThrow();
        assertThat(bad.at(median)).isLessThanOrEqualTo(0.5);
        assertThat(bad.at(median - 1e-9)).isGreaterThan(0.5);
        assertThat(MODEL.curve(6, 0).median()).isEmpty();
        assertThat(bad.given(5).median().orElseThrow()).isPositive();
        assertThat(bad.at(0)).isEqualTo(1);
        assertThat(bad.interval(0, 0.9, ConfidenceBand.LOG)).isEmpty();
        assertThat(bad.hazardErrorAt(0)).isZero();
        assertThat(bad.mean(10)).isBetween(0.0, 10.0);
        assertThatThrownBy(() -> bad.mean(1000)).hasMessageContaining("Maybe mean(");
    }

    @Test
    void survivalAtATimeIsThatOfTheCurve() {
        CoxModel strata = CoxRegression.standard()
                .train(Oracle.rows(true, Oracle.Weight.WEIGHT))
                .orElseThrow();
        for (double time : new double[] {0, 0.5, 7.3, 20, 400}) {
            assertThat(MODEL.survival(time, 1, 1)).isEqualTo(MODEL.curve(1, 1).at(time));
            assertThat(strata.survivalIn("small", time, 1, 0, 3000))
                    .isEqualTo(strata.curveIn("small", 1, 0, 3000).at(time));
        }
        assertThatThrownBy(() -> strata.survival(1, 1, 0, 3000))
                .hasMessageContaining("Maybe one of [large, middle, small].");
    }

    @Test
    void whatTheModelDoesNotKnowIsSaid() {
        assertThatThrownBy(() -> MODEL.coefficient("price"))
                .hasMessage("There is no column (price). Maybe one of [seats, discount].");
        assertThatThrownBy(() -> MODEL.logHazard(1)).hasMessageContaining("There are 1 values for the columns");
        assertThatThrownBy(() -> MODEL.logHazard(1, Double.NaN))
                .hasMessageContaining("There is NaN in the column (discount)");
        assertThatThrownBy(() -> MODEL.curveIn("west", 1, 1)).hasMessageContaining("There is no stratum (west)");
        assertThatThrownBy(() -> Ridge.of(-1)).hasMessageContaining("Maybe 1, or Ridge.none()");
        assertThatThrownBy(() -> ProportionalHazardsTest.of(MODEL, with("x", Lifetime::exit)))
                .hasMessageContaining("Maybe pass those that it was trained on.");
        assertThat(MODEL.toString())
                .startsWith("Cox regression on [seats, discount], ")
                .contains(" of 300 ended, concordance 0.");
        assertThat(MODEL.provenance().method()).isEqualTo("Cox regression, efron ties");
    }

    @Test
    void concordanceCountsAllPairs() {
        Lifetimes late = Oracle.rows(true, Oracle.Weight.WEIGHT);
        CoxModel model = CoxRegression.standard().train(late).orElseThrow();
        double[] pairs = new double[2];
        for (Lifetime a : late.rows()) {
            for (Lifetime b : late.rows()) {
                boolean later =
                        b.exit() > a.exit() || b.exit() == a.exit() && b.cause().isEmpty();
                boolean watched = b.entry() == 0 || b.entry() < a.exit();
                if (a.cause().isPresent() && later && watched && a.stratum().equals(b.stratum())) {
                    double difference = model.logHazard(a.values()) - model.logHazard(b.values());
                    pairs[0] += a.weight() * b.weight();
                    pairs[1] += a.weight() * b.weight() * (difference > 0 ? 1 : difference == 0 ? 0.5 : 0);
                }
            }
        }
        assertThat(model.numbers().concordance()).isCloseTo(pairs[1] / pairs[0], within(1e-12));
    }

    @Test
    void anEffectThatChangesWithAgeIsFoundAndOneThatDoesNotIsNot() {
        RandomGenerator stream = Hazards.stream(5, "crossing");
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("crossing", "steady");
        for (int i = 0; i < 800; i++) {
            double crossing = i % 2;
            double steady = Normals.next(stream);
            // group 1 has a falling hazard, group 0 a rising one
            double time = Hazards.weibull(stream, 2 - 0.3 * steady, 1);
            rows.add(Lifetime.ended("a" + i, crossing == 1 ? Math.pow(time, 1.6) : time)
                    .having(crossing, steady));
        }
        Lifetimes lifetimes = rows.build();
        ProportionalHazardsTest test = ProportionalHazardsTest.of(
                CoxRegression.standard().train(lifetimes).orElseThrow(), lifetimes);
        assertThat(test.columns().get(0).test().orElseThrow().pValue()).isLessThan(1e-6);
        assertThat(test.global().orElseThrow().pValue()).isLessThan(1e-6);
        Lifetimes company = Hazards.company(11, 1000);
        ProportionalHazardsTest steady = ProportionalHazardsTest.of(
                CoxRegression.standard().train(company).orElseThrow(), company);
        assertThat(steady.global().orElseThrow().pValue()).isGreaterThan(0.01);
    }

    @Test
    void endsAtOneTimeTellNothingOfChange() {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("x");
        for (int i = 0; i < 20; i++) {
            rows.add((i % 3 == 0 ? Lifetime.ended("a" + i, 4) : Lifetime.running("a" + i, 5)).having(i * i % 7));
        }
        Lifetimes lifetimes = rows.build();
        ProportionalHazardsTest test = ProportionalHazardsTest.of(
                CoxRegression.standard().train(lifetimes).orElseThrow(), lifetimes);
        assertThat(test.columns().get(0).test()).isEmpty();
        assertThat(test.global()).isEmpty();
    }

    @Test
    void aLogarithmOfAgeZeroIsSaid() {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("x");
        for (int i = 0; i < 20; i++) {
            rows.add(Lifetime.ended("a" + i, i % 5).having(i * i % 7));
        }
        Lifetimes lifetimes = rows.build();
        CoxModel model = CoxRegression.standard().train(lifetimes).orElseThrow();
        assertThatThrownBy(() -> ProportionalHazardsTest.of(model, lifetimes, AgeScale.LOG))
                .hasMessageContaining("Maybe AgeScale.KAPLAN_MEIER.");
    }
}
