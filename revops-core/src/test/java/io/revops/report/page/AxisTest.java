package io.revops.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A scale whose values fell off its ends would draw a bar over the heading. */
class AxisTest {
    private static List<String> ticks(Axis axis) {
        return axis.ticks().stream()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    @Test
    void stepsAreOneTwoOrFive() {
        assertThat(ticks(Axis.withZero(new double[] {7}, 4))).containsExactly("0", "2", "4", "6", "8");
        assertThat(ticks(Axis.withZero(new double[] {3.9}, 4))).containsExactly("0", "1", "2", "3", "4");
        assertThat(ticks(Axis.withZero(new double[] {1700}, 4))).containsExactly("0", "500", "1000", "1500", "2000");
        assertThat(ticks(Axis.withZero(new double[] {0.03}, 4))).containsExactly("0", "0.01", "0.02", "0.03");
    }

    @Test
    void lossesGoBelowZero() {
        assertThat(ticks(Axis.withZero(new double[] {30, -12}, 4))).containsExactly("-20", "0", "20", "40");
        assertThat(ticks(Axis.withZero(new double[] {-7}, 4))).containsExactly("-8", "-6", "-4", "-2", "0");
    }

    @Test
    void withoutNumbersItRunsFromZeroToOne() {
        assertThat(Axis.withZero(new double[0], 4)).isEqualTo(Axis.withZero(new double[] {0, Double.NaN}, 4));
        assertThat(Axis.withZero(new double[0], 4).low()).isZero();
        assertThat(Axis.withZero(new double[0], 4).high()).isOne();
    }

    @Test
    void aLineFarFromZeroIsSeenFromNear() {
        assertThat(ticks(Axis.around(new double[] {0.95, 1.05}, 4))).first().isEqualTo("0.95");
        assertThat(Axis.around(new double[] {3.3, 4.7}, 4).isFromZero()).isTrue();
        assertThat(Axis.around(new double[] {5, 5}, 4).isFromZero()).isTrue();
        assertThat(Axis.around(new double[] {-105, -95}, 4).high()).isEqualTo(-95);
    }

    @Property
    void everyValueLiesOnIt(@ForAll @Size(min = 1, max = 5) List<@DoubleRange(min = -1e15, max = 1e15) Double> values) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        for (Axis axis : List.of(Axis.withZero(all, 4), Axis.around(all, 4))) {
            assertThat(axis.ticks()).hasSizeBetween(2, 7).isSorted();
            for (double value : all) {
                assertThat(axis.along(value)).isBetween(-1e-9, 1 + 1e-9);
            }
            BigDecimal step = axis.ticks().get(1).subtract(axis.ticks().get(0)).stripTrailingZeros();
            assertThat(step.unscaledValue().intValueExact()).isIn(1, 2, 5);
        }
    }
}
