package io.revops.load.stripe;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.book.Subscription;
import io.revops.load.LoadLog;
import io.revops.load.export.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a dated subscription of its object and its events, of whichever of the two there are. */
final class Histories {
    private final Catalog catalog;
    private final Registry<?> customers;
    private final Registry<Snapshot> current;
    private final Registry<SubscriptionEvent> events;
    private final LoadLog log;

    Histories(
            Catalog catalog,
            Registry<?> customers,
            Registry<Snapshot> current,
            Registry<SubscriptionEvent> events,
            LoadLog log) {
        this.catalog = catalog;
        this.customers = customers;
        this.current = current;
        this.events = events;
        this.log = log;
    }

    void into(RevenueBook.Builder book) {
        Map<String, List<SubscriptionEvent>> bySubscription = new HashMap<>();
        for (String id : events.ids()) {
            SubscriptionEvent event = events.get(id);
            bySubscription
                    .computeIfAbsent(event.after().id(), s -> new ArrayList<>())
                    .add(event);
        }
        Set<String> ids = new TreeSet<>(current.ids());
        ids.addAll(bySubscription.keySet());
        for (String id : ids) {
            @Nullable List<SubscriptionEvent> told = bySubscription.get(id);
            if (told == null) {
                withoutEvents(book, id);
            } else {
                withEvents(book, id, SubscriptionEvent.ordered(told));
            }
        }
        if (events.isEmpty() && !current.isEmpty()) {
            log.issue(new Issue(
                    IssueCode.NO_HISTORY,
                    Severity.NOTE,
                    new Source(StripeExport.SYSTEM, "", 0),
                    "",
                    "",
                    "",
                    "There are no events: every subscription was taken as unchanged since its start. Maybe export the"
                            + " events of the types customer.subscription.*, which the API keeps for 30 days."));
        }
    }

    private void withoutEvents(RevenueBook.Builder book, String id) {
        Snapshot now = current.get(id);
        Source place = current.place(id);
        if (now.isNotStarted()) {
            notStarted(id, place);
            return;
        }
        if (!events.isEmpty()) {
            issue(
                    IssueCode.NO_HISTORY,
                    Severity.NOTE,
                    id,
                    place,
                    "",
                    "It has no events and was taken as unchanged since its"
                            + " start. Maybe it is older than the event log.");
        }
        Replay replay = Replay.since(catalog, now.alive());
        if (now.isOver()) {
            Instant end = Optional.ofNullable(now.ended())
                    .or(() -> Optional.ofNullable(now.cancel().requested()))
                    .orElse(now.start());
            replay.next(now, new Step("end", end, end, null));
        }
        finish(book, replay, place);
    }

    private void withEvents(RevenueBook.Builder book, String id, List<SubscriptionEvent> told) {
        @Nullable Snapshot now = current.find(id);
        SubscriptionEvent first = told.get(0);
        SubscriptionEvent last = told.get(told.size() - 1);
        Source place = now != null ? current.place(id) : events.place(first.id());
        String account = last.after().account().value();
        if (now == null && !customers.isEmpty() && customers.find(account) == null) {
            told.forEach(e -> log.rejectAccepted(
                    events.place(e.id()),
                    IssueCode.DANGLING_REFERENCE,
                    "data.object.customer",
                    account,
                    "Neither the subscription nor its customer is in the export. Maybe it is a test, or of another account"
                            + " with the same webhook."));
            return;
        }
        Stream<Snapshot> known = told.stream().flatMap(e -> Stream.of(e.first(), e.after()));
        if ((now == null || now.isNotStarted() || now.isOver())
                && known.allMatch(s -> s.isNotStarted() || s.isOver())
                && first.first().isNotStarted()) {
            notStarted(id, place);
            return;
        }
        Replay replay;
        if (first.type().equals("created")) {
            replay = Replay.created(catalog, first);
        } else {
            issue(
                    IssueCode.NO_HISTORY,
                    Severity.NOTE,
                    id,
                    place,
                    "",
                    "Its first event is not its creation; before that it was"
                            + " taken as unchanged since its start. Maybe the event log begins later.");
            replay = Replay.since(catalog, first.first());
            replay.next(first.after(), Step.of(first));
        }
        told.stream().skip(1).forEach(e -> replay.next(e.after(), Step.of(e)));
        if (now != null) {
            compare(replay, now, last, place);
        } else if (!current.isEmpty() && !last.after().isOver()) {
            issue(
                    IssueCode.DANGLING_REFERENCE,
                    Severity.WARNING,
                    id,
                    place,
                    "",
                    "Its events do not end it, and it is in no list"
                            + " of subscriptions. Maybe export subscriptions with status=all.");
        }
        finish(book, replay, place);
    }

    /**
     * The object holds where the events end. What no event tells is dated at the beginning of the period that the object was
     * billed for, if that is later than the last event, or else a second after it. An object from before the last event tells
     * nothing: its period is an earlier one, or it runs where the events have ended it.
     */
    private void compare(Replay replay, Snapshot now, SubscriptionEvent last, Source place) {
        @Nullable Instant billed = now.bill().from();
        @Nullable Instant then = last.after().bill().from();
        boolean revived = last.after().isOver() && !now.isOver();
        if (revived || (billed != null && then != null && billed.isBefore(then))) {
            issue(
                    IssueCode.NO_HISTORY,
                    Severity.WARNING,
                    now.id(),
                    place,
                    "",
                    "It is older than its last event, and the events"
                            + " were followed. Maybe export the subscriptions again.");
            return;
        }
        Instant at = last.created().plusSeconds(1);
        at = billed != null && billed.isAfter(at) ? billed : at;
        at = now.ended() != null && now.ended().isAfter(last.created()) ? now.ended() : at;
        @Nullable Instant to = now.bill().to();
        List<String> changed = replay.next(now, new Step("current", at, to != null && to.isAfter(at) ? to : at, at));
        if (!changed.isEmpty()) {
            issue(
                    IssueCode.NO_HISTORY,
                    Severity.WARNING,
                    now.id(),
                    place,
                    String.join(", ", changed),
                    "It differs from its last event, and was taken as it is from " + at
                            + ". Maybe the export of the events is incomplete.");
        }
    }

    private void finish(RevenueBook.Builder book, Replay replay, Source place) {
        Subscription subscription = replay.subscription(place);
        replay.problems().forEach(p -> log.issue(p.of(subscription.id().value(), place)));
        book.add(subscription);
    }

    private void notStarted(String id, Source place) {
        issue(
                IssueCode.UNKNOWN_KIND,
                Severity.NOTE,
                id,
                place,
                "status",
                "Its first bill was never paid, and it did not start." + " Maybe nothing is wrong.");
    }

    private void issue(
            IssueCode code, Severity severity, String subscription, Source place, String column, String reason) {
        log.issue(new Problem(code, severity, column, "", reason).of(subscription, place));
    }
}
