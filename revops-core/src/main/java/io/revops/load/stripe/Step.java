package io.revops.load.stripe;

import io.revops.book.Entry;
import io.revops.time.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and by what a subscription changed.
 *
 * @param id of the event
 * @param at when it changed, as far as that is known
 * @param latest until when it can have changed; the same if it is known
 * @param recorded when it was written down; absent if that is not known
 */
record Step(String id, Instant at, Instant latest, @Nullable Instant recorded) {
    static Step of(SubscriptionEvent event) {
        return new Step(event.id(), event.created(), event.created(), event.created());
    }

    Moment moment() {
        return Moment.of(at);
    }

    /** Adds a version of an entry; it replaces one of the same recording. */
    static <E extends Entry> void put(List<E> entries, E entry) {
        entries.removeIf(e -> e.id().equals(entry.id()) && e.recorded().equals(entry.recorded()));
        entries.add(entry);
    }
}
