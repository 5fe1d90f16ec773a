package io.revops.load.export;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects of one kind by id. The same content twice is a duplicate; of several contents one is kept, by their content and not
 * by the order in which they were read.
 */
public final class Registry<T> {
    private static final class Kept<T> {
        private final T value;
        private final @Nullable Kept<T> next;
        private Source place;
        private boolean isRow;

        private Kept(T value, Source place, boolean isRow, @Nullable Kept<T> next) {
            this.value = value;
            this.place = place;
            this.isRow = isRow;
            this.next = next;
        }
    }

    private final Map<String, Kept<T>> kept = new HashMap<>();
    private final Comparator<T> order;

    /**
     * @param order the later content last
     */
    public Registry(Comparator<T> order) {
        this.order = order.thenComparing(Object::toString);
    }

    /** Keeps a content that is a row, unless the id has the same one already. */
    public LoadLog.Verdict add(String id, T value, Source place) {
        @Nullable Kept<T> known = same(id, value);
        if (known == null) {
            kept.put(id, new Kept<>(value, place, true, kept.get(id)));
            return LoadLog.Verdict.ACCEPTED;
        }
        if (known.isRow) {
            return LoadLog.Verdict.DUPLICATE;
        }
        known.isRow = true;
        known.place = place;
        return LoadLog.Verdict.ACCEPTED;
    }

    /** Keeps a content that is only a part of a row, which is not rejected if the id has another one. */
    public void mention(String id, T value, Source place) {
        if (same(id, value) == null) {
            kept.put(id, new Kept<>(value, place, false, kept.get(id)));
        }
    }

    private @Nullable Kept<T> same(String id, T value) {
        for (@Nullable Kept<T> k = kept.get(id); k != null; k = k.next) {
            if (k.value.equals(value)) {
                return k;
            }
        }
        return null;
    }

    /** Keeps one content of each id; the others become issues. */
    public void settle(LoadLog log) {
        for (String id : ids()) {
            Kept<T> best = all(id);
            for (@Nullable Kept<T> k = best.next; k != null; k = k.next) {
                best = order.compare(k.value, best.value) > 0 ? k : best;
            }
            for (@Nullable Kept<T> k = all(id); k != null; k = k.next) {
                if (k != best) {
                    loses(log, id, k, best);
                }
            }
            kept.put(id, new Kept<>(best.value, best.place, best.isRow, null));
        }
    }

    private void loses(LoadLog log, String id, Kept<T> other, Kept<T> best) {
        String reason = "The same id is written with another content at " + best.place
                + ", which was kept. Maybe two exports of different days lie in one folder.";
        if (other.isRow) {
            log.rejectAccepted(other.place, IssueCode.CONFLICT, "id", id, reason);
        } else {
            log.issue(new Issue(IssueCode.CONFLICT, Severity.WARNING, other.place, "", "id", id, reason));
        }
    }

    /** Every id that something is kept of, in their order. */
    public List<String> ids() {
        return kept.keySet().stream().sorted().toList();
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** What is kept of an id; null if nothing is. */
    public @Nullable T find(@Nullable String id) {
        @Nullable Kept<T> found = kept.get(id);
        return found == null ? null : found.value;
    }

    /**
     * What is kept of an id.
     *
     * @throws IllegalStateException if nothing is
     */
    public T get(String id) {
        return all(id).value;
    }

    /** Where what is kept of an id was read. */
    public Source place(String id) {
        return all(id).place;
    }

    private Kept<T> all(String id) {
        @Nullable Kept<T> found = kept.get(id);
        if (found == null) {
            throw new IllegalStateException("There is no (" + id + ") here. Maybe ask find first.");
        }
        return found;
    }
}
