package io.revops.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The native form as one JSON document: an object with an array of rows for each kind. */
final class NativeJson {
    private static final String VERSION = "schemaVersion";
    private static final int NEWEST = 1;
    private static final int MAX_NESTING = 100;
    private static final int MAX_TEXT = 1_000_000;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private final String file;
    private final LoadLog log;
    private final NativeRows rows;
    private final long longest;
    private final Map<String, Function<Row, LoadLog.Verdict>> readers = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();

    NativeJson(Path file, LoadLog log, NativeRows rows, long longest) {
        this.file = String.valueOf(file.getFileName());
        this.log = log;
        this.rows = rows;
        this.longest = longest;
    }

    void read(Path path) throws IOException {
        log.file(file);
        try (BoundedReader text = new BoundedReader(TextFile.open(path, StandardCharsets.UTF_8), longest);
                JsonParser in = JSON.createParser(text)) {
            try {
                document(in);
            } catch (JsonProcessingException e) {
                broken(
                        in,
                        "Maybe a bracket, a comma or a quote is missing, or a text has more than " + MAX_TEXT
                                + " characters.");
            } catch (BoundedReader.TooLongException e) {
                broken(in, "Maybe split it: it has more than " + longest + " characters.");
            }
        } catch (CharacterCodingException e) {
            unreadable(TextFile.broken(e, StandardCharsets.UTF_8, "JSON"));
        }
    }

    private void document(JsonParser in) throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            unreadable("The file is no JSON object. Maybe it is empty, or another file.");
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            Source place = place(in);
            JsonToken value = in.nextToken();
            Optional<Kind> kind = NativeKinds.named(name);
            if (name.equals(VERSION)) {
                if (value != JsonToken.VALUE_NUMBER_INT || !in.getText().equals(String.valueOf(NEWEST))) {
                    unreadable("The file is not of the version " + NEWEST
                            + " of the native form. Maybe a newer release of this library reads it.");
                    return;
                }
            } else if (kind.isEmpty()) {
                log.issue(new Issue(
                        IssueCode.UNKNOWN_KIND,
                        Severity.ERROR,
                        place,
                        "",
                        name,
                        "",
                        "There is no such array in the native form, and it was not read. "
                                + Nearest.meant(name, NativeKinds.names())));
                in.skipChildren();
            } else if (value != JsonToken.START_ARRAY) {
                log.broken(place, "", "The rows of " + name + " are in no array. Maybe put brackets around them.");
                in.skipChildren();
            } else {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    row(in, kind.get());
                }
            }
        }
        if (in.nextToken() != null) {
            broken(in, "Maybe two documents were put into one file.");
        }
    }

    private void row(JsonParser in, Kind kind) throws IOException {
        Source place = place(in);
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            log.broken(place, "", "A row of " + kind.name() + " is no object. Maybe put it into braces.");
            return;
        }
        JsonRow row = new JsonRow();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String column = in.currentName();
            row.take(column, in);
            if (!kind.knows(column)
                    && unknown.size() < JsonRow.MAX_COLUMNS
                    && unknown.add(kind.name() + "/" + column)) {
                log.issue(NativeCsv.unknown(kind.name(), kind.known(), column, place));
            }
        }
        Function<Row, LoadLog.Verdict> reader = readers.computeIfAbsent(kind.name(), k -> kind.reader(rows));
        log.read(place, () -> reader.apply(row.finished(place)));
    }

    private Source place(JsonParser in) {
        return new Source(NativeForm.SYSTEM, file, in.currentTokenLocation().getLineNr());
    }

    private void broken(JsonParser in, String maybe) {
        log.broken(
                new Source(NativeForm.SYSTEM, file, in.currentLocation().getLineNr()),
                "",
                "The rest of the file cannot be taken apart. " + maybe);
    }

    private void unreadable(String reason) {
        log.issue(new Issue(
                IssueCode.UNREADABLE, Severity.ERROR, new Source(NativeForm.SYSTEM, file, 0), "", "", "", reason));
    }

    /** One row on each line. */
    static void write(RevenueBook book, Path file) throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(new DefaultIndenter("", "\n"));
        lines.indentObjectsWith(new DefaultPrettyPrinter.NopIndenter());
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator out = JSON.createGenerator(text).setPrettyPrinter(lines)) {
            out.writeStartObject();
            out.writeNumberField(VERSION, NEWEST);
            for (Kind kind : NativeKinds.ALL) {
                boolean[] begun = {false};
                kind.write(book, row -> {
                    try {
                        if (!begun[0]) {
                            out.writeArrayFieldStart(kind.name());
                            begun[0] = true;
                        }
                        out.writeStartObject();
                        row.accept((column, cell) -> field(out, column, cell));
                        out.writeEndObject();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                if (begun[0]) {
                    out.writeEndArray();
                }
            }
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    /** Every value is text: a reader that makes a double of a number cannot round an amount. */
    private static void field(JsonGenerator out, String column, String cell) {
        try {
            out.writeStringField(column, CellText.inJson(cell));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
