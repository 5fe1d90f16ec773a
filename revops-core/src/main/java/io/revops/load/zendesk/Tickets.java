package io.revops.load.zendesk;

import io.revops.book.AccountId;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Source;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.load.BadRow;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.export.Registry;
import io.revops.load.export.SheetRow;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tickets, with the statuses that they went through. */
final class Tickets {
    private record Ticket(
            String id,
            Moment created,
            @Nullable Moment updated,
            String status,
            @Nullable Moment solved,
            @Nullable String priority,
            @Nullable String organization,
            @Nullable String requester,
            @Nullable String assignee,
            @Nullable String channel) {}

    /** A field of a ticket that took a value. */
    private record Change(
            String ticket,
            String field,
            Moment at,
            @Nullable String value) {}

    private record Comment(String ticket, String author, Moment at, boolean seen) {}

    private final Context context;
    private final Registry<Ticket> tickets = new Registry<>(Comparator.comparing(
            t -> t.updated() == null ? Instant.MIN : t.updated().instant(ZoneOffset.UTC)));
    private final Registry<Change> changes = new Registry<>(
            Comparator.comparing(c -> Optional.ofNullable(c.value()).orElse("")));
    private final Registry<Comment> comments = new Registry<>(Comparator.comparing(Comment::seen));
    private final Set<String> leftOut = new TreeSet<>();

    Tickets(Context context) {
        this.context = context;
    }

    Verdict ticket(SheetRow row) {
        String id = row.required("id");
        String status = row.required("status").toLowerCase(Locale.ROOT);
        if (row.isDeleted() || status.equals("deleted")) {
            context.count(row.source(), Note.DELETED);
            leftOut.add(id);
            return Verdict.ACCEPTED;
        }
        try {
            Ticket ticket = new Ticket(
                    id,
                    row.requiredMoment("created_at"),
                    row.moment("updated_at").orElse(null),
                    status,
                    row.moment("solved_at").orElse(null),
                    row.text("priority").map(Tickets::word).orElse(null),
                    row.textOrNull("organization_id"),
                    row.textOrNull("requester_id"),
                    row.textOrNull("assignee_id"),
                    row.textOrNull("via_channel", "channel"));
            return tickets.add(id, ticket, row.source());
        } catch (BadRow | IllegalArgumentException bad) {
            leftOut.add(id);
            throw bad;
        }
    }

    Verdict change(SheetRow row) {
        Change change = new Change(
                row.required("ticket_id"),
                row.required("field_name").toLowerCase(Locale.ROOT),
                row.requiredMoment("updated"),
                row.textOrNull("value"));
        return changes.add(change.ticket() + "@" + change.field() + "@" + change.at(), change, row.source());
    }

    Verdict comment(SheetRow row) {
        Comment comment = new Comment(
                row.required("ticket_id"),
                row.required("user_id", "author_id"),
                row.requiredMoment("created", "created_at"),
                row.flag("public", "is_public").orElse(true));
        String id = row.text("id").orElse(comment.ticket() + "@" + comment.author() + "@" + comment.at());
        return comments.add(id, comment, row.source());
    }

    private static String word(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Adds the tickets, and tells the accounts that they name. */
    Set<AccountId> addTo(RevenueBook.Builder book, People people) {
        tickets.settle(context.log());
        changes.settle(context.log());
        comments.settle(context.log());
        Map<String, TreeMap<Instant, Change>> statuses = new HashMap<>();
        Map<String, Change> priorities = new HashMap<>();
        for (String key : changes.ids()) {
            Change change = changes.get(key);
            if (!belongs(change.ticket(), changes.place(key)) || change.value() == null) {
                continue;
            }
            if (change.field().equals("status")) {
                statuses.computeIfAbsent(change.ticket(), t -> new TreeMap<>()).put(instant(change.at()), change);
            } else if (change.field().equals("priority")) {
                priorities.merge(
                        change.ticket(), change, (a, b) -> instant(a.at()).isAfter(instant(b.at())) ? a : b);
            }
        }
        Map<String, Moment> replies = replies(people);
        Set<AccountId> named = new TreeSet<>(Comparator.comparing(AccountId::value));
        for (String id : tickets.ids()) {
            Ticket ticket = tickets.get(id);
            Source place = tickets.place(id);
            Optional<AccountId> account = people.account(ticket.organization(), ticket.requester());
            account.ifPresentOrElse(named::add, () -> context.count(place, Note.NO_ACCOUNT));
            book.add(SupportTicket.builder(id, ticket.created())
                    .account(account.orElse(null))
                    .contact(people.contact(ticket.requester()).orElse(null))
                    .priority(ticket.priority() != null ? ticket.priority() : last(priorities.get(id)))
                    .channel(ticket.channel())
                    .assignee(ticket.assignee())
                    .firstReply(replies.get(id))
                    .statuses(statuses(ticket, statuses.getOrDefault(id, new TreeMap<>()), place))
                    .source(place)
                    .build());
        }
        return named;
    }

    private static @Nullable String last(@Nullable Change change) {
        return change == null || change.value() == null ? null : word(change.value());
    }

    private List<StatusChange> statuses(Ticket ticket, NavigableMap<Instant, Change> told, Source place) {
        List<StatusChange> statuses = new ArrayList<>();
        String last = "";
        for (Change change : told.values()) {
            String status = word(String.valueOf(change.value()));
            if (!status.equals(last)) {
                statuses.add(StatusChange.builder("status@" + change.at(), change.at(), status)
                        .build());
            }
            last = status;
        }
        if (!ticket.status().equals(last)) {
            context.count(place, told.isEmpty() ? Note.NO_HISTORY : Note.DIFFERENT);
            Moment since = since(ticket);
            boolean later = told.isEmpty() || instant(since).isAfter(told.lastKey());
            Moment at = later ? since : told.lastEntry().getValue().at();
            if (!later) {
                statuses.removeIf(s -> s.effective().equals(at));
            }
            statuses.add(StatusChange.builder("current", at, ticket.status()).build());
        }
        return statuses;
    }

    /** Since when it has the status that it has, for all its own row tells. */
    private static Moment since(Ticket ticket) {
        if (ticket.status().equals("solved") && ticket.solved() != null) {
            return ticket.solved();
        }
        boolean done = ticket.status().equals("solved") || ticket.status().equals("closed");
        return done && ticket.updated() != null ? ticket.updated() : ticket.created();
    }

    private Map<String, Moment> replies(People people) {
        Map<String, Moment> first = new HashMap<>();
        for (String key : comments.ids()) {
            Comment comment = comments.get(key);
            if (belongs(comment.ticket(), comments.place(key))
                    && comment.seen()
                    && people.answers(
                            comment.author(), tickets.get(comment.ticket()).requester())) {
                first.merge(comment.ticket(), comment.at(), (a, b) -> instant(a).isAfter(instant(b)) ? b : a);
            }
        }
        return first;
    }

    private boolean belongs(String ticket, Source place) {
        if (tickets.find(ticket) != null) {
            return true;
        }
        if (leftOut.contains(ticket)) {
            context.count(place, Note.LEFT_WITH_TICKET);
        } else {
            context.log()
                    .rejectAccepted(
                            place,
                            IssueCode.DANGLING_REFERENCE,
                            "ticket_id",
                            ticket,
                            "It names a ticket that is in no file of tickets. Maybe the ticket was purged, or its export is older.");
        }
        return false;
    }

    private static Instant instant(Moment moment) {
        return moment.instant(ZoneOffset.UTC);
    }
}
