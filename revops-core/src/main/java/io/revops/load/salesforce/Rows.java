package io.revops.load.salesforce;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was read of one kind, by id, in whatever order the rows come: the same row twice counts once; of different rows with one
 * id the one that was modified last holds.
 *
 * @param <T> equal if the content is; printed with all its content
 */
final class Rows<T> {
    /** What a row says, when it was last modified, and where it is. */
    record Written<T>(T value, Instant modified, Source source) {}

    private final Map<String, List<Written<T>>> byId = new TreeMap<>();

    LoadLog.Verdict add(String id, T value, CrmRow row) {
        Written<T> written = new Written<>(value, row.modified(), row.source());
        List<Written<T>> same = byId.computeIfAbsent(id, i -> new ArrayList<>(1));
        for (int i = 0; i < same.size(); i++) {
            Written<T> other = same.get(i);
            if (other.value().equals(value)) {
                if (other.modified().isBefore(written.modified())) {
                    same.set(i, written);
                }
                return LoadLog.Verdict.DUPLICATE;
            }
        }
        same.add(written);
        return LoadLog.Verdict.ACCEPTED;
    }

    /** The rows that hold, by id; a choice that only chance could make is an issue. */
    Map<String, Written<T>> settled(Context context) {
        Map<String, Written<T>> settled = new TreeMap<>();
        byId.forEach((id, all) -> settled.put(id, all.size() == 1 ? all.get(0) : settled(context, id, all)));
        return settled;
    }

    private Written<T> settled(Context context, String id, List<Written<T>> all) {
        List<Written<T>> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing((Written<T> w) -> w.modified())
                .thenComparing(w -> w.value().toString()));
        Written<T> last = sorted.remove(sorted.size() - 1);
        for (Written<T> other : sorted) {
            if (other.modified().equals(last.modified())) {
                context.log()
                        .issue(new Issue(
                                IssueCode.CONFLICT,
                                Severity.WARNING,
                                last.source(),
                                "",
                                "Id",
                                id,
                                "The Id is there twice with different content and no later LastModifiedDate, also at "
                                        + other.source() + "; this row holds. Maybe delete one of them."));
            } else {
                context.notes().count(other.source(), Note.REPLACED);
            }
        }
        return last;
    }
}
