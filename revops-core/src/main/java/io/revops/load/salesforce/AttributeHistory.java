package io.revops.load.salesforce;

import io.revops.book.Account;
import io.revops.book.AttributeChange;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The values that one attribute of an account had, in order of time. */
final class AttributeHistory {
    private record Value(Moment at, String entry, Optional<String> value) {}

    private final String name;
    private final TreeMap<Instant, Value> values = new TreeMap<>();
    private @Nullable String opening;

    AttributeHistory(String name) {
        this.name = name;
    }

    /** What it was before the first change. */
    void open(@Nullable String value) {
        opening = value;
    }

    /** What it is from a moment on; of two changes at one moment the later call counts. */
    void change(Moment at, String entry, Optional<String> value) {
        values.put(at.instant(ZoneOffset.UTC), new Value(at, entry, value));
    }

    Optional<String> latest() {
        return values.isEmpty()
                ? Optional.ofNullable(opening)
                : values.lastEntry().getValue().value();
    }

    /** What it is now, since it was last modified as far as that is later than what is known. */
    void end(@Nullable Moment modified, Moment begins, Optional<String> value) {
        Moment last = values.isEmpty() ? begins : values.lastEntry().getValue().at();
        Moment at = modified != null && last.isBefore(modified, ZoneOffset.UTC) ? modified : last;
        change(at, name + "@current", value);
    }

    void addTo(Account.Builder account) {
        account.attribute(name, opening);
        @Nullable String before = opening;
        for (Map.Entry<Instant, Value> entry : values.entrySet()) {
            Value value = entry.getValue();
            if (value.value().equals(Optional.ofNullable(before))) {
                continue;
            }
            before = value.value().orElse(null);
            account.changes(AttributeChange.builder(value.entry(), value.at(), name)
                    .value(before)
                    .recorded(value.at().isDate() ? null : entry.getKey())
                    .build());
        }
    }
}
