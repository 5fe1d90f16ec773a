package io.revops.metric.recurring;

import io.revops.book.Entries;
import io.revops.book.Entry;
import io.revops.book.ItemId;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.ledger.Because;
import io.revops.ledger.LedgerChange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;

/**
 * What a subscription is worth at an instant, and what is known then of what it will be: from its states in the ledger and from
 * what was recorded, or asked for, before.
 */
final class Contract {
    private final Subscription subscription;
    private final Instant at;
    private final ZoneId zone;
    private final ToLongBiFunction<ItemId, LedgerChange> worth;
    private final Map<ItemId, Long> now = new LinkedHashMap<>();
    private Map<ItemId, Long> agreed = Map.of();
    private List<LedgerChange> later = List.of();
    private boolean everPaid;
    private boolean begun;

    /**
     * @param changes of the subscription's items, in the order in which they happen, also after the instant
     * @param worth of an item after a change, in one currency
     */
    Contract(
            Subscription subscription,
            List<LedgerChange> changes,
            Instant at,
            ZoneId zone,
            ToLongBiFunction<ItemId, LedgerChange> worth) {
        this.subscription = subscription;
        this.at = at;
        this.zone = zone;
        this.worth = worth;
        read(changes);
    }

    private void read(List<LedgerChange> changes) {
        int next = 0;
        while (next < changes.size() && changes.get(next).at().isBefore(at)) {
            next = together(changes, next, now);
            everPaid |= sum(now) > 0;
        }
        begun = sum(now) > 0;
        later = changes.subList(next, changes.size());
        Map<ItemId, Long> path = new LinkedHashMap<>(now);
        if (!begun) {
            if (everPaid || !isSigned()) {
                return;
            }
            path.clear();
            while (next < changes.size() && sum(path) <= 0) {
                next = together(changes, next, path);
            }
        }
        agreed = lowest(path, changes.subList(next, changes.size()));
    }

    /** Takes all changes of the next instant; returns where the ones after them begin. */
    private int together(List<LedgerChange> changes, int from, Map<ItemId, Long> into) {
        int next = from;
        for (;
                next < changes.size()
                        && changes.get(next).at().equals(changes.get(from).at());
                next++) {
            LedgerChange change = changes.get(next);
            into.put(change.item(), worth.applyAsLong(change.item(), change));
        }
        return next;
    }

    /** The state of least worth to which it is known to fall: a state that it only rises to changes nothing. */
    private Map<ItemId, Long> lowest(Map<ItemId, Long> from, List<LedgerChange> later) {
        Map<ItemId, Long> path = new LinkedHashMap<>(from);
        Map<ItemId, Long> lowest = from;
        for (int next = 0; next < later.size(); ) {
            Instant together = later.get(next).at();
            for (; next < later.size() && later.get(next).at().equals(together); next++) {
                LedgerChange change = later.get(next);
                if (change.because().stream().allMatch(this::isKnown)) {
                    path.put(change.item(), worth.applyAsLong(change.item(), change));
                }
            }
            if (sum(path) < sum(lowest)) {
                lowest = new LinkedHashMap<>(path);
            }
        }
        return lowest;
    }

    private boolean isKnown(Because because) {
        return because.fact() == null || isKnown(because.fact());
    }

    private boolean isKnown(Entry entry) {
        return entry.recorded()
                .map(r -> r.isBefore(at))
                .orElseGet(() -> entry.effective().instant(zone).isBefore(at));
    }

    private boolean isSigned() {
        return subscription.signed().filter(s -> s.instant(zone).isBefore(at)).isPresent();
    }

    /** Whether it is worth something now. */
    boolean isBegun() {
        return begun;
    }

    /** What each item is worth now. */
    Map<ItemId, Long> now() {
        return now;
    }

    /** What each item is agreed to be worth: now, or when it begins, or later if that is less; empty if it is no contract. */
    Map<ItemId, Long> agreed() {
        return agreed;
    }

    /** Whether an end is known that is still to come: asked for and not taken back, or recorded before it is reached. */
    boolean isToEnd() {
        return knownEnd().isPresent();
    }

    /** The first end that is known and still to come. */
    Optional<Instant> knownEnd() {
        Stream<Instant> asked =
                Entries.current(subscription.cancellations().stream()
                                .filter(this::isKnown)
                                .toList())
                        .stream()
                        .filter(c -> c.withdrawn()
                                .map(w -> !w.instant(zone).isBefore(at))
                                .orElse(true))
                        .map(c -> c.ends().instant(zone));
        Stream<Instant> recorded =
                Entries.current(subscription.endings().stream()
                                .filter(this::isKnown)
                                .toList())
                        .stream()
                        .map(e -> e.effective().instant(zone));
        return Stream.concat(asked, recorded).filter(end -> !end.isBefore(at)).min(Comparator.naturalOrder());
    }

    /**
     * What each item is known to be worth just before a later instant, rises too: empty if it is known to have ended by then, or
     * if it is no contract yet. A trial is none before it is paid for, unless it was signed.
     */
    Map<ItemId, Long> scheduled(Instant until) {
        boolean signed = !begun && !everPaid && isSigned();
        if (knownEnd().filter(end -> end.isBefore(until)).isPresent() || (!begun && !signed && isOnTrial())) {
            return Map.of();
        }
        Map<ItemId, Long> path = new LinkedHashMap<>(begun ? now : Map.of());
        for (int next = 0; next < later.size() && later.get(next).at().isBefore(until); ) {
            Instant together = later.get(next).at();
            boolean all = signed && sum(path) <= 0;
            for (; next < later.size() && later.get(next).at().equals(together); next++) {
                LedgerChange change = later.get(next);
                if (all || change.because().stream().allMatch(this::isKnown)) {
                    path.put(change.item(), worth.applyAsLong(change.item(), change));
                }
            }
        }
        return path;
    }

    private boolean isOnTrial() {
        return subscription.spells().stream()
                .filter(s -> s.kind() == SpellKind.TRIAL
                        && s.effective().instant(zone).isBefore(at))
                .anyMatch(s -> s.end().map(e -> !e.instant(zone).isBefore(at)).orElse(true));
    }

    /** Whether the service is live: as the subscription says, else as its account, else if it is worth something. */
    boolean isLive(Optional<io.revops.time.Moment> accountLive) {
        return subscription
                .goLive()
                .or(() -> accountLive)
                .map(live -> live.instant(zone).isBefore(at))
                .orElse(begun);
    }

    static long sum(Map<ItemId, Long> items) {
        long sum = 0;
        for (long worth : items.values()) {
            sum = Math.addExact(sum, worth);
        }
        return sum;
    }
}
