package io.revops.load.stripe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order of events of one second, which their ids do not tell: each found the subscription as another had left it. States
 * are the places of a map and events the roads; the order is a walk that takes every road once (Hierholzer's method).
 */
final class SameSecond {
    private record Visit(Snapshot state, @Nullable SubscriptionEvent by) {}

    private SameSecond() {}

    /**
     * The events in their order; empty if they do not chain, because one of them is missing or does not tell what it changed.
     *
     * @param now as the subscription was before them, as far as it is known
     */
    static Optional<List<SubscriptionEvent>> ordered(List<SubscriptionEvent> events, @Nullable Snapshot now) {
        Map<Snapshot, Deque<SubscriptionEvent>> from = new HashMap<>();
        for (SubscriptionEvent event : events) {
            if (event.before() == null) {
                return Optional.empty();
            }
            from.computeIfAbsent(event.before(), s -> new ArrayDeque<>()).add(event);
        }
        List<SubscriptionEvent> walk = walk(from, now != null && from.containsKey(now) ? now : beginning(events));
        return walk.size() == events.size() && isChain(walk) ? Optional.of(walk) : Optional.empty();
    }

    /** The state that is left once more than it is reached; if there is none, they go in a circle. */
    private static Snapshot beginning(List<SubscriptionEvent> events) {
        Map<Snapshot, Integer> balance = new HashMap<>();
        for (SubscriptionEvent event : events) {
            balance.merge(Objects.requireNonNull(event.before()), 1, Integer::sum);
            balance.merge(event.after(), -1, Integer::sum);
        }
        return events.stream()
                .map(event -> Objects.requireNonNull(event.before()))
                .filter(state -> balance.getOrDefault(state, 0) > 0)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(events.get(0).before()));
    }

    private static List<SubscriptionEvent> walk(Map<Snapshot, Deque<SubscriptionEvent>> from, Snapshot start) {
        List<SubscriptionEvent> backwards = new ArrayList<>();
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(new Visit(start, null));
        while (!visits.isEmpty()) {
            Deque<SubscriptionEvent> onward = from.getOrDefault(visits.element().state, new ArrayDeque<>());
            if (onward.isEmpty()) {
                @Nullable SubscriptionEvent by = visits.pop().by;
                if (by != null) {
                    backwards.add(by);
                }
            } else {
                SubscriptionEvent event = onward.remove();
                visits.push(new Visit(event.after(), event));
            }
        }
        Collections.reverse(backwards);
        return backwards;
    }

    private static boolean isChain(List<SubscriptionEvent> walk) {
        for (int i = 1; i < walk.size(); i++) {
            if (!walk.get(i - 1).after().equals(walk.get(i).before())) {
                return false;
            }
        }
        return true;
    }
}
