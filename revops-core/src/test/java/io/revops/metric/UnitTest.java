package io.revops.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** A printed ratio is the number itself, rounded once, half-even. */
class UnitTest {
    @Test
    void percentIsRoundedOnceFromTheExactDouble() {
        double below = 0.0065; // 0.00649999999999999970..., a hundredfold in doubles 0.65 exactly
        assertThat(below * 100).isEqualTo(0.65);
        assertThat(Unit.PERCENT.print(new Ratio(below))).isEqualTo("0.6 %");
        double above = 0.0015; // 0.00150000000000000003...
        assertThat(Unit.PERCENT.print(new Ratio(above))).isEqualTo("0.2 %");
    }

    @Test
    void everyPermilleAndAHalfPrintsAsItsExactValueDoes() {
        for (int i = 1; i < 4000; i += 2) {
            double share = i / 2000.0;
            BigDecimal once =
                    new BigDecimal(share).multiply(BigDecimal.valueOf(100)).setScale(1, RoundingMode.HALF_EVEN);
            assertThat(Unit.PERCENT.print(new Ratio(share))).isEqualTo(once.toPlainString() + " %");
        }
    }

    @Test
    void tiesGoToTheEvenDigit() {
        assertThat(Unit.PERCENT.print(new Ratio(0.0625))).isEqualTo("6.2 %");
        assertThat(Unit.PERCENT.print(new Ratio(0.1875))).isEqualTo("18.8 %");
        assertThat(Unit.PERCENT.print(new Ratio(-0.0625))).isEqualTo("-6.2 %");
        assertThat(Unit.RATIO.print(new Ratio(2.125))).isEqualTo("2.12");
        assertThat(Unit.RATIO.print(new Ratio(2.375))).isEqualTo("2.38");
    }

    @Test
    void shareIsRoundedFromItsCountsAndNotFromADouble() {
        assertThat(Unit.PERCENT.print(new Proportion(3, 2000))).startsWith("0.2 % ("); // 0.15 %, to the even digit
        assertThat(Unit.PERCENT.print(new Proportion(5, 2000))).startsWith("0.2 % ("); // 0.25 %
        assertThat(Unit.PERCENT.print(new Proportion(41, 150))).isEqualTo("27.3 % (20.8 to 35.0 %, n = 150)");
    }
}
