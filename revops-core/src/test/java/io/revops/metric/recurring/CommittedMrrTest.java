package io.revops.metric.recurring;

import static io.revops.catalog.Metrics.COMMITTED_MRR;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.metric.SeatBooks.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Cancellation;
import io.revops.book.Dimension;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.metric.SeatBooks;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What is scheduled at a close, worked by hand. */
class CommittedMrrTest {
    private static String at(RevenueView view, Metric<RunRate> metric, String day) {
        return monthly(metric.measure(view.during(Span.parse(day))).orElseThrow());
    }

    private static Metric<RunRate> within(int days) {
        return CommittedMrr.within(CommitmentHorizon.ofDays(days));
    }

    @Test
    void downgradeThatIsScheduledIsCommittedBeforeItTakesEffect() { // T24
        RevenueView view = SeatBooks.start()
                .has("acme/1", "seats", "2025-01-01", "10", "10")
                .recorded("acme/1", "seats", "2025-04-01", "2025-03-20T09:00:00Z", "7", "10")
                .during("2025-03");
        assertThat(at(view, MRR, "2025-03")).isEqualTo("100.00");
        assertThat(at(view, within(1), "2025-03")).isEqualTo("70.00");
        assertThat(at(view, COMMITTED_MRR, "2025-03")).isEqualTo("70.00");
        assertThat(at(view, COMMITTED_MRR, "2025-03-19")).isEqualTo("100.00");
        assertThat(at(view, within(12), "2025-03-20")).isEqualTo("70.00"); // up to and with 1 April
        assertThat(at(view, within(11), "2025-03-20")).isEqualTo("100.00");
        assertThat(at(view, COMMITTED_MRR, "2025-04")).isEqualTo("70.00");
        Evidence evidence = COMMITTED_MRR.measure(view).evidence();
        assertThat(monthly(evidence.total(Part.CLOSING))).isEqualTo("100.00");
        assertThat(monthly(evidence.total(Part.SCHEDULED_CONTRACTION))).isEqualTo("-30.00");
    }

    @Test
    void everyKindOfScheduledMovementHasItsPart() {
        RevenueView view = SeatBooks.start()
                .has("signed/1", "seats", "2025-06-01", "1", "40")
                .signed("signed/1", "2025-03-02")
                .has("up/1", "seats", "2025-01-01", "1", "10")
                .recorded("up/1", "seats", "2025-05-01", "2025-03-20T09:00:00Z", "3", "10")
                .has("gone/1", "seats", "2025-01-01", "1", "25")
                .cancels("gone/1", "2025-03-15", "2025-07-01")
                .has("silent/1", "seats", "2025-01-01", "1", "5")
                .has("silent/1", "seats", "2025-05-01", "9", "5")
                .ends("silent/1", "2025-08-01")
                .during("2025-03");
        Evidence evidence = COMMITTED_MRR.measure(view).evidence();
        assertThat(monthly(evidence.total(Part.CLOSING))).isEqualTo("40.00"); // 10 + 25 + 5
        assertThat(monthly(evidence.total(Part.SCHEDULED_NEW))).isEqualTo("40.00");
        assertThat(monthly(evidence.total(Part.SCHEDULED_EXPANSION))).isEqualTo("20.00");
        assertThat(monthly(evidence.total(Part.SCHEDULED_CHURN))).isEqualTo("-25.00");
        assertThat(at(view, COMMITTED_MRR, "2025-03")).isEqualTo("75.00");
        assertThat(at(view, within(60), "2025-03")).isEqualTo("60.00"); // up to 30 May: only the rise
        assertThat(COMMITTED_MRR.measure(view).by(Dimension.PRODUCT).of("seats").orElseThrow())
                .isEqualTo(COMMITTED_MRR.measure(view).orElseThrow());
    }

    @Test
    void requestToEndCountsUntilItIsTakenBack() {
        RevenueView view = SeatBooks.start()
                .has("a/1", "seats", "2025-01-01", "1", "100")
                .with(
                        "a/1",
                        s -> s.cancellations(Cancellation.builder("c", Moment.of(2025, 3, 10), Moment.of(2025, 6, 1))
                                .withdrawn(Moment.of(2025, 4, 2))
                                .build()))
                .during("2025-03");
        assertThat(at(view, COMMITTED_MRR, "2025-03-09")).isEqualTo("100.00");
        assertThat(at(view, COMMITTED_MRR, "2025-03")).isEqualTo("0.00");
        assertThat(at(view, within(30), "2025-03")).isEqualTo("100.00"); // it would end later
        assertThat(at(view, COMMITTED_MRR, "2025-04")).isEqualTo("100.00");
    }

    @Test
    void endOfADiscountIsScheduledAndATrialIsNoCommitment() {
        RevenueView view = SeatBooks.start()
                .has("off/1", "seats", "2025-01-01", "1", "100")
                .with(
                        "off/1",
                        s -> s.discounts(Discount.builder("d", Moment.of(2025, 1, 1), DiscountDuration.REPEATING)
                                .percent(new BigDecimal(20))
                                .months(6)
                                .build()))
                .has("try/1", "seats", "2025-03-20", "1", "50")
                .with(
                        "try/1",
                        s -> s.spells(Spell.builder("t", SpellKind.TRIAL, Moment.of(2025, 3, 20))
                                .end(Moment.of(2025, 4, 20))
                                .build()))
                .during("2025-03");
        assertThat(at(view, MRR, "2025-03")).isEqualTo("80.00");
        assertThat(at(view, COMMITTED_MRR, "2025-03")).isEqualTo("100.00");
        assertThat(at(view, within(90), "2025-03")).isEqualTo("80.00"); // it ends on 1 July, 92 days after
        assertThat(at(view, COMMITTED_MRR, "2025-04")).isEqualTo("150.00");
    }

    @Test
    void horizonOfNoDaysIsRefused() {
        assertThatThrownBy(() -> CommitmentHorizon.ofDays(0)).hasMessageContaining("Maybe 30, 90 or 365");
        assertThat(CommitmentHorizon.ofDays(1)).hasToString("1 day");
        assertThat(within(90).definition().title()).isEqualTo("Committed MRR in 90 days");
    }
}
