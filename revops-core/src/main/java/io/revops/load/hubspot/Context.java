package io.revops.load.hubspot;

import io.revops.book.Issue;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What everything that is read in one go shares. */
final class Context {
    private final LoadLog log;
    private final @Nullable Currency currency;
    private final List<String> attributes;
    private final Map<String, Map<Note, Long>> notes = new TreeMap<>();

    Context(LoadLog log, @Nullable Currency currency, List<String> attributes) {
        this.log = log;
        this.currency = currency;
        this.attributes = attributes;
    }

    LoadLog log() {
        return log;
    }

    @Nullable
    Currency currency() {
        return currency;
    }

    /** The properties that become attributes beside those that always do. */
    List<String> attributes() {
        return attributes;
    }

    void count(Source place, Note note) {
        notes.computeIfAbsent(place.file(), f -> new EnumMap<>(Note.class)).merge(note, 1L, Long::sum);
    }

    void writeNotes() {
        notes.forEach((file, counts) -> counts.forEach((note, count) -> log.issue(new Issue(
                note.code(),
                Severity.NOTE,
                new Source(HubSpotExport.SYSTEM, file, 0),
                "",
                note.column(),
                "",
                count + " " + note.text()))));
    }
}
