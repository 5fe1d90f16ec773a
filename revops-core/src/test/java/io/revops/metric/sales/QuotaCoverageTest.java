package io.revops.metric.sales;

import static io.revops.catalog.Metrics.QUOTA_COVERAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Outcome;
import io.revops.book.Quota;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.Part;
import io.revops.money.Money;
import io.revops.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose quota counts, in a team of several levels; the pipeline is one deal of 100. */
class QuotaCoverageTest {
    private static RevenueView view(List<Rep> reps, List<Quota> quotas) {
        RevenueBook.Builder book = MonthlyBooks.start()
                .deal("d", "2025-01-01", Outcome.OPEN, "2025-05-15")
                .builder();
        reps.forEach(book::add);
        quotas.forEach(book::add);
        return RevenueView.of(book.build(), RevenuePolicy.standard(), Span.quarter(2025, 2));
    }

    private static Rep rep(String id, String manager) {
        return Rep.builder(id).manager(new RepId(manager)).build();
    }

    private static Quota quota(String rep, String amount) {
        return Quota.builder("q-" + rep, Span.quarter(2025, 2), Money.of(amount, "USD"))
                .rep(new RepId(rep))
                .build();
    }

    @Test
    void managerAboveAManagerWithoutAQuotaIsNotCountedAgain() {
        RevenueView view = view(
                List.of(Rep.builder("head").build(), rep("lead", "head"), rep("seller", "lead")),
                List.of(quota("head", "40"), quota("seller", "40")));
        assertThat(QUOTA_COVERAGE.measure(view).orElseThrow().value()).isEqualTo(2.5); // 100 / 40
        assertThat(QUOTA_COVERAGE.measure(view).evidence().total(Part.QUOTA)).isEqualTo(Money.of("40", "USD"));
    }

    @Test
    void managerWithoutAnybodyBelowIsCountedBesideASellerOfAnotherTeam() {
        RevenueView view = view(
                List.of(Rep.builder("head").build(), rep("lead", "head"), rep("seller", "head")),
                List.of(quota("lead", "30"), quota("seller", "20")));
        assertThat(QUOTA_COVERAGE.measure(view).orElseThrow().value()).isEqualTo(2.0); // 100 / (30 + 20)
    }

    @Test
    void repsWhoManageEachOtherAreAllCounted() {
        RevenueView view = view(List.of(rep("a", "b"), rep("b", "a")), List.of(quota("a", "30"), quota("b", "20")));
        assertThat(QUOTA_COVERAGE.measure(view).orElseThrow().value()).isEqualTo(2.0);
    }
}
