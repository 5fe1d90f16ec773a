package io.revops.load.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.time.Moment;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-01T10:15:00.000+0000",
                "2025-03-01T10:15:00.000Z",
                "2025-03-01T11:15:00+01:00",
                "2025-03-01T11:15:00+01",
                "2025-03-01 10:15:00",
                "2025-03-01 10:15:00.000",
                "2025-03-01 10:15:00 UTC",
                "2025-03-01T10:15"
            })
    void instantsAreReadInEverySpelling(String text) {
        assertThat(Times.moment(text)).isEqualTo(Moment.parse("2025-03-01T10:15:00Z"));
    }

    @Test
    void aDateStaysADate() {
        assertThat(Times.moment("2025-03-01")).isEqualTo(Moment.of(2025, 3, 1));
    }

    @Test
    void ofADateWithATimeTheDateCounts() {
        assertThat(Times.day("2018-12-19 00:00:00")).isEqualTo(LocalDate.of(2018, 12, 19));
        assertThat(Times.day("2018-12-19T00:00:00.000+0900")).isEqualTo(LocalDate.of(2018, 12, 19));
        assertThat(Times.day("2018-12-19")).isEqualTo(LocalDate.of(2018, 12, 19));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "3/1/2025", "2024-02-30 00:00:00", "2025-03-01 25:00:00"})
    void whatIsNoDateIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Times.day(text)).withMessageContaining("Maybe");
    }

    @Test
    void anHourMayHaveOneDigit() {
        assertThat(Times.moment("2021-01-07 6:49:18")).isEqualTo(Moment.parse("2021-01-07T06:49:18Z"));
    }
}
