package io.revops.load.salesforce;

import io.revops.book.Issue;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts of what is worth knowing, by file. */
final class Notes {
    private final Map<String, Map<Note, Long>> counts = new TreeMap<>();

    void count(Source place, Note note) {
        counts.computeIfAbsent(place.file(), f -> new EnumMap<>(Note.class)).merge(note, 1L, Long::sum);
    }

    void writeTo(LoadLog log) {
        counts.forEach((file, notes) -> notes.forEach((note, count) -> log.issue(new Issue(
                note.code(),
                Severity.NOTE,
                new Source(SalesforceExport.SYSTEM, file, 0),
                "",
                note.column(),
                "",
                count + " " + note.text()))));
    }
}
