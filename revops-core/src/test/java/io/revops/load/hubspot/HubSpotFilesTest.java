package io.revops.load.hubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.Contact;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.OpportunityId;
import io.revops.book.Outcome;
import io.revops.book.Rep;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.BadRows;
import io.revops.load.LoadException;
import io.revops.load.Loaded;
import io.revops.load.export.Exports;
import io.revops.time.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are read, and what becomes of companies and people. */
class HubSpotFilesTest {
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

    private HubSpotFilesTest file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        return this;
    }

    private HubSpotFilesTest deals(String... rows) throws IOException {
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

    private static List<Issue> errors(Loaded<?> loaded) {
        return loaded.issues().stream()
                .filter(i -> i.severity() == Severity.ERROR)
                .toList();
    }

    @Test
    void theAccountOfADealIsItsPrimaryCompany() throws IOException {
        Loaded<RevenueBook> loaded = deals(OPEN, WON)
                .file(
                        "deal_company.csv",
                        "deal_id,company_id,type_id\nd2,1,341\nd2,2,5\nd2,2,341\nd1,7,341\nd1,3,341\n")
                .read();
        assertThat(deal(loaded, "d2").account().orElseThrow().value()).isEqualTo("2");
        assertThat(deal(loaded, "d1").account().orElseThrow().value()).isEqualTo("3");
        assertThat(loaded.value().accounts()).hasSize(2);
        assertThat(loaded.issues()).anySatisfy(i -> assertThat(i.reason()).startsWith("2 deals belong to several"));
    }

    @Test
    void companiesContactsAndOwnersAreRead() throws IOException {
        Loaded<RevenueBook> loaded = file(
                        "company.csv",
                        "id,property_name,property_domain,property_industry,property_createdate,property_tier,is_deleted\n"
                                + "1,Acme,www.acme.example,Fintech,2024-01-01 00:00:00,Gold,false\n2,Gone,,,,,true\n")
                .file(
                        "contact.csv",
                        "id,property_firstname,property_lastname,property_email,property_associatedcompanyid\n"
                                + "c1,Ada,Byron,ada@acme.example,1\nc2,Bo,,,\nc3,Cy,,,\n")
                .file("contact_company.csv", "contact_id,company_id\nc3,1\n")
                .file("owner.csv", "owner_id,first_name,last_name,email\no1,Olga,Prem,o@us.example\n")
                .read();
        Account account = loaded.value().account("1").orElseThrow();
        assertThat(account.domain()).contains("acme.example");
        assertThat(account.attributes()).containsEntry("industry", "Fintech").doesNotContainKey("tier");
        assertThat(loaded.value().accounts()).hasSize(1);
        assertThat(loaded.value().all(Contact.class))
                .extracting(c -> c.id().value())
                .containsExactly("c1", "c3");
        assertThat(loaded.value().all(Rep.class).get(0).name()).contains("Olga Prem");
        assertThat(HubSpotExport.reader()
                        .withAttributes("Tier")
                        .read(folder)
                        .value()
                        .account("1")
                        .orElseThrow()
                        .attributes())
                .containsEntry("tier", "Gold");
    }

    @Test
    void missingEmptyAndOtherFilesAreSaid() throws IOException {
        assertThat(HubSpotExport.read(folder).issues()).extracting(Issue::code).containsExactly(IssueCode.UNREADABLE);
        assertThatThrownBy(() -> HubSpotExport.read(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Maybe");
        file("deal.csv", "")
                .file("company.csv", "PK\0\0")
                .file("owner.csv", "name\nx\n")
                .file("ticket.csv", "id\n1\n");
        assertThat(HubSpotExport.read(folder).issues())
                .extracting(Issue::code)
                .containsExactlyInAnyOrder(
                        IssueCode.UNREADABLE, IssueCode.UNREADABLE, IssueCode.MISSING_COLUMN, IssueCode.UNKNOWN_KIND);
    }

    @Test
    void strictStopsAtTheFirstBadRow() throws IOException {
        deals(OPEN.replace("500", "x"));
        assertThatThrownBy(() -> HubSpotExport.reader().with(BadRows.STRICT).read(folder))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("amount");
    }

    @Test
    void aSheetAsPeopleHaveItIsRead() throws IOException {
        String text = "\uFEFFRecord ID\tDeal Name\tDeal Stage\tAmount\tCurrency\tClose Date\tCreate Date\r\n"
                + "1\t\"Acme\nmore\"\tclosedwon\t10\tUSD\t2025-02-01\t2025-01-01\r\n"
                + "Record ID\tDeal Name\tDeal Stage\tAmount\tCurrency\tClose Date\tCreate Date\r\n\t\t\t\t\t\t\r\n";
        Loaded<RevenueBook> loaded = file("deals.csv", text).read();
        assertThat(loaded.accepted()).isOne();
        assertThat(deal(loaded, "1").latest().outcome()).isEqualTo(Outcome.WON);
        assertThat(deal(loaded, "1").changes())
                .extracting(OpportunityChange::id)
                .containsExactly("created", "closed");
    }

    @Test
    void aWholeExportIsRead() throws URISyntaxException {
        Path export =
                Path.of(Objects.requireNonNull(getClass().getResource("portal")).toURI());
        Loaded<RevenueBook> loaded = HubSpotExport.read(export);

        assertThat(errors(loaded)).hasSize(1);
        assertThat(loaded.read()).isEqualTo(29);
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.value().opportunities()).hasSize(4);
        assertThat(loaded.value().opportunities().stream().map(d -> d.latest().outcome()))
                .containsExactly(Outcome.WON, Outcome.LOST, Outcome.OPEN, Outcome.WON);
        assertThat(deal(loaded, "9001").latest().closed()).contains(Moment.parse("2025-02-28T15:04:05Z"));
        assertThat(loaded.value().issues()).noneMatch(i -> i.code() == IssueCode.DANGLING_REFERENCE);
    }
}
