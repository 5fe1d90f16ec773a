package io.revops.load.zendesk;

import io.revops.book.Issue;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What everything that is read in one go shares. */
final class Context {
    private final LoadLog log;
    private final Map<String, Map<Note, Long>> notes = new TreeMap<>();

    Context(LoadLog log) {
        this.log = log;
    }

    LoadLog log() {
        return log;
    }

    void count(Source place, Note note) {
        notes.computeIfAbsent(place.file(), f -> new EnumMap<>(Note.class)).merge(note, 1L, Long::sum);
    }

    void writeNotes() {
        notes.forEach((file, counts) -> counts.forEach((note, count) -> log.issue(new Issue(
                note.code(),
                Severity.NOTE,
                new Source(ZendeskExport.SYSTEM, file, 0),
                "",
                note.column(),
                "",
                count + " " + note.text()))));
    }
}
