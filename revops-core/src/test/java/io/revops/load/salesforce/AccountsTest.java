package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.AttributeChange;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    private static final String FIELDS = "Id,AccountId,Field,OldValue,NewValue,CreatedDate";
    private static final String VERSIONS =
            "_fivetran_active,_fivetran_start,id,name,industry,owner_id,tier_c,is_deleted,created_date";

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void write() {
        tables = new Tables(folder);
    }

    private Account account() {
        return tables.read().orElseThrow().account("001A").orElseThrow();
    }

    @Test
    void everyColumnOfAnAccountIsRead() {
        tables.file(
                "Account.csv",
                "Id,Name,Industry,BillingCountry,Region__c,Segment__c,Tier__c,NumberOfEmployees,AnnualRevenue,"
                        + "CurrencyIsoCode,Website,OwnerId,Type,CreatedDate,ParentId,Industry__c",
                "001A,Acme,Retail,Germany,EMEA,SMB,Gold,450,60580000,EUR,https://www.Acme.example/de,005A,Customer,"
                        + "2023-11-04T09:00:00.000Z,001P,Shops");

        assertThat(account())
                .isEqualTo(Account.builder("001A")
                        .name("Acme")
                        .created(Moment.parse("2023-11-04T09:00:00Z"))
                        .parent(new AccountId("001P"))
                        .domain("acme.example")
                        .employees(450)
                        .companyRevenue(Money.of(60_580_000, "EUR"))
                        .attribute("industry", "Retail")
                        .attribute("country", "Germany")
                        .attribute("owner", "005A")
                        .attribute("type", "Customer")
                        .attribute("region", "EMEA")
                        .attribute("segment", "SMB")
                        .attribute("tier", "Gold")
                        .build());
    }

    @Test
    void revenueWithoutACurrencyIsLeftOut() {
        tables.file("Account.csv", "Id,AnnualRevenue", "001A,100");

        assertThat(account().companyRevenue()).isEmpty();
        assertThat(tables.read(SalesforceExport.reader().in("USD"))
                        .value()
                        .account("001A")
                        .flatMap(Account::companyRevenue))
                .contains(Money.of(100, "USD"));
    }

    @Test
    void aWebsiteWithoutADomainIsCounted() {
        tables.file("Account.csv", "Id,Website", "001A,none");

        assertThat(account().domain()).isEmpty();
        assertThat(Tables.notes(tables.read())).singleElement().asString().startsWith("NOTE Account.csv, Website: 1 ");
    }

    @Test
    void badNumbersRejectTheirRow() {
        tables.file("Account.csv", "Id,NumberOfEmployees", "001A,many", "001B,2");

        assertThat(tables.read().rejected()).isEqualTo(1);
    }

    @Test
    void fieldHistoryBecomesChangesAndTheOldestValueComesFirst() {
        tables.file(
                        "Account.csv",
                        "Id,Industry,OwnerId,Tier__c,CreatedDate",
                        "001A,Retail,005B,Gold,2023-01-01T00:00:00Z")
                .file(
                        "AccountHistory.csv",
                        FIELDS,
                        "017B,001A,Tier__c,Silver,Gold,2024-02-01T00:00:00Z",
                        "017A,001A,Tier__c,,Silver,2023-02-01T00:00:00Z",
                        "017C,001A,OwnerId,005A,005B,2024-03-01T00:00:00Z",
                        "017D,001A,Name,Acme Old,Acme,2024-03-01T00:00:00Z",
                        "017E,001A,Owner,Ann,Bob,2024-03-01T00:00:00Z",
                        "017F,001A,created,,,2023-01-01T00:00:00Z");

        assertThat(account().attributes())
                .containsEntry("industry", "Retail")
                .containsEntry("owner", "005A")
                .doesNotContainKey("tier");
        assertThat(account().changes())
                .containsExactly(
                        change("017C", "2024-03-01T00:00:00Z", "owner", "005B"),
                        change("017A", "2023-02-01T00:00:00Z", "tier", "Silver"),
                        change("017B", "2024-02-01T00:00:00Z", "tier", "Gold"));
        assertThat(tables.read().issues()).isEmpty();
    }

    @Test
    void everyAttributeOfSalesforceHasAHistory() {
        tables.file("Account.csv", "Id,Industry,BillingCountry,Type,OwnerId", "001A,B,B,B,005000000000002")
                .file(
                        "account_history.csv",
                        "id,account_id,field,old_value,new_value,created_date",
                        "1,001A,Industry,A,B,2024-01-01",
                        "2,001A,BillingCountry,A,B,2024-01-01",
                        "3,001A,Type,A,B,2024-01-01",
                        "4,001A,Owner,005000000000001,005000000000002,2024-01-01");

        assertThat(account().attributes())
                .containsEntry("industry", "A")
                .containsEntry("country", "A")
                .containsEntry("type", "A")
                .containsEntry("owner", "005000000000001");
        assertThat(account().changes()).hasSize(4).allMatch(c -> c.recorded().isEmpty());
    }

    @Test
    void anEmptyNewValueClearsAnAttribute() {
        tables.file("Account.csv", "Id,Tier__c", "001A,")
                .file("AccountHistory.csv", FIELDS, "017A,001A,Tier__c,Gold,,2024-01-01T00:00:00Z");

        assertThat(account().attributes()).containsEntry("tier", "Gold");
        assertThat(account().attribute("tier")).isEmpty();
    }

    @Test
    void theRowHoldsAgainstItsHistory() {
        tables.file("Account.csv", "Id,Tier__c,LastModifiedDate", "001A,Platinum,2024-05-01T00:00:00Z")
                .file("AccountHistory.csv", FIELDS, "017A,001A,Tier__c,Silver,Gold,2024-01-01T00:00:00Z");

        assertThat(account().changes())
                .last()
                .isEqualTo(change("tier@current", "2024-05-01T00:00:00Z", "tier", "Platinum"));
        assertThat(tables.read().issues())
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.CONFLICT))
                .satisfies(i -> assertThat(i.column()).isEqualTo("tier"));
    }

    @Test
    void withoutALaterDateTheLastChangeTakesTheValueOfTheRow() {
        tables.file("Account.csv", "Id,Tier__c,Region__c", "001A,Platinum,EMEA")
                .file(
                        "AccountHistory.csv",
                        FIELDS,
                        "017A,001A,Tier__c,Silver,Gold,2024-01-01T00:00:00Z",
                        "017B,001A,Region__c,US,APAC,2024-01-01T00:00:00Z");

        assertThat(account().changes())
                .containsExactly(
                        change("region@current", "2024-01-01T00:00:00Z", "region", "EMEA"),
                        change("tier@current", "2024-01-01T00:00:00Z", "tier", "Platinum"));
        assertThat(Tables.notes(tables.read())).singleElement().asString().contains("[region, tier]");
    }

    @Test
    void aColumnThatTheRowLacksIsNoDifference() {
        tables.file("Account.csv", "Id,Name", "001A,Acme")
                .file("AccountHistory.csv", FIELDS, "017A,001A,Tier__c,Silver,Gold,2024-01-01T00:00:00Z");

        assertThat(account().attribute("tier")).contains("Gold");
        assertThat(tables.read().issues()).isEmpty();
    }

    @Test
    void historyRowsWithoutAnIdAreNamedByTheirContent() {
        tables.file("Account.csv", "Id,Tier__c", "001A,Gold")
                .file(
                        "AccountHistory.csv",
                        "AccountId,Field,OldValue,NewValue,CreatedDate",
                        "001A,Tier__c,Silver,Gold,2024-01-01T00:00:00Z");

        assertThat(account().changes())
                .extracting(AttributeChange::id)
                .containsExactly("Tier__c@2024-01-01T00:00:00Z=Gold");
    }

    @Test
    void historyOfAnAccountThatIsNotThereIsRejectedAndOfADeletedOneLeftOut() {
        tables.file("Account.csv", "Id,IsDeleted", "001A,false", "001B,true")
                .file(
                        "AccountHistory.csv",
                        FIELDS,
                        "017A,001Z,Tier__c,Silver,Gold,2024-01-01T00:00:00Z",
                        "017B,001B,Tier__c,Silver,Gold,2024-01-01T00:00:00Z");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.rejected()).isEqualTo(1);
        assertThat(Tables.notes(loaded))
                .anyMatch(n -> n.startsWith("ERROR AccountHistory.csv:2, AccountId"))
                .anyMatch(n -> n.startsWith("NOTE AccountHistory.csv: 1 rows belong"));
    }

    @Test
    void versionsBecomeChangesAndTheFirstComesFirst() {
        tables.file(
                "account_history.csv",
                VERSIONS,
                "true,2024-02-01 00:00:00,001A,Acme,Retail,005B,,false,2023-01-01 00:00:00",
                "false,2023-01-01 00:00:00,001A,Acme,Retail,005A,Gold,false,2023-01-01 00:00:00");

        assertThat(account())
                .isEqualTo(Account.builder("001A")
                        .name("Acme")
                        .created(Moment.parse("2023-01-01T00:00:00Z"))
                        .attribute("industry", "Retail")
                        .attribute("owner", "005A")
                        .attribute("tier", "Gold")
                        .changes(
                                change("owner@2024-02-01T00:00:00Z", "2024-02-01T00:00:00Z", "owner", "005B"),
                                AttributeChange.builder(
                                                "tier@2024-02-01T00:00:00Z",
                                                Moment.parse("2024-02-01T00:00:00Z"),
                                                "tier")
                                        .recorded(Instant.parse("2024-02-01T00:00:00Z"))
                                        .build())
                        .build());
        assertThat(account().attribute("owner", Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC))
                .contains("005A");
    }

    @Test
    void theRowHoldsAgainstTheLastVersionFromItsStart() {
        tables.file("account.csv", "id,name,tier_c", "001A,Acme,Platinum")
                .file(
                        "account_history.csv",
                        VERSIONS,
                        "true,2023-01-01 00:00:00,001A,Acme,Retail,005A,Gold,false,2023-01-01 00:00:00");

        assertThat(account().attribute("tier")).contains("Platinum");
        assertThat(account().attribute("owner")).contains("005A");
        assertThat(account().changes())
                .singleElement()
                .isEqualTo(change("tier@current", "2023-01-01T00:00:00Z", "tier", "Platinum"));
    }

    @Test
    void anAccountWhoseVersionsEndedIsLeftOut() {
        tables.file(
                "account_history.csv",
                VERSIONS,
                "false,2023-01-01 00:00:00,001A,Acme,Retail,005A,Gold,false,2023-01-01 00:00:00",
                "true,2023-01-01 00:00:00,001B,Bolt,Retail,005A,Gold,true,2023-01-01 00:00:00");

        assertThat(tables.read().value().accounts()).isEmpty();
    }

    private static AttributeChange change(String id, String at, String name, String value) {
        return AttributeChange.builder(id, Moment.parse(at), name)
                .value(value)
                .recorded(Instant.parse(at))
                .build();
    }
}
