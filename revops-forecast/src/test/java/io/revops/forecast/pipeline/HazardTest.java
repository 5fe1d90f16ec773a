package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Hazards learnt from cells whose events are those that the hazards of a world make. */
class HazardTest {
    private static final int FIRST = 20_000;
    private static final HazardLevels LEVELS = new HazardLevels(1, 0, FIRST, FIRST + 400);

    private static boolean[] only(HazardLevels.Factor factor) {
        boolean[] used = new boolean[HazardLevels.FACTORS];
        used[factor.ordinal()] = true;
        return used;
    }

    /** Of 1,000 deals so many are won on each day of age, none is lost. */
    private static Hazard learnt(double[] wonOnDay) {
        HazardCells cells = new HazardCells(LEVELS);
        int open = 1000;
        for (int age = 0; age < wonOnDay.length; age++) {
            int key = LEVELS.key(HazardLevels.age(age), 0, 0, 0, 0, 0, 0);
            for (int deal = 0; deal < open; deal++) {
                cells.open(key);
            }
            for (int deal = 0; deal < wonOnDay[age]; deal++) {
                cells.won(key);
            }
            open -= (int) wonOnDay[age];
        }
        return Hazard.fit(cells, cells.wins(), only(HazardLevels.Factor.AGE), null, null);
    }

    /**
     * Else a deal that has been open for two days would be taken to be won tomorrow as often as those that were entered once they were
     * won, and of deals not open yet, in the last days of a period, only a part of these would be.
     */
    @Test
    void whatIsWonOnTheDayItIsOpenedSaysNothingOfTheDaysAfter() {
        double[] won = new double[60];
        Arrays.fill(won, 4);
        won[0] = 60;
        Hazard hazard = learnt(won);
        assertThat(hazard.at(HazardLevels.age(0), 0, 0, 0, 0, 0, 0)).isEqualTo(0.06, within(1e-3));
        for (int age : new int[] {1, 3, 5, 20, 40}) {
            double open = 1000 - 60 - 4 * (age - 1);
            assertThat(hazard.at(HazardLevels.age(age), 0, 0, 0, 0, 0, 0)).isEqualTo(4 / open, within(0.1 * 4 / open));
        }
    }

    @Test
    void whereNothingIsWonOnTheDayItIsOpenedNothingIsExpectedThen() {
        double[] won = new double[60];
        Arrays.fill(won, 1, 60, 4);
        Hazard hazard = learnt(won);
        assertThat(hazard.at(HazardLevels.age(0), 0, 0, 0, 0, 0, 0)).isLessThan(1e-9);
        assertThat(hazard.at(HazardLevels.age(2), 0, 0, 0, 0, 0, 0)).isEqualTo(0.004, within(4e-4));
    }

    /** The days of a group added up are those of its cells, times what is given: the same hazard, whichever way it is learnt. */
    @Test
    void whatIsGivenIsInTheDaysOfAGroup() {
        HazardCells cells = new HazardCells(LEVELS);
        for (int age = 1; age < 90; age++) {
            for (int size = 8; size < 12; size++) {
                int key = LEVELS.key(HazardLevels.age(age), 0, 0, 0, size, 0, LEVELS.calendar(FIRST + age));
                for (int day = 0; day < 40 - 2 * size; day++) {
                    cells.open(key);
                }
                if (age % (size - 6) == 0) {
                    cells.won(key);
                }
            }
        }
        Hazard time = Hazard.fit(cells, cells.wins(), only(HazardLevels.Factor.AGE), null, null);
        Hazard size = Hazard.fit(cells, cells.wins(), only(HazardLevels.Factor.AMOUNT), time, null);
        double expected = 0;
        double events = 0;
        HazardCells.Exposure all = cells.days();
        for (int c = 0; c < all.days.length; c++) {
            int age = all.places[HazardLevels.Factor.AGE.ordinal()][c];
            int amount = all.places[HazardLevels.Factor.AMOUNT.ordinal()][c];
            expected += all.days[c] * size.at(age, 0, 0, 0, amount, 0, 0);
        }
        for (double won : cells.wins()[0]) {
            events += won;
        }
        assertThat(expected).isEqualTo(events, within(1e-9 * events));
        assertThat(size.at(5, 0, 0, 0, 8, 0, 0)).isGreaterThan(1.5 * size.at(5, 0, 0, 0, 11, 0, 0));
    }
}
