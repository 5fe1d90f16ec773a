package io.revops.load.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.revops.book.DealType;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityId;
import io.revops.book.OpportunityState;
import io.revops.book.Outcome;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.Loaded;
import io.revops.load.export.Exports;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSpotExportTest {
    private static final String DEALS = "deal_id,deal_pipeline_id,deal_pipeline_stage_id,owner_id,property_dealname,"
            + "property_amount,property_deal_currency_code,property_closedate,property_createdate,property_dealtype,"
            + "property_hs_lastmodifieddate,is_deleted";
    private static final String WON = "d1,default,77,o1,Acme seats,1200,USD,2025-03-20 09:00:00,2025-01-10 08:00:00,"
            + "newbusiness,2025-03-20 09:00:00,false";
    private static final String OPEN =
            "d2,default,11,o1,Acme more,500,USD,2025-06-30,2025-02-01 08:00:00,renewal,,FALSE";
    private static final String STAGES = "stage_id,pipeline_id,label,probability,closed_won,is_closed\n"
            + "11,default,Qualified,0.2,FALSE,FALSE\n22,default,Proposal,0.6,FALSE,FALSE\n"
            + "77,default,Signed,1.0,TRUE,TRUE\n88,default,Gone,0.0,FALSE,TRUE\n";

    @TempDir
    Path folder;

    private HubSpotExportTest file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        return this;
    }

    private HubSpotExportTest deals(String... rows) throws IOException {
        return file("deal.csv", DEALS + "\n" + String.join("\n", rows) + "\n");
    }

    private Loaded<RevenueBook> read() {
        Loaded<RevenueBook> loaded = HubSpotExport.read(folder);
        assertThat(Exports.addsUp(loaded)).isTrue();
        return loaded;
    }

    private static Opportunity deal(Loaded<RevenueBook> loaded, String id) {
        return loaded.value().find(Opportunity.class, new OpportunityId(id)).orElseThrow();
    }

    private static OpportunityState at(Opportunity deal, String instant) {
        return deal.at(Instant.parse(instant), ZoneOffset.UTC);
    }

    private static List<Issue> errors(Loaded<?> loaded) {
        return loaded.issues().stream()
                .filter(i -> i.severity() == Severity.ERROR)
                .toList();
    }

    @Test
    void aDealHasItsFields() throws IOException {
        Opportunity deal =
                deal(deals(OPEN).file("deal_pipeline_stage.csv", STAGES).read(), "d2");

        assertThat(deal.name()).contains("Acme more");
        assertThat(deal.type()).contains(DealType.RENEWAL);
        assertThat(deal.created()).isEqualTo(Moment.parse("2025-02-01T08:00:00Z"));
        OpportunityState now = deal.latest();
        assertThat(now.stage()).contains("Qualified");
        assertThat(now.amount()).contains(Money.of("500", "USD"));
        assertThat(now.closeDate()).contains(LocalDate.of(2025, 6, 30));
        assertThat(now.probability()).contains(new BigDecimal("20"));
        assertThat(now.owner().orElseThrow().value()).isEqualTo("o1");
        assertThat(now.outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void theHistoryOfPropertiesIsFollowed() throws IOException {
        Loaded<RevenueBook> loaded = deals(WON)
                .file("deal_pipeline_stage.csv", STAGES)
                .file(
                        "deal_property_history.csv",
                        "deal_id,name,value,timestamp\nd1,dealstage,11,2025-01-10 08:00:00\n"
                                + "d1,amount,900,2025-01-12 10:00:00\nd1,dealstage,22,2025-02-05 10:00:00\n"
                                + "d1,amount,1200,2025-02-05 10:00:00\nd1,closedate,1743379200000,2025-01-12 10:00:00\n"
                                + "d1,closedate,2025-03-20T09:00:00Z,2025-03-20 09:00:00\n"
                                + "d1,dealstage,77,2025-03-20 09:00:00\nd1,hs_note,x,2025-03-20 09:00:00\n")
                .read();
        Opportunity deal = deal(loaded, "d1");

        assertThat(at(deal, "2025-01-11T00:00:00Z").stage()).contains("Qualified");
        assertThat(at(deal, "2025-01-11T00:00:00Z").amount()).isEmpty();
        assertThat(at(deal, "2025-02-01T00:00:00Z").amount()).contains(Money.of("900", "USD"));
        assertThat(at(deal, "2025-02-01T00:00:00Z").closeDate()).contains(LocalDate.of(2025, 3, 31));
        assertThat(at(deal, "2025-02-06T00:00:00Z").stage()).contains("Proposal");
        assertThat(at(deal, "2025-02-06T00:00:00Z").probability()).contains(new BigDecimal("60"));
        assertThat(at(deal, "2025-03-20T09:00:00Z").outcome()).isEqualTo(Outcome.OPEN);
        assertThat(deal.latest().outcome()).isEqualTo(Outcome.WON);
        assertThat(deal.latest().closed()).contains(Moment.parse("2025-03-20T09:00:00Z"));
        assertThat(deal.latest().closeDate()).contains(LocalDate.of(2025, 3, 20));
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void withoutItTheTableOfStagesIsAndThenTheColumns() throws IOException {
        deals(WON).file("deal_pipeline_stage.csv", STAGES);
        Opportunity byTable = deal(
                file(
                                "deal_stage.csv",
                                "deal_id,value,date_entered,_fivetran_start\nd1,22,2025-02-05 6:00:00,2025-02-05 6:00:00\n"
                                        + "d1,11,,2025-01-10 8:00:00\nd1,77,2025-03-20 9:00:00,\n")
                        .read(),
                "d1");
        assertThat(byTable.changes())
                .extracting(c -> c.stage().orElse("-"))
                .containsExactly("Qualified", "Proposal", "Signed");
        Files.delete(folder.resolve("deal_stage.csv"));
        Files.delete(folder.resolve("deal.csv"));
        Opportunity byColumns = deal(
                file(
                                "hubspot-crm-exports-all-deals-2025-04-01.csv",
                                "Record ID,dealname,dealstage,pipeline,amount,deal_currency_code,closedate,createdate,"
                                        + "hs_v2_date_entered_11,hs_v2_date_entered_22,hs_v2_date_entered_77\n"
                                        + "d1,Acme,77,default,1200,USD,2025-03-20T09:00:00Z,2025-01-10T08:00:00Z,"
                                        + "2025-01-10T08:00:00Z,2025-02-05T06:00:00Z,2025-03-20T09:00:00Z\n")
                        .read(),
                "d1");
        assertThat(byColumns.changes())
                .extracting(c -> c.stage().orElse("-"))
                .containsExactly("Qualified", "Proposal", "Signed");
    }

    @Test
    void aDealWithoutAHistoryClosesOnItsCloseDate() throws IOException {
        Loaded<RevenueBook> loaded =
                deals(WON).file("deal_pipeline_stage.csv", STAGES).read();
        Opportunity deal = deal(loaded, "d1");
        assertThat(at(deal, "2025-03-20T09:00:00Z").stage()).isEmpty();
        assertThat(at(deal, "2025-03-20T09:00:00Z").amount()).contains(Money.of("1200", "USD"));
        assertThat(deal.latest().stage()).contains("Signed");
        assertThat(deal.latest().closed()).contains(Moment.parse("2025-03-20T09:00:00Z"));
        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.NO_HISTORY);
    }

    @Test
    void whereTheRowDiffersFromItsHistoryTheRowHolds() throws IOException {
        Loaded<RevenueBook> loaded = deals(WON)
                .file("deal_pipeline_stage.csv", STAGES)
                .file(
                        "deal_property_history.csv",
                        "deal_id,name,value,timestamp\nd1,dealstage,11,2025-01-10 08:00:00\n")
                .read();
        assertThat(deal(loaded, "d1").latest().closed()).contains(Moment.parse("2025-03-20T09:00:00Z"));
        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.CONFLICT);
    }

    @Test
    void aDealThatLeavesAClosedStageIsOpenAgain() throws IOException {
        Opportunity deal = deal(
                deals(OPEN)
                        .file("deal_pipeline_stage.csv", STAGES)
                        .file(
                                "deal_property_history.csv",
                                "deal_id,name,value,timestamp\nd2,dealstage,11,2025-02-01 08:00:00\n"
                                        + "d2,dealstage,88,2025-03-01 08:00:00\nd2,dealstage,11,2025-04-01 08:00:00\n")
                        .read(),
                "d2");
        assertThat(at(deal, "2025-03-02T00:00:00Z").outcome()).isEqualTo(Outcome.LOST);
        assertThat(deal.latest().outcome()).isEqualTo(Outcome.OPEN);
    }

    @Test
    void aHistoryThatBeginsLateIsTakenFromTheCreationWithANote() throws IOException {
        Loaded<RevenueBook> loaded = deals(OPEN)
                .file("deal_pipeline_stage.csv", STAGES)
                .file(
                        "deal_property_history.csv",
                        "deal_id,name,value,timestamp\nd2,dealstage,11,2025-02-03 08:00:00\n")
                .read();
        assertThat(at(deal(loaded, "d2"), "2025-02-02T00:00:00Z").stage()).contains("Qualified");
        assertThat(loaded.issues())
                .extracting(Issue::reason)
                .singleElement()
                .asString()
                .contains("begins later");
    }

    @ParameterizedTest
    @CsvSource({
        "TRUE,TRUE,1.0,WON",
        "FALSE,TRUE,0.0,LOST",
        "FALSE,FALSE,0.0,OPEN",
        "TRUE,,1.0,WON",
        "FALSE,,0.0,LOST",
        "FALSE,,0.1,OPEN"
    })
    void aStageMeansWhatItsRowSays(String won, String closed, String probability, Outcome outcome) throws IOException {
        Loaded<RevenueBook> loaded = deals(OPEN)
                .file(
                        "deal_pipeline_stages.csv",
                        "stage_id,label,probability,closed_won,is_closed\n11,S," + probability + "," + won + ","
                                + (closed == null ? "" : closed) + "\n")
                .read();
        assertThat(deal(loaded, "d2").latest().outcome()).isEqualTo(outcome);
    }

    @Test
    void aStageThatNothingTellsOfIsOpenUnlessTheMapOrItsDealsSayMore() throws IOException {
        Loaded<RevenueBook> unknown = deals(WON).read();
        assertThat(deal(unknown, "d1").latest().outcome()).isEqualTo(Outcome.OPEN);
        assertThat(unknown.issues()).extracting(Issue::code).contains(IssueCode.MISSING_VALUE);
        Loaded<RevenueBook> mapped =
                HubSpotExport.reader().with(HubSpotStages.standard().won("77")).read(folder);
        assertThat(deal(mapped, "d1").latest().outcome()).isEqualTo(Outcome.WON);
        Files.delete(folder.resolve("deal.csv"));
        Loaded<RevenueBook> said = file(
                        "deals.csv",
                        "id,dealstage,createdate,closedate,hs_is_closed,hs_is_closed_won\n"
                                + "a,77,2025-01-01,2025-02-01,true,true\nb,88,2025-01-01,2025-02-01,true,false\n")
                .read();
        assertThat(deal(said, "a").latest().outcome()).isEqualTo(Outcome.WON);
        assertThat(deal(said, "b").latest().outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void stagesOfAMapHaveNames() {
        assertThat(HubSpotStages.standard().lost("9").open("closedwon").toString())
                .contains("9=LOST", "closedwon=OPEN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HubSpotStages.standard().won(" "))
                .withMessageContaining("Maybe");
    }

    @Test
    void anAmountWithoutACurrencyIsRejectedUnlessOneIsNamed() throws IOException {
        Loaded<RevenueBook> loaded = deals(OPEN.replace(",USD", ",")).read();
        assertThat(errors(loaded)).extracting(Issue::column).containsExactly("amount");
        assertThat(HubSpotExport.reader()
                        .in("EUR")
                        .read(folder)
                        .value()
                        .opportunities()
                        .get(0)
                        .latest()
                        .amount())
                .contains(Money.of("500", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({
        "500,five,property_amount",
        "2025-06-30,6/30/25,property_closedate",
        "USD,US dollars,property_deal_currency_code",
        "2025-02-01 08:00:00,,property_createdate",
        "500,1e100000000,property_amount"
    })
    void whatCannotBeReadRejectsItsRowAndItsHistoryIsLeftOut(String value, String other, String column)
            throws IOException {
        Loaded<RevenueBook> loaded = deals(OPEN.replace(value, other == null ? "" : other), WON)
                .file(
                        "deal_property_history.csv",
                        "deal_id,name,value,timestamp\nd2,dealstage,11,2025-02-01 08:00:00\n")
                .read();
        assertThat(errors(loaded)).extracting(Issue::column).containsExactly(column);
        assertThat(errors(loaded).get(0).source()).hasToString("deal.csv:2");
        assertThat(loaded.value().opportunities()).hasSize(1);
        assertThat(loaded.issues()).anySatisfy(i -> assertThat(i.reason()).contains("left out with them"));
    }

    @Test
    void rowsOfAHistoryAreCheckedWhenTheyAreRead() throws IOException {
        Loaded<RevenueBook> loaded = deals(OPEN)
                .file(
                        "deal_property_history.csv",
                        "deal_id,name,value,timestamp\nd2,amount,much,2025-02-01 08:00:00\n"
                                + "d9,amount,5,2025-02-01 08:00:00\nd2,amount,,2025-02-02 08:00:00\n"
                                + "d2,hs_manual_forecast_category,MAYBE,2025-02-01\nd2,amount,5,\n")
                .read();
        assertThat(errors(loaded))
                .extracting(Issue::code)
                .containsExactly(
                        IssueCode.BAD_VALUE,
                        IssueCode.DANGLING_REFERENCE,
                        IssueCode.BAD_VALUE,
                        IssueCode.MISSING_VALUE);
        assertThat(loaded.rejected()).isEqualTo(4);
    }

    @Test
    void aTypeOfTheirOwnStaysAnAttribute() throws IOException {
        Opportunity deal = deal(deals(OPEN.replace("renewal", "Partner")).read(), "d2");
        assertThat(deal.type()).isEmpty();
        assertThat(deal.attributes()).containsEntry("type", "Partner");
    }

    @Test
    void deletedDealsAreLeftOutWithWhatBelongsToThem() throws IOException {
        Loaded<RevenueBook> loaded = deals(OPEN.replace("FALSE", "TRUE"), WON)
                .file("deal_company.csv", "deal_id,company_id\nd2,1\n")
                .read();
        assertThat(loaded.value().opportunities()).hasSize(1);
        assertThat(loaded.rejected()).isZero();
        assertThat(loaded.accepted()).isEqualTo(3);
    }

    @Test
    void ofTwoContentsTheOneModifiedLastIsKept() throws IOException {
        Loaded<RevenueBook> loaded = deals(
                        WON,
                        WON.replace("1200", "9").replace(",2025-03-20 09:00:00,false", ",2025-03-19 09:00:00,false"),
                        WON)
                .read();
        assertThat(loaded.value().opportunities().get(0).latest().amount()).contains(Money.of("1200", "USD"));
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
    }
}
