package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodRowsTest {
    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private static SubscriptionPeriod period(int subscription, String amount, String plan, String quantity) {
        return period(subscription, START, amount, "USD", plan, quantity);
    }

    private static SubscriptionPeriod period(
            int subscription, LocalDate start, String amount, String currency, String plan, String quantity) {
        return new SubscriptionPeriod(
                new SubscriptionId("s" + subscription),
                new AccountId("a" + subscription),
                start,
                Optional.of(start.plusMonths(2)),
                Money.of(new BigDecimal(amount), currency),
                plan.isEmpty() ? Optional.empty() : Optional.of(new ProductId(plan)),
                new BigDecimal(quantity));
    }

    @Test
    void amountsStayWithTheirRowsWhereOthersAreLeftOut() {
        int many = 10_000; // several pieces of rows
        PeriodRowsBuilder builder = PeriodRows.builder("f");
        for (int i = 0; i < many; i++) {
            String exact = i % 5 == 0 ? "." + (10_000_000 + i) : ".5"; // finer than a micro-unit, or not
            assertThat(builder.add(2 * i + 1, period(i, i + exact, "", "1"))).isEqualTo(PeriodRows.Fate.ACCEPTED);
            if (i % 3 == 0) {
                SubscriptionPeriod overlaps = period(i, START.plusMonths(1), "7.0000001", "USD", "", "1");
                assertThat(builder.add(2 * i + 2, overlaps)).isEqualTo(PeriodRows.Fate.ACCEPTED);
            }
        }
        PeriodRows rows = builder.build();

        assertThat(rows.size()).isEqualTo(many);
        assertThat(rows.overlaps()).hasSize((many + 2) / 3);
        for (int i = 0; i < many; i++) {
            assertThat(rows.row(i)).isEqualTo("f:" + (2 * i + 1));
            String exact = i % 5 == 0 ? "." + (10_000_000 + i) : ".5";
            assertThat(rows.monthly(i)).isEqualTo(Money.of(new BigDecimal(i + exact), "USD"));
        }
    }

    @Test
    void aQuantityThatIsWrittenDifferentlyMakesAnotherRow() {
        String huge = "123456789012345678901234567890";
        for (String quantity : new String[] {"1", "5", "5.5", huge}) {
            PeriodRowsBuilder builder = PeriodRows.builder("f");
            assertThat(builder.add(1, period(1, "10", "p", quantity))).isEqualTo(PeriodRows.Fate.ACCEPTED);
            assertThat(builder.add(2, period(1, "10", "p", quantity))).isEqualTo(PeriodRows.Fate.DUPLICATE);
            assertThat(builder.add(3, period(1, "10", "p", quantity + (quantity.contains(".") ? "0" : ".0"))))
                    .isEqualTo(PeriodRows.Fate.ACCEPTED);
            assertThat(builder.add(4, period(1, "10", "p", "2"))).isEqualTo(PeriodRows.Fate.ACCEPTED);
            assertThat(builder.add(5, tokens(1, "p", 2))).isEqualTo(PeriodRows.Fate.DUPLICATE);
            PeriodRows rows = builder.build();
            assertThat(rows.size()).isEqualTo(1);
            assertThat(rows.overlaps()).extracting(PeriodRows.Overlap::row).containsExactly(3L, 4L);
        }
    }

    private static PeriodTokens tokens(int subscription, String plan, long quantity) {
        String sub = "s" + subscription;
        String account = "a" + subscription;
        byte[] text = (sub + account + plan).getBytes(StandardCharsets.US_ASCII);
        return new PeriodTokens()
                .in(text)
                .subscription(0, sub.length())
                .account(sub.length(), sub.length() + account.length())
                .plan(sub.length() + account.length(), text.length)
                .start((int) START.toEpochDay())
                .end((int) START.plusMonths(2).toEpochDay())
                .monthly(10_000_000, DOLLARS)
                .quantity(quantity);
    }

    @Test
    void whatIsExpectedAndDoesNotComeChangesNothing() {
        PeriodRowsBuilder builder = PeriodRows.builder("f");
        builder.add(1, tokens(1, "", 1));
        builder.add(2, tokens(2, "", 1));
        byte[] one = "s1a1".getBytes(StandardCharsets.US_ASCII);
        builder.expect(one, new int[] {0, 2, 2, 4, 0, 0, 0, 0, 0, 2, 0, 2}, 3);

        assertThat(builder.add(3, tokens(1, "", 1).expected(0))).isEqualTo(PeriodRows.Fate.DUPLICATE);
        assertThat(builder.add(4, tokens(2, "", 1).expected(0))).isEqualTo(PeriodRows.Fate.DUPLICATE);
        assertThat(builder.add(5, tokens(3, "", 1).expected(1))).isEqualTo(PeriodRows.Fate.ACCEPTED);
        assertThat(builder.add(6, tokens(3, "", 1).expected(2))).isEqualTo(PeriodRows.Fate.DUPLICATE);
        assertThat(builder.add(7, tokens(4, "", 1).expected(99))).isEqualTo(PeriodRows.Fate.ACCEPTED);
        PeriodRows rows = builder.build();
        assertThat(rows.subscriptions()).isEqualTo(4);
        assertThat(rows.accounts()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(rows.accountId(rows.account(rows.subscription(i)))).isEqualTo(new AccountId("a" + (i + 1)));
        }
    }

    @Test
    void moreRowsThanPlacesAreRefused() {
        assertThatThrownBy(() -> PeriodRows.builder("f").expect(new byte[8], new int[8], 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe count rows");
    }

    @Test
    void everyPlanInEveryCurrencyIsAKindOfItsOwn() {
        PeriodRowsBuilder builder = PeriodRows.builder("f");
        int plans = 1500;
        int row = 1;
        for (int again = 0; again < 2; again++) {
            for (int plan = 0; plan < plans; plan++) {
                for (String currency : new String[] {"USD", "EUR", "JPY"}) {
                    builder.add(row, period(row++, START, "1", currency, plan == 0 ? "" : "p" + plan, "1"));
                }
            }
        }
        PeriodRows rows = builder.build();

        assertThat(rows.kinds()).isEqualTo(3 * plans);
        for (int i = 0; i < rows.size(); i++) {
            int plan = i / 3 % plans;
            assertThat(rows.currency(rows.kind(i)).getCurrencyCode())
                    .isEqualTo(new String[] {"USD", "EUR", "JPY"}[i % 3]);
            assertThat(rows.plan(rows.kind(i)))
                    .isEqualTo(plan == 0 ? Optional.empty() : Optional.of(new ProductId("p" + plan)));
        }
    }
}
