package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.forecast.arithmetic.Tails;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Curves and tests that assume nothing, against R's survfit and survdiff, to 1e-9. */
class CurveOracleTest {
    private static final Offset<Double> NEAR = within(1e-9);

    private static void same(Doubles ours, JsonNode theirs) {
        assertThat(ours.toArray()).containsExactly(Oracle.numbers(theirs), NEAR);
    }

    private static Lifetimes rows(JsonNode each) {
        return Oracle.rows(each.get("late").asBoolean(), Oracle.Weight.of(each));
    }

    @Test
    void kaplanMeierIsThatOfR() {
        for (JsonNode each : Oracle.says("curves")) {
            SurvivalCurve curve = KaplanMeier.of(rows(each)).orElseThrow();
            same(curve.times(), each.get("time"));
            same(curve.atRisk(), each.get("atRisk"));
            same(curve.ended(), each.get("ended"));
            same(curve.survival(), each.get("survival"));
            double[] errors = Oracle.numbers(each.get("standardError"));
            for (int i = 0; i < errors.length; i++) {
                if (curve.survival().at(i) > 0) {
                    assertThat(curve.standardErrors().at(i)).isCloseTo(errors[i], NEAR);
                }
            }
        }
    }

    @Test
    void bandsAndQuantilesAreThoseOfR() {
        for (JsonNode each : Oracle.says("curves")) {
            SurvivalCurve curve = KaplanMeier.of(rows(each)).orElseThrow();
            for (ConfidenceBand band : ConfidenceBand.values()) {
                JsonNode ends = each.get("bands").get(band.ordinal());
                for (int i = 0; i < curve.times().size(); i++) {
                    double s = curve.survival().at(i);
                    if (s > 0 && s < 1) {
                        Interval interval =
                                curve.interval(curve.times().at(i), 0.9, band).orElseThrow();
                        assertThat(interval.low())
                                .isCloseTo(ends.get("low").get(i).asDouble(), NEAR);
                        assertThat(interval.high())
                                .isCloseTo(ends.get("high").get(i).asDouble(), NEAR);
                    } else {
                        assertThat(curve.interval(curve.times().at(i), 0.9, band))
                                .isEmpty();
                    }
                }
                QuantileInterval around = curve.quantileInterval(0.5, 0.9, band);
                same(around.low(), each.get("medianLow").get(band.ordinal()));
                same(around.high(), each.get("medianHigh").get(band.ordinal()));
            }
            same(curve.median(), each.get("median"));
            same(curve.quantile(0.25), each.get("quartiles").get(0));
            Estimate ours = new Estimate(curve.mean(24), 0);
            assertThat(ours.value()).isCloseTo(each.get("restrictedMean").asDouble(), NEAR);
            if (Oracle.Weight.of(each) != Oracle.Weight.WEIGHT) {
                assertThat(curve.restrictedMean(24).standardError())
                        .isCloseTo(each.get("restrictedMeanError").asDouble(), NEAR);
            }
        }
    }

    private static void same(OptionalDouble ours, JsonNode theirs) {
        assertThat(ours.isPresent()).isEqualTo(!theirs.isNull());
        ours.ifPresent(time -> assertThat(time).isCloseTo(theirs.asDouble(), NEAR));
    }

    @Test
    void nelsonAalenIsThatOfR() {
        for (JsonNode each : Oracle.says("curves")) {
            HazardCurve curve = NelsonAalen.of(rows(each)).orElseThrow();
            same(curve.hazard(), each.get("hazard"));
            same(curve.standardErrors(), each.get("hazardError"));
        }
    }

    @Test
    void aalenJohansenIsThatOfR() {
        for (JsonNode each : Oracle.says("curves")) {
            CumulativeIncidence curves = AalenJohansen.of(rows(each)).orElseThrow();
            assertThat(curves.causes()).hasSize(2);
            for (int c = 0; c < 2; c++) {
                JsonNode cause = each.get("causes").get(c);
                assertThat(curves.causes().get(c).cause())
                        .isEqualTo(cause.get("cause").asText());
                same(curves.causes().get(c).incidence(), cause.get("incidence"));
                same(curves.causes().get(c).standardErrors(), cause.get("standardError"));
            }
        }
    }

    @Test
    void logRankIsThatOfR() {
        JsonNode says = Oracle.says("logRank");
        Lifetimes rows = Oracle.rows(false, Oracle.Weight.ONE);
        check(LogRank.between(rows), says.get("strata"), 2);
        check(LogRank.between(byDiscount(rows)), says.get("discount"), 1);
        Lifetimes late = Oracle.rows(true, Oracle.Weight.ONE);
        assertThat(LogRank.between(byDiscount(late)).statistic())
                .isCloseTo(says.get("late").get("stratified").asDouble(), NEAR);
        assertThat(LogRank.between(byDiscount(late.unstratified())).statistic())
                .isCloseTo(says.get("late").get("statistic").asDouble(), NEAR);
    }

    private static TreeMap<String, Lifetimes> byDiscount(Lifetimes rows) {
        return new TreeMap<>(Map.of("no", rows.only(r -> r.value(1) == 0), "yes", rows.only(r -> r.value(1) == 1)));
    }

    private static void check(LogRank ours, JsonNode theirs, int degrees) {
        assertThat(ours.statistic()).isCloseTo(theirs.get("statistic").asDouble(), NEAR);
        assertThat(ours.pValue()).isCloseTo(theirs.get("pValue").asDouble(), NEAR);
        assertThat(ours.degrees()).isEqualTo(degrees);
        assertThat(ours.groups().stream().mapToDouble(LogRank.Group::ended).toArray())
                .containsExactly(Oracle.numbers(theirs.get("ended")), NEAR);
        assertThat(ours.groups().stream().mapToDouble(LogRank.Group::expected).toArray())
                .containsExactly(Oracle.numbers(theirs.get("expected")), NEAR);
    }

    @Test
    void tailsAndGammasAreThoseOfR() {
        JsonNode tails = Oracle.says("tails");
        double[] z = Oracle.numbers(tails.get("z"));
        for (int i = 0; i < z.length; i++) {
            double log = tails.get("logAbove").get(i).asDouble();
            assertThat(Tails.logAboveNormal(z[i])).isCloseTo(log, within(1e-13 * Math.max(1, Math.abs(log))));
            assertThat(Tails.aboveNormal(z[i])).isCloseTo(Math.exp(log), within(1e-12 * Math.exp(log)));
            assertThat(Tails.normalHazard(z[i]))
                    .isCloseTo(Math.exp(Tails.logNormalDensity(z[i]) - log), within(1e-11 * Math.max(1, z[i])));
        }
        double[] chi = Oracle.numbers(tails.get("chi"));
        for (int k = 1; k <= 7; k++) {
            for (int i = 0; i < chi.length; i++) {
                double above = tails.get("chiAbove").get(k - 1).get(i).asDouble();
                assertThat(Tails.aboveChiSquared(chi[i], k)).isCloseTo(above, within(1e-13 * above));
            }
        }
        double[] x = Oracle.numbers(tails.get("x"));
        for (int i = 0; i < x.length; i++) {
            near(Gammas.log(x[i]), tails.get("logGamma").get(i).asDouble());
            near(Gammas.first(x[i]), tails.get("digamma").get(i).asDouble());
            near(Gammas.second(x[i]), tails.get("trigamma").get(i).asDouble());
        }
    }

    private static void near(double ours, double theirs) {
        assertThat(ours).isCloseTo(theirs, within(1e-13 * Math.max(1, Math.abs(theirs))));
    }
}
