package io.revops.load.stripe;

import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests to end a subscription, their withdrawal, and its end. */
final class EndTrack {
    private final Set<Problem> problems;
    private final List<Cancellation> cancellations = new ArrayList<>();
    private final List<Ending> endings = new ArrayList<>();
    private @Nullable Cancellation asked;
    private String lastStatus = "active";

    EndTrack(Set<Problem> problems) {
        this.problems = problems;
    }

    List<Cancellation> cancellations() {
        return cancellations;
    }

    List<Ending> endings() {
        return endings;
    }

    /** Returns the fields that changed. */
    List<String> next(Snapshot snapshot, Step step) {
        List<String> changed = new ArrayList<>();
        if (snapshot.isOver()) {
            if (over(snapshot, step)) {
                changed.add("ended_at");
            }
        } else {
            if (schedule(snapshot, step)) {
                changed.add("cancel_at");
            }
            lastStatus = snapshot.status();
        }
        return changed;
    }

    private boolean schedule(Snapshot snapshot, Step step) {
        Snapshot.Cancel written = snapshot.cancel();
        @Nullable Cancellation open = asked;
        if (!written.scheduled()) {
            if (open != null) {
                Step.put(
                        cancellations,
                        open.toBuilder()
                                .withdrawn(step.moment())
                                .recorded(step.recorded())
                                .build());
            }
            asked = null;
            return open != null;
        }
        @Nullable
        Instant ends = written.at() != null ? written.at() : snapshot.bill().to();
        if (ends == null) {
            problems.add(new Problem(
                    IssueCode.MISSING_VALUE,
                    Severity.WARNING,
                    "cancel_at",
                    "",
                    "It is to end with its period, and the period is not written. Maybe export the items in full."));
            return false;
        }
        if (open != null && open.ends().equals(Moment.of(ends))) {
            return false;
        }
        Moment requested = open != null
                ? open.effective()
                : written.requested() != null ? Moment.of(written.requested()) : step.moment();
        asked = put(open != null ? open.id() : "cancel/" + step.id(), requested, Moment.of(ends), null, written, step);
        return true;
    }

    private boolean over(Snapshot snapshot, Step step) {
        Snapshot.Cancel written = snapshot.cancel();
        Moment end = Moment.of(
                snapshot.ended() != null
                        ? snapshot.ended()
                        : written.requested() != null && !written.scheduled() ? written.requested() : step.at());
        Ending ending = Ending.builder("end", end)
                .cause(cause(written))
                .reason(written.feedback())
                .recorded(step.recorded())
                .build();
        boolean known = endings.stream()
                .anyMatch(e -> e.effective().equals(end)
                        && e.cause().equals(ending.cause())
                        && e.reason().equals(ending.reason()));
        if (known) {
            return false;
        }
        Step.put(endings, ending);
        boolean paying = lastStatus.equals("active") || lastStatus.equals("trialing");
        if (ending.cause().map(c -> c == ChurnCause.VOLUNTARY).orElse(paying)) {
            atOnce(snapshot, end, step);
        }
        return true;
    }

    /** An end that was not scheduled, or comes before the one that was, was asked for, too. */
    private void atOnce(Snapshot snapshot, Moment end, Step step) {
        @Nullable Cancellation open = asked;
        if (open != null && open.ends().equals(end)) {
            return;
        }
        @Nullable Instant request = snapshot.cancel().requested();
        Instant at = end.instant(ZoneOffset.UTC);
        Moment requested =
                open != null ? open.effective() : request != null && request.isBefore(at) ? Moment.of(request) : end;
        asked = put(
                open != null ? open.id() : "cancel/" + step.id(),
                requested,
                end,
                paidThrough(snapshot, at).orElse(null),
                snapshot.cancel(),
                step);
    }

    /** The end of the period that was billed, if it was paid for. */
    private Optional<Moment> paidThrough(Snapshot snapshot, Instant end) {
        @Nullable Instant paid = snapshot.bill().to();
        @Nullable Instant trialEnd = snapshot.trial().end();
        boolean inTrial = trialEnd != null && !trialEnd.isBefore(end);
        return paid != null && paid.isAfter(end) && lastStatus.equals("active") && !inTrial
                ? Optional.of(Moment.of(paid))
                : Optional.empty();
    }

    private Cancellation put(
            String id, Moment requested, Moment ends, @Nullable Moment paid, Snapshot.Cancel written, Step step) {
        Cancellation cancellation = Cancellation.builder(id, requested, ends)
                .paidThrough(paid)
                .cause(cause(written))
                .reason(written.feedback())
                .recorded(step.recorded())
                .build();
        Step.put(cancellations, cancellation);
        return cancellation;
    }

    private static @Nullable ChurnCause cause(Snapshot.Cancel written) {
        return switch (Objects.requireNonNullElse(written.reason(), "")) {
            case "payment_failed", "payment_disputed" -> ChurnCause.INVOLUNTARY;
            case "cancellation_requested" -> ChurnCause.VOLUNTARY;
            default -> null;
        };
    }
}
