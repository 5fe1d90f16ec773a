package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Ridge;
import io.revops.forecast.Trained;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against R's glm and scikit-learn; oracle/logistic.json and measures.json name their commands and tolerances. */
class LogisticRegressionTest {
    private static final LogisticRegression PLAIN =
            LogisticRegression.standard().with(Ridge.none());

    private static Offset<Double> near(double expected) {
        return within(1e-6 * Math.max(1e-3, Math.abs(expected)));
    }

    @Test
    void coefficientsErrorsAndLikelihoodAreThoseOfR() {
        JsonNode oracle = Oracle.read("logistic.json");
        double[] labels = Oracle.numbers(oracle, "y");
        int cases = 0;
        for (JsonNode each : oracle.get("cases")) {
            double[] weights = Oracle.numbers(each, "weights");
            DataSetBuilder rows = DataSet.of("x1", "x2", "x3", "x4");
            for (int i = 0; i < labels.length; i++) {
                double[] row = new double[4];
                for (int f = 0; f < 4; f++) {
                    row[f] = Oracle.numbers(oracle, "x" + (f + 1))[i];
                }
                rows.row("r" + i, labels[i], row).weighing(weights[i]);
            }
            LogisticModel model = PLAIN.learn(rows.build()).orElseThrow();
            double[] coefficients = Oracle.numbers(each, "coefficients");
            double[] errors = Oracle.numbers(each, "errors");
            assertThat(model.intercept()).isCloseTo(coefficients[0], near(coefficients[0]));
            assertThat(model.interceptError().orElseThrow()).isCloseTo(errors[0], near(errors[0]));
            for (int f = 0; f < 4; f++) {
                LogisticTerm term = model.terms().get(f);
                assertThat(term.coefficient()).isCloseTo(coefficients[f + 1], near(coefficients[f + 1]));
                assertThat(term.standardError().orElseThrow()).isCloseTo(errors[f + 1], near(errors[f + 1]));
            }
            double likelihood = Oracle.number(each, "logLikelihood");
            assertThat(model.logLikelihood()).isCloseTo(likelihood, within(1e-6));
            cases++;
        }
        assertThat(cases).isEqualTo(2);
    }

    @Test
    void ridgeIsThatOfScikitLearn() {
        JsonNode oracle = Oracle.read("measures.json").get("ridge");
        double[] labels = Oracle.numbers(oracle, "labels");
        DataSetBuilder rows = DataSet.of("a", "b", "c");
        for (int i = 0; i < labels.length; i++) {
            JsonNode row = oracle.get("rows").get(i);
            rows.row(
                    "r" + i,
                    labels[i],
                    row.get(0).doubleValue(),
                    row.get(1).doubleValue(),
                    row.get(2).doubleValue());
        }
        for (JsonNode fit : oracle.get("fits")) {
            LogisticModel model = LogisticRegression.standard()
                    .with(Ridge.of(Oracle.number(fit, "lambda")))
                    .learn(rows.build())
                    .orElseThrow();
            double[] coefficients = Oracle.numbers(fit, "coefficients");
            for (int f = 0; f < 3; f++) {
                assertThat(model.terms().get(f).coefficient()).isCloseTo(coefficients[f], within(1e-6));
            }
            assertThat(model.intercept()).isCloseTo(Oracle.number(fit, "intercept"), within(1e-5));
            assertThat(model.logLikelihood()).isCloseTo(Oracle.number(fit, "logLikelihood"), within(1e-5));
        }
    }

    /** Two rows of the same content are one of twice the weight. */
    @Test
    void weightIsHowOftenARowIsThere() {
        DataSet once = Planted.line(300, 3, 0);
        DataSetBuilder twice = DataSet.of("usage", "tickets", "noise");
        DataSetBuilder heavy = DataSet.of("usage", "tickets", "noise");
        for (int i = 0; i < once.size(); i++) {
            heavy.row("r" + i, once.label(i), once.values(i)).weighing(i % 3 == 0 ? 2 : 1);
            for (int copy = 0; copy < (i % 3 == 0 ? 2 : 1); copy++) {
                twice.row("r" + i + copy, once.label(i), once.values(i));
            }
        }
        LogisticModel a = PLAIN.learn(twice.build()).orElseThrow();
        LogisticModel b = PLAIN.learn(heavy.build()).orElseThrow();
        for (String feature : a.features()) {
            assertThat(b.term(feature).coefficient()).isCloseTo(a.term(feature).coefficient(), within(1e-10));
            assertThat(b.term(feature).standardError().orElseThrow())
                    .isCloseTo(a.term(feature).standardError().orElseThrow(), within(1e-10));
        }
    }

    @Test
    void plantedCoefficientsAreWithinThreeStandardErrors() {
        LogisticModel model = PLAIN.learn(Planted.line(4000, 5, 0)).orElseThrow();
        double[] planted = {1.2, -0.8, 0};
        for (int f = 0; f < planted.length; f++) {
            LogisticTerm term = model.terms().get(f);
            assertThat(Math.abs(term.coefficient() - planted[f]))
                    .isLessThan(3 * term.standardError().orElseThrow());
        }
    }

    /**
     * A rare column of whose rows none had the event: its coefficient has no limit, and it is no sum of other columns. To say so would send
     * somebody to look for a column that does not exist.
     */
    @Test
    void separationOfAFewRowsIsNamedAndHeldByARidge() {
        DataSetBuilder data = DataSet.of("usage", "rare", "again");
        for (int i = 0; i < 400; i++) {
            double usage = (i * 37 % 100) / 50.0 - 1;
            double rare = i % 20 == 3 ? 1 : 0;
            boolean event = rare == 0 && (i * 53 % 100) / 100.0 < 0.3 - 0.2 * usage;
            data.row("r" + i, event ? 1 : 0, usage, rare, 2 * usage + 1);
        }
        Trained<LogisticModel> trained = (Trained<LogisticModel>)
                LogisticRegression.standard().with(Ridge.none()).learn(data.build());

        assertThat(trained.reasons()).hasSize(1);
        assertThat(trained.reasons().get(0)).contains("are told from the others by [rare]", "a ridge of 1");
        assertThat(trained.fitted().lambda()).isEqualTo(1);
        assertThat(trained.fitted().term("rare").standardError()).isPresent();
        assertThat(trained.fitted().term("rare").coefficient()).isBetween(-20.0, -1.0);
    }

    @Test
    void separationIsNamedAndHeldByARidge() {
        DataSetBuilder rows = DataSet.of("honest", "guilty");
        for (int i = 0; i < 100; i++) {
            rows.row("r" + i, i % 4 == 0 ? 1 : 0, i % 7, i % 4 == 0 ? 10 + i % 3 : i % 3);
        }
        Trained<LogisticModel> trained = (Trained<LogisticModel>) PLAIN.learn(rows.build());
        assertThat(trained.reasons()).hasSize(1);
        assertThat(trained.reasons().get(0)).contains("told apart without a fault by [guilty]");
        assertThat(trained.fitted().lambda()).isEqualTo(1);
        assertThat(trained.fitted().term("guilty").standardError().orElseThrow())
                .isFinite();
        assertThat(trained.provenance().method()).isEqualTo("logistic regression, ridge 1.0");
    }

    @Test
    void columnThatIsASumOfOthersIsLeftOutWithoutARidge() {
        DataSetBuilder rows = DataSet.of("a", "b", "sum");
        DataSet planted = Planted.line(300, 8, 0);
        for (int i = 0; i < planted.size(); i++) {
            double a = planted.value(i, 0);
            double b = planted.value(i, 1);
            rows.row("r" + i, planted.label(i), a, b, a + b);
        }
        Trained<LogisticModel> plain = (Trained<LogisticModel>) PLAIN.learn(rows.build());
        assertThat(plain.fitted().term("sum").coefficient()).isZero();
        assertThat(plain.fitted().term("sum").standardError()).isEqualTo(OptionalDouble.empty());
        assertThat(plain.reasons()).anyMatch(r -> r.contains("(sum) is a sum of multiples of earlier ones"));
        LogisticModel alone =
                PLAIN.learn(rows.build().only(java.util.List.of("a", "b"))).orElseThrow();
        assertThat(plain.fitted().logLikelihood()).isCloseTo(alone.logLikelihood(), within(1e-9));
        Trained<LogisticModel> held =
                (Trained<LogisticModel>) LogisticRegression.standard().learn(rows.build());
        assertThat(held.fitted().term("sum").coefficient()).isNotZero();
        assertThat(held.reasons()).isEmpty();
    }

    @Test
    void constantColumnHasNoCoefficient() {
        DataSet planted = Planted.line(200, 8, 0);
        DataSetBuilder rows = DataSet.of("usage", "constant");
        for (int i = 0; i < planted.size(); i++) {
            rows.row("r" + i, planted.label(i), planted.value(i, 0), 7);
        }
        LogisticModel model = PLAIN.learn(rows.build()).orElseThrow();
        assertThat(model.term("constant").coefficient()).isZero();
        assertThat(model.term("constant").standardError()).isEmpty();
        assertThat(model.logOdds(0.5, 7)).isEqualTo(model.logOdds(0.5, 99));
    }

    /** Missing values say something of their own where enough rows miss them, and nothing where few do. */
    @Test
    void missingValueHasACoefficientOfItsOwn() {
        DataSet planted = Planted.line(1000, 9, 0);
        DataSetBuilder often = DataSet.of("x");
        DataSetBuilder seldom = DataSet.of("x");
        for (int i = 0; i < planted.size(); i++) {
            double x = planted.value(i, 0);
            often.row("r" + i, i % 5 == 0 ? 1 : planted.label(i), i % 5 == 0 ? Double.NaN : x);
            seldom.row("r" + i, planted.label(i), i < 10 ? Double.NaN : x);
        }
        LogisticModel tells = LogisticRegression.standard().learn(often.build()).orElseThrow();
        assertThat(tells.term("x").missingCoefficient()).isGreaterThan(3);
        assertThat(tells.term("x").missingShare()).isEqualTo(0.2);
        assertThat(tells.probability(Double.NaN)).isGreaterThan(0.9);
        LogisticModel silent =
                LogisticRegression.standard().learn(seldom.build()).orElseThrow();
        assertThat(silent.term("x").missingCoefficient()).isZero();
        assertThat(silent.logOdds(Double.NaN)).isEqualTo(silent.base());
    }

    @Test
    void hugeValuesDoNotOverflow() {
        DataSet planted = Planted.line(300, 4, 0);
        DataSetBuilder rows = DataSet.of("huge", "tiny");
        for (int i = 0; i < planted.size(); i++) {
            rows.row("r" + i, planted.label(i), planted.value(i, 0) * 1e200, planted.value(i, 1) * 1e-200);
        }
        LogisticModel model = LogisticRegression.standard().learn(rows.build()).orElseThrow();
        LogisticModel usual = LogisticRegression.standard()
                .learn(planted.only(java.util.List.of("usage", "tickets")))
                .orElseThrow();
        assertThat(model.term("huge").coefficient() * 1e200)
                .isCloseTo(usual.term("usage").coefficient(), within(1e-9));
        assertThat(model.logOdds(1e200, 2e-200)).isCloseTo(usual.logOdds(1, 2), within(1e-9));
    }

    @Test
    void tooLittleIsRefusedWithWhatIsNeeded() {
        Refused<LogisticModel> rows = (Refused<LogisticModel>) PLAIN.learn(Planted.line(10, 1, 0));
        assertThat(rows.code()).isEqualTo(RefusalCode.TOO_FEW_CASES);
        assertThat(rows.need()).contains(new Refused.Need("rows", 20, 10));
        DataSetBuilder same = DataSet.of("x");
        DataSetBuilder few = DataSet.of("x");
        DataSetBuilder many = DataSet.of("x");
        DataSetBuilder real = DataSet.of("x");
        for (int i = 0; i < 100; i++) {
            same.row("r" + i, 0, i);
            few.row("r" + i, i < 4 ? 1 : 0, i);
            many.row("r" + i, i < 4 ? 0 : 1, i);
            real.row("r" + i, i * 0.5, i);
        }
        assertThat(((Refused<LogisticModel>) PLAIN.learn(same.build())).code()).isEqualTo(RefusalCode.ONE_OUTCOME);
        assertThat(((Refused<LogisticModel>) PLAIN.learn(few.build())).need())
                .contains(new Refused.Need("events", 5, 4));
        assertThat(((Refused<LogisticModel>) PLAIN.learn(many.build())).need())
                .contains(new Refused.Need("rows without the event", 5, 4));
        assertThat(((Refused<LogisticModel>) PLAIN.learn(real.build())).code()).isEqualTo(RefusalCode.LABEL_NOT_BINARY);
    }

    @Test
    void baseRateIsLeftWhereNothingElseIs() {
        BaseRateModel base = BaseRate.standard().learn(Planted.line(10, 1, 0)).orElseThrow();
        int events = Planted.line(10, 1, 0).events();
        assertThat(base.probability(1, 2, 3)).isEqualTo((events + 0.5) / 11);
        assertThat(base.reasons(1, 2, 3).top(3)).isEmpty();
        assertThat(base.reasons(1, 2, 3).total()).isEqualTo(base.logOdds(1, 2, 3));
        assertThat(BaseRate.standard().learn(DataSet.of("x").build()).model()).isEmpty();
    }

    @Test
    void interruptedTrainingStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> PLAIN.learn(Planted.line(100, 1, 0))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void ridgeIsNotNegative() {
        assertThatThrownBy(() -> Ridge.of(-1)).hasMessageContaining("Maybe 1, or Ridge.none()");
    }
}
