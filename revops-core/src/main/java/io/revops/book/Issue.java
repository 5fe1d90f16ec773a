package io.revops.book;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * Something that is wrong with the data, with its place and the reason.
 *
 * @param code what kind of problem
 * @param severity what became of the row or fact
 * @param source the file and line; {@link Source#NONE} if it is about a fact that was built by hand
 * @param subject the fact, as {@code kind id}; empty if the row did not get that far
 * @param column the column or field; empty if it is about more than one
 * @param value the value as written, cut after 80 characters; empty if there is none
 * @param reason what is wrong and what to do, in a sentence or two
 */
public record Issue(
        IssueCode code, Severity severity, Source source, String subject, String column, String value, String reason) {
    /** By file, line, subject and column. */
    public static final Comparator<Issue> ORDER = Comparator.comparing(
                    (Issue i) -> i.source().file())
            .thenComparingLong(i -> i.source().line())
            .thenComparing(Issue::subject)
            .thenComparing(Issue::column)
            .thenComparing(Issue::code)
            .thenComparing(Issue::reason)
            .thenComparing(Issue::value);

    public Issue {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        value = value.length() <= 80 ? value : value.substring(0, 80) + "...";
    }

    /** An issue with a fact of a book. */
    public static Issue of(IssueCode code, Severity severity, Fact fact, String column, String value, String reason) {
        return new Issue(
                code,
                severity,
                fact.source(),
                fact.id().kind() + " " + fact.id().value(),
                column,
                value,
                reason);
    }

    /** The same without the value and the subject, which may hold personal data; the reason never repeats them. */
    public Issue redacted() {
        return new Issue(code, severity, source, "", column, value.isEmpty() ? "" : "(redacted)", reason);
    }

    /** {@code place, column: reason (value)}; control characters, which a terminal would obey, as their numbers. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(severity.name()).append(' ').append(source);
        if (!subject.isEmpty()) {
            text.append(", ").append(subject);
        }
        if (!column.isEmpty()) {
            text.append(", ").append(column);
        }
        text.append(": ").append(reason);
        return visible(
                value.isEmpty()
                        ? text.toString()
                        : text.append(" (").append(value).append(')').toString());
    }

    private static String visible(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.chars()
                .forEach(c -> visible.append(
                        Character.isISOControl(c)
                                ? String.format(Locale.ROOT, "\\u%04x", c)
                                : String.valueOf((char) c)));
        return visible.toString();
    }
}
