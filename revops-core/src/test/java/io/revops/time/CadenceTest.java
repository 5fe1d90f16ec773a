package io.revops.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    @ParameterizedTest
    @CsvSource({
        "DAY, 2024-02-29, 2024-02-29, 2024-03-01",
        "WEEK, 2025-01-05, 2024-12-30, 2025-01-06",
        "WEEK, 2025-01-06, 2025-01-06, 2025-01-13",
        "WEEK, 2025-01-12, 2025-01-06, 2025-01-13",
        "MONTH, 2025-01-31, 2025-01-01, 2025-02-01",
        "MONTH, 2025-02-01, 2025-02-01, 2025-03-01",
        "QUARTER, 2025-01-01, 2025-01-01, 2025-04-01",
        "QUARTER, 2025-03-31, 2025-01-01, 2025-04-01",
        "QUARTER, 2025-05-31, 2025-04-01, 2025-07-01",
        "QUARTER, 2025-08-31, 2025-07-01, 2025-10-01",
        "QUARTER, 2025-12-31, 2025-10-01, 2026-01-01",
        "YEAR, 2024-12-31, 2024-01-01, 2025-01-01",
        "YEAR, 2025-01-01, 2025-01-01, 2026-01-01"
    })
    void aPeriodRunsFromItsFirstDayToTheNextOnes(Cadence cadence, LocalDate day, LocalDate first, LocalDate next) {
        assertThat(cadence.floor(day)).isEqualTo(first);
        assertThat(cadence.next(day)).isEqualTo(next);
    }

    @Test
    void aSpanIsCutAtEveryBoundaryInsideIt() {
        Span span = Span.parse("2024-11-15/2025-04-02");
        assertThat(Cadence.QUARTER.cut(span))
                .extracting(Span::toString)
                .containsExactly("2024-11-15/2025-01-01", "2025-Q1", "2025-04-01");
        assertThat(Cadence.YEAR.cut(span))
                .extracting(Span::toString)
                .containsExactly("2024-11-15/2025-01-01", "2025-01-01/2025-04-02");
        assertThat(Cadence.DAY.cut(Span.parse("2024-02-28/2024-03-02")))
                .extracting(Span::toString)
                .containsExactly("2024-02-28", "2024-02-29", "2024-03-01");
        assertThat(Cadence.WEEK.cut(Span.parse("2025-01-01/2025-01-13")))
                .extracting(Span::toString)
                .containsExactly("2025-01-01/2025-01-06", "2025-01-06/2025-01-13");
        assertThat(Cadence.MONTH.cut(Span.year(2025))).hasSize(12);
    }

    @Test
    void anEmptySpanHasNoPeriods() {
        assertThat(Cadence.MONTH.cut(Span.parse("2025-01-01/2025-01-01"))).isEmpty();
    }

    @Test
    void cadencesAreOrderedFromShortToLong() {
        assertThat(Cadence.values())
                .containsExactly(Cadence.DAY, Cadence.WEEK, Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR);
    }
}
