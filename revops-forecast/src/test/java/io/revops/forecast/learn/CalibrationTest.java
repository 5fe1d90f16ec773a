package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** True log-odds x, events drawn from them, and what a model would say that sees them through a glass. */
    private record Seen(double[] labels, double[] said) {
        static Seen through(DoubleUnaryOperator glass, int rows, long seed) {
            double[] y = new double[rows];
            double[] p = new double[rows];
            for (int i = 0; i < rows; i++) {
                RandomGenerator stream = Simulation.streamFor(seed, "row " + i);
                double x = 1.5 * Normals.next(stream) - 1;
                y[i] = Normals.uniform(stream) < LogOdds.probability(x) ? 1 : 0;
                p[i] = LogOdds.probability(glass.applyAsDouble(x));
            }
            return new Seen(y, p);
        }
    }

    @Test
    void probabilitiesThatAreRightAreLeftAlone() {
        Seen seen = Seen.through(x -> x, 3000, 1);
        Calibration calibration = Calibration.choose(seen.labels(), seen.said());
        assertThat(calibration.method()).isEqualTo(CalibrationMethod.NONE);
        assertThat(calibration.losses()).containsOnlyKeys(CalibrationMethod.values());
        assertThat(calibration.losses().get(CalibrationMethod.NONE))
                .isCloseTo(Measures.of(seen.labels(), seen.said()).logLoss(), within(1e-9));
        assertThat(calibration.toString()).startsWith("none (none 0.");
    }

    /** Said 2x + 1 where x is true: the line back is x/2 − 1/2. */
    @Test
    void scoresThatAreTooSureAreDrawnBack() {
        Seen seen = Seen.through(x -> 2 * x + 1, 4000, 2);
        Calibration calibration = Calibration.choose(seen.labels(), seen.said());
        assertThat(calibration.method()).isIn(CalibrationMethod.PLATT, CalibrationMethod.BETA);
        Calibrator.Platt line = (Calibrator.Platt) CalibrationMethod.PLATT.fit(
                seen.labels(), Arrays.stream(seen.said()).map(LogOdds::of).toArray());
        assertThat(line.slope()).isCloseTo(0.5, within(0.05));
        assertThat(line.intercept()).isCloseTo(-0.5, within(0.1));
        double[] after = Arrays.stream(seen.said())
                .map(p -> calibration.calibrator().probability(LogOdds.of(p)))
                .toArray();
        assertThat(Measures.of(seen.labels(), after).ece())
                .isLessThan(Measures.of(seen.labels(), seen.said()).ece() / 2);
    }

    /** What a report measures must be what is shown, and no row may be measured by a calibrator that saw it. */
    @Test
    void whatCalibrationBringsIsMeasuredOnOtherRows() {
        Seen seen = Seen.through(x -> 2 * x + 1, 4000, 2);
        Calibration calibration = Calibration.choose(seen.labels(), seen.said());
        double[] after = calibration.heldOut(seen.labels(), seen.said());
        Measures measures = Measures.of(seen.labels(), after);
        assertThat(measures.logLoss()).isCloseTo(calibration.losses().get(calibration.method()), within(1e-12));
        assertThat(measures.calibration().orElseThrow().slope()).isCloseTo(1, within(0.1));
        double[] own = Arrays.stream(seen.said())
                .map(p -> calibration.calibrator().probability(LogOdds.of(p)))
                .toArray();
        assertThat(after).isNotEqualTo(own);
        Seen right = Seen.through(x -> x, 3000, 1);
        assertThat(Calibration.choose(right.labels(), right.said()).heldOut(right.labels(), right.said()))
                .isEqualTo(right.said());
    }

    @Test
    void isotonicIsTriedOnlyWithManyRows() {
        Seen seen = Seen.through(x -> x, 999, 3);
        assertThat(Calibration.choose(seen.labels(), seen.said()).losses())
                .doesNotContainKey(CalibrationMethod.ISOTONIC);
    }

    /** A step that neither a line nor a beta curve can follow. */
    @Test
    void isotonicIsChosenWhereTheCurveHasSteps() {
        double[] y = new double[6000];
        double[] p = new double[6000];
        for (int i = 0; i < y.length; i++) {
            RandomGenerator stream = Simulation.streamFor(4, "row " + i);
            double x = Normals.uniform(stream);
            double rate = x < .3 ? .05 : x < .6 ? .5 : .55;
            y[i] = Normals.uniform(stream) < rate ? 1 : 0;
            p[i] = .01 + .98 * x;
        }
        Calibration calibration = Calibration.choose(y, p);
        assertThat(calibration.method()).isEqualTo(CalibrationMethod.ISOTONIC);
        assertThat(calibration.calibrator().probability(LogOdds.of(.2))).isCloseTo(.05, within(.03));
        assertThat(calibration.calibrator().probability(LogOdds.of(.5))).isCloseTo(.5, within(.06));
    }

    @Test
    void noneIsTheScoreItself() {
        assertThat(new Calibrator.None().probability(0.3)).isEqualTo(LogOdds.probability(0.3));
        assertThat(new Calibrator.Beta(1, 1, 0).probability(-4)).isCloseTo(LogOdds.probability(-4), within(1e-15));
        assertThat(new Calibrator.Platt(1, 0).probability(5)).isEqualTo(LogOdds.probability(5));
    }

    /** Scores that rank backwards are made one probability; nothing is turned round. */
    @Test
    void scoresThatRankBackwardsAreFlattened() {
        Seen seen = Seen.through(x -> -x, 2000, 5);
        double[] x = Arrays.stream(seen.said()).map(LogOdds::of).toArray();
        double rate = Arrays.stream(seen.labels()).average().orElseThrow();
        for (CalibrationMethod method : List.of(CalibrationMethod.PLATT, CalibrationMethod.ISOTONIC)) {
            assertThat(method.fit(seen.labels(), x).probability(0)).isCloseTo(rate, within(0.05));
        }
        Calibrator beta = CalibrationMethod.BETA.fit(seen.labels(), x);
        assertThat(beta.probability(2)).isGreaterThanOrEqualTo(beta.probability(-2));
    }

    @Test
    void calibratedModelKeepsItsReasons() {
        DataSet data = Planted.line(300, 6, 0);
        LogisticModel model = LogisticRegression.standard().learn(data).orElseThrow();
        CalibratedModel calibrated = new CalibratedModel(model, new Calibrator.Platt(0.5, 0.1));
        double[] row = data.values(0);
        assertThat(calibrated.probability(row))
                .isEqualTo(LogOdds.probability(0.5 * model.logOdds(row) + 0.1))
                .isEqualTo(calibrated.probabilities(data)[0]);
        assertThat(calibrated.reasons(row)).isEqualTo(model.reasons(row));
        assertThat(calibrated.name()).isEqualTo("logistic");
        assertThat(calibrated.features()).isEqualTo(model.features());
    }

    @Test
    void misuseIsTold() {
        assertThatThrownBy(() -> Calibration.choose(new double[20], new double[20]))
                .hasMessageContaining("ten of either outcome");
        assertThatThrownBy(() -> new Calibrator.Platt(-1, 0)).hasMessageContaining("Maybe the file was changed");
        assertThatThrownBy(() -> new Calibrator.Beta(-1, 0, 0)).hasMessageContaining("a = -1.0");
        assertThatThrownBy(() -> new Calibrator.Isotonic(List.of(.1, .2), List.of(.5, .4), .01))
                .hasMessageContaining("do not rise");
    }
}
