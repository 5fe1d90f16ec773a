package io.revops.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");

    private static Span days(String from, String to) {
        return Span.of(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void wholePeriodsEndWhereTheNextBegins() {
        assertThat(Span.year(2025)).isEqualTo(days("2025-01-01", "2026-01-01"));
        assertThat(Span.quarter(2025, 1)).isEqualTo(days("2025-01-01", "2025-04-01"));
        assertThat(Span.quarter(2025, 2)).isEqualTo(days("2025-04-01", "2025-07-01"));
        assertThat(Span.quarter(2025, 4)).isEqualTo(days("2025-10-01", "2026-01-01"));
        assertThat(Span.month(2024, 2)).isEqualTo(days("2024-02-01", "2024-03-01"));
        assertThat(Span.month(2025, 12)).isEqualTo(days("2025-12-01", "2026-01-01"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aYearHasFourQuarters(int quarter) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.quarter(2025, quarter))
                .withMessage("There is no quarter (" + quarter + "). Maybe 1, 2, 3 or 4.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13})
    void aYearHasTwelveMonths(int month) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.month(2025, month))
                .withMessage("There is no month (" + month + "). Maybe 1 to 12.");
    }

    @Test
    void aSpanNeverEndsBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> days("2025-02-01", "2025-01-31"))
                .withMessage("A span ends (2025-01-31) before it starts (2025-02-01). Maybe swap the two dates.");
        assertThat(days("2025-02-01", "2025-02-01").isEmpty()).isTrue();
        assertThat(days("2025-02-01", "2025-02-02").isEmpty()).isFalse();
    }

    @Test
    void thePeriodThatADayIsInIsFound() {
        LocalDate day = LocalDate.of(2025, 5, 31);
        assertThat(Span.containing(day, Cadence.DAY)).isEqualTo(days("2025-05-31", "2025-06-01"));
        assertThat(Span.containing(day, Cadence.WEEK)).isEqualTo(days("2025-05-26", "2025-06-02"));
        assertThat(Span.containing(day, Cadence.MONTH)).isEqualTo(Span.month(2025, 5));
        assertThat(Span.containing(day, Cadence.QUARTER)).isEqualTo(Span.quarter(2025, 2));
        assertThat(Span.containing(day, Cadence.YEAR)).isEqualTo(Span.year(2025));
    }

    @Test
    void theFirstDayIsInItAndTheEndIsNot() {
        Span march = Span.month(2025, 3);
        assertThat(march.contains(LocalDate.of(2025, 2, 28))).isFalse();
        assertThat(march.contains(LocalDate.of(2025, 3, 1))).isTrue();
        assertThat(march.contains(LocalDate.of(2025, 3, 31))).isTrue();
        assertThat(march.contains(LocalDate.of(2025, 4, 1))).isFalse();
        assertThat(days("2025-03-01", "2025-03-01").contains(LocalDate.of(2025, 3, 1)))
                .isFalse();
        assertThat(march.days()).isEqualTo(31);
        assertThat(Span.year(2024).days()).isEqualTo(366);
    }

    @Test
    void spansThatOnlyTouchDoNotOverlap() {
        Span march = Span.month(2025, 3);
        assertThat(march.overlaps(Span.month(2025, 4))).isFalse();
        assertThat(march.overlaps(Span.month(2025, 2))).isFalse();
        assertThat(march.overlaps(days("2025-03-31", "2025-05-01"))).isTrue();
        assertThat(march.overlaps(days("2025-01-01", "2025-03-02"))).isTrue();
        assertThat(march.overlaps(Span.year(2025))).isTrue();
        assertThat(march.overlaps(march)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-01, 2026-01-01",
        "0000, 0000-01-01, 0001-01-01",
        "2025-Q1, 2025-01-01, 2025-04-01",
        "2025-Q4, 2025-10-01, 2026-01-01",
        "2025-02, 2025-02-01, 2025-03-01",
        "2025-12, 2025-12-01, 2026-01-01",
        "2025-03-15, 2025-03-15, 2025-03-16",
        "2025-12-31, 2025-12-31, 2026-01-01",
        "2025-01-15/2025-03-01, 2025-01-15, 2025-03-01",
        "2025-01-01/2025-01-01, 2025-01-01, 2025-01-01",
        "2025-02-01/2025-05-01, 2025-02-01, 2025-05-01",
        "2024-07-01/2025-07-01, 2024-07-01, 2025-07-01"
    })
    void textIsReadAndWritten(String text, String from, String to) {
        assertThat(Span.parse(text)).isEqualTo(days(from, to)).hasToString(text);
    }

    @Test
    void aWholePeriodMayBeWrittenByItsEnds() {
        assertThat(Span.parse(" 2025-01-01/2026-01-01 ")).isEqualTo(Span.year(2025));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "25",
                "2025-Q5",
                "2025-Q0",
                "2025-13",
                "2025-00",
                "2025-02-30",
                "20250101",
                "2025-1",
                "2025/",
                "2025-01-01/2025-02-01/2025-03-01",
                "2025-01-01/later",
                "xxxxxxxxxx"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.parse(text))
                .withMessage(
                        "There is no span in (" + text + "). Maybe 2025, 2025-Q1, 2025-03 or 2025-01-15/2025-03-01.");
    }

    @Test
    void aLongTextIsClipped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.parse("y".repeat(41)))
                .withMessageContaining("(" + "y".repeat(40) + "...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.parse("y".repeat(40)))
                .withMessageContaining("(" + "y".repeat(40) + ")");
    }

    @Test
    void theSpanBeforeIsOfTheSameKind() {
        assertThat(Span.month(2025, 3).previous()).isEqualTo(Span.month(2025, 2));
        assertThat(Span.month(2025, 1).previous()).isEqualTo(Span.month(2024, 12));
        assertThat(Span.quarter(2025, 1).previous()).isEqualTo(Span.quarter(2024, 4));
        assertThat(Span.year(2025).previous()).isEqualTo(Span.year(2024));
        assertThat(days("2025-02-01", "2025-04-01").previous()).isEqualTo(days("2024-12-01", "2025-02-01"));
        assertThat(days("2025-02-01", "2025-02-15").previous()).isEqualTo(days("2025-01-18", "2025-02-01"));
        assertThat(days("2025-01-15", "2025-03-01").previous()).isEqualTo(days("2024-12-01", "2025-01-15"));
        assertThat(days("2025-01-02", "2025-01-03").previous()).isEqualTo(days("2025-01-01", "2025-01-02"));
    }

    @Test
    void monthsAtBothEndsMayBeShort() {
        assertThat(days("2025-01-15", "2025-03-10").months())
                .containsExactly(
                        days("2025-01-15", "2025-02-01"), Span.month(2025, 2), days("2025-03-01", "2025-03-10"));
        assertThat(Span.year(2025).months()).hasSize(12).contains(Span.month(2025, 12));
    }

    @Test
    void itsInstantsAreThoseOfTheZone() {
        Span march = Span.month(2025, 3);
        assertThat(march.start(ZoneOffset.UTC)).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(march.end(ZoneOffset.UTC)).isEqualTo("2025-04-01T00:00:00Z");
        // the clock changes in between
        assertThat(march.start(NEW_YORK)).isEqualTo("2025-03-01T05:00:00Z");
        assertThat(march.end(NEW_YORK)).isEqualTo("2025-04-01T04:00:00Z");
    }

    @Test
    void theDayThatSamoaLeftOutHasNoLength() {
        Span missing = Span.parse("2011-12-30");
        assertThat(missing.start(APIA)).isEqualTo(missing.end(APIA)).isEqualTo("2011-12-30T10:00:00Z");
        assertThat(Span.parse("2011-12-29").end(APIA)).isEqualTo(missing.start(APIA));
        assertThat(Span.parse("2011-12-31").start(APIA)).isEqualTo(missing.end(APIA));
    }
}
