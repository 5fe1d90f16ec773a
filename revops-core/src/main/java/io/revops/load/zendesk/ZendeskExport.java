package io.revops.load.zendesk;

import io.revops.book.AccountId;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.BadRows;
import io.revops.load.LoadLog;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.Loaded;
import io.revops.load.export.ExportFolder;
import io.revops.load.export.Sheet;
import io.revops.load.export.SheetRow;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * Reads a folder with the tables of a Zendesk account as a warehouse keeps them, one CSV file each.
 *
 * <pre>{@code
 * RevenueBook desk = ZendeskExport.read(folder).orElseThrow();
 * RevenueBook book = RevenueBook.merge(Links.byMetadata("external_id").or(Links.byDomain()), crm, desk);
 * }</pre>
 *
 * <p><b>Files.</b> They are found by name, in any case, in singular or plural; none has to be there. Other files are named in a
 * note and not read.
 *
 * <table>
 * <caption>What is read of each; columns in italics must be there and have a value</caption>
 * <tr><th>File</th><th>Columns</th><th>Becomes</th></tr>
 * <tr><td>organization</td><td><i>id</i>, name, domain_names, external_id, created_at, custom_...</td><td>an account; its domain is the
 * first of its names; the attributes external_id, by which it can be linked to a CRM, and custom fields without custom_</td></tr>
 * <tr><td>user</td><td><i>id</i>, organization_id, role, name, email, created_at</td><td>a contact, if it is an end-user (or
 * without a role) of an organisation; agents are only known as such</td></tr>
 * <tr><td>ticket</td><td><i>id</i>, <i>created_at</i>, <i>status</i>, updated_at, solved_at, priority, organization_id,
 * requester_id, assignee_id, via_channel</td><td>a ticket</td></tr>
 * <tr><td>ticket_field_history</td><td><i>ticket_id</i>, <i>field_name</i>, <i>updated</i>, value</td><td>the statuses of a ticket, and
 * its priority if the ticket has none; other fields say nothing here</td></tr>
 * <tr><td>ticket_comment</td><td><i>ticket_id</i>, <i>created</i>, <i>user_id</i>, public, id</td><td>the first reply of a ticket: the
 * first public comment by somebody who did not ask and is no end-user</td></tr>
 * </table>
 *
 * <p>Columns may be written in any case and with blanks for underscores ({@code Created at}); others are ignored. Times are
 * {@code 2020-02-19 01:54:52}, in UTC, or ISO.
 *
 * <ul>
 *   <li><b>Account.</b> That of a ticket is its organisation, or else that of who asked; a note counts tickets with neither. If
 *       there is no file of organisations, those that are named become accounts with nothing but an id.
 *   <li><b>Statuses</b> are as Zendesk names them, in lower case: new, open, pending, hold, solved, closed. The first solved tells when
 *       it was solved, closed when it was closed; one that is opened again after that is open.
 *   <li><b>No history.</b> A ticket has the status of its row: a solved one since solved_at or else updated_at, a closed one since
 *       updated_at, any other since it was opened; a note counts them.
 *   <li><b>The row and its history differ.</b> The row holds, from updated_at if it is solved or closed and that is after the last
 *       change, otherwise in its place; a note counts them.
 *   <li><b>Deleted</b> tickets, users and organisations ({@code status} deleted, {@code _fivetran_deleted}), and what belongs to
 *       them, are left out with a note.
 *   <li>The same row twice counts once. Of different rows with one id the one with the later updated_at is kept, the others are
 *       rejected. A row of a history whose ticket is in no file is rejected. The order of rows and files means nothing.
 * </ul>
 */
public final class ZendeskExport {
    static final String SYSTEM = "zendesk";

    private ZendeskExport() {}

    /**
     * Reads a folder, or a single file of tickets, and collects what is wrong.
     *
     * @throws java.io.UncheckedIOException if the path is not there or cannot be read
     */
    public static Loaded<RevenueBook> read(Path path) {
        return reader().read(path);
    }

    /** A reader with the usual options: {@link BadRows#COLLECT}. */
    public static Reader reader() {
        return new Reader(BadRows.COLLECT);
    }

    /** Reads with options. */
    public static final class Reader {
        private final BadRows badRows;

        private Reader(BadRows badRows) {
            this.badRows = Objects.requireNonNull(badRows, "badRows");
        }

        /** The same with another way to treat bad rows. */
        public Reader with(BadRows other) {
            return new Reader(other);
        }

        /**
         * Reads every file of the folder that is known, or the only file.
         *
         * @throws java.io.UncheckedIOException if the path is not there or cannot be read
         * @throws io.revops.load.LoadException in strict mode, at the first error
         */
        public Loaded<RevenueBook> read(Path path) {
            return new Load(new Context(new LoadLog(badRows))).read(path);
        }
    }

    /** One reading of a folder. */
    private static final class Load {
        private final Context context;
        private final People people;
        private final Tickets tickets;

        Load(Context context) {
            this.context = context;
            people = new People(context);
            tickets = new Tickets(context);
        }

        Loaded<RevenueBook> read(Path path) {
            String expected = "file that is known (" + String.join(", ", DeskFile.names()) + ")";
            boolean anyTickets = false;
            boolean any = false;
            for (Path file : ExportFolder.of(path, SYSTEM, expected)
                    .files(context.log(), file -> DeskFile.of(file).isPresent())) {
                DeskFile kind = DeskFile.of(file).orElse(DeskFile.TICKET);
                any = true;
                anyTickets |= kind == DeskFile.TICKET;
                Sheet.of(file, SYSTEM).read(context.log(), kind.required(), row -> read(kind, row));
            }
            if (any && !anyTickets) {
                context.log()
                        .issue(
                                new Issue(
                                        IssueCode.UNREADABLE,
                                        Severity.WARNING,
                                        new Source(SYSTEM, String.valueOf(path.getFileName()), 0),
                                        "",
                                        "",
                                        "",
                                        "There is no file of tickets. Maybe export ticket.csv too, or the files are another system's."));
            }
            people.settle();
            RevenueBook.Builder book = RevenueBook.builder();
            Set<AccountId> named = tickets.addTo(book, people);
            people.addTo(book, named);
            context.writeNotes();
            return context.log().loaded(book);
        }

        private Verdict read(DeskFile kind, SheetRow row) {
            if (kind != DeskFile.TICKET && row.isDeleted()) {
                context.count(row.source(), Note.DELETED);
                return Verdict.ACCEPTED;
            }
            return switch (kind) {
                case ORGANIZATION -> people.organization(row);
                case USER -> people.user(row);
                case TICKET -> tickets.ticket(row);
                case TICKET_FIELD_HISTORY -> tickets.change(row);
                case TICKET_COMMENT -> tickets.comment(row);
            };
        }
    }
}
