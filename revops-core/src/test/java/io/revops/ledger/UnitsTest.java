package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.PeriodRows;
import io.revops.book.PeriodRowsBuilder;
import io.revops.book.ProductId;
import io.revops.book.SubscriptionId;
import io.revops.book.SubscriptionPeriod;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By subscription and by item, an account counts once for each, however many it has and whatever they sell in turn. */
class UnitsTest {
    private static final Span QUARTER = Span.quarter(2025, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 40})
    void aSubscriptionThatChangesItsPlanStaysOneUnit(int subscriptions) {
        PeriodRowsBuilder rows = PeriodRows.builder("rows");
        for (int i = 0; i < subscriptions; i++) {
            String id = i % 3 == 0 ? "a/" + i : "s" + i;
            rows.add(2 * i + 1, period(id, "2025-01-01", Optional.of("2025-02-10"), "10", "first"));
            rows.add(2 * i + 2, period(id, "2025-02-10", Optional.empty(), "15", "second"));
        }
        PeriodRows built = rows.build();
        for (Grain grain : List.of(Grain.SUBSCRIPTION, Grain.ITEM)) {
            for (Basis basis : Basis.values()) {
                MrrLedger ledger = MrrLedger.of(built, RevenuePolicy.standard().with(grain, basis));
                List<Row> all = Row.of(ledger, QUARTER, basis, Cadence.MONTH, Valuation.closing(ledger), null);
                Row january = all.get(0);
                assertThat(january.counts()).containsOnly(java.util.Map.entry(MovementKind.NEW, subscriptions));
                assertThat(january.unitsAtClosing()).isEqualTo(subscriptions);
                Row february = all.get(1);
                assertThat(february.counts())
                        .as("%s %s", grain, basis)
                        .containsOnly(java.util.Map.entry(MovementKind.EXPANSION, subscriptions));
                assertThat(february.amounts())
                        .containsOnly(java.util.Map.entry(MovementKind.EXPANSION, 60_000_000L * subscriptions));
                assertThat(february.unitsAtOpening())
                        .isEqualTo(february.unitsAtClosing())
                        .isEqualTo(subscriptions);
            }
        }
    }

    private static SubscriptionPeriod period(
            String id, String start, Optional<String> end, String monthly, String plan) {
        return new SubscriptionPeriod(
                new SubscriptionId(id),
                new AccountId("acme"),
                LocalDate.parse(start),
                end.map(LocalDate::parse),
                Money.of(new BigDecimal(monthly), Currency.getInstance("USD")),
                Optional.of(new ProductId(plan)),
                BigDecimal.ONE);
    }
}
