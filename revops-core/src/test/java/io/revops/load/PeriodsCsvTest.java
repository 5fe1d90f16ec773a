package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Ending;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeriodsCsvTest {
    private static final String SHORT = "subscription_id,customer_id,start_date,end_date,monthly_amount";

    @TempDir
    Path folder;

    private Path file(String... lines) {
        try {
            return Files.writeString(folder.resolve("periods.csv"), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Issue onlyIssue(Loaded<?> loaded) {
        assertThat(loaded.issues()).hasSize(1);
        return loaded.issues().get(0);
    }

    private static ItemChange monthly(Moment from, int amount) {
        return ItemChange.builder("phase@" + from, from, "item")
                .quantity(BigDecimal.ONE)
                .price(Price.flat(Money.of(amount, "USD"), BillingInterval.MONTHLY))
                .build();
    }

    @Test
    void aRowIsAFlatMonthlyPriceUntilItsEnd() {
        RevenueBook book = PeriodsCsv.in("USD")
                .read(file(SHORT, "s,a,2025-01-01,2025-03-01,100"))
                .orElseThrow();

        assertThat(book.issues()).isEmpty();
        assertThat(book.subscriptions())
                .containsExactly(Subscription.builder("s", "a")
                        .start(Moment.of(2025, 1, 1))
                        .items(monthly(Moment.of(2025, 1, 1), 100))
                        .endings(Ending.builder("end", Moment.of(2025, 3, 1)).build())
                        .build());
        assertThat(book.accounts()).containsExactly(Account.builder("a").build());
    }

    @Test
    void withoutAnEndItGoesOn() {
        RevenueBook book =
                PeriodsCsv.in("USD").read(file(SHORT, "s,a,2025-01-01,,100")).orElseThrow();

        assertThat(book.subscriptions().get(0).ends()).isEmpty();
    }

    @Test
    void rowsThatTouchArePhasesInWhicheverOrderTheyAreWritten() {
        RevenueBook book = PeriodsCsv.in("USD")
                .read(file(SHORT, "s,a,2025-03-01,,150", "s,a,2025-01-01,2025-03-01,100"))
                .orElseThrow();

        assertThat(book.subscriptions().get(0).items())
                .containsExactly(monthly(Moment.of(2025, 1, 1), 100), monthly(Moment.of(2025, 3, 1), 150));
    }

    @Test
    void betweenRowsThatDoNotTouchThereIsNothing() {
        RevenueBook book = PeriodsCsv.in("USD")
                .read(file(SHORT, "s,a,2025-01-01,2025-03-01,100", "s,a,2025-05-01,2025-06-01,150"))
                .orElseThrow();

        assertThat(book.subscriptions().get(0).items())
                .containsExactly(
                        monthly(Moment.of(2025, 1, 1), 100),
                        ItemChange.builder("gap@2025-03-01", Moment.of(2025, 3, 1), "item")
                                .quantity(BigDecimal.ZERO)
                                .build(),
                        monthly(Moment.of(2025, 5, 1), 150));
        assertThat(book.subscriptions().get(0).ends()).contains(Moment.of(2025, 6, 1));
    }

    @Test
    void planQuantityAndCurrencyOfTheRowHold() {
        RevenueBook book = PeriodsCsv.in("USD")
                .read(file(SHORT + ",plan,quantity,currency,note", "s,a,2025-01-01,,100,pro,5,EUR,x"))
                .orElseThrow();

        ItemChange item = book.subscriptions().get(0).items().get(0);
        assertThat(item.quantity()).contains(new BigDecimal("5"));
        assertThat(item.price().map(Price::currency)).contains(Money.currency("EUR"));
        assertThat(item.product().flatMap(p -> book.find(Product.class, p)).flatMap(Product::name))
                .contains("pro");
    }

    @Test
    void aRowThatOverlapsAnEarlierOneIsLeftOut() {
        Loaded<RevenueBook> loaded = PeriodsCsv.in("USD")
                .read(file(
                        SHORT,
                        "s,a,2025-02-28,2025-04-01,150",
                        "s,a,2025-01-01,2025-03-01,100",
                        "s,a,2025-03-01,,120"));

        Issue issue = onlyIssue(loaded);
        assertThat(issue.code()).isEqualTo(IssueCode.OVERLAP);
        assertThat(issue.source()).hasToString("periods.csv:2");
        assertThat(issue.reason()).contains("line 3");
        assertThat(loaded.value().subscriptions().get(0).items()).hasSize(2);
        assertThat(loaded.accepted()).isEqualTo(2);
    }

    @Test
    void nothingComesAfterARowWithoutAnEnd() {
        Loaded<RevenueBook> loaded = PeriodsCsv.in("USD")
                .read(file(SHORT, "s,a,2025-01-01,,100", "s,a,2025-03-01,,120", "s,a,2025-01-01,2025-02-01,1"));

        assertThat(loaded.issues())
                .extracting(i -> i.code() + " " + i.source().line())
                .containsExactly("OVERLAP 3", "OVERLAP 4");
    }

    @Test
    void theSameRowTwiceIsADuplicate() {
        Loaded<RevenueBook> loaded =
                PeriodsCsv.in("USD").read(file(SHORT, "s,a,2025-01-01,,100", "s,a,2025-01-01,,100.00"));

        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void aRowThatCoversNoDayIsRejected() {
        assertThat(onlyIssue(PeriodsCsv.in("USD").read(file(SHORT, "s,a,2025-01-01,2025-01-01,100")))
                        .code())
                .isEqualTo(IssueCode.END_BEFORE_START);
    }

    @Test
    void aSubscriptionHasOneCustomer() {
        Loaded<RevenueBook> loaded =
                PeriodsCsv.in("USD").read(file(SHORT, "s,a,2025-01-01,2025-02-01,100", "s,b,2025-02-01,,100"));

        assertThat(onlyIssue(loaded).code()).isEqualTo(IssueCode.CONFLICT);
        assertThat(loaded.value().account(new AccountId("b"))).isEmpty();
    }

    @Test
    void aQuantityIsAboveZero() {
        assertThat(onlyIssue(PeriodsCsv.in("USD").read(file(SHORT + ",quantity", "s,a,2025-01-01,,100,0")))
                        .column())
                .isEqualTo("quantity");
    }

    @Test
    void theCurrencyHasToBeKnown() {
        Loaded<RevenueBook> none = PeriodsCsv.reader().read(file(SHORT, "s,a,2025-01-01,,100"));
        assertThat(onlyIssue(none).code()).isEqualTo(IssueCode.MISSING_COLUMN);
        assertThatThrownBy(none::orElseThrow)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("Maybe PeriodsCsv.in(\"USD\")");

        Loaded<RevenueBook> empty = PeriodsCsv.reader().read(file(SHORT + ",currency", "s,a,2025-01-01,,100,"));
        assertThat(onlyIssue(empty).code()).isEqualTo(IssueCode.MISSING_VALUE);
    }

    @Test
    void strictStopsAtTheFirstError() {
        Path file = file(SHORT, "s,a,yesterday,,100");

        assertThatThrownBy(() -> PeriodsCsv.in("USD").with(BadRows.STRICT).read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("periods.csv:2");
    }
}
