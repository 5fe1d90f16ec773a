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
import io.revops.book.Opportunity;
import io.revops.book.Outcome;
import io.revops.book.Price;
import io.revops.book.Quota;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Subscription;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder in the native form, written by others, is read as. */
class NativeFormReadingTest {
    @TempDir
    Path folder;

    private void file(String name, String... lines) {
        try {
            Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSubscriptionNeedsOnlyItsRequiredColumns() {
        file("subscriptions.csv", "subscription_id,account_id,start_date,end_date", "s1,acme,2025-01-01,2026-01-01");
        file(
                "subscription_items.csv",
                "subscription_id,effective,quantity,unit_amount,currency,billing_interval",
                "s1,2025-01-01,5,20,USD,month",
                "s1,2025-06-01,8,,,");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.value().subscriptions())
                .containsExactly(Subscription.builder("s1", "acme")
                        .start(Moment.of(2025, 1, 1))
                        .endings(Ending.builder("end", Moment.of(2026, 1, 1)).build())
                        .items(
                                ItemChange.builder("item@2025-01-01", Moment.of(2025, 1, 1), "item")
                                        .quantity(new BigDecimal("5"))
                                        .price(Price.perUnit(Money.of(20, "USD"), BillingInterval.MONTHLY))
                                        .build(),
                                ItemChange.builder("item@2025-06-01", Moment.of(2025, 6, 1), "item")
                                        .quantity(new BigDecimal("8"))
                                        .build())
                        .build());
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.toString()).startsWith("Loaded: 3 of 3 rows");
    }

    @Test
    void anItemIsNamedByItsProductAndAChangeByItsRecordingIfNoIdIsWritten() {
        file("subscriptions.csv", "subscription_id,account_id", "s1,acme");
        file(
                "subscription_items.csv",
                "subscription_id,effective,recorded,product_id,quantity",
                "s1,2025-01-01,2025-01-03T00:00:00Z,seats,5");

        ItemChange change =
                NativeForm.read(folder).value().subscriptions().get(0).items().get(0);

        assertThat(change.item()).isEqualTo("seats");
        assertThat(change.id()).isEqualTo("seats@2025-01-01@2025-01-03T00:00:00Z");
    }

    @Test
    void theSameEndInBothPlacesIsADuplicate() {
        file("subscriptions.csv", "subscription_id,account_id,end_date", "s1,acme,2025-03-01");
        file("subscription_endings.csv", "subscription_id,end_date", "s1,2025-03-01");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.value().subscriptions().get(0).endings()).hasSize(1);
        assertThat(loaded.duplicates()).isOne();
    }

    @Test
    void aDealMayBeWrittenInOneRow() {
        file(
                "opportunities.csv",
                "opportunity_id,created,stage,amount,currency,close_date,outcome,owner_id",
                "open,2025-01-10,Proposal,500,USD,2025-03-31,,r1",
                "won,2025-01-10,Closed Won,500,USD,2025-03-31,won,r1",
                "lost at once,2025-01-10,,,,,lost,",
                "bare,2025-01-10,,,,,,");

        RevenueBook book = NativeForm.read(folder).value();

        Opportunity open = deal(book, "open");
        assertThat(open.changes()).hasSize(1);
        assertThat(open.latest().stage()).contains("Proposal");
        assertThat(open.latest().outcome()).isEqualTo(Outcome.OPEN);
        Opportunity won = deal(book, "won");
        assertThat(won.latest().closed()).contains(Moment.of(2025, 3, 31));
        assertThat(won.latest().stage()).contains("Closed Won");
        assertThat(won.at(Instant.parse("2025-03-31T00:00:00Z"), java.time.ZoneOffset.UTC)
                        .outcome())
                .isEqualTo(Outcome.OPEN);
        assertThat(won.at(Instant.parse("2025-03-31T00:00:00Z"), java.time.ZoneOffset.UTC)
                        .amount())
                .contains(Money.of(500, "USD"));
        assertThat(deal(book, "lost at once").latest().closed()).contains(Moment.of(2025, 1, 10));
        assertThat(deal(book, "bare").changes()).isEmpty();
    }

    private static Opportunity deal(RevenueBook book, String id) {
        return book.find(Opportunity.class, new io.revops.book.OpportunityId(id))
                .orElseThrow();
    }

    @Test
    void wellKnownAttributesHaveColumnsOfTheirOwn() {
        file("accounts.csv", "account_id,industry,attr.Plan,attr.region", "a,Retail,gold,EMEA");

        assertThat(NativeForm.read(folder).value().account("a").orElseThrow().attributes())
                .isEqualTo(Map.of("industry", "Retail", "Plan", "gold", "region", "EMEA"));
    }

    @Test
    void anAttributeThatIsWrittenTwiceAndDiffersIsRejected() {
        file("accounts.csv", "account_id,industry,attr.industry", "a,Retail,Banking", "b,Retail,Retail");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.value().accounts()).hasSize(1);
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.CONFLICT);
            assertThat(i.column()).isEqualTo("attr.industry");
        });
    }

    @Test
    void aPartWithoutItsFactIsRejectedWithItsPlace() {
        file("subscriptions.csv", "subscription_id,account_id", "s1,acme");
        file(
                "subscription_spells.csv",
                "subscription_id,kind,effective",
                "s2,paused,2025-01-01",
                "s1,trial,2025-01-01");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.issues())
                .filteredOn(i -> i.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.code()).isEqualTo(IssueCode.DANGLING_REFERENCE);
                    assertThat(i.source()).hasToString("subscription_spells.csv:2");
                    assertThat(i.value()).isEqualTo("s2");
                });
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.accepted()).isEqualTo(2);
    }

    @Test
    void aPartOfARecordingThatIsNotThereIsRejected() {
        file("accounts.csv", "account_id,name,recorded", "a,A,2025-01-01T00:00:00Z", "a,B,");
        file(
                "account_changes.csv",
                "account_id,fact_recorded,effective,attribute,value",
                "a,2025-01-01T01:00+01:00,2025-02-01,tier,gold",
                "a,none,2025-03-01,tier,silver",
                "a,,2025-04-01,tier,bronze",
                "a,2024-01-01T00:00:00Z,2025-05-01,tier,lead");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.value().versions(new AccountId("a")))
                .extracting(f -> ((Account) f)
                        .changes().stream().map(c -> c.value().orElse("")).toList())
                .containsExactly(java.util.List.of("silver", "bronze"), java.util.List.of("gold", "bronze"));
        assertThat(loaded.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.column()).isEqualTo("fact_recorded"));
    }

    @Test
    void theSameRowTwiceIsADuplicate() {
        file("accounts.csv", "account_id,name", "a,Acme", "a,Acme");
        file(
                "account_changes.csv",
                "account_id,effective,attribute,value",
                "a,2025-01-01,tier,gold",
                "a,2025-01-01,tier,gold");
        file("exchange_rates.csv", "date,base,quote,rate", "2025-01-01,EUR,USD,1.1", "2025-01-01,EUR,USD,1.10");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.duplicates()).isEqualTo(3);
        assertThat(loaded.read()).isEqualTo(6);
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void twoEntriesOfOneIdAndRecordingAreAConflict() {
        file("accounts.csv", "account_id", "a");
        file(
                "account_changes.csv",
                "account_id,effective,attribute,value",
                "a,2025-01-01,tier,gold",
                "a,2025-01-01,tier,silver");

        assertThat(NativeForm.read(folder).issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.CONFLICT);
            assertThat(i.source()).hasToString("account_changes.csv:3");
            assertThat(i.subject()).isEqualTo("account a");
        });
    }

    @Test
    void anUnknownColumnIsAnIssueAndTheRestIsRead() {
        file("accounts.csv", "account_id,nmae", "a,Acme");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.accepted()).isOne();
        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.code()).isEqualTo(IssueCode.UNKNOWN_KIND);
            assertThat(i.column()).isEqualTo("nmae");
            assertThat(i.reason()).contains("account_id, name, created", "attr.NAME");
        });
        assertThatThrownBy(() -> NativeForm.reader().with(BadRows.STRICT).read(folder))
                .isInstanceOf(LoadException.class);
    }

    @Test
    void anUnknownFileIsANoteAndALinksFileIsNot() {
        file("accounts.csv", "account_id", "a");
        file("links.csv", "billing_account_id,crm_account_id", "a,b");
        file("README.md", "hello");
        file(".hidden", "hello");

        Loaded<RevenueBook> loaded = NativeForm.reader().with(BadRows.STRICT).read(folder);

        assertThat(loaded.issues()).singleElement().satisfies(i -> {
            assertThat(i.severity()).isEqualTo(Severity.NOTE);
            assertThat(i.source()).hasToString("README.md");
        });
    }

    @Test
    void aFolderWithoutAFileOfTheFormIsUnreadable() {
        file("links.csv", "billing_account_id,crm_account_id");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.value().isEmpty()).isTrue();
        assertThatThrownBy(loaded::orElseThrow)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("no file of the native form");
    }

    @Test
    void aFileThatIsCalledNearlyAsOneOfTheFormIsAWarningThatNamesIt() {
        file("accounts.csv", "account_id", "a");
        file("subscription_item.csv", "subscription_id,effective", "s,2025-01-01");

        Issue issue = NativeForm.read(folder).issues().get(0);

        assertThat(issue.severity()).isEqualTo(Severity.WARNING);
        assertThat(issue.source()).hasToString("subscription_item.csv");
        assertThat(issue.reason()).contains("Maybe it should be subscription_items.csv, or is another system's.");
    }

    @Test
    void theFolderAboveTheRightOneSaysWhichIsMeant() throws IOException {
        Files.createDirectory(folder.resolve("about"));
        Path finance = Files.createDirectory(folder.resolve("finance"));
        Files.writeString(finance.resolve("accounts.csv"), "account_id\na\n");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThatThrownBy(loaded::orElseThrow).hasMessageContaining("Maybe the folder (finance) within it; ");
        assertThat(loaded.issues())
                .filteredOn(i -> i.severity() == Severity.NOTE)
                .hasSize(2)
                .allMatch(i -> i.reason().startsWith("It is a folder, and nothing in it was read."));
    }

    @Test
    void aMistypedColumnArrayOrKindNamesTheOneThatWasMeant() throws IOException {
        file("accounts.csv", "account_id,regoin", "a,EU");
        Path json = Files.writeString(folder.resolve("book.json"), "{\"schemaVersion\": 1, \"acounts\": []}");

        assertThat(NativeForm.read(folder).issues().get(0).reason())
                .contains("Maybe region; it is one of [account_id,");
        assertThat(NativeForm.read(json).issues().get(0).reason()).contains("Maybe accounts; it is one of [accounts,");
        assertThatThrownBy(() -> NativeForm.reader().read("acounts", CsvTable.of(json, "test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(acounts). Maybe accounts; it is one of [accounts,");
    }

    @Test
    void aPathThatIsNotThereSaysWhich() {
        assertThatThrownBy(() -> NativeForm.read(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> NativeForm.read(folder.resolve("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json");
    }

    @Test
    void aSingleCsvFileIsNoBook() {
        file("accounts.csv", "account_id", "a");

        assertThatThrownBy(() -> NativeForm.read(folder.resolve("accounts.csv")).orElseThrow())
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("name the folder");
    }

    @Test
    void aQuotaEndsOnTheDayAfterItsLast() {
        file(
                "quotas.csv",
                "quota_id,rep_id,start_date,end_date,amount,currency",
                "q1,r1,2025-01-01,2025-04-01,45000,USD",
                "q2,r1,2025-04-01,2025-01-01,45000,USD");

        Loaded<RevenueBook> loaded = NativeForm.read(folder);

        assertThat(loaded.value().quotas())
                .singleElement()
                .satisfies(q -> assertThat(q.span()).isEqualTo(io.revops.time.Span.quarter(2025, 1)));
        assertThat(loaded.rejected()).isOne();
    }

    @Test
    void stretchOfAQuotaIsInItsCurrencyUnlessSaid() {
        file(
                "quotas.csv",
                "quota_id,start_date,end_date,amount,currency,stretch,stretch_currency,confidence",
                "q1,2025-01-01,2025-04-01,45000,USD,60000,,0.8",
                "q2,2025-01-01,2025-04-01,45000,USD,50000,EUR,",
                "q3,2025-01-01,2025-04-01,45000,USD,,,");

        List<Quota> quotas = NativeForm.read(folder).orElseThrow().quotas();

        assertThat(quotas)
                .extracting(Quota::stretch)
                .containsExactly(
                        Optional.of(Money.of("60000", "USD")), Optional.of(Money.of("50000", "EUR")), Optional.empty());
        assertThat(quotas)
                .extracting(Quota::confidence)
                .containsExactly(Optional.of(new BigDecimal("0.8")), Optional.empty(), Optional.empty());
    }
}
