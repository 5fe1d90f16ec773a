package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Measures by hand, and against scikit-learn and scipy; oracle/measures.json names its command and tolerance. */
class MeasuresTest {
    private static final Offset<Double> EXACT = within(1e-15);
    private static final Offset<Double> NEAR = within(1e-9);

    private static double[] of(double... values) {
        return values;
    }

    /** Brier ((.1−0)² + (.4−1)² + (.8−1)² + (.9−1)²) / 4 = .42 / 4. */
    @Test
    void workedCaseOfBrierAndLogLoss() {
        Measures measures = Measures.of(of(0, 1, 1, 1), of(.1, .4, .8, .9));
        assertThat(measures.brier()).isCloseTo(.105, EXACT);
        assertThat(measures.logLoss()).isCloseTo(.3375388286260043, EXACT);
        assertThat(measures.logLoss())
                .isCloseTo(-(Math.log(.9) + Math.log(.4) + Math.log(.8) + Math.log(.9)) / 4, EXACT);
    }

    /** Nine pairs; the two that scored .7 count half. */
    @Test
    void tieCountsHalfInTheAuc() {
        Measures measures = Measures.of(of(1, 1, 0, 1, 0, 0), of(.9, .8, .7, .7, .4, .3));
        assertThat(measures.auc().orElseThrow()).isEqualTo((8 + .5) / 9).isEqualTo(17.0 / 18);
    }

    @Test
    void pooledViolatorsOfTheWorkedCase() {
        assertThat(PooledViolators.of(0, 1, 0, 1, 1, 0, 1))
                .containsExactly(0, 1.0 / 2, 1.0 / 2, 2.0 / 3, 2.0 / 3, 2.0 / 3, 1);
    }

    /** (2·3 + 1·1) / 3 is above 1.5, the third value below it: all three are (6 + 1 + 1.5) / 4. */
    @Test
    void pooledViolatorsAreWeighed() {
        assertThat(PooledViolators.of(of(3, 1, 1.5), of(2, 1, 1))).containsOnly((6 + 1 + 1.5) / 4);
        assertThat(PooledViolators.of()).isEmpty();
    }

    @Test
    void measuresAreThoseOfScikitLearn() {
        int checked = 0;
        for (JsonNode each : Oracle.read("measures.json").get("scored")) {
            double[] labels = Oracle.numbers(each, "labels");
            double[] scores = Oracle.numbers(each, "scores");
            Measures measures = Measures.of(labels, scores);
            assertThat(measures.auc().orElseThrow()).isCloseTo(Oracle.number(each, "auc"), NEAR);
            assertThat(measures.averagePrecision().orElseThrow())
                    .isCloseTo(Oracle.number(each, "averagePrecision"), NEAR);
            assertThat(measures.logLoss()).isCloseTo(Oracle.number(each, "logLoss"), NEAR);
            assertThat(measures.brier()).isCloseTo(Oracle.number(each, "brier"), NEAR);
            assertThat(measures.ks().orElseThrow()).isCloseTo(Oracle.number(each, "ks"), NEAR);
            assertThat(measures.ece()).isCloseTo(Oracle.number(each, "ece"), NEAR);
            CalibrationLine line = measures.calibration().orElseThrow();
            JsonNode expected = each.get("calibration");
            assertThat(line.slope()).isCloseTo(Oracle.number(expected, "slope"), within(1e-6));
            assertThat(line.intercept()).isCloseTo(Oracle.number(expected, "intercept"), within(1e-6));
            assertThat(line.inTheLarge()).isCloseTo(Oracle.number(expected, "inTheLarge"), within(1e-6));
            double rate = measures.baseRate();
            assertThat(measures.skill().orElseThrow()).isCloseTo(1 - measures.brier() / (rate * (1 - rate)), NEAR);
            checked++;
        }
        assertThat(checked).isEqualTo(2);
    }

    @Test
    void isotonicIsThatOfScikitLearnBetweenAndAtItsKnots() {
        for (JsonNode each : Oracle.read("measures.json").get("scored")) {
            double[] labels = Oracle.numbers(each, "labels");
            double[] scores = Oracle.numbers(each, "scores");
            double nearest = 0.5 / (labels.length + 1);
            Calibrator isotonic = CalibrationMethod.ISOTONIC.fit(labels, Oracle.map(scores, LogOdds::of));
            compare(isotonic, scores, Oracle.numbers(each, "isotonic"), nearest);
            compare(isotonic, Oracle.numbers(each, "grid"), Oracle.numbers(each, "isotonicOfGrid"), nearest);
        }
    }

    /** Ours stays half a row away from 0 and 1. */
    private static void compare(Calibrator isotonic, double[] said, double[] expected, double nearest) {
        for (int i = 0; i < said.length; i++) {
            double inside = Math.min(1 - nearest, Math.max(nearest, expected[i]));
            assertThat(isotonic.probability(LogOdds.of(said[i]))).isCloseTo(inside, NEAR);
        }
    }

    @Test
    void oneOutcomeHasNoAucButALogLoss() {
        Measures measures = Measures.of(of(0, 0), of(.2, .4));
        assertThat(((Undefined<Double>) measures.auc()).code()).isEqualTo(UndefinedCode.TOO_FEW_CASES);
        assertThat(measures.averagePrecision().value()).isEmpty();
        assertThat(measures.ks().value()).isEmpty();
        assertThat(measures.skill().value()).isEmpty();
        assertThat(measures.calibration().value()).isEmpty();
        assertThat(measures.logLoss()).isCloseTo(-(Math.log(.8) + Math.log(.6)) / 2, EXACT);
        assertThat(measures.toString()).contains("Of 2 rows 0 had the event").doesNotContain("NaN");
    }

    /** 1 and wrong costs 52 ln 2 and not infinitely much. */
    @Test
    void certaintyThatIsWrongCostsAsMuchAsADoubleCanTell() {
        assertThat(Measures.of(of(0, 1), of(1, 0)).logLoss()).isCloseTo(52 * Math.log(2), within(1e-12));
        assertThat(Measures.of(of(0, 1), of(0, 1)).logLoss()).isLessThan(1e-15);
    }

    @Test
    void calibrationHasNoLineWhereScoresAreAllTheSameOrWithoutAFault() {
        assertThat(Measures.of(of(0, 1, 0), of(.3, .3, .3)).calibration().value())
                .isEmpty();
        assertThat(Measures.of(of(0, 0, 1, 1), of(.1, .2, .8, .9)).calibration().value())
                .isEmpty();
    }

    @Test
    void binHoldsItsLowerEdgeAndTheLastOneBoth() {
        Reliability table = Reliability.ofEqualWidth(of(0, 1, 1, 0), of(0, .5, 1, .49), 2);
        assertThat(table.bins()).hasSize(2);
        assertThat(table.bins().get(0).said()).isEqualTo(.245);
        assertThat(table.bins().get(0).happened().hits()).isZero();
        assertThat(table.bins().get(1).said()).isEqualTo(.75);
        assertThat(table.bins().get(1).happened().hits()).isEqualTo(2);
        assertThat(table.expectedError()).isEqualTo((2 * .245 + 2 * .25) / 4);
    }

    @Test
    void binsOfEqualCountKeepEqualScoresTogether() {
        Reliability table = Reliability.ofEqualCount(of(0, 1, 1, 0, 1, 1), of(.1, .3, .3, .3, .7, .9), 3);
        assertThat(table.bins()).extracting(b -> b.happened().cases()).containsExactly(4L, 2L);
        assertThat(table.bins().get(0).said()).isEqualTo((.1 + .3 + .3 + .3) / 4);
        assertThat(table.bins().get(1).from()).isEqualTo(.7);
        assertThat(table.bins().get(1).to()).isEqualTo(.9);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> Measures.of(of(0, 1), of(.5, Double.NaN))).hasMessageContaining("Maybe labels of 0");
        assertThatThrownBy(() -> Measures.of(of(0, 2), of(.5, .5))).hasMessageContaining("the label 2.0");
        assertThatThrownBy(() -> Measures.of(of(0), of(.5, .5))).hasMessageContaining("1 labels and 2 probabilities");
        assertThatThrownBy(() -> Measures.of(of(), of())).hasMessageContaining("at least one row");
        assertThatThrownBy(() -> Reliability.ofEqualWidth(of(0), of(.5), 0)).hasMessageContaining("Maybe 10");
    }
}
