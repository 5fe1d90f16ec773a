package io.revops.metric;

import io.revops.book.Entries;
import io.revops.book.StatusChange;
import io.revops.book.SupportTicket;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a ticket, by the words that support systems use: {@code solved}, {@code resolved}, {@code closed} and
 * {@code done} are an end, {@code deleted} is one too, and any other status is open.
 */
public final class TicketHistory {
    private static final Set<String> SOLVED = Set.of("solved", "resolved", "closed", "done");
    private static final String DELETED = "deleted";

    private final List<StatusChange> statuses;

    private TicketHistory(List<StatusChange> statuses) {
        this.statuses = statuses;
    }

    /** All that is written of it. */
    public static TicketHistory of(SupportTicket ticket) {
        return new TicketHistory(Entries.current(ticket.statuses()));
    }

    /** What had become of it just before an instant. */
    public static TicketHistory before(SupportTicket ticket, Instant instant, ZoneId zone) {
        List<StatusChange> then = new ArrayList<>();
        for (StatusChange change : Entries.current(ticket.statuses())) {
            if (change.effective().instant(zone).isBefore(instant)) {
                then.add(change);
            }
        }
        then.sort(Comparator.comparing(change -> change.effective().instant(zone)));
        return new TicketHistory(then);
    }

    /** Whether it still waits for somebody; one without any status was opened and nothing else. */
    public boolean isOpen() {
        return statuses.isEmpty() || isOpen(last());
    }

    /** Whether somebody threw it away. */
    public boolean isDeleted() {
        return !statuses.isEmpty() && word(last().status()).equals(DELETED);
    }

    /** Whether any status is written. */
    public boolean hasStatus() {
        return !statuses.isEmpty();
    }

    /** Whether it is told how it came to its last status: not if its end is all that is written. */
    public boolean tellsItsWay() {
        return statuses.size() > 1 || (statuses.size() == 1 && isOpen(statuses.get(0)));
    }

    /** When it was solved for good: after that, it was not opened again. */
    public Optional<Moment> solved() {
        Optional<Moment> since = Optional.empty();
        for (StatusChange change : statuses) {
            boolean solved = SOLVED.contains(word(change.status()));
            since = solved ? since.or(() -> Optional.of(change.effective())) : Optional.empty();
        }
        return since;
    }

    /** When it was solved for the first time, whatever came after. */
    public Optional<Moment> firstSolved() {
        return statuses.stream()
                .filter(change -> SOLVED.contains(word(change.status())))
                .findFirst()
                .map(StatusChange::effective);
    }

    /** Whether it was open once more after it had been solved. */
    public boolean isReopened() {
        boolean solved = false;
        for (StatusChange change : statuses) {
            if (solved && isOpen(change)) {
                return true;
            }
            solved |= SOLVED.contains(word(change.status()));
        }
        return false;
    }

    /**
     * Whether it ever had one of some statuses.
     *
     * @param words in lower case
     */
    public boolean had(Set<String> words) {
        return statuses.stream().anyMatch(change -> words.contains(word(change.status())));
    }

    /** As statuses are compared: without blanks around, in lower case. */
    public static String word(String status) {
        return status.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isOpen(StatusChange change) {
        String status = word(change.status());
        return !SOLVED.contains(status) && !status.equals(DELETED);
    }

    private StatusChange last() {
        return statuses.get(statuses.size() - 1);
    }

    /** {@code open, solved, open}. */
    @Override
    public String toString() {
        return String.join(", ", statuses.stream().map(StatusChange::status).toList());
    }
}
