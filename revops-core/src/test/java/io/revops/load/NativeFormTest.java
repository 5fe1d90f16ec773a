package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.BillingInterval;
import io.revops.book.Fact;
import io.revops.book.Filled;
import io.revops.book.ItemChange;
import io.revops.book.Links;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in the native form, and read again. */
class NativeFormTest {
    @TempDir
    Path folder;

    private static Map<Fact, Long> facts(RevenueBook book) {
        return book.facts().collect(Collectors.groupingBy(f -> f, Collectors.counting()));
    }

    private void file(String name, String... lines) {
        try {
            Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void comesBack(RevenueBook book) {
        Path csv = folder.resolve("form");
        Path json = folder.resolve("form.json");
        NativeForm.writeCsv(book, csv);
        NativeForm.writeJson(book, json);
        for (Path written : new Path[] {csv, json}) {
            Loaded<RevenueBook> again = NativeForm.read(written);
            assertThat(again.issues()).isEmpty();
            assertThat(facts(again.value())).isEqualTo(facts(book));
            assertThat(again.value().rates()).isEqualTo(book.rates());
            assertThat(again.accepted()).isEqualTo(again.read());
        }
    }

    /** Facts of every kind, and what they name. */
    private static RevenueBook everything() {
        RevenueBook.Builder book = RevenueBook.builder().add(Filled.facts());
        return book.add(ExchangeRate.of(java.time.LocalDate.of(2025, 1, 1), "EUR", "USD", "100"))
                .add(ExchangeRate.of(java.time.LocalDate.of(2025, 2, 1), "EUR", "USD", "1.0825"))
                .build();
    }

    @Test
    void everyFieldOfEveryFactComesBack() {
        comesBack(everything());
    }

    @Test
    void aFactThatSaysWhatTheHeaderSaysComesBack() {
        comesBack(RevenueBook.of(Product.builder("product_id").name("name").build()));
    }

    @Test
    void anEmptyBookComesBack() {
        comesBack(RevenueBook.empty());
    }

    @Test
    void everyVersionComesBackWithItsOwnEntries() {
        Account first = Account.builder("a").name("Acme").build();
        Account second = first.toBuilder()
                .name("Acme Inc.")
                .recorded(Instant.parse("2025-05-01T00:00:00Z"))
                .build();
        Subscription before = Subscription.builder("s", "a")
                .recorded(Instant.parse("2025-01-01T00:00:00Z"))
                .items(ItemChange.builder("1", Moment.of(2025, 1, 1), "seats")
                        .quantity(new BigDecimal("5"))
                        .build())
                .build();
        Subscription after = before.toBuilder()
                .recorded(Instant.parse("2025-02-01T00:00:00Z"))
                .items(ItemChange.builder("2", Moment.of(2025, 2, 1), "seats")
                        .quantity(new BigDecimal("5.0"))
                        .build())
                .build();

        comesBack(RevenueBook.of(first, second, before, after));

        assertThat(NativeForm.read(folder.resolve("form")).value().versions(after.id()))
                .containsExactly(before, after);
    }

    @Test
    void everyPriceComesBack() {
        Money five = Money.of("5.00", "USD");
        Product.Builder product = Product.builder("p");
        int n = 0;
        RevenueBook.Builder book = RevenueBook.builder();
        for (Price price : new Price[] {
            Price.perUnit(five, BillingInterval.MONTHLY),
            Price.flat(five, BillingInterval.YEARLY),
            Price.oneTime(five),
            Price.perUnit(five, BillingInterval.WEEKLY).metered(),
            Price.perUnit(five, new BillingInterval(10, BillingInterval.Unit.DAY))
                    .inPackagesOf(5_000_000_000L, RoundingMode.UP),
            Price.perUnit(five, BillingInterval.MONTHLY).inPackagesOf(1, RoundingMode.DOWN),
        }) {
            book.add(Product.builder("p" + n++).listPrice(price).build());
        }
        comesBack(book.add(product.build()).build());
    }

    @Test
    void textThatASpreadsheetWouldRunIsMarkedInCsvOnly() throws IOException {
        comesBack(
                RevenueBook.of(Account.builder("-1").name("=cmd|' /C calc'!A0").build()));

        assertThat(Files.readString(folder.resolve("form/accounts.csv")))
                .isEqualTo("account_id,name\n'-1,'=cmd|' /C calc'!A0\n");
        assertThat(Files.readString(folder.resolve("form.json"))).contains("\"=cmd|' /C calc'!A0\"", "\"-1\"");
    }

    @Test
    void aNegativeAmountIsNoFormula() throws IOException {
        comesBack(RevenueBook.of(
                Account.builder("a").companyRevenue(Money.of("-5.00", "USD")).build()));

        assertThat(Files.readString(folder.resolve("form/accounts.csv")))
                .isEqualTo("account_id,company_revenue,currency\na,-5.00,USD\n");
    }

    @Test
    void anAttributeThatCannotNameAColumnIsRefused() {
        for (String name : new String[] {"", " x", "a\0b"}) {
            RevenueBook book =
                    RevenueBook.of(Account.builder("a").attribute(name, "v").build());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NativeForm.writeCsv(book, folder.resolve("form")))
                    .withMessageContaining("Maybe");
        }
    }

    @Test
    void aMergedBookIsRefusedSinceItsLinksWouldBeLost() {
        RevenueBook merged = RevenueBook.merge(
                Links.of(Map.of(new AccountId("cus"), new AccountId("crm"))),
                RevenueBook.of(
                        Account.builder("cus").build(),
                        Subscription.builder("s", "cus").build()),
                RevenueBook.of(Account.builder("crm").build()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NativeForm.writeJson(merged, folder.resolve("x.json")))
                .withMessageContaining("keep the links file");
        assertThatIllegalArgumentException().isThrownBy(() -> NativeForm.writeCsv(merged, folder.resolve("form")));
    }

    @Test
    void aFileOfAKindThatIsGoneIsEmptiedAndAForeignFileStays() throws IOException {
        Path form = folder.resolve("form");
        NativeForm.writeCsv(everything(), form);
        Files.writeString(form.resolve("notes.txt"), "mine");

        NativeForm.writeCsv(RevenueBook.of(Account.builder("a").build()), form);

        assertThat(facts(NativeForm.read(form).value()))
                .isEqualTo(facts(RevenueBook.of(Account.builder("a").build())));
        assertThat(form.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void whatCannotBeWrittenSaysSo() {
        file("taken", "x");

        assertThatThrownBy(() -> NativeForm.writeCsv(RevenueBook.empty(), folder.resolve("taken")))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> NativeForm.writeJson(RevenueBook.empty(), folder.resolve("no/such/folder.json")))
                .isInstanceOf(UncheckedIOException.class);
    }
}
