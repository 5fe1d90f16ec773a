package io.revops.load.salesforce;

import io.revops.load.BadRow;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.salesforce.Rows.Written;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The records of a table, each with its row as it stands, the versions of the row that a warehouse kept, or both.
 *
 * @param <R> a row
 */
final class Records<R> {
    /** A row as it was from a moment on. */
    record Version<R>(R row, Moment start, boolean active) {
        private Instant instant() {
            return start.instant(ZoneOffset.UTC);
        }
    }

    private final Context context;
    private final Function<CrmRow, R> reader;
    private final Rows<R> rows = new Rows<>();
    private final Rows<Version<R>> versions = new Rows<>();
    private final Map<String, Instant> left = new HashMap<>();
    private final Map<String, Instant> deletedVersions = new HashMap<>();
    private final Map<String, Written<R>> current = new TreeMap<>();
    private final Map<String, List<Version<R>>> kept = new HashMap<>();

    Records(Context context, Function<CrmRow, R> reader) {
        this.context = context;
        this.reader = reader;
    }

    Verdict read(CrmRow row) {
        return row.isVersion() ? version(row) : row(row);
    }

    private Verdict row(CrmRow row) {
        String id = row.required("Id");
        try {
            if (row.isDeleted() || !row.isActive()) {
                context.notes().count(row.source(), row.isDeleted() ? Note.DELETED : Note.INACTIVE);
                left.merge(id, row.modified(), Records::later);
                return Verdict.ACCEPTED;
            }
            return rows.add(id, reader.apply(row), row);
        } catch (BadRow | IllegalArgumentException | ArithmeticException bad) {
            left.merge(id, Instant.MIN, Records::later);
            throw bad;
        }
    }

    private Verdict version(CrmRow row) {
        String id = row.required("Id");
        Moment start = row.requiredMoment("_fivetran_start");
        if (row.isDeleted()) {
            context.notes().count(row.source(), Note.DELETED);
            deletedVersions.merge(id, start.instant(ZoneOffset.UTC), Records::later);
            return Verdict.ACCEPTED;
        }
        return versions.add(id + "@" + start, new Version<>(reader.apply(row), start, row.isActive()), row);
    }

    /**
     * Settles which row of each record holds: the one that stands, and not one that was deleted later; without one the last
     * version, if it was not deleted since.
     */
    void settle(Function<R, String> idOf) {
        rows.settled(context).forEach((id, written) -> {
            @Nullable Instant deleted = left.get(id);
            if (deleted != null && deleted.isAfter(written.modified())) {
                context.notes().count(written.source(), Note.REPLACED);
            } else {
                left.remove(id);
                current.put(id, written);
            }
        });
        Map<String, List<Written<Version<R>>>> byId = new TreeMap<>();
        versions.settled(context)
                .values()
                .forEach(w -> byId.computeIfAbsent(idOf.apply(w.value().row()), i -> new ArrayList<>())
                        .add(w));
        byId.forEach(this::settle);
    }

    private void settle(String id, List<Written<Version<R>>> all) {
        all.sort(Comparator.comparing(w -> w.value().instant()));
        Written<Version<R>> last = all.get(all.size() - 1);
        Instant deleted = deletedVersions.getOrDefault(id, Instant.MIN);
        boolean over = !last.value().active() || !deleted.isBefore(last.value().instant());
        if (left.containsKey(id) || (over && !current.containsKey(id))) {
            left.putIfAbsent(id, Instant.MIN);
            all.forEach(w -> context.notes().count(w.source(), Note.LEFT_WITH_RECORD));
            return;
        }
        current.putIfAbsent(id, new Written<>(last.value().row(), last.modified(), last.source()));
        kept.put(id, all.stream().map(Written::value).toList());
    }

    /** The rows that hold, in order of their ids. */
    Collection<Written<R>> current() {
        return current.values();
    }

    @Nullable
    Written<R> find(String id) {
        return current.get(id);
    }

    /** The versions of a record from the first on; none if the warehouse kept none. */
    List<Version<R>> versions(String id) {
        return kept.getOrDefault(id, List.of());
    }

    /** Whether a record was deleted or could not be read, so that what belongs to it is left out too. */
    boolean isLeftOut(String id) {
        return left.containsKey(id) || (deletedVersions.containsKey(id) && !current.containsKey(id));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
