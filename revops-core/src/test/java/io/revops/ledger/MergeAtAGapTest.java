package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An account becomes part of another at the instant at which its subscription ends, and the next begins two days later. */
class MergeAtAGapTest {
    private static final Moment JULY = Moment.of(2025, 7, 1);

    private static Subscription.Builder paying(String id, Moment from) {
        return Subscription.builder(id, "small")
                .items(ItemChange.builder(id + "-price", from, "plan")
                        .price(Price.perUnit(Money.of(17, "USD"), BillingInterval.MONTHLY))
                        .build());
    }

    private static List<String> movements(int tolerated) {
        RevenueBook book = RevenueBook.of(
                paying("first", Moment.of(2025, 1, 1))
                        .endings(Ending.builder("end", JULY).build())
                        .build(),
                paying("second", Moment.of(2025, 7, 3)).build(),
                AccountMerge.builder("merge", "small", "large", JULY).build());
        RevenuePolicy policy = RevenuePolicy.standard().with(Basis.EVENT, GapTolerance.days(tolerated));
        MrrLedger ledger = MrrLedger.of(book, policy);
        Row.of(ledger, Span.year(2025), Basis.EVENT, Cadence.DAY)
                .forEach(row -> assertThat(row.opening() + row.moved()).isEqualTo(row.closing()));
        assertThat(ledger.states(new AccountId("large"), Moment.of(2025, 7, 2).instant(policy.zone())))
                .hasSize(tolerated >= 2 ? 1 : 0);
        return ledger.movements(Span.month(2025, 7)).stream()
                .map(m -> m.account() + " " + m.kind() + " "
                        + m.amount().microsPerYear().longValueExact() / 1_000_000)
                .toList();
    }

    /** Otherwise the one would give what the other never got. */
    @Test
    void whatGoesOnOverTheGapCameWithTheMerge() {
        assertThat(movements(3)).containsExactlyInAnyOrder("small MERGE_OUT -204", "large MERGE_IN 204");
    }

    @Test
    void aGapThatIsTooLongIsAnEndAndABeginning() {
        assertThat(movements(1))
                .containsExactlyInAnyOrder(
                        "small MERGE_OUT -204", "large MERGE_IN 204", "large CHURN -204", "large REACTIVATION 204");
    }

    /** What costs nothing any more comes to an account that never had anything: what was paid in the month came along, and ended there. */
    @Test
    void whatCameAndIsWorthNothingHasAPlace() {
        Subscription free = Subscription.builder("sub", "small")
                .items(
                        ItemChange.builder("paid", Moment.of(2025, 1, 1), "plan")
                                .price(Price.perUnit(Money.of(17, "USD"), BillingInterval.MONTHLY))
                                .build(),
                        ItemChange.builder("free", Moment.of(2025, 6, 1), "plan")
                                .price(Price.perUnit(Money.of(0, "USD"), BillingInterval.MONTHLY))
                                .build())
                .build();
        RevenueBook book = RevenueBook.of(
                free,
                AccountMerge.builder("merge", "small", "large", Moment.of(2025, 6, 15))
                        .build());
        for (int days : new int[] {0, 3}) {
            MrrLedger ledger = MrrLedger.of(book, RevenuePolicy.standard().with(Basis.NET, GapTolerance.days(days)));
            assertThat(ledger.movements(Span.month(2025, 6)))
                    .as("gap tolerance of %d days", days)
                    .extracting(m -> m.account() + " " + m.kind() + " "
                            + m.amount().microsPerYear().longValueExact() / 1_000_000)
                    .containsExactlyInAnyOrder("small MERGE_OUT -204", "large MERGE_IN 204", "large CHURN -204");
        }
    }
}
