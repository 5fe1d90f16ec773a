package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.Account;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.BadRows;
import io.revops.load.LoadException;
import io.revops.load.Loaded;
import io.revops.money.Money;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceExportTest {
    private static final String OPEN = "006A,001A,Proposal,900,USD,2025-06-30,50,Pipeline,false,false,005A,"
            + "2025-03-01T10:00:00.000Z,2025-03-01T10:00:00.000Z";

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void write() {
        tables = new Tables(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account.csv", "account.csv", "Accounts.csv", "ACCOUNTS.CSV", "_account_.csv"})
    void filesAreFoundByNameInAnyCase(String name) {
        tables.file(name, "Id,Name", "001A,Acme");

        assertThat(SalesforceExport.read(folder).orElseThrow().accounts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OpportunityHistory.csv", "opportunity_history.csv", "OpportunityHistories.csv"})
    void historyIsFoundWithUnderscoresAndInThePlural(String name) {
        tables.deals(OPEN)
                .file(name, Tables.HISTORY, "008A,006A,Proposal,900,2025-06-30,50,Pipeline,2025-03-01T10:00:00Z");

        assertThat(tables.read().counts()).extracting(Loaded.Count::file).contains(name);
        assertThat(tables.deal().changes()).extracting(c -> c.id()).containsExactly("008A");
    }

    @Test
    void anotherFileIsNamedAndNotRead() {
        tables.deals(OPEN).file("Order.csv", "Id", "1").file("notes.txt", "hello");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.counts()).extracting(Loaded.Count::file).containsExactly("Opportunity.csv");
        assertThat(loaded.issues())
                .filteredOn(i -> i.code() == IssueCode.UNKNOWN_KIND)
                .singleElement()
                .satisfies(i -> assertThat(i.source().file()).isEqualTo("Order.csv"))
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.NOTE));
    }

    @Test
    void aFolderWithoutAKnownFileIsAnError() {
        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.UNREADABLE);
        assertThatExceptionOfType(LoadException.class)
                .isThrownBy(loaded::orElseThrow)
                .withMessageContaining("Opportunity.csv");
    }

    @Test
    void whatIsNoFolderIsRefused() {
        tables.deals(OPEN);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SalesforceExport.read(folder.resolve("Opportunity.csv")))
                .withMessageContaining("Maybe give the folder");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SalesforceExport.read(folder.resolve("nowhere")))
                .withMessageContaining("no such folder");
    }

    @Test
    void aMissingColumnIsOneIssueAndNothingIsRead() {
        tables.file("Opportunity.csv", "Id,Amount", "006A,1", "006B,2");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.MISSING_COLUMN);
        assertThat(loaded.issues().get(0).reason()).contains("StageName", "CloseDate", "CreatedDate");
    }

    @Test
    void aTableWithoutRowsIsEmpty() {
        tables.file("Opportunity.csv", Tables.DEALS);

        assertThat(tables.read().orElseThrow().isEmpty()).isTrue();
        assertThat(tables.read().issues()).isEmpty();
    }

    @Test
    void bothLayoutsAreTheSameDeal(@TempDir Path other) {
        tables.deals(OPEN);
        Tables warehouse = new Tables(other)
                .file(
                        "opportunity.csv",
                        "id,account_id,stage_name,amount,currency_iso_code,close_date,probability,forecast_category,"
                                + "is_closed,is_won,owner_id,created_date,last_modified_date,_fivetran_synced",
                        "006A,001A,Proposal,900.0,USD,2025-06-30 00:00:00,50.0,Pipeline,FALSE,FALSE,005A,"
                                + "2025-03-01 10:00:00,2025-03-01 10:00:00,2025-03-02 00:00:00");

        assertThat(warehouse.deal()).isEqualTo(tables.deal());
    }

    @Test
    void furtherColumnsAreIgnored() {
        tables.file("Account.csv", "Id,Name,PhotoUrl,Fax", "001A,Acme,x,y");

        assertThat(tables.read().orElseThrow().account("001A"))
                .contains(Account.builder("001A").name("Acme").build());
    }

    @Test
    void deletedRowsAreLeftOutAndCounted() {
        tables.file("Account.csv", "Id,Name,IsDeleted", "001A,Acme,false", "001B,Bolt,true", "001C,Core,1")
                .file(
                        "User.csv",
                        "id,name,_fivetran_deleted,_fivetran_active",
                        "005A,Ann,true,true",
                        "005B,Bob,false,false");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.orElseThrow().accounts()).hasSize(1);
        assertThat(loaded.rejected()).isZero();
        assertThat(loaded.issues())
                .extracting(Issue::toString)
                .anySatisfy(i -> assertThat(i).startsWith("NOTE Account.csv, IsDeleted: 2 rows"))
                .anySatisfy(i -> assertThat(i).startsWith("NOTE User.csv, IsDeleted: 1 "))
                .anySatisfy(i -> assertThat(i).startsWith("NOTE User.csv, _fivetran_active: 1 "));
    }

    @Test
    void aDeletedRowIsNotCheckedAndTakesItsHistoryAlong() {
        tables.file(
                        "Opportunity.csv",
                        "Id,StageName,CloseDate,CreatedDate,Probability,IsDeleted",
                        "006A,Open,never,,1000,true")
                .history("008A,006A,Proposal,900,2025-06-30,50,Pipeline,2025-03-01T10:00:00Z");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.rejected()).isZero();
        assertThat(Tables.notes(loaded)).anyMatch(n -> n.contains("OpportunityHistory.csv: 1 rows belong to records"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "006A,001A,Proposal,n/a,USD,2025-06-30,50,,,,,2025-03-01,",
                "006A,001A,Proposal,900,USD,,50,,,,,2025-03-01,",
                "006A,001A,Proposal,900,USD,2024-02-30,50,,,,,2025-03-01,",
                "006A,001A,Proposal,900,XQZ,2025-06-30,50,,,,,2025-03-01,",
                "006A,001A,Proposal,900,USD,2025-06-30,101,,,,,2025-03-01,",
                "006A,001A,Proposal,900,USD,2025-06-30,50,,,,,yesterday,",
                "006A,001A,Proposal,900,USD,2025-06-30,50,,,,,,",
                "006A,001A,,900,USD,2025-06-30,50,,,,,2025-03-01,",
                "006A,001A,Proposal,900,USD,2025-06-30,50,,maybe,,,2025-03-01,",
                "006A,001A,Proposal,900,USD,2025-06-30,50,,,,,2025-03-01,soon",
                ",001A,Proposal,900,USD,2025-06-30,50,,,,,2025-03-01,"
            })
    void aBadRowIsRejectedWithItsPlace(String row) {
        tables.deals(OPEN.replace("006A", "006Z"), row);

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.rejected()).isEqualTo(1);
        assertThat(loaded.issues())
                .filteredOn(i -> i.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(i -> assertThat(i.source()).hasToString("Opportunity.csv:3"))
                .satisfies(i -> assertThat(i.column()).isNotEmpty())
                .satisfies(i -> assertThat(i.reason()).contains("Maybe"));
        assertThat(loaded.orElseThrow().opportunities()).hasSize(1);
    }

    @Test
    void theHistoryOfARejectedDealIsLeftOutWithIt() {
        tables.deals(OPEN.replace("900", "n/a"))
                .history("008A,006A,Proposal,900,2025-06-30,50,Pipeline,2025-03-01T10:00:00Z");

        assertThat(tables.read().rejected()).isEqualTo(1);
    }

    @Test
    void aHistoryWithoutItsDealIsRejected() {
        tables.deals(OPEN).history("008A,006Z,Proposal,900,2025-06-30,50,Pipeline,2025-03-01T10:00:00Z");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.issues())
                .filteredOn(i -> i.code() == IssueCode.DANGLING_REFERENCE)
                .singleElement()
                .satisfies(i -> assertThat(i.source()).hasToString("OpportunityHistory.csv:2"))
                .satisfies(i -> assertThat(i.value()).isEqualTo("006Z"));
        assertThat(loaded.rejected()).isEqualTo(1);
    }

    @Test
    void strictModeStopsAtTheFirstError() {
        tables.deals(OPEN.replace("900", "n/a"));

        assertThatExceptionOfType(LoadException.class)
                .isThrownBy(() -> tables.read(SalesforceExport.reader().with(BadRows.STRICT)))
                .withMessageContaining("Opportunity.csv:2");
    }

    @Test
    void strictModeReadsWhatIsGood() {
        tables.deals(OPEN);

        assertThat(tables.read(SalesforceExport.reader().with(BadRows.STRICT)).accepted())
                .isEqualTo(1);
    }

    @Test
    void anAmountWithoutACurrencySaysHowToNameIt() {
        tables.deals(OPEN.replace("USD", ""));

        assertThat(tables.read().issues())
                .filteredOn(i -> i.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(i -> assertThat(i.column()).isEqualTo("Amount"))
                .satisfies(i -> assertThat(i.reason()).contains("SalesforceExport.reader().in(\"USD\")"));
    }

    @Test
    void theReadersCurrencyIsForAmountsThatNameNone() {
        tables.deals(OPEN.replace("USD", ""), OPEN.replace("006A", "006B"));

        RevenueBook book = tables.read(SalesforceExport.reader().in("eur")).orElseThrow();

        assertThat(Tables.deal(book, "006A").latest().amount()).contains(Money.of(900, "EUR"));
        assertThat(Tables.deal(book, "006B").latest().amount()).contains(Money.of(900, "USD"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SalesforceExport.reader().in("XQZ"));
    }

    @Test
    void aDealWithoutAnAmountNeedsNoCurrency() {
        tables.deals(OPEN.replace("900,USD", ","));

        assertThat(tables.deal().latest().amount()).isEmpty();
    }

    @Test
    void theSameRowTwiceCountsOnce() {
        tables.deals(OPEN, OPEN);

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.duplicates()).isEqualTo(1);
        assertThat(loaded.orElseThrow().opportunities()).hasSize(1);
    }

    @Test
    void ofTwoRowsTheOneModifiedLaterHolds() {
        tables.deals(
                OPEN.replace("900", "800").replace("Z,2025-03-01", "Z,2025-03-09"),
                OPEN,
                OPEN.replace("900", "700").replace("Z,2025-03-01", "Z,2025-03-05"));

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(tables.deal().latest().amount()).contains(Money.of(800, "USD"));
        assertThat(Tables.notes(loaded)).anyMatch(n -> n.startsWith("NOTE Opportunity.csv, Id: 2 rows were replaced"));
    }

    @Test
    void theModificationStampComesBeforeTheDate() {
        String header = "Id,Name,LastModifiedDate,SystemModstamp";
        tables.file("Account.csv", header, "001A,Old,2025-05-05,2025-01-01", "001A,New,2025-04-04,2025-02-02");

        assertThat(tables.read().orElseThrow().account("001A").orElseThrow().name())
                .contains("New");
    }

    @Test
    void twoRowsWithoutALaterOneAreAConflict() {
        tables.file("Account.csv", "Id,Name", "001A,Acme", "001A,Zeta").file("Accounts.csv", "Id,Name", "001A,Zeta");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.duplicates()).isEqualTo(1);
        assertThat(loaded.orElseThrow().account("001A").orElseThrow().name()).contains("Zeta");
        assertThat(loaded.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.CONFLICT))
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.WARNING))
                .satisfies(i -> assertThat(i.reason()).contains("also at Account.csv:2"));
    }

    @Test
    void aDuplicateThatWasModifiedLaterHoldsAgain() {
        String header = "Id,Name,LastModifiedDate";
        tables.file("User.csv", header, "005A,Ann,2025-01-01", "005A,Anne,2025-01-02", "005A,Ann,2025-01-03");

        assertThat(tables.read().orElseThrow().all(io.revops.book.Rep.class))
                .singleElement()
                .satisfies(r -> assertThat(r.name()).contains("Ann"));
    }

    @Test
    void aDealThatWasDeletedLaterIsLeftOut() {
        String header = "Id,StageName,CloseDate,CreatedDate,LastModifiedDate,IsDeleted";
        tables.file(
                "Opportunity.csv",
                header,
                "006A,Open,2025-06-30,2025-03-01,2025-03-01,false",
                "006A,Open,2025-06-30,2025-03-01,2025-03-02,true",
                "006B,Open,2025-06-30,2025-03-01,2025-03-03,false",
                "006B,Open,2025-06-30,2025-03-01,2025-03-02,true");

        assertThat(tables.read().orElseThrow().opportunities())
                .extracting(d -> d.id().value())
                .containsExactly("006B");
    }

    @Test
    void unknownAccountsAndClosingBeforeCreationAreKeptAndAreIssuesOfTheBook() {
        tables.deals("006A,001Z,Closed Lost,900,USD,2025-02-01,0,Omitted,true,false,,2025-03-01T10:00:00Z,");

        RevenueBook book = tables.read().orElseThrow();

        assertThat(book.opportunities()).hasSize(1);
        assertThat(book.issues())
                .extracting(Issue::code)
                .contains(IssueCode.DANGLING_REFERENCE, IssueCode.END_BEFORE_START);
    }
}
