package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The three-stage chain, whose numbers are fractions: worked by hand with exact elimination. */
class StageChainTest {
    private static final StageChain CHAIN = StageChain.builder()
            .move("Q", "Q", 0.2)
            .move("Q", "P", 0.5)
            .lost("Q", 0.3)
            .move("P", "Q", 0.05)
            .move("P", "P", 0.3)
            .move("P", "N", 0.4)
            .lost("P", 0.25)
            .move("N", "P", 0.1)
            .move("N", "N", 0.25)
            .won("N", 0.45)
            .lost("N", 0.2)
            .build();

    private static Offset<Double> relative(double expected) {
        return within(1e-12 * expected);
    }

    private static void isExactly(double actual, double numerator, double denominator) {
        assertThat(actual).isCloseTo(numerator / denominator, relative(numerator / denominator));
    }

    @Test
    void chancesToWinAreTheFractions() {
        isExactly(CHAIN.won("Q"), 360, 1477);
        isExactly(CHAIN.won("P"), 576, 1477);
        isExactly(CHAIN.won("N"), 963, 1477);
        isExactly(CHAIN.lost("Q"), 1117, 1477);
        assertThat(CHAIN).hasToString("Q 24.4 %, P 39.0 %, N 65.2 % won in the end");
    }

    @Test
    void expectedStepsAreTheFractions() {
        isExactly(CHAIN.expectedSteps("Q"), 4240, 1477);
        isExactly(CHAIN.expectedSteps("P"), 3830, 1477);
        isExactly(CHAIN.expectedSteps("N"), 2480, 1477);
    }

    @Test
    void aDealIsWonWithinSteps() {
        wonWithin(0, 0, 0, 0);
        wonWithin(1, 0, 0, 0.45);
        wonWithin(2, 0, 0.18, 0.5625);
        wonWithin(4, 0.1575, 0.33165, 0.63005625);
        wonWithin(8, 0.2369561906, 0.3855861366, 0.6503895397);
    }

    private static void wonWithin(int steps, double q, double p, double n) {
        assertThat(new double[] {CHAIN.wonWithin("Q", steps), CHAIN.wonWithin("P", steps), CHAIN.wonWithin("N", steps)})
                .containsExactly(new double[] {q, p, n}, within(5e-11));
    }

    @Test
    void withManyStepsItIsWonInTheEnd() {
        assertThat(CHAIN.wonWithin("Q", 500)).isCloseTo(CHAIN.won("Q"), within(1e-15));
    }

    /** Subtracting from 1 would lose every digit here: the chance to leave is 2e-15. */
    @Test
    void aStageThatIsHardlyEverLeftKeepsItsDigits() {
        StageChain slow = StageChain.builder()
                .move("Stuck", "Stuck", 1 - 2e-15)
                .won("Stuck", 0.5e-15)
                .lost("Stuck", 1.5e-15)
                .build();
        assertThat(slow.won("Stuck")).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void aStageWithoutAWayOutIsNamed() {
        assertThatThrownBy(() ->
                        StageChain.builder().move("A", "B", 1).move("B", "A", 1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(A)")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> StageChain.builder().won("A", 0.5).build())
                .hasMessageContaining("adds up to 0.5 and not to 1. Maybe say what stays.");
        assertThatThrownBy(() -> StageChain.builder().move("A", "B", 1).build()).hasMessageContaining("(B)");
        assertThatThrownBy(() -> StageChain.builder().won("A", 0.5).won("A", 0.5))
                .hasMessageContaining("told twice");
        assertThatThrownBy(() -> StageChain.builder().won("A", 1.5)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> StageChain.builder().build()).hasMessageContaining("no stage");
        assertThatThrownBy(() -> CHAIN.won("X")).hasMessageContaining("Maybe one of [Q, P, N].");
        assertThatThrownBy(() -> CHAIN.wonWithin("Q", -1)).hasMessageContaining("Maybe 0 or more");
    }

    @Test
    void whatWasToldIsKept() {
        assertThat(CHAIN.stages()).containsExactly("Q", "P", "N");
        assertThat(CHAIN.move("P", "Q")).isEqualTo(0.05);
        assertThat(CHAIN.winsNext("N")).isEqualTo(0.45);
        assertThat(CHAIN.losesNext("P")).isEqualTo(0.25);
    }
}
