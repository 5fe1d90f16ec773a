package io.revops.report;

import static io.revops.report.SmallBook.exact;
import static io.revops.report.SmallBook.printed;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.metric.Explanation;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RetentionSectionTest {
    /** Of 266.67: Alder paid 50 more (320 / 266.67), Birch left with 166.67. */
    @Test
    void aQuarterHasOneRow() {
        Table retention = RetentionSection.of(SmallBook.view()).tables().get(0);
        assertThat(retention.columns())
                .extracting(Column::key)
                .containsExactly(
                        "span",
                        "retention.net",
                        "retention.gross",
                        "retention.net.flow",
                        "retention.gross.flow",
                        "churn.logo");
        assertThat(printed(retention)).containsExactly("2025-Q1 | 56.2 % | 37.5 % | 56.2 % | 37.5 % | 50.0 %");
        assertThat(exact(retention, 0)).containsExactly(null, "0.5625", "0.375", "0.5625", "0.375", "0.5");
    }

    @Test
    void aLongerSpanHasItsQuartersAndThenTheWhole() {
        Span span = Span.of(LocalDate.of(2024, 11, 1), LocalDate.of(2025, 4, 1));
        Table retention =
                RetentionSection.of(SmallBook.view().during(span)).tables().get(0);
        assertThat(retention.rows())
                .extracting(row -> row.get(0).printed())
                .containsExactly("2024-11-01/2025-01-01", "2025-Q1", "2024-11-01/2025-04-01");
        // Dogwood's 30 were there at the opening of November, gone with its first instant, and came back as 40
        assertThat(printed(retention))
                .last()
                .isEqualTo("2024-11-01/2025-04-01 | 64.0 % | 43.8 % | 50.6 % | 33.7 % | 33.3 %");
    }

    @Test
    void aSpanBeforeAnybodyPaidIsUndefinedAndSaysWhy() {
        Table retention = RetentionSection.of(SmallBook.view().during(Span.quarter(2023, 4)))
                .tables()
                .get(0);
        assertThat(printed(retention))
                .containsExactly("2023-Q4 | undefined | undefined | undefined | undefined | undefined");
        assertThat(retention.rows().get(0).get(1).undefined())
                .isNotNull()
                .returns(UndefinedCode.OPENING_ZERO, Undefined::code);
        assertThat(retention.notes())
                .containsExactly(
                        "undefined: Nothing recurred at the opening, so nothing could be retained. Maybe a span that begins later.",
                        "undefined: No account was active at the opening, so none could be lost. Maybe a span that begins later.");
    }

    @Test
    void netRetentionAndLogoChurnTellHowTheyWereConcluded() {
        assertThat(RetentionSection.of(SmallBook.view()).how())
                .extracting(Explanation::headline)
                .containsExactly("Net revenue retention, 2025-Q1: 56.2 %", "Logo churn, 2025-Q1: 50.0 %");
    }
}
