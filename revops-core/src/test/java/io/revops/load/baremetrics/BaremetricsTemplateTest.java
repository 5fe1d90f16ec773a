package io.revops.load.baremetrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.BillingInterval;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.ItemChange;
import io.revops.book.Product;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.load.BadRows;
import io.revops.load.LoadException;
import io.revops.load.Loaded;
import io.revops.load.export.Exports;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaremetricsTemplateTest {
    static final String HEADER = "plan_oid,plan_name,plan_currency,plan_amount,plan_interval,plan_interval_count,"
            + "customer_oid,customer_name,customer_email,subscription_oid,subscription_started_at,"
            + "subscription_canceled_at,subscription_quantity";
    private static final String ROW = "p1,Team,USD,5000,month,1,acme,Acme,ada@acme.example,s1,2025-01-15,,3";

    @TempDir
    Path folder;

    private Loaded<RevenueBook> read(String... lines) throws IOException {
        return readText(String.join("\n", lines) + "\n");
    }

    private Loaded<RevenueBook> readText(String text) throws IOException {
        return BaremetricsTemplate.read(Files.writeString(folder.resolve("t.csv"), text, StandardCharsets.UTF_8));
    }

    private static Issue only(Loaded<?> loaded) {
        assertThat(loaded.issues()).hasSize(1);
        assertThat(loaded.issues().get(0).reason()).contains("Maybe");
        assertThat(loaded.accepted() + loaded.rejected() + loaded.duplicates()).isEqualTo(loaded.read());
        return loaded.issues().get(0);
    }

    @Test
    void aRowIsASubscriptionWithItsPlanAndItsCustomer() throws IOException {
        RevenueBook book = read(HEADER, ROW).orElseThrow();

        Subscription subscription = book.subscriptions().get(0);
        assertThat(subscription.start()).contains(Moment.of(2025, 1, 15));
        assertThat(subscription.ends()).isEmpty();
        ItemChange item = subscription.items().get(0);
        assertThat(item.quantity()).contains(new BigDecimal("3"));
        assertThat(item.price().orElseThrow().unitAmount()).isEqualTo(Money.of("50", "USD"));
        assertThat(item.price().orElseThrow().interval()).contains(BillingInterval.MONTHLY);
        Account account = book.account("acme").orElseThrow();
        assertThat(account.name()).contains("Acme");
        assertThat(account.domain()).contains("acme.example");
        assertThat(book.all(Product.class))
                .extracting(p -> p.name().orElseThrow())
                .containsExactly("Team");
        assertThat(book.issues()).isEmpty();
    }

    /** The first day without it is that of the cancellation. */
    @Test
    void aCancellationEndsItOnItsDay() throws IOException {
        Subscription subscription = read(HEADER, ROW.replace("15,,3", "15,2025-04-01,3"))
                .orElseThrow()
                .subscriptions()
                .get(0);
        assertThat(subscription.ends()).contains(Moment.of(2025, 4, 1));
        assertThat(subscription.cancellations().get(0).effective()).isEqualTo(Moment.of(2025, 4, 1));
    }

    @Test
    void whatMayBeEmptyHasADefault() throws IOException {
        Subscription subscription = read(HEADER, "p1,,USD,5000,year,,acme,,,s1,2025-01-15,,")
                .orElseThrow()
                .subscriptions()
                .get(0);
        ItemChange item = subscription.items().get(0);
        assertThat(item.quantity()).contains(BigDecimal.ONE);
        assertThat(item.price().orElseThrow().interval()).contains(BillingInterval.YEARLY);
    }

    @Test
    void amountsAreInTheSmallestUnitOfTheCurrency() throws IOException {
        Loaded<RevenueBook> loaded = read(
                HEADER, "p1,,JPY,5000,month,3,acme,,,s1,2025-01-15,,", "p2,,KWD,5000,week,2,acme,,,s2,2025-01-15,,");
        List<Money> amounts = loaded.orElseThrow().subscriptions().stream()
                .flatMap(s -> s.items().stream())
                .map(i -> i.price().orElseThrow().unitAmount())
                .toList();
        assertThat(amounts).containsExactly(Money.of("5000", "JPY"), Money.of("5", "KWD"));
    }

    @ParameterizedTest
    @CsvSource({
        "p1;Team,MISSING_VALUE,plan_oid",
        "USD,MISSING_VALUE,plan_currency",
        "5000,MISSING_VALUE,plan_amount",
        "month,MISSING_VALUE,plan_interval",
        "acme,MISSING_VALUE,customer_oid",
        "s1,MISSING_VALUE,subscription_oid",
        "2025-01-15,MISSING_VALUE,subscription_started_at"
    })
    void whatMustBeThereIsNamedWhenItIsNot(String value, IssueCode code, String column) throws IOException {
        String cell = value.split(";")[0];
        Issue issue = only(read(
                HEADER, ("," + ROW + ",").replaceFirst("," + cell + ",", ",,").replaceAll("^,|,$", "")));
        assertThat(issue.code()).isEqualTo(code);
        assertThat(issue.column()).isEqualTo(column);
        assertThat(issue.source()).hasToString("t.csv:2");
    }

    @ParameterizedTest
    @CsvSource({
        "5000,50.5,BAD_VALUE,plan_amount",
        "5000,-1,BAD_VALUE,plan_amount",
        "5000,1e100000000,BAD_VALUE,plan_amount",
        "month,fortnight,BAD_VALUE,plan_interval",
        "USD,Dollars,BAD_VALUE,plan_currency",
        "'15,,3','15,2025-01-14,3',END_BEFORE_START,subscription_canceled_at",
        "'15,,3','15,,0',BAD_VALUE,subscription_quantity",
        "'15,,3','15,4/1/25,3',BAD_VALUE,subscription_canceled_at"
    })
    void whatCannotBeIsRejectedWithItsColumn(String value, String other, IssueCode code, String column)
            throws IOException {
        Loaded<RevenueBook> loaded = read(HEADER, ROW.replaceFirst(value, other));
        assertThat(only(loaded).code()).isEqualTo(code);
        assertThat(only(loaded).column()).isEqualTo(column);
        assertThat(loaded.rejected()).isOne();
    }

    @Test
    void itMayEndOnTheDayItStarts() throws IOException {
        assertThat(read(HEADER, ROW.replace("15,,3", "15,2025-01-15,3")).rejected())
                .isZero();
    }

    @Test
    void theSameIdWithAnotherContentIsRejectedButOne() throws IOException {
        Loaded<RevenueBook> loaded = read(HEADER, ROW.replace("2025-01-15", "2025-03-01"), ROW, ROW);
        assertThat(only(loaded).code()).isEqualTo(IssueCode.CONFLICT);
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.value().subscriptions().get(0).start()).contains(Moment.of(2025, 3, 1));
    }

    @Test
    void rowsThatNameACustomerOrAPlanDifferentlyAreAnIssue() throws IOException {
        Loaded<RevenueBook> loaded = read(HEADER, ROW, "p1,Crew,USD,5000,month,1,acme,ACME Inc,,s2,2025-01-15,,3");
        assertThat(loaded.issues()).extracting(Issue::column).containsExactly("customer_name", "plan_name");
        assertThat(loaded.value().account("acme").orElseThrow().name()).contains("Acme");
        assertThat(loaded.accepted()).isEqualTo(2);
    }

    @Test
    void missingColumnEmptyFileAndNoTextAreSaid() throws IOException {
        assertThat(only(read("plan_oid,plan_name", "p1,Team")).code()).isEqualTo(IssueCode.MISSING_COLUMN);
        assertThat(only(readText("")).code()).isEqualTo(IssueCode.UNREADABLE);
        assertThat(only(readText("PK\u0003\u0004\0\0")).code()).isEqualTo(IssueCode.UNREADABLE);
        assertThatThrownBy(() -> BaremetricsTemplate.read(folder.resolve("none.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void strictStopsAtTheFirstBadRow() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + "\n" + ROW.replace("5000", "x") + "\n");
        assertThatThrownBy(
                        () -> BaremetricsTemplate.reader().with(BadRows.STRICT).read(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("plan_amount");
    }

    @Test
    void aSheetAsPeopleHaveItIsRead() throws IOException {
        String semicolons = (HEADER.toUpperCase(java.util.Locale.ROOT) + "\r\n" + ROW + "\r\n"
                        + HEADER.toUpperCase(java.util.Locale.ROOT) + "\r\n"
                        + ROW.replace("s1", "s2").replace("Acme", "\"Acme\nHolding\"") + "\r\n,,,\r\n\r\n")
                .replace(',', ';');
        Loaded<RevenueBook> loaded = readText("\uFEFF" + semicolons);
        assertThat(loaded.accepted()).isEqualTo(2);
        assertThat(loaded.value().subscriptions()).hasSize(2);
    }

    @Test
    void aWholeTemplateIsRead() throws URISyntaxException {
        Path file = Path.of(
                Objects.requireNonNull(getClass().getResource("template.csv")).toURI());
        Loaded<RevenueBook> loaded = BaremetricsTemplate.read(file);

        assertThat(loaded.read()).isEqualTo(7);
        assertThat(loaded.accepted()).isEqualTo(5);
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.value().accounts()).hasSize(4);
        assertThat(loaded.value().subscriptions()).hasSize(5);
        assertThat(Exports.addsUp(loaded)).isTrue();
    }
}
