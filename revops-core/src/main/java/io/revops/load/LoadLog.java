package io.revops.load;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the account of a load: every row is read once, and is then accepted, rejected or a duplicate. Not safe to share
 * between threads.
 *
 * <p>A reader of a new source calls {@link #read} for each row with what to do about it; whatever that throws as a
 * {@link BadRow} or an {@link IllegalArgumentException} rejects the row and becomes an issue with its place.
 */
public final class LoadLog {
    private static final Logger LOG = LoggerFactory.getLogger(LoadLog.class);

    private static final class Tally {
        private long read;
        private long rejected;
        private long duplicates;
    }

    private final BadRows badRows;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private long dropped;

    public LoadLog(BadRows badRows) {
        this.badRows = Objects.requireNonNull(badRows, "badRows");
    }

    /** What became of a row. */
    public enum Verdict {
        ACCEPTED,
        /** The same as an earlier one. */
        DUPLICATE
    }

    /** What to do about a row. */
    @FunctionalInterface
    public interface RowReader {
        Verdict read();
    }

    /**
     * Counts a row and reads it.
     *
     * @throws LoadException in strict mode, if the row is bad
     */
    public void read(Source place, RowReader reader) {
        Tally tally = tally(place.file());
        tally.read++;
        try {
            if (reader.read() == Verdict.DUPLICATE) {
                tally.duplicates++;
            }
        } catch (BadRow bad) {
            tally.rejected++;
            issue(new Issue(
                    bad.code(),
                    Severity.ERROR,
                    place,
                    "",
                    bad.column(),
                    bad.value(),
                    String.valueOf(bad.getMessage())));
        } catch (IllegalArgumentException | ArithmeticException bad) {
            tally.rejected++;
            issue(new Issue(IssueCode.BAD_VALUE, Severity.ERROR, place, "", "", "", String.valueOf(bad.getMessage())));
        }
    }

    /** Counts rows of a file that were read elsewhere: all of them, and those that were there twice; the rest was accepted. */
    void read(String file, long rows, long duplicates) {
        Tally tally = tally(file);
        tally.read += rows;
        tally.duplicates += duplicates;
    }

    /** Counts a row that cannot even be taken apart. */
    public void broken(Source place, String value, String reason) {
        read(place, () -> {
            throw new BadRow(IssueCode.BROKEN_ROW, "", value, reason);
        });
    }

    /** A row that was accepted turned out to be bad when it was put together with others. */
    public void rejectAccepted(Source place, IssueCode code, String column, String value, String reason) {
        tally(place.file()).rejected++;
        issue(new Issue(code, Severity.ERROR, place, "", column, value, reason));
    }

    /** A row that was accepted turned out to be the same as another. */
    public void duplicate(Source place) {
        tally(place.file()).duplicates++;
    }

    /** A file that is there, even if it has no rows. */
    public void file(String name) {
        tally(name);
    }

    /**
     * Keeps an issue.
     *
     * @throws LoadException in strict mode, if it is an error
     */
    public void issue(Issue issue) {
        if (badRows.isStrict() && issue.severity() == Severity.ERROR) {
            throw new LoadException("Stopped at the first error: " + issue, List.of(issue));
        }
        if (badRows.isStrict() || issues.size() < badRows.most()) {
            issues.add(issue);
        } else {
            dropped++;
        }
    }

    /** Finishes: the value that came of the rows, with every issue and count. The issues are passed to whoever makes the value. */
    public <T> Loaded<T> loaded(java.util.function.Function<List<Issue>, T> value) {
        List<Issue> all = new ArrayList<>(issues);
        all.sort(Issue.ORDER);
        if (dropped > 0) {
            all.add(new Issue(
                    IssueCode.MORE_ISSUES,
                    Severity.WARNING,
                    Source.NONE,
                    "",
                    "",
                    "",
                    dropped + " more issues were not kept. Maybe raise the limit with BadRows.collect."));
        }
        List<Loaded.Count> counts = new ArrayList<>();
        tallies.forEach((file, t) -> counts.add(
                new Loaded.Count(file, t.read, t.read - t.rejected - t.duplicates, t.rejected, t.duplicates)));
        Loaded<T> loaded = new Loaded<>(value.apply(all), all, counts);
        LOG.info(
                "Read {} rows of {} files: {} accepted, {} rejected, {} duplicates",
                loaded.read(),
                counts.size(),
                loaded.accepted(),
                loaded.rejected(),
                loaded.duplicates());
        return loaded;
    }

    /** Finishes with a book, which carries the issues from then on. */
    public Loaded<RevenueBook> loaded(RevenueBook.Builder book) {
        return loaded(all -> book.issues(all).build());
    }

    private Tally tally(String file) {
        return tallies.computeIfAbsent(file, f -> new Tally());
    }
}
