package io.revops.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @ParameterizedTest
    @CsvSource({
        "2025-03-01, 2025-03-01",
        "' 2025-03-01 ', 2025-03-01",
        "2024-02-29, 2024-02-29",
        "2025-03-01T02:00:00Z, 2025-03-01T02:00:00Z",
        "2025-03-31T23:30-04:00, 2025-04-01T03:30:00Z",
        "2025-03-01T02:00:00.123456789+00:00, 2025-03-01T02:00:00.123456789Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z"
    })
    void isoTextIsReadAndWritten(String text, String shown) {
        assertThat(Moment.parse(text)).hasToString(shown);
        assertThat(Moment.parse(shown)).isEqualTo(Moment.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2025-13-01",
                "2025-02-29",
                "2025-3-1",
                "01/03/2025",
                "2025-03-01T02:00:00",
                "2025-03-01 02:00:00Z"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.parse(text))
                .withMessage("There is no date or instant in (" + text
                        + "). Maybe write 2025-03-01, or 2025-03-01T02:00:00Z with an offset.");
    }

    @Test
    void aLongTextIsClipped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.parse("x".repeat(40)))
                .withMessageContaining("(" + "x".repeat(40) + ")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moment.parse("x".repeat(41)))
                .withMessageContaining("(" + "x".repeat(40) + "...)");
    }

    @Test
    void aDayBeginsAtMidnightWhereItIsRead() {
        Moment day = Moment.of(2025, 3, 30);
        assertThat(day.isDate()).isTrue();
        assertThat(day.instant(ZoneOffset.UTC)).isEqualTo("2025-03-30T00:00:00Z");
        assertThat(day.instant(BERLIN)).isEqualTo("2025-03-29T23:00:00Z");
        assertThat(Moment.of(2025, 3, 31).instant(BERLIN)).isEqualTo("2025-03-30T22:00:00Z");
        assertThat(day.instant(NEW_YORK)).isEqualTo("2025-03-30T04:00:00Z");
        assertThat(day.date(NEW_YORK)).isEqualTo("2025-03-30");
    }

    @Test
    void anInstantIsTheSameEverywhereAndFallsOnDifferentDays() {
        Moment paid = Moment.parse("2025-02-01T02:00:00Z");
        assertThat(paid.isDate()).isFalse();
        assertThat(paid.instant(NEW_YORK)).isEqualTo("2025-02-01T02:00:00Z");
        assertThat(paid.date(ZoneOffset.UTC)).isEqualTo("2025-02-01");
        assertThat(paid.date(NEW_YORK)).isEqualTo("2025-01-31");
    }

    @Test
    void aDayWithoutMidnightBeginsWhenItsClockDoes() {
        // the clock went from 00:00 to 01:00 in Brazil
        assertThat(Moment.of(2018, 11, 4).instant(SAO_PAULO)).isEqualTo("2018-11-04T03:00:00Z");
        // Samoa went from the 29th to the 31st of December 2011: the day between is no longer than an instant
        assertThat(Moment.of(2011, 12, 30).instant(APIA)).isEqualTo("2011-12-30T10:00:00Z");
        assertThat(Moment.of(2011, 12, 31).instant(APIA)).isEqualTo("2011-12-30T10:00:00Z");
        assertThat(Moment.parse("2011-12-30T09:59:59Z").date(APIA)).isEqualTo("2011-12-29");
        assertThat(Moment.parse("2011-12-30T10:00:00Z").date(APIA)).isEqualTo("2011-12-31");
    }

    @Test
    void orderNeedsAZone() {
        Moment day = Moment.of(2025, 2, 1);
        Moment instant = Moment.parse("2025-02-01T02:00:00Z");
        assertThat(day.isBefore(instant, ZoneOffset.UTC)).isTrue();
        assertThat(instant.isBefore(day, ZoneOffset.UTC)).isFalse();
        assertThat(day.isBefore(instant, NEW_YORK)).isFalse();
        assertThat(instant.isBefore(day, NEW_YORK)).isTrue();
        assertThat(day.isBefore(day, ZoneOffset.UTC)).isFalse();
    }

    @Test
    void aMonthEndStaysAMonthEnd() {
        assertThat(Moment.of(2025, 1, 31).plus(Period.ofMonths(1))).isEqualTo(Moment.of(2025, 2, 28));
        assertThat(Moment.of(2024, 1, 31).plus(Period.ofMonths(1))).isEqualTo(Moment.of(2024, 2, 29));
        assertThat(Moment.of(2024, 2, 29).plus(Period.ofYears(1))).isEqualTo(Moment.of(2025, 2, 28));
        assertThat(Moment.of(2025, 1, 31).plus(Period.ofDays(1))).isEqualTo(Moment.of(2025, 2, 1));
        assertThat(Moment.parse("2025-01-31T12:00:00Z").plus(Period.ofMonths(1)))
                .isEqualTo(Moment.parse("2025-02-28T12:00:00Z"));
        assertThat(Moment.parse("2025-03-29T12:00:00Z").plus(Period.ofWeeks(1)))
                .isEqualTo(Moment.parse("2025-04-05T12:00:00Z"));
    }

    @Test
    void aDayAndItsFirstInstantAreNotEqual() {
        Moment day = Moment.of(2025, 3, 1);
        Moment midnight = Moment.of(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(day)
                .isEqualTo(Moment.of(LocalDate.of(2025, 3, 1)))
                .hasSameHashCodeAs(Moment.parse("2025-03-01"))
                .isNotEqualTo(midnight)
                .isNotEqualTo(Moment.of(2025, 3, 2))
                .isNotEqualTo("2025-03-01");
        assertThat(midnight)
                .isEqualTo(Moment.parse("2025-03-01T00:00:00Z"))
                .hasSameHashCodeAs(Moment.parse("2025-03-01T01:00:00+01:00"))
                .isNotEqualTo(Moment.parse("2025-03-01T00:00:01Z"));
        assertThat(day.hashCode()).isNotEqualTo(midnight.hashCode());
    }

    @Test
    void nothingIsMadeOfNull() {
        assertThatNullPointerException().isThrownBy(() -> Moment.of((LocalDate) null));
        assertThatNullPointerException().isThrownBy(() -> Moment.of((Instant) null));
    }
}
