package io.revops.book;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading a list of dated entries in which some may have been recorded more than once. */
public final class Entries {
    private static final Comparator<Entry> BY_RECORDING = Comparator.<Entry, Instant>comparing(
                    e -> e.recorded().orElse(Instant.MIN))
            .thenComparing(Object::toString);

    private Entries() {}

    /**
     * The entries that hold: of each id the one recorded last, in the order in which they took effect, at one instant the
     * one recorded last coming last, then by id. Days are taken as UTC days here; whoever needs another zone sorts again.
     */
    public static <E extends Entry> List<E> current(List<E> entries) {
        if (entries.size() < 2) {
            return entries;
        }
        Map<String, E> latest = new LinkedHashMap<>();
        for (E entry : entries) {
            latest.merge(entry.id(), entry, (a, b) -> BY_RECORDING.compare(a, b) >= 0 ? a : b);
        }
        List<E> sorted = new ArrayList<>(latest.values());
        sorted.sort(Comparator.<E, Instant>comparing(e -> e.effective().instant(ZoneOffset.UTC))
                .thenComparing(e -> e.recorded().orElse(Instant.MIN))
                .thenComparing(Entry::id));
        return sorted;
    }
}
