package io.revops.load;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.time.Moment;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Columns with the moment of a change, of which each that is filled becomes a dated entry of the row's fact. */
final class MappedHistory {
    /** What holds of a deal from the moment on that it closed. */
    private static final List<String> STATE = List.of("stage", "outcome", "category", "probability");

    private final Mapping mapping;
    private final SheetDates dates;
    private final LoadLog log;
    private final Function<Row, LoadLog.Verdict> reader;
    private final String id;
    private Map<String, String> columns = Map.of();

    MappedHistory(Mapping mapping, SheetDates dates, LoadLog log, Function<Row, LoadLog.Verdict> reader) {
        this.mapping = mapping;
        this.dates = dates;
        this.log = log;
        this.reader = reader;
        id = mapping.kind().equals("opportunities") ? "change_id" : "status_id";
    }

    /** Finds its columns among those of a sheet. */
    void header(Map<String, String> written) {
        Map<String, String> found = new LinkedHashMap<>();
        mapping.history().keySet().forEach(column -> {
            String there = written.get(MappedRows.key(column));
            if (there != null) {
                found.put(column, there);
            }
        });
        columns = found;
    }

    /** The row itself is counted, and its changes are not. */
    void add(Row change) {
        var unused = reader.apply(change);
    }

    /**
     * The changes of a row, oldest first. What they tell is taken out of the fields of the row, which would say that it had
     * always been so.
     */
    List<Map<String, String>> changes(Row sheet, Map<String, String> fields) {
        NavigableMap<Moment, Map<String, String>> found = new TreeMap<>(
                Comparator.comparing((Moment m) -> m.instant(ZoneOffset.UTC)).thenComparing(Moment::isDate));
        columns.forEach((column, there) -> sheet.text(there)
                .filter(text -> !mapping.isEmpty(text))
                .ifPresent(text -> found.computeIfAbsent(moment(there, text), m -> new LinkedHashMap<>())
                        .putAll(changed(column))));
        if (found.isEmpty()) {
            return List.of();
        }
        if (mapping.kind().equals("opportunities")) {
            current(sheet, fields, found);
        }
        String parent = mapping.kind().equals("opportunities")
                ? "opportunity_id"
                : mapping.kind().equals("leads") ? "lead_id" : "ticket_id";
        List<Map<String, String>> changes = new ArrayList<>();
        found.forEach((moment, change) -> {
            Map<String, String> row = new LinkedHashMap<>(change);
            row.put(parent, fields.get(parent));
            row.put("effective", moment.toString());
            row.putIfAbsent(id, "history@" + moment);
            changes.add(row);
        });
        return changes;
    }

    private Map<String, String> changed(String column) {
        Map<String, String> changed = new LinkedHashMap<>(mapping.history().getOrDefault(column, Map.of()));
        Map<String, String> stages = mapping.values(MappingCheck.STAGES);
        String stage = changed.get("stage");
        if (stage != null && !stages.isEmpty() && !changed.containsKey("outcome")) {
            changed.put("outcome", MappedRow.meaning(MappingCheck.STAGES, stages, stage));
        }
        return changed;
    }

    /** The state in the row itself belongs to the last change, or, of a deal that closed without one, to its close date. */
    private void current(Row sheet, Map<String, String> fields, NavigableMap<Moment, Map<String, String>> found) {
        Map<String, String> state = new LinkedHashMap<>();
        STATE.stream().filter(fields::containsKey).forEach(f -> state.put(f, fields.get(f)));
        Set<String> told =
                found.values().stream().flatMap(c -> c.keySet().stream()).collect(Collectors.toSet());
        boolean isClosed = !state.getOrDefault("outcome", "open").equals("open");
        boolean closes = found.values().stream()
                .anyMatch(c -> !c.getOrDefault("outcome", "open").equals("open"));
        if (isClosed && !closes && fields.containsKey("close_date")) {
            STATE.forEach(fields::remove);
            found.computeIfAbsent(Moment.parse(fields.get("close_date")), m -> new LinkedHashMap<>())
                    .putAll(state);
            return;
        }
        Map<String, String> last = found.lastEntry().getValue();
        String stage = state.getOrDefault("stage", "");
        boolean isTold = stage.isEmpty()
                || !told.contains("stage")
                || found.values().stream().anyMatch(c -> stage.equals(c.get("stage")));
        if (!isTold) {
            log.issue(new Issue(
                    IssueCode.NO_HISTORY,
                    Severity.NOTE,
                    sheet.source(),
                    "opportunity " + fields.get("opportunity_id"),
                    "stage",
                    stage,
                    "The deal is in a stage for which the row has no date; it is taken to have come with the last change."
                            + " Maybe map the stage's column too."));
            last.put("stage", stage);
        }
        if (told.contains("stage")) {
            fields.remove("stage");
        }
        if (told.contains("outcome")) {
            fields.remove("outcome");
            if (!isTold && state.containsKey("outcome")) {
                last.put("outcome", state.get("outcome"));
            }
        }
        for (String field : List.of("category", "probability")) {
            if (state.containsKey(field)) {
                last.putIfAbsent(field, state.get(field));
                fields.remove(field);
            }
        }
    }

    private Moment moment(String column, String text) {
        try {
            return dates.moment(text);
        } catch (IllegalArgumentException e) {
            throw new BadRow(IssueCode.BAD_VALUE, column, text, String.valueOf(e.getMessage()));
        }
    }
}
