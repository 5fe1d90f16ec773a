package io.revops.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.metric.MedianWait.Wait;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MedianWaitTest {
    /** Lengths; one that is not over yet is written negative. */
    private static List<Wait> waits(double... lengths) {
        return Arrays.stream(lengths)
                .mapToObj(l -> new Wait(StrictMath.abs(l), l >= 0))
                .toList();
    }

    @Test
    void ifAllAreOverItIsTheMedianOfAll() {
        assertThat(MedianWait.of(waits(5, 1, 9)).orElseThrow().median()).isEqualTo(5);
        assertThat(MedianWait.of(waits(8, 1, 3, 5)).orElseThrow().median()).isEqualTo((3 + 5) / 2.0);
        assertThat(MedianWait.of(waits(0)).orElseThrow().median()).isZero();
    }

    @Test
    void whoStillWaitsMakesItLonger() {
        // after 2 days 2 of 5 wait on (3 of 5 left), at 6 it is 3/5 * 1/2 = 0.3: below half
        MedianWait wait = MedianWait.of(waits(1, 2, -4, 6, -6)).orElseThrow();
        assertThat(wait.median()).isEqualTo(6);
        assertThat(wait.reached()).isEqualTo(3);
        assertThat(wait.waiting()).isEqualTo(2);
        assertThat(MedianWait.of(waits(1, 2, 6)).orElseThrow().median()).isEqualTo(2);
    }

    @Test
    void whoWaitsAndWhoIsOverOnOneDayWereBothThereThatDay() {
        // on day 3 one of two is over, so just half waits on, and nothing comes after
        assertThat(MedianWait.of(waits(3, -3)).orElseThrow().median()).isEqualTo(3);
    }

    @Test
    void ifFewerThanHalfAreOverThereIsNone() {
        assertThat(MedianWait.of(waits(1, -2, -3, -10))).isEmpty();
        assertThat(MedianWait.of(waits(-1, -2))).isEmpty();
        assertThat(MedianWait.of(List.of())).isEmpty();
    }

    @Test
    void intervalIsOpenWhereTheCasesDoNotTell() {
        MedianWait atOnce = MedianWait.of(waits(4, 4, 4)).orElseThrow();
        assertThat(List.of(atOnce.low(), atOnce.high())).containsOnly(OptionalDouble.empty());
        assertThat(Unit.DAYS.print(atOnce)).isEqualTo("4.0 days (3 of 3 reached it)");
    }

    @Test
    void isPrintedWithItsIntervalAndHowManyItRestsOn() {
        MedianWait wait = new MedianWait(1234.56, OptionalDouble.of(9), OptionalDouble.of(20.25), 12, 3);
        assertThat(Unit.HOURS.print(wait)).isEqualTo("1,234.6 hours (9.0 to 20.2, 12 of 15 reached it)");
        MedianWait open = new MedianWait(12, OptionalDouble.of(9), OptionalDouble.empty(), 12, 3);
        assertThat(Unit.DAYS.print(open)).isEqualTo("12.0 days (9.0 or more, 12 of 15 reached it)");
        assertThat(Unit.DAYS.decimal(open)).isEqualByComparingTo(BigDecimal.valueOf(12));
        assertThat(open).hasToString("12.0 (12 of 15)");
        assertThat(Unit.DAYS.print(Ratio.of(17, 2))).isEqualTo("8.5 days");
    }

    @Test
    void nobodyWaitsForLessThanNothing() {
        for (double length : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Wait(length, true)).hasMessageContaining("Maybe");
        }
    }
}
