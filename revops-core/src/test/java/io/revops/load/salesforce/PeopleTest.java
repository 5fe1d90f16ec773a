package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.Activity;
import io.revops.book.Campaign;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Lead;
import io.revops.book.LeadId;
import io.revops.book.OpportunityId;
import io.revops.book.OpportunityLine;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.Rep;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.book.StatusChange;
import io.revops.load.Loaded;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {
    private static final String DEAL = "006A,001A,Proposal,900,USD,2025-06-30,50,Pipeline,false,false,005A,"
            + "2025-03-01T10:00:00.000Z,2025-03-01T10:00:00.000Z";

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void write() {
        tables = new Tables(folder);
    }

    private RevenueBook book() {
        return tables.read().orElseThrow();
    }

    @Test
    void aUserIsARepresentative() {
        tables.file(
                "User.csv",
                "Id,Name,FirstName,LastName,Email,Title,Department,ManagerId,IsActive",
                "005A,Ada Lovelace,,,ada@acme.example,VP Sales,EMEA,,true",
                "005B,,Bob,Byte,,,,005A,false",
                "005C,,,,,,,,");

        assertThat(book().all(Rep.class))
                .containsExactly(
                        Rep.builder("005A")
                                .name("Ada Lovelace")
                                .email("ada@acme.example")
                                .role("VP Sales")
                                .team("EMEA")
                                .build(),
                        Rep.builder("005B")
                                .name("Bob Byte")
                                .manager(new RepId("005A"))
                                .build(),
                        Rep.builder("005C").build());
    }

    @Test
    void aContactNeedsAnAccount() {
        tables.file(
                "Contact.csv",
                "Id,AccountId,LastName,Email,Title,CreatedDate",
                "003A,001A,Yell,y@acme.example,CFO,2025-01-01T00:00:00.000+0000",
                "003B,,Nobody,,,");

        assertThat(tables.read().rejected()).isEqualTo(1);
        assertThat(book().all(Contact.class))
                .containsExactly(Contact.builder("003A", "001A")
                        .name("Yell")
                        .email("y@acme.example")
                        .role("CFO")
                        .created(Moment.parse("2025-01-01T00:00:00Z"))
                        .build());
    }

    @Test
    void aLeadHasTheStatusThatIsKnown() {
        tables.file(
                "Lead.csv",
                "Id,CreatedDate,Email,Company,LeadSource,OwnerId,Status,ConvertedDate,ConvertedAccountId,"
                        + "ConvertedContactId,ConvertedOpportunityId",
                "00QA,2025-01-01T00:00:00Z,l@b.example,Bolt,Web,005A,Converted,2025-02-01,001A,003A,006A",
                "00QB,2025-01-01T00:00:00Z,,,,,Open,,,,",
                "00QC,2025-01-01T00:00:00Z,,,,,,,,,");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.value().all(Lead.class))
                .containsExactly(
                        Lead.builder("00QA", Moment.parse("2025-01-01T00:00:00Z"))
                                .email("l@b.example")
                                .company("Bolt")
                                .leadSource("Web")
                                .owner(new RepId("005A"))
                                .account(new AccountId("001A"))
                                .contact(new ContactId("003A"))
                                .opportunity(new OpportunityId("006A"))
                                .statuses(StatusChange.builder("status", Moment.of(2025, 2, 1), "Converted")
                                        .build())
                                .build(),
                        Lead.builder("00QB", Moment.parse("2025-01-01T00:00:00Z"))
                                .statuses(StatusChange.builder("status", Moment.parse("2025-01-01T00:00:00Z"), "Open")
                                        .build())
                                .build(),
                        Lead.builder("00QC", Moment.parse("2025-01-01T00:00:00Z"))
                                .build());
        assertThat(Tables.notes(loaded)).singleElement().asString().startsWith("NOTE Lead.csv, Status: 2 leads");
    }

    @Test
    void aCampaignEndsAfterItsLastDay() {
        tables.file(
                "Campaign.csv",
                "Id,Name,Type,StartDate,EndDate,BudgetedCost,CurrencyIsoCode",
                "701A,Fair,Trade Show,2025-01-01,2025-01-03,5000,USD",
                "701B,Mail,Email,,,100,");

        assertThat(book().all(Campaign.class))
                .containsExactly(
                        Campaign.builder("701A")
                                .name("Fair")
                                .channel("Trade Show")
                                .start(Moment.of(2025, 1, 1))
                                .end(Moment.of(2025, 1, 4))
                                .budget(Money.of(5000, "USD"))
                                .build(),
                        Campaign.builder("701B").name("Mail").channel("Email").build());
    }

    @Test
    void aTaskThatIsDoneAndAnEventAreActivities() {
        tables.file(
                        "Task.csv",
                        "Id,CompletedDateTime,ActivityDate,CreatedDate,TaskSubtype,Type,OwnerId,WhoId,WhatId,"
                                + "CallDurationInSeconds,IsClosed",
                        "00TA,2025-01-02T10:00:00Z,2025-01-01,2025-01-01T00:00:00Z,Call,,005A,003A,006A,90,true",
                        "00TB,,2025-01-01,,Email,Mailing,005A,00QA,001A,,true",
                        "00TC,,2025-01-01,,Email,,005A,,,,false",
                        "00TD,,,,Email,,005A,,,,true")
                .file(
                        "Event.csv",
                        "Id,StartDateTime,DurationInMinutes,AccountId,WhatId,OwnerId",
                        "00UA,2025-01-03T10:00:00Z,45,001A,006A,005A");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.value().all(Activity.class))
                .containsExactly(
                        Activity.builder("00TA", Moment.parse("2025-01-02T10:00:00Z"))
                                .kind("call")
                                .rep(new RepId("005A"))
                                .contact(new ContactId("003A"))
                                .opportunity(new OpportunityId("006A"))
                                .minutes(2)
                                .build(),
                        Activity.builder("00TB", Moment.of(2025, 1, 1))
                                .kind("mailing")
                                .rep(new RepId("005A"))
                                .lead(new LeadId("00QA"))
                                .account(new AccountId("001A"))
                                .build(),
                        Activity.builder("00UA", Moment.parse("2025-01-03T10:00:00Z"))
                                .kind("meeting")
                                .rep(new RepId("005A"))
                                .account(new AccountId("001A"))
                                .opportunity(new OpportunityId("006A"))
                                .minutes(45)
                                .build());
        assertThat(Tables.notes(loaded))
                .anyMatch(n -> n.startsWith("NOTE Task.csv, IsClosed: 1 tasks"))
                .anyMatch(n -> n.startsWith("ERROR Task.csv:5, CompletedDateTime"));
    }

    @Test
    void aDealSellsProducts() {
        tables.deals(DEAL)
                .file(
                        "Product2.csv",
                        "Id,Name,Family,SBQQ__ChargeType__c",
                        "01tA,Seat,Core,Recurring",
                        "01tB,Setup,Services,One-Time",
                        "01tC,Other,,")
                .file(
                        "opportunity_line_item.csv",
                        "id,opportunity_id,product_2_id,quantity,total_price,currency_iso_code,charge_type_c",
                        "00kA,006A,01tA,10,1000.00,,",
                        "00kB,006A,01tB,1,500,EUR,",
                        "00kC,006A,01tA,1,20,,Usage",
                        "00kD,006A,01tC,1,30,,",
                        "00kE,006A,,,40,,");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.value().all(Product.class))
                .contains(Product.builder("01tA")
                        .name("Seat")
                        .line("Core")
                        .kind(ProductKind.RECURRING)
                        .build());
        assertThat(Tables.deal(loaded.value(), "006A").lines())
                .containsExactly(
                        OpportunityLine.builder("00kA", Money.of(1000, "USD"), ProductKind.RECURRING)
                                .product(new ProductId("01tA"))
                                .quantity(BigDecimal.TEN)
                                .build(),
                        OpportunityLine.builder("00kB", Money.of(500, "EUR"), ProductKind.ONE_TIME)
                                .product(new ProductId("01tB"))
                                .quantity(BigDecimal.ONE)
                                .build(),
                        OpportunityLine.builder("00kC", Money.of(20, "USD"), ProductKind.USAGE)
                                .product(new ProductId("01tA"))
                                .quantity(BigDecimal.ONE)
                                .build());
        assertThat(Tables.notes(loaded)).anyMatch(n -> n.contains("Product2Id: 2 products of deals do not say"));
        assertThat(Tables.deal(
                                tables.read(SalesforceExport.reader().with(ProductKind.RECURRING))
                                        .value(),
                                "006A")
                        .lines())
                .hasSize(5);
    }

    @Test
    void aLineNeedsItsDealAndACurrency() {
        tables.deals(DEAL.replace("900,USD", ","))
                .file(
                        "OpportunityLineItem.csv",
                        "Id,OpportunityId,TotalPrice",
                        "00kA,006A,10",
                        "00kB,006Z,10",
                        "00kC,006A,");

        Loaded<RevenueBook> loaded = tables.read(SalesforceExport.reader().with(ProductKind.RECURRING));

        assertThat(loaded.rejected()).isEqualTo(3);
        assertThat(Tables.notes(loaded))
                .anyMatch(n -> n.startsWith("ERROR OpportunityLineItem.csv:2, TotalPrice"))
                .anyMatch(n -> n.startsWith("ERROR OpportunityLineItem.csv:3, OpportunityId"))
                .anyMatch(n -> n.startsWith("ERROR OpportunityLineItem.csv:4, TotalPrice"));
    }
}
