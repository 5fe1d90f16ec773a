package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** R: {@code w <- function(k) qt(.9, k - 1) / qnorm(.9) * sqrt(1 + 1 / k)}, of the cases k that are of their own. */
class OverlapTest {
    private static final double[] CASES = {3, 4, 5, 13, 20, 52};
    private static final double[] SAYS = {1.698975113, 1.428778913, 1.310554619, 1.098210387, 1.061616712, 1.022820814};

    @Test
    void wideningIsThatOfStudentsTAndTheErrorOfTheMean() {
        for (int i = 0; i < CASES.length; i++) {
            assertThat(Overlap.widening((int) CASES[i], 1, 1)).isCloseTo(SAYS[i], withinPercentage(0.2));
        }
    }

    /** w(2): fewer are not counted with, and two are the least of which there is a spread. */
    @Test
    void aSpreadOfTwoIsWidenedAsStudentDoesToTwoPercent() {
        assertThat(Overlap.widening(2, 1, 1)).isCloseTo(2.941260601, withinPercentage(2.2));
        assertThat(Overlap.widening(1, 1, 1)).isEqualTo(Overlap.widening(2, 1, 1));
        assertThat(Overlap.widening(5, 1, 12)).isEqualTo(Overlap.widening(2, 1, 1));
    }

    /** Of seven months, each beginning two weeks after the one before, 1 + 6 / 2 are of their own; longer steps add none. */
    @Test
    void periodsThatOverlapAreFewer() {
        assertThat(Overlap.widening(7, 14, 28)).isEqualTo(Overlap.widening(4, 1, 1));
        assertThat(Overlap.widening(7, 90, 28)).isEqualTo(Overlap.widening(7, 28, 28));
    }
}
