package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Opportunity;
import io.revops.book.Outcome;
import io.revops.book.RepId;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealVersionsTest {
    private static final String HEADER = "_fivetran_active,_fivetran_start,_fivetran_end,id,stage_name,amount,"
            + "currency_iso_code,close_date,created_date,owner_id,is_closed,is_won,is_deleted,last_modified_date";
    private static final String FIRST = "false,2025-03-01 10:00:00,2025-04-01 11:59:59,006A,Discovery,500,USD,"
            + "2025-06-30 00:00:00,2025-03-01 10:00:00,005A,false,false,false,2025-03-01 10:00:00";
    private static final String SECOND = "false,2025-04-01 12:00:00,2025-05-20 14:59:59,006A,Proposal,900,USD,"
            + "2025-06-30 00:00:00,2025-03-01 10:00:00,005B,false,false,false,2025-04-01 12:00:00";
    private static final String THIRD = "true,2025-05-20 15:00:00,9999-12-31 23:59:59,006A,Signed,900,USD,"
            + "2025-05-20 00:00:00,2025-03-01 10:00:00,005B,true,true,false,2025-05-20 15:00:00";

    @TempDir
    Path folder;

    private Tables tables;

    @BeforeEach
    void write() {
        tables = new Tables(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opportunity_history.csv", "opportunity.csv"})
    void versionsAreToldApartByTheirStart(String file) {
        tables.file(file, HEADER, THIRD, FIRST, SECOND, SECOND);

        Loaded<RevenueBook> loaded = tables.read();
        Opportunity deal = tables.deal();

        assertThat(loaded.duplicates()).isEqualTo(1);
        assertThat(loaded.issues()).isEmpty();
        assertThat(deal.changes())
                .extracting(c -> c.id())
                .containsExactly(
                        "version@2025-03-01T10:00:00Z", "version@2025-04-01T12:00:00Z", "version@2025-05-20T15:00:00Z");
        assertThat(deal.changes().get(1).amount()).contains(Money.of(900, "USD"));
        assertThat(deal.changes().get(1).owner()).contains(new RepId("005B"));
        assertThat(deal.changes().get(1).closeDate()).as("as it was").isEmpty();
        assertThat(deal.latest().outcome()).isEqualTo(Outcome.WON);
        assertThat(deal.latest().closed()).contains(Moment.parse("2025-05-20T15:00:00Z"));
    }

    @Test
    void theRowOfTheTableHoldsAgainstTheLastVersion() {
        tables.file("opportunity_history.csv", HEADER, FIRST, SECOND)
                .file(
                        "opportunity.csv",
                        HEADER.substring(HEADER.indexOf("id,")),
                        "006A,Signed,900,USD,2025-05-20,2025-03-01 10:00:00,005B,true,true,false,2025-05-22 15:00:00");

        assertThat(tables.deal().latest().closed()).contains(Moment.of(2025, 5, 20));
        assertThat(Tables.notes(tables.read())).singleElement().asString().contains("differ in [StageName, CloseDate");
    }

    @Test
    void versionsThatBeginLateAreTakenAsUnchangedBefore() {
        tables.file("opportunity_history.csv", HEADER, SECOND, THIRD);

        Opportunity deal = tables.deal();

        assertThat(deal.at(Instant.parse("2025-03-02T00:00:00Z"), ZoneOffset.UTC)
                        .stage())
                .contains("Proposal");
        assertThat(deal.latest().closed()).contains(Moment.parse("2025-05-20T15:00:00Z"));
        assertThat(Tables.notes(tables.read())).singleElement().asString().contains("begins later");
    }

    @Test
    void aDealThatIsClosedInItsFirstVersionClosedOnItsCloseDate() {
        tables.file("opportunity_history.csv", HEADER, THIRD);

        assertThat(tables.deal().latest().closed()).contains(Moment.of(2025, 5, 20));
    }

    @Test
    void aDealWhoseLastVersionEndedOrWasDeletedIsLeftOut() {
        String deleted = THIRD.replace("true,true,false", "true,true,true").replace("006A", "006B");
        tables.file("opportunity_history.csv", HEADER, FIRST, SECOND, SECOND.replace("006A", "006B"), deleted, deleted);

        Loaded<RevenueBook> loaded = tables.read();

        assertThat(loaded.value().opportunities()).isEmpty();
        assertThat(Tables.notes(loaded))
                .anyMatch(n -> n.contains("opportunity_history.csv: 3 rows belong to records that are deleted"))
                .anyMatch(n -> n.contains("IsDeleted: 2 rows"));
    }

    @Test
    void aDealThatWasRestoredIsThere() {
        tables.file(
                "opportunity_history.csv",
                HEADER,
                FIRST,
                SECOND.replace("false,false,false", "false,false,true"),
                THIRD);

        assertThat(tables.deal().changes()).hasSize(2);
    }

    @Test
    void aDeletedRowTakesItsVersionsAlong() {
        tables.file("opportunity_history.csv", HEADER, FIRST, SECOND, THIRD)
                .file(
                        "opportunity.csv",
                        "id,stage_name,close_date,created_date,_fivetran_active",
                        "006A,Signed,2025-05-20,2025-03-01,false");

        assertThat(tables.read().value().opportunities()).isEmpty();
    }

    @Test
    void aBadVersionIsRejectedAndTheOthersHold() {
        tables.file("opportunity_history.csv", HEADER, FIRST, SECOND.replace("900", "n/a"), THIRD, ",,,,,,,,,,,,,x");

        assertThat(tables.read().rejected()).isEqualTo(2);
        assertThat(tables.deal().changes()).hasSize(2);
    }
}
