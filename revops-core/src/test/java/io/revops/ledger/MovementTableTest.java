package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovementTableTest {
    private static Subscription of(String account, String currency, long amount) {
        return of("s-" + account, account, currency, amount);
    }

    private static Subscription of(String id, String account, String currency, long amount) {
        return Subscription.builder(id, account)
                .items(ItemChange.builder("i", Moment.of(2025, 1, 10), "item")
                        .price(Price.flat(Money.of(amount, currency), BillingInterval.MONTHLY))
                        .build())
                .endings(Ending.builder("e", Moment.of(2025, 3, 10)).build())
                .build();
    }

    private static MrrLedger ledger(Subscription... facts) {
        return MrrLedger.of(RevenueBook.of(facts), RevenuePolicy.standard());
    }

    @Test
    void everyPeriodHasARowAlsoWithoutMovement() {
        MovementTable table = ledger(of("a", "USD", 100)).table(Span.parse("2024-12-01/2025-05-01"), Cadence.MONTH);

        assertThat(table)
                .hasToString(String.join(
                        "\n",
                        "MovementTable in USD",
                        "  2024-12 USD 0.00/month = USD 0.00/month, 0 active",
                        "  2025-01 USD 0.00/month + NEW USD 100.00/month = USD 100.00/month, 1 active",
                        "  2025-02 USD 100.00/month = USD 100.00/month, 1 active",
                        "  2025-03 USD 100.00/month + CHURN USD -100.00/month = USD 0.00/month, 0 active",
                        "  2025-04 USD 0.00/month = USD 0.00/month, 0 active"));
        assertThat(table.rows().get(2).activeAtOpening()).isOne();
        assertThat(table.rows().get(1).count(MovementKind.NEW)).isOne();
    }

    @Test
    void subscriptionsThatStandStillAreCountedEachWhereTheGrainIsASubscription() {
        Subscription second = of("s-second", "a", "USD", 50);
        MrrLedger ledger = MrrLedger.of(
                RevenueBook.of(of("a", "USD", 100), second),
                RevenuePolicy.standard().with(Grain.SUBSCRIPTION));

        MovementTable table = ledger.table(Span.parse("2025-01-01/2025-05-01"), Cadence.MONTH);

        assertThat(table.rows()).extracting(MovementTable.Row::active).containsExactly(2L, 2L, 0L, 0L);
        assertThat(table.rows()).extracting(MovementTable.Row::activeAtOpening).containsExactly(0L, 2L, 2L, 0L);
    }

    @Test
    void aTotalMayOutgrowALong() {
        long most = 700_000_000_000L; // a month, so 8.4 trillion a year, in micro-units close to the greatest long
        MrrLedger ledger = ledger(
                IntStream.range(0, 5).mapToObj(i -> of("a" + i, "USD", most)).toArray(Subscription[]::new));

        MovementTable table = ledger.table(Span.parse("2025-01-01/2025-05-01"), Cadence.MONTH);

        BigInteger five = BigInteger.valueOf(5 * 12).multiply(BigInteger.valueOf(most * 1_000_000));
        assertThat(table.rows().get(0).amount(MovementKind.NEW).microsPerYear()).isEqualTo(five);
        assertThat(table.rows().get(1).opening().microsPerYear()).isEqualTo(five);
        assertThat(table.rows().get(1).closing().microsPerYear()).isEqualTo(five);
        assertThat(table.rows().get(3).opening()).isEqualTo(RunRate.zero(Money.currency("USD")));
    }

    @Test
    void twoCurrenciesWithoutARateHaveNoTable() {
        MrrLedger ledger = ledger(of("a", "USD", 1), of("b", "EUR", 1));

        assertThatThrownBy(() -> ledger.table(Span.year(2025), Cadence.MONTH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("different currencies");
    }
}
