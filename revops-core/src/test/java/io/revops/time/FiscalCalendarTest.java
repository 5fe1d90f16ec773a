package io.revops.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCalendarTest {
    private static final FiscalCalendar FEBRUARY = FiscalCalendar.startingIn(Month.FEBRUARY);
    private static final FiscalCalendar JANUARY = new FiscalCalendar(Month.JANUARY);

    @Test
    void aYearIsNamedAfterTheCalendarYearInWhichItEnds() {
        assertThat(FEBRUARY.year(2026)).isEqualTo(Span.parse("2025-02-01/2026-02-01"));
        assertThat(FiscalCalendar.startingIn(Month.DECEMBER).year(2026)).isEqualTo(Span.parse("2025-12-01/2026-12-01"));
        assertThat(JANUARY.year(2026)).isEqualTo(Span.year(2026));
    }

    @Test
    void quartersFollowOneAnother() {
        assertThat(FEBRUARY.quarter(2026, 1)).isEqualTo(Span.parse("2025-02-01/2025-05-01"));
        assertThat(FEBRUARY.quarter(2026, 4)).isEqualTo(Span.parse("2025-11-01/2026-02-01"));
        assertThat(JANUARY.quarter(2026, 2)).isEqualTo(Span.quarter(2026, 2));
        assertThat(JANUARY.quarter(2026, 3)).isEqualTo(Span.quarter(2026, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void aYearHasFourQuarters(int quarter) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FEBRUARY.quarter(2026, quarter))
                .withMessage("There is no quarter (" + quarter + "). Maybe 1, 2, 3 or 4.");
    }

    @Test
    void aDayBeforeTheFirstMonthIsStillInTheYearBefore() {
        assertThat(FEBRUARY.yearOf(LocalDate.of(2025, 1, 31))).isEqualTo(2025);
        assertThat(FEBRUARY.yearOf(LocalDate.of(2025, 2, 1))).isEqualTo(2026);
        assertThat(FEBRUARY.yearOf(LocalDate.of(2025, 12, 31))).isEqualTo(2026);
        assertThat(JANUARY.yearOf(LocalDate.of(2025, 1, 1))).isEqualTo(2025);
        assertThat(JANUARY.yearOf(LocalDate.of(2025, 12, 31))).isEqualTo(2025);
    }
}
