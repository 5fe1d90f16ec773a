package io.revops.book;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a fact is printed: its kind, then what it holds, in order; what is absent or empty is left out. */
final class Shown {
    private Shown() {}

    static String of(String kind, List<@Nullable Object> values, String... names) {
        StringBuilder text = new StringBuilder(kind);
        for (int i = 0; i < names.length; i++) {
            Object value = values.get(i);
            boolean absent = value == null
                    || (value instanceof Collection<?> c && c.isEmpty())
                    || (value instanceof Map<?, ?> m && m.isEmpty());
            if (!absent) {
                text.append(i == 0 ? " " : ", " + names[i] + " ").append(value);
            }
        }
        return text.toString();
    }
}
