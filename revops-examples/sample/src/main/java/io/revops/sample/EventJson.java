package io.revops.sample;

import io.revops.sample.Life.Change;
import io.revops.sample.Life.Kind;
import io.revops.sample.Life.Layout;
import io.revops.sample.Life.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The events of a life: each with the whole subscription after the change and the former values of what changed. */
final class EventJson {
    private EventJson() {}

    static List<Event> of(Life life) {
        List<Event> events = new ArrayList<>();
        if (life.log() == Log.NOTHING) {
            return events;
        }
        for (int i = life.log() == Log.WITHOUT_CREATION ? 1 : 0;
                i < life.changes().size();
                i++) {
            Change change = life.changes().get(i);
            events.add(new Event(change.at(), life.account(), sequence(life, i), Json.write(event(life, change, i))));
        }
        return events;
    }

    private static Map<String, @Nullable Object> event(Life life, Change change, int index) {
        Map<String, @Nullable Object> after = SubscriptionJson.of(life, change.after(), change.at());
        Map<String, @Nullable Object> data = Json.object("object", after);
        Subscription before = change.before();
        if (before != null && change.kind() != Kind.DELETED) {
            Instant clock = before.equals(change.after()) ? change.at().minusSeconds(1) : change.at();
            data.put("previous_attributes", changed(SubscriptionJson.of(life, before, clock), after));
        }
        return Json.object(
                "id",
                Id.event(change.at().getEpochSecond(), sequence(life, index), life.account()),
                "object",
                "event",
                "api_version",
                life.layout() == Layout.CURRENT ? "2025-09-30.clover" : "2024-09-30.acacia",
                "created",
                change.at().getEpochSecond(),
                "type",
                "customer.subscription." + change.kind().name().toLowerCase(Locale.ROOT),
                "data",
                data);
    }

    /** The former values of the members that differ. */
    private static Map<String, @Nullable Object> changed(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Map<String, @Nullable Object> changed = Json.object();
        before.forEach((name, value) -> {
            if (!Objects.equals(value, after.get(name))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    private static int sequence(Life life, int index) {
        return life.index() * 200 + index;
    }

    /** One line of the log, and where it belongs. */
    record Event(Instant at, int account, int sequence, String json) {
        String sortKey() {
            return String.format(Locale.ROOT, "%011d %07d %05d", at.getEpochSecond(), account, sequence);
        }
    }
}
