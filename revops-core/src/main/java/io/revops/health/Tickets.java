package io.revops.health;

import io.revops.book.Entries;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a ticket is still open, by the words that support systems use. */
final class Tickets {
    private static final Set<String> DONE = Set.of("solved", "resolved", "closed", "done", "deleted");

    private Tickets() {}

    /** By its last status; one that has none was opened and nothing else. */
    static boolean isOpen(SupportTicket ticket) {
        List<StatusChange> statuses = Entries.current(ticket.statuses());
        return statuses.isEmpty()
                || !DONE.contains(
                        statuses.get(statuses.size() - 1).status().strip().toLowerCase(Locale.ROOT));
    }
}
