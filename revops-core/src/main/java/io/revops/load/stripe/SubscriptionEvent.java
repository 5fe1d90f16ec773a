package io.revops.load.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.load.export.ApiObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a subscription, with the whole subscription as it was just after.
 *
 * @param type {@code created}, {@code updated}, {@code deleted}, {@code paused} or {@code resumed}
 * @param before as it was just before, where the event tells what it changed
 */
record SubscriptionEvent(
        String id,
        String type,
        Instant created,
        Snapshot after,
        @Nullable Snapshot before) {
    private static final String PREFIX = "customer.subscription.";

    private static final Set<String> READ =
            Set.of(PREFIX + "created", PREFIX + "updated", PREFIX + "deleted", PREFIX + "paused", PREFIX + "resumed");

    /** In order of time; of one second, the creation first and the deletion last, then by id. */
    private static final Comparator<SubscriptionEvent> ORDER = Comparator.comparing(SubscriptionEvent::created)
            .thenComparing(SubscriptionEvent::rank)
            .thenComparing(SubscriptionEvent::id);

    static boolean isRead(String type) {
        return READ.contains(type);
    }

    static SubscriptionEvent of(ApiObject event, Catalog catalog) {
        ApiObject data = event.child("data").orElseThrow(() -> event.missing("data"));
        ApiObject object = data.child("object").orElseThrow(() -> data.missing("object"));
        Optional<ApiObject> previous = data.child("previous_attributes");
        return new SubscriptionEvent(
                event.required("id"),
                event.required("type").substring(PREFIX.length()),
                event.instant("created").orElseThrow(() -> event.missing("created")),
                Snapshot.of(object, catalog),
                previous.map(p -> new ApiObject(undone(object.node(), p.node()), p.path()))
                        .map(o -> Snapshot.of(o, catalog))
                        .orElse(null));
    }

    /** How the subscription was before this event, which is the first that is known. */
    Snapshot first() {
        if (before != null) {
            return before;
        }
        return switch (type) {
            case "deleted" -> after.alive();
            case "paused" -> after.withStatus("active");
            case "resumed" -> after.withStatus("paused");
            default -> after;
        };
    }

    /**
     * Events in the order in which they happened. Of several in one second, each follows the one that left the subscription
     * as it found it; the id decides only what that leaves open.
     */
    static List<SubscriptionEvent> ordered(List<SubscriptionEvent> events) {
        List<SubscriptionEvent> sorted = new ArrayList<>(events);
        sorted.sort(ORDER);
        @Nullable Snapshot now = null;
        for (int from = 0, to; from < sorted.size(); from = to) {
            SubscriptionEvent head = sorted.get(from);
            to = from + 1;
            while (to < sorted.size() && head.isBeside(sorted.get(to))) {
                to++;
            }
            List<SubscriptionEvent> same = sorted.subList(from, to);
            if (same.size() > 1) {
                SameSecond.ordered(List.copyOf(same), now).ifPresent(walk -> Collections.copy(same, walk));
            }
            now = sorted.get(to - 1).after();
        }
        return sorted;
    }

    private boolean isBeside(SubscriptionEvent other) {
        return created.equals(other.created) && rank() == other.rank();
    }

    private int rank() {
        return type.equals("created") ? 0 : type.equals("deleted") ? 2 : 1;
    }

    /**
     * The object with what the event changed taken back. Of an object within, the event tells only the fields that changed;
     * of an array, the whole, though before 2017 only the changed fields of its elements.
     */
    static JsonNode undone(@Nullable JsonNode now, JsonNode previous) {
        if (now instanceof ObjectNode object && previous instanceof ObjectNode changed) {
            ObjectNode merged = object.objectNode();
            merged.setAll(object);
            changed.fieldNames()
                    .forEachRemaining(field -> merged.set(field, undone(object.get(field), changed.path(field))));
            return merged;
        }
        if (now instanceof ArrayNode elements && previous instanceof ArrayNode changed) {
            ArrayNode merged = changed.arrayNode();
            for (int i = 0; i < changed.size(); i++) {
                JsonNode element = changed.get(i);
                merged.add(element.isObject() && !element.has("id") ? undone(elements.get(i), element) : element);
            }
            return merged;
        }
        return previous;
    }
}
