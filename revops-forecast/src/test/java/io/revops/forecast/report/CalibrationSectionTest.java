package io.revops.forecast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.report.Table;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CalibrationSectionTest {
    private static final int ROWS = 1_500;
    private static final List<LocalDate> DAYS = Collections.nCopies(ROWS, LocalDate.of(2025, 6, 30));

    private static double measure(Table methods, int row, String column) {
        return Objects.requireNonNull(
                        methods.rows().get(row).get(methods.column(column)).exact())
                .doubleValue();
    }

    /** What is shown is calibrated, so what is measured has to be; a calibrator that saw the row would flatter it. */
    @Test
    void aMethodCanBeMeasuredAfterCalibration() {
        double[] labels = new double[ROWS];
        double[] said = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            RandomGenerator stream = Simulation.streamFor(5, "row " + i);
            double logOdds = Normals.next(stream) - 1;
            labels[i] = Normals.uniform(stream) < 1 / (1 + StrictMath.exp(-logOdds)) ? 1 : 0;
            said[i] = 1 / (1 + StrictMath.exp(-3 * logOdds)); // three times as sure as it may be
        }
        OutOfSample before = OutOfSample.of("own", labels, said, DAYS);
        OutOfSample after = before.calibrated();
        Table methods = CalibrationSection.of(List.of(after, before), List.of())
                .tables()
                .get(0);
        assertThat(measure(methods, 0, "slope")).isEqualTo(1, within(0.1));
        assertThat(measure(methods, 1, "slope")).isEqualTo(1 / 3.0, within(0.05));
        assertThat(measure(methods, 0, "ece")).isLessThan(measure(methods, 1, "ece") / 2);
        assertThat(methods.notes()).anyMatch(n -> n.contains("own is measured after calibration, each row by"));
        assertThatThrownBy(() ->
                        OutOfSample.ranking("scorecard", labels, said, DAYS).calibrated())
                .hasMessage("What scorecard says is no probability. Maybe calibrate a method that says one.");
    }
}
