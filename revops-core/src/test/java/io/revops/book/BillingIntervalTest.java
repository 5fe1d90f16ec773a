package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BillingIntervalTest {
    @ParameterizedTest
    @CsvSource({
        "day, 1, DAY, P1D, 365",
        "weeks, 1, WEEK, P7D, 52",
        " 3 Months, 3, MONTH, P3M, 12",
        "3-month, 3, MONTH, P3M, 12",
        "6month, 6, MONTH, P6M, 12",
        "2 years, 2, YEAR, P2Y, 1"
    })
    void itIsReadAndKnowsItsLength(String text, int count, BillingInterval.Unit unit, Period period, int perYear) {
        BillingInterval interval = BillingInterval.parse(text);

        assertThat(interval).isEqualTo(new BillingInterval(count, unit));
        assertThat(interval.period()).isEqualTo(period);
        assertThat(interval.unitsPerYear()).isEqualTo(perYear);
        assertThat(BillingInterval.parse(interval.toString())).isEqualTo(interval);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fortnight", "3", "month 3", "-1 month", "1.5 months", "123456 days"})
    void whatIsNoIntervalIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingInterval.parse(text))
                .withMessageContaining("Maybe");
    }

    @Test
    void aLongTextIsCutInTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillingInterval.parse("x".repeat(500)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120));
    }

    @Test
    void aCountIsAboveZeroAndHasALimit() {
        assertThatIllegalArgumentException().isThrownBy(() -> BillingInterval.months(0));
        assertThatIllegalArgumentException().isThrownBy(() -> BillingInterval.years(10_001));
        assertThat(BillingInterval.years(10_000)).hasToString("10000 years");
        assertThat(BillingInterval.WEEKLY).hasToString("week");
        assertThat(BillingInterval.DAILY).hasToString("day");
    }
}
