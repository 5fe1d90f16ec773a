package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CompetingHazardsTest {
    @Test
    void ofConstantHazardsTheShareOfTheWinningOneIsWonInTheEnd() {
        assertThat(CompetingHazards.eventual(0.01, 0.015)).isEqualTo(0.4, within(1e-15));
        assertThat(CompetingHazards.eventual(0, 0)).isZero();
    }

    @Test
    void withinATimeItIsThatShareOfWhatCloses() {
        assertThat(CompetingHazards.within(0.01, 0.015, 45)).isEqualTo(0.2701390130566601, within(1e-15));
        assertThat(CompetingHazards.within(0.01, 0.015, 45))
                .isEqualTo(0.4 * (1 - Math.exp(-0.025 * 45)), within(1e-15));
    }

    @Test
    void dayByDayIsTheSameAsAllAtOnce() {
        CompetingHazards days = CompetingHazards.start();
        for (int day = 0; day < 45; day++) {
            days.step(0.01, 0.015, 1);
        }
        assertThat(days.won()).isEqualTo(0.2701390130566601, within(1e-13));
        assertThat(days.won() + days.lost() + days.open()).isEqualTo(1, within(1e-13));
        assertThatThrownBy(() -> days.step(-1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void theTimeModelFollowsADealByThisArithmetic() {
        double[][] ones = new double[HazardLevels.FACTORS][];
        HazardLevels levels = new HazardLevels(1, 0, 20_000, 20_100);
        for (int f = 0; f < ones.length; f++) {
            ones[f] = new double[levels.sizes[f]];
            java.util.Arrays.fill(ones[f], 1);
        }
        TimeModel model = new TimeModel(
                java.util.List.of(new Hazard(0.01, ones, ones, new double[ones.length])),
                java.util.List.of(new Hazard(0.015, ones, ones, new double[ones.length])));
        TimeModel.Open deal = new TimeModel.Open(19_990, 0, 0, Integer.MIN_VALUE, 0, 0);
        assertThat(model.won(levels, deal, 20_000, 20_001, 20_046)).isEqualTo(0.2701390130566601, within(1e-13));
        assertThat(model.fate(levels, deal, 20_000).won()).isEqualTo(0.4, within(1e-4));
        assertThat(model.fate(levels, deal, 20_000).days()).isEqualTo(28); // ln 2 / 0.025 = 27.7
    }

    @Test
    void dealsThatAreNotOpenYetBringWhatIsOpenedTimesWhatIsWonInTime() {
        double[] created = new double[10];
        double[] inTime = new double[10];
        for (int week = 0; week < 10; week++) {
            created[week] = 5;
            inTime[week] = 0.25 * (10 - week) / 20.0;
        }
        assertThat(CreateAndClose.expected(created, inTime, 10_000)).isEqualTo(34_375, within(1e-9));
        assertThatThrownBy(() -> CreateAndClose.won(created, new double[9]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }
}
