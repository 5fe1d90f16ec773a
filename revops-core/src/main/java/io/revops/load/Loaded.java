package io.revops.load;

import io.revops.book.Issue;
import io.revops.book.Severity;
import java.util.List;

/**
 * What a reader found: the value, what was wrong, and how many rows of each file were read, accepted, rejected or there twice.
 *
 * @param <T> what was read, a book as a rule
 */
public final class Loaded<T> {
    /**
     * The rows of one file: {@code accepted + rejected + duplicates = read}.
     *
     * @param file its name, without the folder
     */
    public record Count(String file, long read, long accepted, long rejected, long duplicates) {
        public Count {
            if (accepted + rejected + duplicates != read) {
                throw new IllegalStateException("The rows of " + file + " do not add up: " + accepted + " + " + rejected
                        + " + " + duplicates + " != " + read);
            }
        }
    }

    private final T value;
    private final List<Issue> issues;
    private final List<Count> counts;

    Loaded(T value, List<Issue> issues, List<Count> counts) {
        this.value = value;
        this.issues = List.copyOf(issues);
        this.counts = List.copyOf(counts);
    }

    /**
     * The value.
     *
     * @throws LoadException if nothing could be read: no row was accepted, and there is an error
     */
    public T orElseThrow() {
        if (accepted() == 0 && issues.stream().anyMatch(i -> i.severity() == Severity.ERROR)) {
            throw new LoadException(
                    "Nothing could be read, for "
                            + (issues.size() == 1 ? "1 reason" : issues.size() + " reasons")
                            + (rejected() < 2
                                    ? ""
                                    : ", and all " + rejected()
                                            + " rows were rejected: maybe they are another system's")
                            + ". The first: " + firstError(),
                    issues);
        }
        return value;
    }

    /** The value, however little was read; it may be an empty book. */
    public T value() {
        return value;
    }

    /** What was wrong, by file and line. */
    public List<Issue> issues() {
        return issues;
    }

    /** The rows of each file, by its name. */
    public List<Count> counts() {
        return counts;
    }

    public long read() {
        return counts.stream().mapToLong(Count::read).sum();
    }

    public long accepted() {
        return counts.stream().mapToLong(Count::accepted).sum();
    }

    public long rejected() {
        return counts.stream().mapToLong(Count::rejected).sum();
    }

    public long duplicates() {
        return counts.stream().mapToLong(Count::duplicates).sum();
    }

    /** How many rows became facts, and how many issues there are. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Loaded: ")
                .append(accepted())
                .append(" of ")
                .append(read())
                .append(" rows, ")
                .append(rejected())
                .append(" rejected, ")
                .append(duplicates())
                .append(" duplicates, ")
                .append(issues.size())
                .append(" issues");
        issues.stream().limit(20).forEach(i -> text.append("\n  ").append(i));
        return issues.size() > 20 ? text.append("\n  ...").toString() : text.toString();
    }

    private Issue firstError() {
        return issues.stream()
                .filter(i -> i.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
    }
}
