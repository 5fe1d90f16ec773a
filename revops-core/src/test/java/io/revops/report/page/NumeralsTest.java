package io.revops.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.5, 0.5",
        "12, 12",
        "999.4, 999",
        "999.6, 1k",
        "1000, 1k",
        "12345, 12.3k",
        "999499, 999k",
        "999500, 1M",
        "4716330.27, 4.72M",
        "-28010.83, -28k",
        "2500000000, 2.5B",
        "7e12, 7T",
        "7e15, '7,000T'",
        "0.000123, 0.000123",
    })
    void threeDigitsSayHowMuch(String number, String shown) {
        assertThat(Numerals.compact(new BigDecimal(number))).isEqualTo(shown);
    }

    @Test
    void sharesAreInPercent() {
        assertThat(Numerals.percent(new BigDecimal("1.0523"), 1)).isEqualTo("105.2%");
        assertThat(Numerals.percent(new BigDecimal("-0.5"), 0)).isEqualTo("-50%");
        assertThat(Numerals.percent(BigDecimal.ZERO, 1)).isEqualTo("0%");
    }

    @Test
    void coordinatesHaveAtMostTwoDecimals() {
        assertThat(Numerals.fixed(16.666666)).isEqualTo("16.67");
        assertThat(Numerals.fixed(240)).isEqualTo("240");
        assertThat(Numerals.fixed(-0.001)).isEqualTo("0");
        assertThat(Numerals.share(33.3333)).isEqualTo("33.33%");
        assertThatIllegalArgumentException().isThrownBy(() -> Numerals.fixed(Double.NaN));
    }
}
