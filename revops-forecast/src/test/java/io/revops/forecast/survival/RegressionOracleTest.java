package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.forecast.Ridge;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Cox and AFT regressions against R's coxph, cox.zph, survfit.coxph and survreg, to 1e-6, and closer where both can. */
class RegressionOracleTest {
    private static final String[] COLUMNS = {"seats", "discount", "spend"};

    private static Offset<Double> near(double theirs) {
        return within(1e-6 * Math.max(1e-3, Math.min(1, Math.abs(theirs))));
    }

    private static void same(double[] ours, JsonNode theirs) {
        double[] expected = Oracle.numbers(theirs);
        assertThat(ours).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(ours[i]).isCloseTo(expected[i], near(expected[i]));
        }
    }

    private static double[] errors(double[] covariance) {
        int n = (int) Math.sqrt(covariance.length);
        double[] errors = new double[n];
        for (int j = 0; j < n; j++) {
            errors[j] = Math.sqrt(covariance[j * n + j]);
        }
        return errors;
    }

    private static void sameErrors(double[] ours, JsonNode theirs) {
        double[] expected = errors(Oracle.numbers(theirs));
        double[] errors = errors(ours);
        assertThat(errors).hasSameSizeAs(expected);
        for (int j = 0; j < expected.length; j++) {
            assertThat(errors[j]).isCloseTo(expected[j], within(1e-6 * expected[j]));
        }
    }

    private static Lifetimes rows(JsonNode each) {
        Lifetimes rows = Oracle.rows(each.path("late").asBoolean(), Oracle.Weight.of(each));
        return each.path("strata").asBoolean() ? rows : rows.unstratified();
    }

    private static CoxModel model(JsonNode each) {
        return CoxRegression.standard()
                .with(Ties.valueOf(each.get("ties").asText().toUpperCase(Locale.ROOT)))
                .train(rows(each))
                .orElseThrow();
    }

    @Test
    void coefficientsErrorsAndTestsOfCoxAreThoseOfR() {
        int checked = 0;
        for (JsonNode each : Oracle.says("cox")) {
            CoxModel model = model(each);
            CoxNumbers numbers = model.numbers();
            same(numbers.columns().stream().mapToDouble(CoxColumn::coefficient).toArray(), each.get("coefficient"));
            sameErrors(numbers.covariance().toArray(), each.get("covariance"));
            same(numbers.covariance().toArray(), each.get("covariance"));
            sameErrors(numbers.robust().toArray(), each.get("robust"));
            assertThat(numbers.logLikelihood())
                    .isCloseTo(each.get("logLikelihood").asDouble(), within(1e-8));
            assertThat(numbers.nullLogLikelihood())
                    .isCloseTo(each.get("nullLogLikelihood").asDouble(), within(1e-8));
            assertThat(model.likelihoodRatio().orElseThrow().statistic())
                    .isCloseTo(each.get("likelihoodRatio").asDouble(), within(1e-8));
            assertThat(model.wald().orElseThrow().statistic())
                    .isCloseTo(each.get("wald").asDouble(), within(1e-6));
            assertThat(model.score().orElseThrow().statistic())
                    .isCloseTo(each.get("score").asDouble(), within(1e-6));
            assertThat(numbers.concordance()).isCloseTo(each.get("concordance").asDouble(), within(1e-9));
            checked++;
        }
        assertThat(checked).isEqualTo(24);
    }

    @Test
    void curvesOfCoxAreThoseOfR() {
        for (JsonNode each : Oracle.says("cox")) {
            CoxModel model = model(each);
            for (int k = 0; k < 2; k++) {
                JsonNode expected = each.get("curves").get(k);
                CoxCurve curve = model.curveIn(
                        expected.get("stratum").asText(),
                        Oracle.numbers(each.get("values").get(k)));
                same(curve.times().toArray(), expected.get("time"));
                same(curve.hazard().toArray(), expected.get("hazard"));
                same(curve.standardErrors().toArray(), expected.get("error"));
            }
        }
    }

    @Test
    void proportionalHazardsTestIsThatOfR() {
        AgeScale[] scales = {AgeScale.KAPLAN_MEIER, AgeScale.TIME, AgeScale.RANK, AgeScale.LOG};
        for (JsonNode each : Oracle.says("cox")) {
            CoxModel model = model(each);
            for (int k = 0; k < scales.length; k++) {
                ProportionalHazardsTest ours = ProportionalHazardsTest.of(model, rows(each), scales[k]);
                JsonNode theirs = each.get("proportional").get(k);
                for (int j = 0; j < COLUMNS.length; j++) {
                    check(ours.columns().get(j).test().orElseThrow(), theirs, j);
                }
                check(ours.global().orElseThrow(), theirs, COLUMNS.length);
            }
        }
    }

    private static void check(ChiSquared ours, JsonNode theirs, int j) {
        assertThat(ours.statistic()).isCloseTo(theirs.get("statistic").get(j).asDouble(), within(1e-6));
        assertThat(ours.pValue()).isCloseTo(theirs.get("pValue").get(j).asDouble(), within(1e-6));
    }

    @Test
    void ridgeIsThatOfR() {
        JsonNode theirs = Oracle.says("ridge");
        CoxModel model = CoxRegression.standard()
                .with(Ridge.of(theirs.get("theta").asDouble()))
                .train(Oracle.rows(false, Oracle.Weight.ONE).unstratified())
                .orElseThrow();
        same(
                model.numbers().columns().stream()
                        .mapToDouble(CoxColumn::coefficient)
                        .toArray(),
                theirs.get("coefficient"));
        sameErrors(model.numbers().covariance().toArray(), theirs.get("covariance"));
        assertThat(model.likelihoodRatio()).isEmpty();
    }

    @Test
    void acceleratedFailureTimesAreThoseOfR() {
        int checked = 0;
        for (JsonNode each : Oracle.says("aft")) {
            AftShape shape = AftShape.valueOf(each.get("shape").asText().toUpperCase(Locale.ROOT));
            AftModel model = AftRegression.of(shape).train(rows(each)).orElseThrow();
            check(model, each);
            assertThat(model.numbers().nullLogLikelihood())
                    .isCloseTo(each.get("nullLogLikelihood").asDouble(), within(1e-6));
            sameErrors(model.numbers().robust().toArray(), each.get("robust"));
            assertThat(model.numbers().spread()).isCloseTo(each.get("spread").asDouble(), within(1e-6));
            double[] values = Oracle.numbers(each.get("values"));
            double[] shares = {0.1, 0.5, 0.9};
            for (int k = 0; k < shares.length; k++) {
                double time = model.curve(values).quantile(shares[k]).orElseThrow();
                double expected = each.get("quantile").get(k).asDouble();
                assertThat(time).isCloseTo(expected, within(1e-6 * expected));
                assertThat(time * model.logQuantileError(shares[k], values))
                        .isCloseTo(each.get("quantileError").get(k).asDouble(), within(1e-5));
                assertThat(model.curve(values).at(time)).isCloseTo(1 - shares[k], within(1e-12));
            }
            checked++;
        }
        assertThat(checked).isEqualTo(9);
    }

    private static void check(AftModel model, JsonNode theirs) {
        double[] coefficients = new double[model.columns().size() + 1];
        coefficients[0] = model.numbers().intercept();
        for (int j = 1; j < coefficients.length; j++) {
            coefficients[j] = model.numbers().columns().get(j - 1).coefficient();
        }
        same(coefficients, theirs.get("coefficient"));
        sameErrors(model.numbers().covariance().toArray(), theirs.get("covariance"));
        assertThat(model.numbers().logLikelihood())
                .isCloseTo(theirs.get("logLikelihood").asDouble(), within(1e-6));
    }

    @Test
    void lateEntryOfAcceleratedFailureTimesIsThatOfSymbolicDerivatives() {
        Lifetimes all = Oracle.rows(true, Oracle.Weight.ONE);
        Lifetimes.Builder two = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("seats", "discount");
        all.rows().forEach(r -> two.add(r.having(r.value(0), r.value(1))));
        for (JsonNode each : Oracle.says("lateAft")) {
            AftShape shape = AftShape.valueOf(each.get("shape").asText().toUpperCase(Locale.ROOT));
            AftModel model = AftRegression.of(shape).train(two.build()).orElseThrow();
            check(model, each);
            assertThat(model.logSpread().value())
                    .isCloseTo(each.get("logSpread").asDouble(), within(1e-6));
        }
    }
}
