package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Draws;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PastErrorsTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 7);

    private static List<PastErrors.Missed> errors(int count, double missed, double level) {
        List<PastErrors.Missed> errors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            errors.add(new PastErrors.Missed(FIRST.plusDays(7L * i), i % 2 == 0 ? missed : -missed, level));
        }
        return errors;
    }

    @Test
    void anErrorCountsByTheSizeThatTheCompanyHad() {
        Draws same = PastErrors.outcomes(errors(20, 10, 5), 0, 1000, 5, 7);
        Draws doubled = PastErrors.outcomes(errors(20, 10, 5), 0, 1000, 10, 7);
        assertThat(doubled.at(0) - 1000).isEqualTo(2 * (same.at(0) - 1000), within(1e-9));
        assertThat(PastErrors.outcomes(errors(20, 10, 0), 0, 1000, 10, 7)).isEqualTo(same);
    }

    @Test
    void fewErrorsAreWidenedAndThoseThatOverlapAreFewer() {
        // R: w <- function(k) qt(.9, k - 1) / qnorm(.9) * sqrt(1 + 1 / k); of 20 weeks that do not overlap w(20)
        assertThat(PastErrors.widening(20, 7)).isEqualTo(1.061616712, within(1e-4));
        // of a quarter each they are w(1 + 19 * 7 / 91)
        assertThat(PastErrors.widening(20, 91))
                .isEqualTo(2.066637183, within(0.02))
                .isGreaterThan(1.5);
        assertThat(PastErrors.outcomes(errors(20, 10, 5), 0, 1000, 5, 7).at(0))
                .isEqualTo(1000 + 10 * PastErrors.widening(20, 7), within(1e-9));
    }

    @Test
    void aYearIsRememberedOrTwelvePeriodsThatDoNotOverlap() {
        assertThat(PastErrors.remembered(30)).isEqualTo(52);
        assertThat(PastErrors.remembered(91)).isEqualTo(156);
        assertThat(PastErrors.outcomes(errors(80, 10, 5), 0, 1000, 5, 30).size())
                .isEqualTo(52);
    }

    @Test
    void nothingFallsBelowWhatHasClosed() {
        Draws outcomes = PastErrors.outcomes(errors(20, 500, 5), 300, 100, 5, 7);
        assertThat(outcomes.quantile(0.1).orElseThrow()).isEqualTo(300);
    }

    @Test
    void theLevelIsWhatWasWonADayOverHalfAYear() {
        double[] won = new double[400];
        java.util.Arrays.fill(won, 2);
        assertThat(PastErrors.level(won, 1000, 1399)).isEqualTo(2, within(1e-12));
        assertThat(PastErrors.level(won, 1000, 1009)).isEqualTo(2, within(1e-12));
    }

    @Test
    void theTimeModelsBiasIsShrunkByOnePeriodAndItsShockIsWhatLuckLeaves() {
        // Ten periods that do not overlap, each 20 % short, on the last day: ten count fully, one says that there is no
        // bias.
        List<Calibration.Resolved> short20 = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            short20.add(new Calibration.Resolved(101, 100, 25, 100, 80));
        }
        Calibration calibration = Calibration.of(short20, 100, 7, 7);
        assertThat(calibration.bias()).isEqualTo((10 * 80 + 100) / (10 * 100 + 100.0), within(1e-12));
        // (20² − 25) / 100² left over luck, for ten periods times 1 + 1/10.
        assertThat(calibration.shock().orElseThrow()).isEqualTo(Math.sqrt((400 - 25) / 10_000.0 * 1.1), within(1e-12));
        assertThat(Calibration.of(List.of(), 100, 7, 7)).isEqualTo(new Calibration(1, OptionalDouble.empty()));
        assertThat(Calibration.of(short20, 99, 7, 7).bias()).isEqualTo(1);
    }
}
