package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One account paid until the end of January, the other never paid and keeps a free plan; in April the first becomes part of it. */
class MergedActiveTest {
    private static final RevenuePolicy FREE_IS_ACTIVE = RevenuePolicy.standard().with(FreeAccount.ACTIVE);

    private static Subscription.Builder monthly(String id, String account, String price) {
        return Subscription.builder(id, account)
                .items(ItemChange.builder(id + "-price", Moment.of(2025, 1, 1), "plan")
                        .price(Price.perUnit(Money.of(price, "USD"), BillingInterval.MONTHLY))
                        .build());
    }

    /** By month the active at its opening and at its close. */
    private static List<String> active(LocalDate left, RevenuePolicy policy) {
        RevenueBook book = RevenueBook.of(
                monthly("paid", "small", "17")
                        .endings(Ending.builder("end", Moment.of(left)).build())
                        .build(),
                monthly("free", "large", "0").build(),
                AccountMerge.builder("merge", "small", "large", Moment.of(2025, 4, 10))
                        .build());
        List<String> active = new ArrayList<>();
        for (Span month : Cadence.MONTH.cut(Span.parse("2025-01-01/2025-06-01"))) {
            int opening = 0;
            int closing = 0;
            for (Row row : Row.of(MrrLedger.of(book, policy), month, policy.basis(), Cadence.MONTH)) {
                opening += row.unitsAtOpening();
                closing += row.unitsAtClosing();
            }
            active.add(opening + " " + closing);
        }
        return active;
    }

    /** Otherwise a customer would be there in April that nobody won. */
    @Test
    void whatOneHasLostDoesNotComeBackBecauseTheOtherKeepsSomethingFree() {
        for (Basis basis : Basis.values()) {
            assertThat(active(LocalDate.of(2025, 2, 1), FREE_IS_ACTIVE.with(basis)))
                    .as("%s", basis)
                    .containsExactly("0 1", "1 0", "0 0", "0 0", "0 0");
        }
    }

    @Test
    void whoIsStillACustomerStaysOneOnceTheFreePlanIsTheirs() {
        for (Basis basis : Basis.values()) {
            assertThat(active(LocalDate.of(2025, 5, 1), FREE_IS_ACTIVE.with(basis)))
                    .as("%s", basis)
                    .containsExactly("0 1", "1 1", "1 1", "1 1", "1 1");
        }
        assertThat(active(LocalDate.of(2025, 5, 1), RevenuePolicy.standard()))
                .containsExactly("0 1", "1 1", "1 1", "1 1", "1 0");
    }
}
