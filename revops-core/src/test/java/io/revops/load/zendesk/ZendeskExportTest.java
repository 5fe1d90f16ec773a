package io.revops.load.zendesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Contact;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Subscription;
import io.revops.book.SupportTicket;
import io.revops.book.TicketId;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZendeskExportTest {
    private static final String TICKETS =
            "id,created_at,updated_at,status,priority,organization_id,requester_id,assignee_id,via_channel";
    private static final String SOLVED = "1,2025-03-01 08:00:00,2025-03-09 08:00:00,solved,high,77,u1,a1,email";
    private static final String HISTORY = "ticket_id,field_name,updated,user_id,value";

    @TempDir
    Path folder;

    private ZendeskExportTest file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        return this;
    }

    private Loaded<RevenueBook> read() {
        Loaded<RevenueBook> loaded = ZendeskExport.read(folder);
        assertThat(Exports.addsUp(loaded)).isTrue();
        return loaded;
    }

    private static SupportTicket ticket(Loaded<RevenueBook> loaded, String id) {
        return loaded.value().find(SupportTicket.class, new TicketId(id)).orElseThrow();
    }

    private static List<String> statuses(Loaded<RevenueBook> loaded) {
        return ticket(loaded, "1").statuses().stream()
                .map(s -> s.effective() + " " + s.status())
                .toList();
    }

    private static List<IssueCode> errors(Loaded<?> loaded) {
        return loaded.issues().stream()
                .filter(i -> i.severity() == Severity.ERROR)
                .map(Issue::code)
                .toList();
    }

    @Test
    void aTicketHasItsFieldsAndItsStatuses() throws IOException {
        Loaded<RevenueBook> loaded = file("ticket.csv", TICKETS, SOLVED)
                .file(
                        "ticket_field_history.csv",
                        HISTORY,
                        "1,status,2025-03-08 09:00:00,,solved",
                        "1,status,2025-03-01 08:00:00,,new",
                        "1,status,2025-03-01 10:30:00,a1,open",
                        "1,priority,2025-03-01 10:30:00,a1,high",
                        "1,group_id,2025-03-01 10:30:00,a1,9")
                .read();
        SupportTicket ticket = ticket(loaded, "1");
        assertThat(ticket.opened()).isEqualTo(Moment.parse("2025-03-01T08:00:00Z"));
        assertThat(ticket.priority()).contains("high");
        assertThat(ticket.channel()).contains("email");
        assertThat(ticket.assignee()).contains("a1");
        assertThat(ticket.account()).contains(new AccountId("77"));
        assertThat(statuses(loaded))
                .containsExactly(
                        "2025-03-01T08:00:00Z new", "2025-03-01T10:30:00Z open", "2025-03-08T09:00:00Z solved");
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.value().account("77")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "solved,2025-03-09T08:00:00Z",
        "closed,2025-03-09T08:00:00Z",
        "open,2025-03-01T08:00:00Z",
        "pending,2025-03-01T08:00:00Z"
    })
    void withoutAHistoryTheStatusIsThatOfTheRow(String status, String since) throws IOException {
        Loaded<RevenueBook> loaded =
                file("ticket.csv", TICKETS, SOLVED.replace("solved", status)).read();
        assertThat(statuses(loaded)).containsExactly(since + " " + status);
        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.NO_HISTORY);
    }

    @Test
    void whenItWasSolvedMayBeWritten() throws IOException {
        assertThat(statuses(file("tickets.csv", TICKETS + ",Solved at", SOLVED + ",2025-03-05")
                        .read()))
                .containsExactly("2025-03-05 solved");
    }

    @Test
    void whereTheRowDiffersFromItsHistoryTheRowHolds() throws IOException {
        Loaded<RevenueBook> loaded = file("ticket.csv", TICKETS, SOLVED)
                .file("ticket_field_history.csv", HISTORY, "1,status,2025-03-01 10:30:00,,open")
                .read();
        assertThat(statuses(loaded)).containsExactly("2025-03-01T10:30:00Z open", "2025-03-09T08:00:00Z solved");
        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.CONFLICT);
        assertThat(statuses(file("ticket.csv", TICKETS, SOLVED.replace("solved", "hold"))
                        .read()))
                .containsExactly("2025-03-01T10:30:00Z hold");
    }

    @Test
    void theOrganisationOfWhoAskedStandsIn() throws IOException {
        Loaded<RevenueBook> loaded = file(
                        "ticket.csv",
                        TICKETS,
                        SOLVED.replace(",77,", ",,"),
                        SOLVED.replaceFirst("1,", "2,").replace(",77,u1,", ",,,"))
                .file(
                        "user.csv",
                        "id,role,name,email,organization_id",
                        "u1,end-user,Ada,ada@acme.example,78",
                        "a1,agent,Bo,bo@us.example,1",
                        "u2,end-user,Cy,,")
                .read();
        assertThat(ticket(loaded, "1").account()).contains(new AccountId("78"));
        assertThat(ticket(loaded, "1").contact().orElseThrow().value()).isEqualTo("u1");
        assertThat(loaded.value().all(Contact.class)).hasSize(1);
        assertThat(loaded.issues()).anySatisfy(i -> assertThat(i.code()).isEqualTo(IssueCode.UNLINKED));
    }

    @Test
    void anOrganisationIsLinkedByItsExternalIdOrItsDomain() throws IOException {
        Loaded<RevenueBook> desk = file(
                        "ticket.csv",
                        TICKETS,
                        SOLVED,
                        SOLVED.replace("1,2", "2,2").replace("77", "78"))
                .file(
                        "organization.csv",
                        "id,name,external_id,domain_names,custom_tier",
                        "77,Acme,001A,\"[\"\"www.acme.example\"\", \"\"acme.test\"\"]\",Gold",
                        "78,Borealis,,borealis.example,")
                .read();
        Account account = desk.value().account("77").orElseThrow();
        assertThat(account.domain()).contains("acme.example");
        assertThat(account.attributes()).containsEntry("external_id", "001A").containsEntry("tier", "Gold");

        RevenueBook crm = RevenueBook.of(
                Account.builder("001A").build(),
                Account.builder("001B").domain("borealis.example").build());
        RevenueBook book = RevenueBook.merge(Links.byMetadata("external_id").or(Links.byDomain()), crm, desk.value());
        assertThat(book.of(new AccountId("001A"), SupportTicket.class)).hasSize(1);
        assertThat(book.of(new AccountId("001B"), SupportTicket.class)).hasSize(1);
    }

    /** The paying account of the same domain is linked to the CRM itself. */
    @Test
    void besideABillingSystemTheDomainStillFitsTheAccountOfTheCrm() throws IOException {
        Loaded<RevenueBook> desk = file("ticket.csv", TICKETS, SOLVED)
                .file("organization.csv", "id,domain_names", "77,acme.example")
                .read();
        RevenueBook crm =
                RevenueBook.of(Account.builder("001A").domain("acme.example").build());
        RevenueBook billing = RevenueBook.of(
                Account.builder("cus_1").domain("acme.example").build(),
                Subscription.builder("s", "cus_1").build());
        RevenueBook book = RevenueBook.merge(Links.byDomain(), billing, crm, desk.value());
        assertThat(book.of(new AccountId("001A"), SupportTicket.class)).hasSize(1);
        assertThat(book.subscriptionsOf(new AccountId("001A"))).hasSize(1);
        assertThat(book.issues()).noneMatch(i -> i.code() == IssueCode.BAD_LINK);
    }

    @Test
    void theFirstReplyIsTheFirstPublicCommentOfSomebodyWhoAnswers() throws IOException {
        Loaded<RevenueBook> loaded = file("ticket.csv", TICKETS, SOLVED)
                .file("user.csv", "id,role", "a1,agent", "u2,end-user")
                .file(
                        "ticket_comment.csv",
                        "id,ticket_id,user_id,created,public",
                        "c1,1,u1,2025-03-01 08:00:00,true",
                        "c2,1,a1,2025-03-01 08:10:00,false",
                        "c3,1,u2,2025-03-01 08:20:00,true",
                        "c5,1,a1,2025-03-01 09:30:00,true",
                        "c4,1,a1,2025-03-01 09:00:00,true")
                .read();
        assertThat(ticket(loaded, "1").firstReply()).contains(Moment.parse("2025-03-01T09:00:00Z"));
    }

    @Test
    void aPriorityThatTheRowLacksIsTheLastOfItsHistory() throws IOException {
        Loaded<RevenueBook> loaded = file("ticket.csv", TICKETS, SOLVED.replace("high", ""))
                .file(
                        "ticket_field_history.csv",
                        HISTORY,
                        "1,priority,2025-03-02 10:30:00,,Urgent",
                        "1,priority,2025-03-01 10:30:00,,low")
                .read();
        assertThat(ticket(loaded, "1").priority()).contains("urgent");
    }

    @Test
    void deletedTicketsAreLeftOutAndUnknownOnesRejected() throws IOException {
        Loaded<RevenueBook> loaded = file("ticket.csv", TICKETS, SOLVED.replace("solved", "deleted"))
                .file(
                        "ticket_field_history.csv",
                        HISTORY,
                        "1,status,2025-03-01 10:30:00,,open",
                        "9,status,2025-03-01 10:30:00,,open")
                .read();
        assertThat(loaded.value().all(SupportTicket.class)).isEmpty();
        assertThat(errors(loaded)).containsExactly(IssueCode.DANGLING_REFERENCE);
        assertThat(loaded.accepted()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01 08:00:00,,created_at",
        "solved,,status",
        "2025-03-09 08:00:00,soon,updated_at",
        "'1,',',',id"
    })
    void whatCannotBeReadIsRejectedWithItsColumn(String value, String other, String column) throws IOException {
        Loaded<RevenueBook> loaded = file("ticket.csv", TICKETS, SOLVED.replaceFirst(value, other == null ? "" : other))
                .read();
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.issues().get(0).column()).isEqualTo(column);
        assertThat(loaded.issues().get(0).source()).hasToString("ticket.csv:2");
        assertThat(loaded.issues().get(0).reason()).contains("Maybe");
    }

    @Test
    void ofTwoContentsTheOneUpdatedLastIsKept() throws IOException {
        Loaded<RevenueBook> loaded = file(
                        "ticket.csv", TICKETS, SOLVED.replace("-09", "-08").replace("high", "low"), SOLVED, SOLVED)
                .read();
        assertThat(ticket(loaded, "1").priority()).contains("high");
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
    }

    @Test
    void missingEmptyAndOtherFilesAreSaid() throws IOException {
        assertThat(ZendeskExport.read(folder).issues()).extracting(Issue::code).containsExactly(IssueCode.UNREADABLE);
        assertThatThrownBy(() -> ZendeskExport.read(folder.resolve("none")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Maybe");
        Files.writeString(folder.resolve("ticket.csv"), "");
        file("user.csv", "PK\0\0").file("organization.csv", "name", "x").file("brand.csv", "id", "1");
        assertThat(ZendeskExport.read(folder).issues())
                .extracting(Issue::code)
                .containsExactlyInAnyOrder(
                        IssueCode.UNREADABLE, IssueCode.UNREADABLE, IssueCode.MISSING_COLUMN, IssueCode.UNKNOWN_KIND);
    }

    @Test
    void usersOfAnotherSystemAreNoHelpdesk() throws IOException {
        Files.writeString(folder.resolve("User.csv"), "Id,Name,Email\n005,Ann,ann@acme.example\n");

        assertThat(ZendeskExport.read(folder).issues()).singleElement().satisfies(i -> {
            assertThat(i.severity()).isEqualTo(Severity.WARNING);
            assertThat(i.reason()).startsWith("There is no file of tickets.").contains("another system's");
        });
    }

    @Test
    void strictStopsAtTheFirstBadRow() throws IOException {
        file("ticket.csv", TICKETS, SOLVED.replace("solved", ""));
        assertThatThrownBy(() -> ZendeskExport.reader().with(BadRows.STRICT).read(folder))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("status");
    }

    @Test
    void aSheetAsPeopleHaveItIsRead() throws IOException {
        Files.writeString(
                folder.resolve("Tickets.csv"),
                "\uFEFFId;Created at;Status;Subject\r\n5;2025-03-01T08:00:00Z;Open;\"Two\r\nlines\"\r\nId;Created at;Status;Subject\r\n;;;\r\n");
        Loaded<RevenueBook> loaded = read();
        assertThat(loaded.accepted()).isOne();
        assertThat(loaded.duplicates()).as("the header again").isOne();
        assertThat(ticket(loaded, "5").statuses().get(0).status()).isEqualTo("open");
    }

    @Test
    void aWholeExportIsRead() throws URISyntaxException {
        Path desk =
                Path.of(Objects.requireNonNull(getClass().getResource("desk")).toURI());
        Loaded<RevenueBook> loaded = ZendeskExport.read(desk);

        assertThat(loaded.read()).isEqualTo(17);
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
        assertThat(loaded.value().all(SupportTicket.class)).hasSize(3);
        assertThat(loaded.value().accounts()).hasSize(2);
        assertThat(ticket(loaded, "302").firstReply()).contains(Moment.parse("2025-02-11T10:00:00Z"));
        assertThat(loaded.value().issues()).noneMatch(i -> i.code() == IssueCode.DANGLING_REFERENCE);
    }
}
