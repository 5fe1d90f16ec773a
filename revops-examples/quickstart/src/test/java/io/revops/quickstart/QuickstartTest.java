package io.revops.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Cancellation;
import io.revops.book.ItemChange;
import io.revops.book.Opportunity;
import io.revops.book.OpportunityChange;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.time.Moment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first command of the README, and what a user meets when it goes wrong. */
class QuickstartTest {
    @TempDir
    Path folder;

    private Run last = new Run(0, "", "");

    private int run(String... args) {
        last = Run.of(Quickstart::run, args);
        return last.status();
    }

    private String said() {
        return last.err();
    }

    @Test
    void sampleIsReportedOverItsLastYear() throws IOException {
        assertThat(run("--out", folder.toString())).isZero();
        String printed = last.out();
        assertThat(printed)
                .startsWith("Revenue report, 2025\n")
                .contains("USD 4,716,330.27")
                .endsWith("Written to " + folder.resolve("report.html") + System.lineSeparator() + "Written to "
                        + folder.resolve("report.md") + System.lineSeparator() + "Written to "
                        + folder.resolve("report.json") + System.lineSeparator());
        assertThat(printed.indexOf("Summary")).isLessThan(printed.indexOf("MRR bridge"));
        assertThat(printed)
                .containsSubsequence(
                        "As of 2025-12-31, ",
                        " are forecast for 2026-Q1 by the ",
                        "Deals that decide: whose outcome moves 2026-Q1 most",
                        "Whether the probabilities of deals held",
                        "Open pipeline closing in 2026-Q1",
                        "How wrong each method was");
        String json = Files.readString(folder.resolve("report.json"));
        assertThat(json).contains("\"schemaVersion\" : 1");
        String page = Files.readString(folder.resolve("report.html"));
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("USD 4,716,330.27")
                .contains("revops 0.");
        String markdown = Files.readString(folder.resolve("report.md"));
        assertThat(markdown).startsWith("# Revenue report, 2025\n").contains("| ARR | USD 4,716,330.27 |");
        assertThat(run("--out", folder.toString())).isZero();
        assertThat(last.out()).isEqualTo(printed);
        assertThat(Files.readString(folder.resolve("report.json"))).isEqualTo(json);
        assertThat(Files.readString(folder.resolve("report.html"))).isEqualTo(page);
        assertThat(Files.readString(folder.resolve("report.md"))).isEqualTo(markdown);
    }

    @Test
    void ownNativeFilesNeedNothingElse() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("accounts.csv"), "account_id\nacme\n");
        Files.writeString(
                own.resolve("subscriptions.csv"),
                "subscription_id,account_id,start_date,end_date\ns1,acme,2025-01-01,\n");
        Files.writeString(
                own.resolve("subscription_items.csv"),
                "subscription_id,item_id,effective,quantity,unit_amount,currency,billing_interval\n"
                        + "s1,seats,2025-01-01,3,10,EUR,month\n");
        int status = run(
                "--native", own.toString(), "--from", "2025-01-01", "--to", "2025-07-01", "--out", folder.toString());
        assertThat(said()).isEmpty();
        assertThat(status).isZero();
        assertThat(last.out())
                .startsWith("Revenue report, 2025-01-01/2025-07-01")
                .contains("EUR 30.00")
                .contains("There are no deals.");
    }

    /** Billing, the CRM and the helpdesk know the customer by three ids, and one domain. */
    @Test
    void everySystemThatIsNamedIsInTheReport() throws IOException {
        Path billing = Files.writeString(folder.resolve("chargebee.csv"), """
                id,customer_id,status,currency_code,started_at,billing_period,billing_period_unit,item_price_id,quantity,unit_price,customer.email
                s1,cb1,active,USD,2025-01-01,1,month,seats,3,1000,ada@acme.example
                """);
        Path older = Files.writeString(folder.resolve("template.csv"), """
                plan_oid,plan_currency,plan_amount,plan_interval,customer_oid,customer_email,subscription_oid,subscription_started_at
                p1,USD,500,month,b1,bo@borealis.example,s2,2025-02-01
                """);
        Path crm = Files.createDirectory(folder.resolve("hubspot"));
        Files.writeString(
                crm.resolve("company.csv"), "id,name,domain\n11,Acme,acme.example\n12,Borealis,borealis.example\n");
        Files.writeString(
                crm.resolve("deal.csv"),
                "deal_id,dealstage,createdate,closedate,amount,deal_currency_code,associatedcompanyid\n"
                        + "d1,closedwon,2025-02-01,2025-03-01,100,USD,11\n");
        Path desk = Files.createDirectory(folder.resolve("zendesk"));
        Files.writeString(desk.resolve("organization.csv"), "id,external_id\n77,11\n");
        Files.writeString(desk.resolve("ticket.csv"), "id,created_at,status,organization_id\n1,2025-03-01,open,77\n");
        String[] exports = {
            "--chargebee",
            billing.toString(),
            "--baremetrics",
            older.toString(),
            "--hubspot",
            crm.toString(),
            "--zendesk",
            desk.toString()
        };
        RevenueBook book = Exports.of(Arguments.parse(exports)).read(Progress.onTerminal());
        assertThat(book.account("cb1").orElseThrow().name()).contains("Acme");
        assertThat(book.account("b1").orElseThrow().name()).contains("Borealis");
        assertThat(book.account("77").orElseThrow().name()).contains("Acme");
        assertThat(book.accounts()).hasSize(2);

        String[] all = java.util.Arrays.copyOf(exports, exports.length + 6);
        System.arraycopy(
                new String[] {
                    "--from",
                    "2025-01-01",
                    "--to",
                    "2025-07-01",
                    "--out",
                    folder.resolve("out").toString()
                },
                0,
                all,
                exports.length,
                6);
        assertThat(run(all)).isZero();
        assertThat(said()).isEmpty();
        assertThat(last.out()).contains("USD 35.00");
    }

    @ParameterizedTest
    @CsvSource({
        "--strip x, There is no argument (--strip). Maybe one of",
        "--stripe, The argument --stripe has no value",
        "--from 2025-01-01 --from 2025-01-01, The argument --from is there twice",
        "--from yesterday, There is no date or instant in (yesterday)",
        "--to 2025-01-01T00:00:00Z, The argument --to is a time",
        "--currency XXQ, There is no currency (XXQ)",
        "--from 2026-02-01 --to 2026-01-01, A span ends",
        "--stripe /no/such/folder, There is no such file or folder",
        "--native /no/such/folder, There is no such file or folder",
        "--salesforce /no/such/folder, There is no such folder",
        "--chargebee /no/such/folder, There is no such file or folder",
        "--hubspot /no/such/folder, There is no such file or folder",
        "--zendesk /no/such/folder, There is no such file or folder",
        "--baremetrics /no/such/file, There is no such file or folder",
        "--links links.csv, There is a links file and no export to link",
        "--stripe x --stripe y, The argument --stripe is there twice",
        "--from --to, The argument --from has no value",
        "--from 2025-02-30, There is no date or instant in (2025-02-30)",
    })
    void whatIsWrongIsSaidWithTheNextStep(String line, String message) {
        String[] args = line.split(" ");
        assertThat(run(args)).isEqualTo(2);
        assertThat(said()).contains(message).contains("Maybe");
        assertThat(said()).doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--stripe", "--salesforce", "--native", "--chargebee", "--hubspot", "--zendesk"})
    void emptyFolderIsSaidToBeEmpty(String export) {
        assertThat(run(export, folder.toString())).isEqualTo(2);
        assertThat(said()).contains("Nothing could be read").contains("Maybe");
        assertThat(last.out()).isEmpty();
    }

    @Test
    void quotasAloneDoNotTellTheSpan() throws IOException {
        Files.writeString(
                folder.resolve("quotas.csv"),
                "quota_id,rep_id,start_date,end_date,amount,currency\nq,r,2025-01-01,2025-04-01,100,USD\n");
        assertThat(run("--native", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("There is no dated fact to tell the span from. Maybe give --from and --to.");
        assertThat(last.out()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("--out", file.toString())).isEqualTo(2);
        assertThat(said()).contains("The report cannot be written to " + file).contains("Maybe another folder");
        assertThat(last.out()).doesNotContain("Written to");
    }

    @Test
    void helpTellsEveryArgument() {
        assertThat(run("--stripe", "x", "--help")).isZero();
        assertThat(said()).isEmpty();
        assertThat(last.out())
                .contains("--stripe", "--salesforce", "--native", "--links", "--from", "--to", "--currency", "--out")
                .contains("--chargebee", "--hubspot", "--zendesk", "--baremetrics");
    }

    @Test
    void progressIsToldAfterASecondAndOnlyToSomebody() {
        AtomicLong nanos = new AtomicLong();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream terminal = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Progress shown = new Progress(terminal, true, nanos::get);
        shown.now("first");
        nanos.set(1_000_000_001L);
        shown.now("second");
        new Progress(terminal, false, () -> Long.MAX_VALUE).now("never");
        assertThat(printed).hasToString("... second" + System.lineSeparator());
    }

    @Test
    void latestFactIsTheLastThatIsKnown() {
        Opportunity deal = Opportunity.builder("d", Moment.of(2025, 3, 4)).build();
        assertThat(LatestFact.of(RevenueBook.of(deal))).contains(LocalDate.of(2025, 3, 4));
        assertThat(LatestFact.of(RevenueBook.empty())).isEmpty();
    }

    @Test
    void latestFactLooksIntoDealsAndSubscriptions() {
        Opportunity deal = Opportunity.builder("d", Moment.of(2025, 3, 4))
                .changes(OpportunityChange.builder("c", Moment.of(2025, 4, 30)).build())
                .build();
        Subscription subscription = Subscription.builder("s", "a")
                .items(ItemChange.builder("i", Moment.of(2025, 5, 31), "seats").build())
                .build();
        assertThat(LatestFact.of(RevenueBook.of(deal))).contains(LocalDate.of(2025, 4, 30));
        assertThat(LatestFact.of(RevenueBook.of(deal, subscription))).contains(LocalDate.of(2025, 5, 31));
    }

    /** An end that was agreed in May for next January is known since May. */
    @Test
    void latestFactTakesTheRecordingOfWhatIsStillToCome() {
        Subscription subscription = Subscription.builder("s", "a")
                .items(ItemChange.builder("i", Moment.of(2025, 1, 1), "seats").build())
                .cancellations(Cancellation.builder("c", Moment.of(2026, 1, 1), Moment.of(2026, 1, 1))
                        .recorded(Instant.parse("2025-05-06T12:00:00Z"))
                        .build())
                .build();
        assertThat(LatestFact.of(RevenueBook.of(subscription))).contains(LocalDate.of(2025, 5, 6));
    }
}
