package io.revops.load;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the rows of one sheet with its mapping. */
final class MappedRows {
    private final Mapping mapping;
    private final MappedKind kind;
    private final SheetDates dates;
    private final Function<Row, LoadLog.Verdict> reader;
    private final Optional<MappedHistory> history;
    private MappedRow row;

    MappedRows(Mapping mapping, LoadLog log, NativeRows rows, Periods periods) {
        this.mapping = mapping;
        kind = MappedKind.named(mapping.kind()).orElseThrow();
        dates = new SheetDates(mapping.dates(), mapping.zone().orElse(null));
        reader = kind.ofNativeForm().map(k -> k.reader(rows)).orElse(periods::read);
        history = mapping.history().isEmpty()
                ? Optional.empty()
                : Optional.of(new MappedHistory(
                        mapping, dates, log, kind.history().orElseThrow().reader(rows)));
        row = new MappedRow(mapping, kind, dates, Map.of());
    }

    /** Finds the columns of a sheet, in any case. */
    void header(LoadLog log, String sheet, List<String> header) {
        Map<String, String> written = new HashMap<>();
        header.forEach(c -> written.putIfAbsent(key(c), c));
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        mapping.columns().forEach((column, field) -> {
            String there = written.get(key(column));
            if (there == null) {
                missing.add(column);
            } else {
                found.computeIfAbsent(field, f -> new ArrayList<>(1)).add(there);
            }
        });
        required(found, written, header);
        notes(log, sheet, found, missing, written);
        row = new MappedRow(mapping, kind, dates, found);
        history.ifPresent(h -> h.header(written));
    }

    private void required(Map<String, List<String>> found, Map<String, String> written, List<String> header) {
        Set<String> lost = new LinkedHashSet<>();
        mapping.columns().forEach((column, field) -> {
            boolean isTold = kind.type(field).orElseThrow() == CellType.CURRENCY
                    && mapping.currency().isPresent();
            if (kind.required().contains(field) && !found.containsKey(field) && !isTold) {
                lost.add(column);
            }
        });
        mapping.joined()
                .forEach((field, parts) ->
                        parts.stream().filter(c -> !written.containsKey(key(c))).forEach(lost::add));
        if (!lost.isEmpty()) {
            throw new BadRow(
                    IssueCode.MISSING_COLUMN,
                    String.join(", ", lost),
                    "",
                    "The header lacks " + lost + ", and " + mapping.kind()
                            + " cannot be without. Maybe the columns were renamed: change the mapping; the sheet has "
                            + clipped(header.toString()) + ".");
        }
    }

    private void notes(
            LoadLog log,
            String sheet,
            Map<String, List<String>> found,
            List<String> missing,
            Map<String, String> written) {
        List<String> absent = new ArrayList<>(missing);
        absent.removeIf(c -> found.containsKey(mapping.columns().get(c)));
        mapping.history().keySet().stream()
                .filter(c -> !written.containsKey(key(c)))
                .forEach(absent::add);
        if (!absent.isEmpty()) {
            log.issue(
                    new Issue(
                            IssueCode.MISSING_COLUMN,
                            Severity.NOTE,
                            new Source(MappedSheet.SYSTEM, sheet, 1),
                            "",
                            String.join(", ", absent),
                            "",
                            "The sheet lacks columns that the mapping would read; they count as empty. Maybe they were renamed."));
        }
    }

    LoadLog.Verdict read(Row sheet) {
        Map<String, String> fields = row.fields(sheet);
        List<Map<String, String>> changes = history.isPresent() ? history.get().changes(sheet, fields) : List.of();
        try {
            LoadLog.Verdict verdict = reader.apply(asRow(fields, sheet.source()));
            if (verdict == LoadLog.Verdict.ACCEPTED) {
                history.ifPresent(h -> changes.forEach(c -> h.add(asRow(c, sheet.source()))));
            }
            return verdict;
        } catch (BadRow bad) {
            String column = row.columnOf(sheet, bad.column());
            throw new BadRow(
                    bad.code(), column, sheet.text(column).orElse(bad.value()), String.valueOf(bad.getMessage()));
        }
    }

    static Row asRow(Map<String, String> fields, Source source) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> cells = new ArrayList<>();
        fields.forEach((field, text) -> {
            columns.put(field, cells.size());
            cells.add(text);
        });
        return new Row(columns, cells.toArray(String[]::new), source);
    }

    static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }

    private static String clipped(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
