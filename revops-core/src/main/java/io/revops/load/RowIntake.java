package io.revops.load;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a source into a log: checks the header, passes over what is empty, and reads the rest. */
final class RowIntake implements RowSource.Rows {
    /** The most characters of a cell. */
    static final int MAX_CELL = 1_000_000;

    private final LoadLog log;
    private final String system;
    private final String name;
    private final List<String> required;
    private final Consumer<List<String>> seen;
    private final Function<Row, LoadLog.Verdict> reader;
    private Map<String, Integer> header = Map.of();
    private boolean isDone;
    private @Nullable Source repeated;
    private long repetitions;

    /**
     * @param required the columns that must be there
     * @param seen what to do about the names of the columns; a {@link BadRow} that it throws becomes an issue, and no row is
     *     read
     */
    RowIntake(
            LoadLog log,
            String system,
            String name,
            List<String> required,
            Consumer<List<String>> seen,
            Function<Row, LoadLog.Verdict> reader) {
        this.log = log;
        this.system = system;
        this.name = name;
        this.required = required;
        this.seen = seen;
        this.reader = reader;
    }

    /** Reads a whole source. */
    void take(RowSource source) {
        log.file(name);
        source.read(this);
        if (!isDone) {
            unreadable("The file is empty. Maybe the export failed; the first line should name "
                    + (required.isEmpty() ? "the columns" : required) + ".");
        }
        finish();
    }

    @Override
    public boolean columns(List<String> names) {
        isDone = true;
        Map<String, Integer> found = new LinkedHashMap<>();
        int named = names.size();
        while (named > 0 && names.get(named - 1).isBlank()) {
            named--;
        }
        for (int i = 0; i < named; i++) {
            String column = names.get(i).strip();
            if (found.putIfAbsent(column.isEmpty() ? "column " + (i + 1) : column, i) != null) {
                missing(column, "The header names the column twice. Maybe rename one of them.");
                return false;
            }
        }
        List<String> missing =
                required.stream().filter(c -> !found.containsKey(c)).toList();
        if (!missing.isEmpty()) {
            missing(
                    String.join(", ", missing),
                    "The header lacks " + missing + ". Maybe the wrong file; it has "
                            + clipped(found.keySet().toString()) + ".");
            return false;
        }
        header = found;
        return accepts(found);
    }

    private boolean accepts(Map<String, Integer> found) {
        try {
            seen.accept(List.copyOf(found.keySet()));
            return true;
        } catch (BadRow bad) {
            log.issue(new Issue(
                    bad.code(),
                    Severity.ERROR,
                    new Source(system, name, 1),
                    "",
                    bad.column(),
                    bad.value(),
                    String.valueOf(bad.getMessage())));
            return false;
        }
    }

    @Override
    public void row(long number, @Nullable Object... values) {
        if (isEmpty(values)) {
            return;
        }
        Source place = new Source(system, name, number);
        if (isHeader(values)) {
            repeated = repeated == null ? place : repeated;
            repetitions++;
            log.read(place, () -> LoadLog.Verdict.DUPLICATE);
            return;
        }
        int cells = values.length;
        while (cells > header.size() && isBlank(values[cells - 1])) {
            cells--;
        }
        if (cells > header.size() && hasMore(values)) {
            broken(number, tooMany(cells, header.size()));
            return;
        }
        log.read(place, () -> reader.apply(new Row(header, texts(values), place)));
    }

    static String tooMany(int cells, int columns) {
        return "The row has " + cells + " cells and the header " + columns
                + ". Maybe a cell with a separator in it is not quoted.";
    }

    @Override
    public void broken(long number, String reason) {
        isDone = true;
        log.broken(new Source(system, name, number), "", reason);
    }

    @Override
    public void unreadable(String reason) {
        isDone = true;
        log.issue(new Issue(IssueCode.UNREADABLE, Severity.ERROR, new Source(system, name, 0), "", "", "", reason));
    }

    /** Says what can only be said after the last row. */
    void finish() {
        if (repeated != null) {
            log.issue(
                    new Issue(
                            IssueCode.UNKNOWN_KIND,
                            Severity.NOTE,
                            repeated,
                            "",
                            "",
                            "",
                            "The header is there " + (repetitions + 1)
                                    + " times; each repetition counts as a duplicate. Maybe several exports were put into one file."));
        }
    }

    private String[] texts(@Nullable Object[] values) {
        String[] texts = new String[values.length];
        for (Map.Entry<String, Integer> column : header.entrySet()) {
            int i = column.getValue();
            if (i < values.length) {
                texts[i] = values[i] instanceof String text ? text : ValueText.of(column.getKey(), values[i]);
                if (texts[i].length() > MAX_CELL) {
                    throw new BadRow(
                            IssueCode.BAD_VALUE,
                            column.getKey(),
                            texts[i].substring(0, 100),
                            "The cell has more than " + MAX_CELL + " characters. Maybe a quote is missing.");
                }
            }
        }
        return texts;
    }

    private boolean hasMore(@Nullable Object[] values) {
        for (int i = header.size(); i < values.length; i++) {
            if (!isBlank(values[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeader(@Nullable Object[] values) {
        if (values.length < header.size()) {
            return false;
        }
        for (Map.Entry<String, Integer> column : header.entrySet()) {
            if (!(values[column.getValue()] instanceof String text)
                    || !text.strip().equals(column.getKey())) {
                return false;
            }
        }
        return !hasMore(values);
    }

    private static boolean isEmpty(@Nullable Object[] values) {
        for (Object value : values) {
            if (!isBlank(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank());
    }

    private void missing(String column, String reason) {
        log.issue(new Issue(
                IssueCode.MISSING_COLUMN, Severity.ERROR, new Source(system, name, 1), "", column, "", reason));
    }

    private static String clipped(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
