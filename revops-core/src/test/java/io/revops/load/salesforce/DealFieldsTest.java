package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.ForecastCategory;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityState;
import io.revops.book.Outcome;
import io.revops.book.RepId;
import io.revops.load.Loaded;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DealFieldsTest {
    private static final String WON = "006A,001A,Closed Won,1000,USD,2025-05-20,100,Closed,true,true,005B,"
            + "2025-03-01T10:00:00Z,2025-05-21T09:00:00Z";

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void write() {
        tables = new Tables(folder);
    }

    private OpportunityState at(String instant) {
        return tables.deal().at(Instant.parse(instant), ZoneOffset.UTC);
    }

    @Test
    void aDealIsReplayedBackwardsFromItsRow() {
        tables.deals(WON)
                .fields(
                        "017F,006A,created,,,2025-03-01T10:00:00Z",
                        "017A,006A,StageName,Discovery,Proposal,2025-04-01T10:00:00Z",
                        "017B,006A,Amount,,1000.0,2025-04-01T10:00:00Z",
                        "017C,006A,CloseDate,2025-06-30,2025-05-20,2025-04-10T10:00:00Z",
                        "017D,006A,OwnerId,005A,005B,2025-04-11T10:00:00Z",
                        "017E,006A,StageName,Proposal,Closed Won,2025-05-20T15:00:00Z",
                        "017G,006A,NextStep,a,b,2025-05-20T15:00:00Z");

        OpportunityState created = at("2025-03-02T00:00:00Z");
        assertThat(created.stage()).contains("Discovery");
        assertThat(created.amount()).isEmpty();
        assertThat(created.closeDate()).contains(LocalDate.of(2025, 6, 30));
        assertThat(created.owner()).contains(new RepId("005A"));
        assertThat(created.probability()).as("not that of today").isEmpty();
        OpportunityState later = at("2025-04-12T00:00:00Z");
        assertThat(later.stage()).contains("Proposal");
        assertThat(later.amount()).contains(Money.of(1000, "USD"));
        assertThat(later.owner()).contains(new RepId("005B"));
        OpportunityState closed = tables.deal().latest();
        assertThat(closed.closed()).contains(Moment.parse("2025-05-20T15:00:00Z"));
        assertThat(closed.outcome()).isEqualTo(Outcome.WON);
        assertThat(closed.probability()).contains(new BigDecimal("100"));
        assertThat(closed.category()).contains(ForecastCategory.CLOSED);
        assertThat(tables.read().issues()).isEmpty();
        assertThat(tables.deal().changes())
                .extracting(c -> c.id())
                .containsExactly("created", "017B", "017C", "017D", "017E");
    }

    @Test
    void probabilityAndCategoryHaveTheirOwnHistoryIfThereIsOne() {
        tables.deals(WON)
                .fields(
                        "017A,006A,StageName,Proposal,Closed Won,2025-05-20T15:00:00Z",
                        "017B,006A,Probability,50,100,2025-05-20T15:00:00Z",
                        "017C,006A,ForecastCategoryName,Best Case,Closed,2025-05-20T15:00:00Z");

        OpportunityState created = at("2025-03-02T00:00:00Z");
        assertThat(created.probability()).contains(new BigDecimal("50"));
        assertThat(created.category()).contains(ForecastCategory.BEST_CASE);
        assertThat(tables.deal().latest().category()).contains(ForecastCategory.CLOSED);
    }

    @Test
    void aStageWithoutHistoryClosedOnTheCloseDate() {
        tables.deals(WON)
                .fields(
                        "017A,006A,Amount,500,1000,2025-04-01T10:00:00Z",
                        "017B,006A,Probability,50,100,2025-04-20T15:00:00Z");

        assertThat(tables.deal().latest().closed()).contains(Moment.of(2025, 5, 20));
        assertThat(at("2025-04-30T00:00:00Z").stage()).isEmpty();
        assertThat(at("2025-04-30T00:00:00Z").probability()).isEmpty();
        assertThat(at("2025-03-30T00:00:00Z").amount()).contains(Money.of(500, "USD"));
        assertThat(tables.deal().latest().probability()).contains(new BigDecimal("100"));
    }

    @Test
    void theRowHoldsAgainstItsFieldHistory() {
        tables.deals(WON).fields("017A,006A,Amount,500,700,2025-04-01T10:00:00Z");

        Opportunity deal = tables.deal();

        assertThat(deal.latest().amount()).contains(Money.of(1000, "USD"));
        assertThat(Tables.notes(tables.read())).singleElement().asString().contains("differ in [Amount]");
    }

    @Test
    void ownersOfTheFieldHistoryCompleteTheOther() {
        tables.deals(WON)
                .history(
                        "008A,006A,Proposal,900,2025-05-20,50,BestCase,2025-03-01T10:00:00Z",
                        "008C,006A,Closed Won,1000,2025-05-20,100,Closed,2025-05-20T15:00:00Z")
                .fields(
                        "017A,006A,Owner,Ann Old,Bob New,2025-04-11T10:00:00Z",
                        "017B,006A,Owner,005000000000001AAA,005000000000002AAA,2025-04-11T10:00:00Z",
                        "017C,006A,Amount,1,2,2025-04-11T10:00:00Z");

        assertThat(at("2025-03-02T00:00:00Z").owner()).contains(new RepId("005000000000001AAA"));
        assertThat(at("2025-04-12T00:00:00Z").owner()).contains(new RepId("005000000000002AAA"));
        assertThat(at("2025-04-12T00:00:00Z").amount()).contains(Money.of(900, "USD"));
        assertThat(tables.deal().latest().owner()).as("of the row").contains(new RepId("005B"));
    }

    @Test
    void anOwnerIsAnIdIfItsDataTypeSaysSo() {
        tables.deals(WON)
                .file(
                        "opportunity_field_history.csv",
                        "id,opportunity_id,field,old_value,new_value,created_date,data_type",
                        "017A,006A,Owner,005A,005B,2025-04-11 10:00:00,EntityId",
                        "017B,006A,Owner,Ann,Bob,2025-04-11 10:00:00,Text");

        assertThat(at("2025-03-02T00:00:00Z").owner()).contains(new RepId("005A"));
        assertThat(tables.deal().latest().owner()).contains(new RepId("005B"));
    }

    @Test
    void fieldRowsWithoutAnIdAreNamedByTheirContent() {
        tables.deals(WON)
                .file(
                        "OpportunityFieldHistory.csv",
                        "OpportunityId,Field,OldValue,NewValue,CreatedDate",
                        "006A,Amount,500,1000,2025-04-01T10:00:00Z",
                        "006A,Amount,500,1000,2025-04-01T10:00:00Z");

        assertThat(tables.read().duplicates()).isEqualTo(1);
        assertThat(tables.deal().changes()).extracting(c -> c.id()).contains("Amount@2025-04-01T10:00:00Z=1000");
    }

    @Test
    void aBadValueRejectsItsRow() {
        tables.deals(WON)
                .fields(
                        "017A,006A,Amount,500,lots,2025-04-01T10:00:00Z",
                        "017B,006A,CloseDate,soon,2025-05-20,2025-04-01T10:00:00Z");

        Loaded<?> loaded = tables.read();

        assertThat(loaded.rejected()).isEqualTo(2);
        assertThat(Tables.notes(loaded))
                .anyMatch(n -> n.startsWith("ERROR OpportunityFieldHistory.csv:2, NewValue"))
                .anyMatch(n -> n.startsWith("ERROR OpportunityFieldHistory.csv:3, OldValue"));
    }

    @Test
    void anAmountWithoutAnyCurrencyRejectsItsRow() {
        tables.deals(WON.replace("1000,USD", ",")).fields("017A,006A,Amount,500,,2025-04-01T10:00:00Z");

        assertThat(tables.read().rejected()).isEqualTo(1);
    }

    @Test
    void aHistoryFromBeforeTheDealComesFirst() {
        tables.deals(WON).fields("017A,006A,StageName,Proposal,Closed Won,2025-02-01T10:00:00Z");

        assertThat(tables.deal().latest().stage()).contains("Closed Won");
        assertThat(tables.deal().latest().closed()).contains(Moment.parse("2025-02-01T10:00:00Z"));
    }
}
