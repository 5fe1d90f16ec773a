package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.health.SimulatedCompany.Link;
import io.revops.ledger.RevenuePolicy;
import io.revops.metric.Proportion;
import io.revops.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a back-test finds in a company whose hazards are known. */
class ScorecardBacktestTest {
    private static final LocalDate KNOWN = LocalDate.of(2025, 12, 31);

    private static ScorecardBacktest backtest(Link link, String span) {
        RevenueBook book = SimulatedCompany.of(200, 20251126, link);
        return HealthScorecard.standard()
                .history(book, RevenuePolicy.standard(), Span.parse(span))
                .backtest(ChurnHorizon.STANDARD, KNOWN);
    }

    @Test
    void scorecardThatReadsWhatDrivesChurnIsFoundToRankItAndItsBandsDiffer() {
        ScorecardBacktest test = backtest(Link.USE_TELLS, "2025-04-01/2025-10-01");
        assertThat(test.ranking().orElseThrow().low()).isGreaterThan(0.6);
        Proportion red = test.of(HealthBand.RED).left().orElseThrow();
        Proportion green = test.of(HealthBand.GREEN).left().orElseThrow();
        assertThat(red.low()).isGreaterThan(green.high());
        assertThat(test.leadTime().warned()).isPositive();
        assertThat(test.warnings()).isEmpty();
    }

    /** If this failed, a team would trust a scorecard that knows nothing. */
    @Test
    void scorecardThatReadsNothingOfItIsFoundToBeChance() {
        ScorecardBacktest test = backtest(Link.NOTHING_TELLS, "2025-04-01/2025-10-01");
        assertThat(test.ranking().orElseThrow().low()).isLessThan(0.5);
        assertThat(test.warnings()).anyMatch(w -> w.startsWith("the ranking may be chance"));
    }
}
