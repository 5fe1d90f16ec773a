package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.AccountId;
import io.revops.book.CampaignId;
import io.revops.book.DealType;
import io.revops.book.ForecastCategory;
import io.revops.book.IssueCode;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.Outcome;
import io.revops.book.RepId;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.Loaded;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DealsTest {
    private static final String WON = "006A,001A,Closed Won,1000,USD,2025-05-20,100,Closed,true,true,005A,"
            + "2025-03-01T10:00:00Z,2025-05-21T09:00:00Z";
    private static final String OPEN = "006A,001A,Proposal,900,USD,2025-06-30,50,BestCase,false,false,005A,"
            + "2025-03-01T10:00:00Z,2025-04-02T09:00:00Z";
    private static final Moment CREATED = Moment.parse("2025-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void write() {
        tables = new Tables(folder);
    }

    @Test
    void everyColumnOfADealIsRead() {
        tables.file(
                "Opportunity.csv",
                "Id,AccountId,Name,StageName,Amount,CurrencyIsoCode,CloseDate,Probability,ForecastCategoryName,"
                        + "Type,LeadSource,CampaignId,OwnerId,CreatedDate,Region__c,Next_Step__c,Empty__c",
                "006A,001A,Acme Big,Proposal,900.50,EUR,2025-06-30,50,Best Case,New Business,Web,701A,005A,"
                        + "2025-03-01T10:00:00.000+0000,EMEA,Call,");

        assertThat(tables.deal())
                .isEqualTo(Opportunity.builder("006A", CREATED)
                        .account(new AccountId("001A"))
                        .name("Acme Big")
                        .type(DealType.NEW)
                        .leadSource("Web")
                        .campaign(new CampaignId("701A"))
                        .attribute("region", "EMEA")
                        .attribute("next_step", "Call")
                        .changes(OpportunityChange.builder("created", CREATED)
                                .stage("Proposal")
                                .amount(Money.of("900.50", "EUR"))
                                .closeDate(LocalDate.of(2025, 6, 30))
                                .probability(new BigDecimal("50"))
                                .category(ForecastCategory.BEST_CASE)
                                .owner(new RepId("005A"))
                                .recorded(Instant.parse("2025-03-01T10:00:00Z"))
                                .build())
                        .build());
    }

    @Test
    void aDealWithoutAnAccountIsKept() {
        tables.deals(OPEN.replace("001A", ""));

        assertThat(tables.deal().account()).isEmpty();
    }

    @Test
    void anotherTypeIsCountedAndKeptAsAnAttribute() {
        String header = "Id,StageName,CloseDate,CreatedDate,Type";
        tables.file(
                "Opportunity.csv",
                header,
                "006A,Open,2025-06-30,2025-03-01,Existing Customer - Replacement",
                "006B,Open,2025-06-30,2025-03-01,Renewal");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(Tables.deal(loaded.value(), "006A").type()).isEmpty();
        assertThat(Tables.deal(loaded.value(), "006A").attributes())
                .containsEntry("type", "Existing Customer - Replacement");
        assertThat(Tables.deal(loaded.value(), "006B").type()).contains(DealType.RENEWAL);
        assertThat(Tables.notes(loaded)).anyMatch(n -> n.startsWith("NOTE Opportunity.csv, Type: 1 deals"));
    }

    @Test
    void anotherForecastCategoryIsLeftOutAndCounted() {
        tables.deals(OPEN.replace("BestCase", "Upside"))
                .history("008A,006A,Proposal,900,2025-06-30,50,Upside,2025-03-01T10:00:00Z");

        assertThat(tables.deal().latest().category()).isEmpty();
        assertThat(Tables.notes(tables.read()))
                .anyMatch(n -> n.startsWith("NOTE Opportunity.csv, ForecastCategory: 1 "))
                .anyMatch(n -> n.startsWith("NOTE OpportunityHistory.csv, ForecastCategory: 1 "));
    }

    @Test
    void aHistoryRowIsAChangeOfWhatDiffers() {
        tables.deals(WON)
                .history(
                        "008A,006A,Qualification,900,2025-06-30,10,Pipeline,2025-03-01T10:00:00Z",
                        "008B,006A,Proposal,1000,2025-06-30,50,BestCase,2025-04-01T12:00:00Z",
                        "008C,006A,Closed Won,1000,2025-05-20,100,Closed,2025-05-20T15:00:00Z");

        assertThat(tables.deal().changes())
                .containsExactly(
                        OpportunityChange.builder("008A", CREATED)
                                .stage("Qualification")
                                .amount(Money.of(900, "USD"))
                                .closeDate(LocalDate.of(2025, 6, 30))
                                .probability(BigDecimal.TEN)
                                .category(ForecastCategory.PIPELINE)
                                .owner(new RepId("005A"))
                                .recorded(Instant.parse("2025-03-01T10:00:00Z"))
                                .build(),
                        OpportunityChange.builder("008B", Moment.parse("2025-04-01T12:00:00Z"))
                                .stage("Proposal")
                                .amount(Money.of(1000, "USD"))
                                .probability(new BigDecimal("50"))
                                .category(ForecastCategory.BEST_CASE)
                                .recorded(Instant.parse("2025-04-01T12:00:00Z"))
                                .build(),
                        OpportunityChange.builder("008C", Moment.parse("2025-05-20T15:00:00Z"))
                                .stage("Closed Won")
                                .closeDate(LocalDate.of(2025, 5, 20))
                                .probability(new BigDecimal("100"))
                                .category(ForecastCategory.CLOSED)
                                .outcome(Outcome.WON)
                                .recorded(Instant.parse("2025-05-20T15:00:00Z"))
                                .build());
        assertThat(tables.read().issues()).isEmpty();
    }

    @Test
    void theOutcomeIsEffectiveWhenTheHistoryShowsTheStage() {
        tables.deals(WON)
                .history(
                        "008A,006A,Qualification,1000,2025-05-20,10,Pipeline,2025-03-01T10:00:00Z",
                        "008C,006A,Closed Won,1000,2025-05-20,100,Closed,2025-05-19T23:00:00Z");

        Opportunity deal = tables.deal();

        assertThat(deal.latest().closed()).contains(Moment.parse("2025-05-19T23:00:00Z"));
        assertThat(deal.at(Instant.parse("2025-05-19T23:00:00Z"), ZoneOffset.UTC)
                        .outcome())
                .isEqualTo(Outcome.OPEN);
        assertThat(deal.at(Instant.parse("2025-05-19T23:00:01Z"), ZoneOffset.UTC)
                        .outcome())
                .isEqualTo(Outcome.WON);
    }

    @Test
    void aDealThatWasCreatedClosedWasClosedThen() {
        tables.deals(WON).history("008C,006A,Closed Won,1000,2025-05-20,100,Closed,2025-03-01T10:00:00Z");

        assertThat(tables.deal().latest().closed()).contains(CREATED);
    }

    @Test
    void withoutHistoryADealClosedOnItsCloseDate() {
        tables.deals(WON, OPEN.replace("006A", "006B"));

        Loaded<RevenueBook> loaded = tables.read();
        Opportunity deal = Tables.deal(loaded.value(), "006A");

        assertThat(deal.latest().closed()).contains(Moment.of(2025, 5, 20));
        assertThat(deal.latest().outcome()).isEqualTo(Outcome.WON);
        assertThat(deal.changes())
                .filteredOn(c -> c.id().equals("created"))
                .singleElement()
                .satisfies(c -> assertThat(c.amount()).contains(Money.of(1000, "USD")))
                .satisfies(c -> assertThat(c.stage()).isEmpty())
                .satisfies(c -> assertThat(c.probability()).isEmpty());
        assertThat(loaded.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.NO_HISTORY))
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.NOTE))
                .satisfies(i -> assertThat(i.reason()).startsWith("2 deals have no history"));
    }

    @Test
    void aReopenedDealIsOpenAgain() {
        tables.deals(OPEN)
                .history(
                        "008A,006A,Proposal,900,2025-06-30,50,BestCase,2025-03-01T10:00:00Z",
                        "008B,006A,Closed Lost,900,2025-06-30,0,Omitted,2025-03-10T10:00:00Z",
                        "008C,006A,Proposal,900,2025-06-30,50,BestCase,2025-04-02T09:00:00Z");

        Opportunity deal = tables.deal();

        assertThat(deal.changes())
                .extracting(c -> c.outcome().orElse(null))
                .containsExactly(null, Outcome.LOST, Outcome.OPEN);
        assertThat(deal.at(Instant.parse("2025-03-20T00:00:00Z"), ZoneOffset.UTC)
                        .outcome())
                .isEqualTo(Outcome.LOST);
        assertThat(deal.latest().outcome()).isEqualTo(Outcome.OPEN);
        assertThat(deal.latest().closed()).isEmpty();
    }

    @Test
    void theStageMapNamesMoreClosedStages() {
        tables.deals(OPEN)
                .history(
                        "008A,006A,Proposal,900,2025-06-30,50,BestCase,2025-03-01T10:00:00Z",
                        "008B,006A,Dead,900,2025-06-30,0,Omitted,2025-03-10T10:00:00Z",
                        "008C,006A,Proposal,900,2025-06-30,50,BestCase,2025-04-02T09:00:00Z");

        RevenueBook book = tables.read(
                        SalesforceExport.reader().with(StageMap.standard().lost("Dead")))
                .orElseThrow();

        assertThat(Tables.deal(book, "006A").changes())
                .extracting(c -> c.outcome().orElse(null))
                .containsExactly(null, Outcome.LOST, Outcome.OPEN);
        assertThat(tables.deal().changes()).allMatch(c -> c.outcome().isEmpty());
    }

    @Test
    void aRowTeachesWhatItsStageMeans() {
        tables.deals(
                        OPEN,
                        WON.replace("006A", "006B").replace("Closed Won", "Signed"),
                        OPEN.replace("006A", "006C").replace("Proposal", "Closed Lost"))
                .history(
                        "008A,006A,Proposal,900,2025-06-30,50,BestCase,2025-03-01T10:00:00Z",
                        "008B,006A,Signed,900,2025-06-30,100,Closed,2025-03-10T10:00:00Z",
                        "008C,006A,Closed Lost,900,2025-06-30,0,Omitted,2025-03-11T10:00:00Z",
                        "008D,006A,Proposal,900,2025-06-30,50,BestCase,2025-04-02T09:00:00Z");

        assertThat(Tables.deal(tables.read().orElseThrow(), "006A").changes())
                .as("Signed is won, and Closed Lost is open, as the other rows say")
                .extracting(c -> c.outcome().orElse(null))
                .containsExactly(null, Outcome.WON, Outcome.OPEN, null);
    }

    @Test
    void whereRowsDisagreeOnAStageTheMapDecides() {
        tables.deals(
                        WON.replace("Closed Won", "Done"),
                        OPEN.replace("006A", "006B").replace("Proposal", "Done"),
                        OPEN.replace("006A", "006C"))
                .history(
                        "008A,006C,Done,900,2025-06-30,50,BestCase,2025-03-01T10:00:00Z",
                        "008B,006C,Proposal,900,2025-06-30,50,BestCase,2025-04-02T09:00:00Z");

        assertThat(Tables.deal(tables.read().orElseThrow(), "006C").changes())
                .allMatch(c -> c.outcome().isEmpty());
    }

    @Test
    void aRowThatDoesNotSayHowItStandsIsAsItsStage() {
        String header = "Id,StageName,CloseDate,CreatedDate,IsClosed,IsWon";
        tables.file(
                "Opportunity.csv",
                header,
                "006A,Closed Won,2025-06-30,2025-03-01,,",
                "006B,Closed Lost,2025-06-30,2025-03-01,true,",
                "006C,Proposal,2025-06-30,2025-03-01,,",
                "006D,Dropped,2025-06-30,2025-03-01,true,false");

        assertThat(tables.read().orElseThrow().opportunities())
                .extracting(d -> d.latest().outcome())
                .containsExactly(Outcome.WON, Outcome.LOST, Outcome.OPEN, Outcome.LOST);
    }

    @Test
    void theRowHoldsAgainstItsHistoryWithALastChange() {
        tables.deals(OPEN.replace("900", "950"))
                .history("008A,006A,Proposal,900,2025-06-30,50,BestCase,2025-03-01T10:00:00Z");

        Loaded<RevenueBook> loaded = tables.read();
        List<OpportunityChange> changes = tables.deal().changes();

        assertThat(changes)
                .last()
                .isEqualTo(OpportunityChange.builder("current", Moment.parse("2025-04-02T09:00:00Z"))
                        .amount(Money.of(950, "USD"))
                        .recorded(Instant.parse("2025-04-02T09:00:00Z"))
                        .build());
        assertThat(loaded.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.CONFLICT))
                .satisfies(i -> assertThat(i.severity()).isEqualTo(Severity.NOTE))
                .satisfies(i -> assertThat(i.subject()).isEqualTo("opportunity 006A"))
                .satisfies(i -> assertThat(i.column()).isEqualTo("Amount"));
    }

    @Test
    void aDealThatClosedAfterItsHistoryClosedOnItsCloseDate() {
        tables.deals(WON).history("008A,006A,Proposal,1000,2025-05-20,50,BestCase,2025-03-01T10:00:00Z");

        assertThat(tables.deal().latest().closed()).contains(Moment.of(2025, 5, 20));
        assertThat(Tables.notes(tables.read())).singleElement().asString().contains("StageName", "IsWon");
    }

    @Test
    void aDealThatClosedBeforeTheEndOfItsHistoryClosedWhenItWasModified() {
        tables.deals(WON).history("008A,006A,Proposal,1000,2025-05-20,50,BestCase,2025-05-20T08:00:00Z");

        assertThat(tables.deal().latest().closed()).contains(Moment.parse("2025-05-21T09:00:00Z"));
    }

    @Test
    void withoutALaterDateTheLastChangeTakesTheValuesOfTheRow() {
        tables.deals(OPEN.replace("900", "950").replace(",2025-04-02T09:00:00Z", ","))
                .history("008A,006A,Proposal,900,2025-06-30,50,BestCase,2025-03-01T10:00:00Z");

        assertThat(tables.deal().changes())
                .singleElement()
                .satisfies(c -> assertThat(c.id()).isEqualTo("008A"))
                .satisfies(c -> assertThat(c.amount()).contains(Money.of(950, "USD")));
    }

    @Test
    void beforeItsHistoryBeginsADealIsTakenAsUnchanged() {
        tables.deals(OPEN).history("008A,006A,Proposal,900,2025-06-30,50,BestCase,2025-04-02T09:00:00Z");

        assertThat(tables.deal().changes())
                .singleElement()
                .satisfies(c -> assertThat(c.effective()).isEqualTo(CREATED));
        assertThat(Tables.notes(tables.read()))
                .singleElement()
                .asString()
                .startsWith("NOTE Opportunity.csv, CreatedDate: 1 deals have a history that begins later");
    }

    @Test
    void aDealThatWasClosedBeforeItsHistoryBeginsClosedOnItsCloseDate() {
        tables.deals(WON).history("008C,006A,Closed Won,1000,2025-05-20,100,Closed,2025-06-01T10:00:00Z");

        assertThat(tables.deal().latest().closed()).contains(Moment.of(2025, 5, 20));
    }

    @Test
    void butNotAfterTheHistoryShowsItClosed() {
        tables.deals(WON.replace("2025-05-20", "2025-12-31"))
                .history("008C,006A,Closed Won,1000,2025-12-31,100,Closed,2025-05-01T10:00:00Z");

        assertThat(tables.deal().latest().closed()).contains(Moment.parse("2025-05-01T10:00:00Z"));
    }

    @Test
    void aHistoryRowIsInItsOwnCurrencyOrThatOfTheDeal() {
        tables.deals(OPEN)
                .file(
                        "OpportunityHistory.csv",
                        Tables.HISTORY + ",CurrencyIsoCode",
                        "008A,006A,Proposal,800,2025-06-30,50,BestCase,2025-03-01T10:00:00Z,EUR",
                        "008B,006A,Proposal,900,2025-06-30,50,BestCase,2025-03-02T10:00:00Z,");

        assertThat(tables.deal().changes())
                .extracting(c -> c.amount().orElseThrow())
                .containsExactly(Money.of(800, "EUR"), Money.of(900, "USD"));
    }

    @Test
    void aHistoryRowWithoutAnyCurrencyIsRejected() {
        tables.deals(OPEN.replace("900,USD", ","))
                .history("008A,006A,Proposal,800,2025-06-30,50,BestCase,2025-03-01T10:00:00Z");

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.rejected()).isEqualTo(1);
        assertThat(Tables.notes(loaded)).anyMatch(n -> n.startsWith("ERROR OpportunityHistory.csv:2, Amount"));
    }

    @Test
    void historyRowsWithoutAnIdAreNamedByTheirContent() {
        tables.deals(OPEN)
                .file(
                        "OpportunityHistory.csv",
                        "OpportunityId,StageName,Amount,CloseDate,CreatedDate",
                        "006A,Discovery,900,2025-06-30,2025-03-01T10:00:00Z",
                        "006A,Proposal,900,2025-06-30,2025-04-02T09:00:00Z",
                        "006A,Proposal,900,2025-06-30,2025-04-02T09:00:00Z");

        assertThat(tables.read().duplicates()).isEqualTo(1);
        assertThat(tables.deal().changes())
                .extracting(OpportunityChange::id)
                .containsExactly(
                        "history@2025-03-01T10:00:00Z=Discovery,900,2025-06-30",
                        "history@2025-04-02T09:00:00Z=Proposal,900,2025-06-30");
    }

    @Test
    void ofChangesAtOneInstantTheLastCounts() {
        tables.deals(OPEN)
                .history(
                        "008B,006A,Proposal,900,2025-06-30,50,BestCase,2025-03-01T10:00:00Z",
                        "008A,006A,Discovery,800,2025-06-30,20,Pipeline,2025-03-01T10:00:00Z");

        assertThat(tables.deal().changes())
                .singleElement()
                .satisfies(c -> assertThat(c.stage()).contains("Proposal"))
                .satisfies(c -> assertThat(c.amount()).contains(Money.of(900, "USD")));
    }

    @Test
    void aDayAsTheMomentOfAChangeIsNoRecording() {
        tables.deals(OPEN.replace("2025-03-01T10:00:00Z", "2025-03-01"));

        assertThat(tables.deal().changes())
                .singleElement()
                .satisfies(c -> assertThat(c.effective()).isEqualTo(Moment.of(2025, 3, 1)))
                .satisfies(c -> assertThat(c.recorded()).isEmpty());
    }
}
