package io.revops.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void onlyLinesThatBringSomethingAreCounted() {
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "100")
                .pays("b", "2024-01-01", "50")
                .pays("b", "2025-04-01", "30")
                .pays("c", "2025-02-01", "7")
                .during("2025");
        assertThat(Metrics.MRR_CHANGE.measure(view).explain().totals())
                .contains(
                        "opening USD 150.00 a month, from 2 lines",
                        "new USD 7.00 a month, from 1 line",
                        "contraction USD -20.00 a month, from 1 line",
                        "closing USD 137.00 a month, from 3 lines",
                        "new accounts 1, from 1 line")
                .noneMatch(t -> t.startsWith("churn"));
    }

    @Test
    void linesOfALargeEvidenceAreCountedInTheirColumn() {
        Evidence.Builder lines = Evidence.counting();
        for (int i = 0; i < 1000; i++) {
            lines.line("a" + i).units(Part.ACTIVE, i % 4 == 0 ? 0 : 1);
        }
        assertThat(lines.build().linesWith(Part.ACTIVE)).isEqualTo(750);
        assertThat(lines.build().linesWith(Part.LOST_ACCOUNTS)).isZero();
    }
}
