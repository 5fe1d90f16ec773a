package io.revops.load.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The objects of one JSON file, one at a time: of an array, of a list object, a single one, or one per line.
 * A line that is no JSON is a broken row and the next line is read; in an array nothing can be read after a break. An object
 * of an array that is larger than the longest line is a broken row, and the next is read.
 */
public final class ObjectFile {
    /** How far to look for the end of the first line. */
    private static final int LOOK_AHEAD = 1 << 20;

    private static final ObjectMapper MAPPER = mapper(Long.MAX_VALUE);

    private static final ObjectReader LINE =
            mapper(OneByOne.MOST_TOKENS).readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final String system;
    private final String elements;
    private final String name;
    private final LoadLog log;
    private final BiConsumer<JsonNode, Source> each;
    private boolean hasMore;

    /**
     * @param system the kind of system that the file comes from, for {@link Source}
     * @param elements the field of a list object in which its elements are
     * @param each takes every object with its place
     */
    public ObjectFile(Path file, String system, String elements, LoadLog log, BiConsumer<JsonNode, Source> each) {
        this.file = file;
        this.system = system;
        this.elements = elements;
        this.name = String.valueOf(file.getFileName());
        this.log = log;
        this.each = each;
    }

    /**
     * Reads every object.
     *
     * @throws UncheckedIOException if the file cannot be opened or read
     */
    public void read() {
        log.file(name);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(LOOK_AHEAD + 1);
            int first = firstByte(in);
            if (first < 0) {
                issue(Severity.ERROR, "The file is empty. Maybe the export failed.");
                return;
            }
            if (first == '<' || isArchive(first, in)) {
                issue(
                        Severity.ERROR,
                        first == '<'
                                ? "The file is a web page or XML, and no JSON. Maybe an error was saved instead of the export."
                                : "The file is an archive or a spreadsheet, and no JSON. Maybe unpack it first.");
                return;
            }
            boolean lines = first != '[' && (isLineByLine(name) || firstLineIsWhole(in, first));
            in.reset();
            if (lines) {
                lines(in);
            } else {
                document(in);
            }
            if (hasMore) {
                issue(
                        Severity.WARNING,
                        "The last list in the file says that there is more. Maybe export every page of it.");
            }
        } catch (CharConversionException e) {
            issue(Severity.ERROR, "The file is not text. Maybe it is an archive or a spreadsheet; export it as JSON.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectMapper mapper(long mostTokens) {
        return new ObjectMapper(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(100)
                                .maxStringLength(1_000_000)
                                .maxTokenCount(mostTokens)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    static boolean isLineByLine(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
    }

    /** An object that is written in a cell of a table; empty if there is none in it. */
    public static Optional<ObjectNode> inCell(String text) {
        try {
            return LINE.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int firstByte(InputStream in) throws IOException {
        int c = in.read();
        // 0xEF 0xBB 0xBF is a byte order mark.
        for (int n = 0; n < LOOK_AHEAD && (Character.isWhitespace(c) || c == 0xEF || c == 0xBB || c == 0xBF); n++) {
            c = in.read();
        }
        return c;
    }

    /** Zip begins with PK; gzip with 8B, behind what counts as a blank. No JSON begins so. */
    private static boolean isArchive(int first, InputStream in) throws IOException {
        return first == 0x8B || (first == 'P' && in.read() == 'K');
    }

    private static boolean firstLineIsWhole(InputStream in, int first) throws IOException {
        byte[] rest = in.readNBytes(LOOK_AHEAD / 2);
        int end = 0;
        while (end < rest.length && rest[end] != '\n') {
            end++;
        }
        boolean more = false;
        for (int i = end; i < rest.length && !more; i++) {
            more = !Character.isWhitespace(rest[i]);
        }
        byte[] line = new byte[end + 1];
        line[0] = (byte) first;
        System.arraycopy(rest, 0, line, 1, end);
        return more && isWhole(line);
    }

    private static boolean isWhole(byte[] line) throws IOException {
        try {
            return LINE.readTree(line).isObject();
        } catch (JsonProcessingException | NumberFormatException e) {
            return false;
        }
    }

    private void lines(InputStream in) throws IOException {
        LineBytes lines = new LineBytes(in);
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            if (lines.isTooLong()) {
                broken(
                        lines.number(),
                        "The line has more than " + LineBytes.MOST + " bytes. Maybe it is no line of an export.");
                continue;
            }
            JsonNode node;
            try {
                node = LINE.readTree(lines.bytes());
            } catch (StreamConstraintsException e) {
                broken(
                        lines.number(),
                        "The line is nested too deep, a text in it is too long, or it has more than "
                                + OneByOne.MOST_TOKENS
                                + " names, values and brackets. Maybe it is no line of an export.");
                continue;
            } catch (JsonProcessingException | CharConversionException | NumberFormatException e) {
                // Jackson has no exception of its own for an exponent of eleven digits.
                broken(
                        lines.number(),
                        "The line is cut off or is no JSON. Maybe the disk was full, or an editor broke it.");
                continue;
            }
            one(node, lines.number());
        }
    }

    private void document(InputStream in) throws IOException {
        try (OneByOne parser = new OneByOne(MAPPER.createParser(in))) {
            try {
                while (parser.nextToken() != null) {
                    if (parser.currentToken() == JsonToken.START_ARRAY) {
                        elements(parser);
                    } else {
                        element(parser);
                    }
                }
            } catch (JsonProcessingException | NumberFormatException e) {
                broken(
                        Math.max(1, parser.currentLocation().getLineNr()),
                        "The rest of the file is cut off or is no JSON. Maybe the export stopped in the middle.");
            }
        }
    }

    private void elements(OneByOne parser) throws IOException {
        parser.end();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element(parser);
        }
    }

    private void element(OneByOne parser) throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        int around = parser.depth() - (parser.currentToken().isStructStart() ? 1 : 0);
        parser.begin();
        try {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                object(parser, line);
            } else {
                one(parser.readValueAsTree(), line);
            }
        } catch (OneByOne.TooLargeException e) {
            parser.leave(around);
            broken(line, "The object " + OneByOne.TOO_LARGE);
        }
        parser.end();
    }

    /** A single object, or a list object whose data is too long to hold. */
    private void object(OneByOne parser, long line) throws IOException {
        ObjectNode whole = MAPPER.createObjectNode();
        boolean list = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && field.equals(elements)) {
                list = true;
                long bytes = parser.bytes();
                int tokens = parser.tokens();
                elements(parser);
                parser.resume(bytes, tokens);
            } else {
                JsonNode value = parser.readValueAsTree();
                whole.set(field, value);
            }
        }
        if (list) {
            hasMore = more(whole);
        } else {
            one(whole, line);
        }
    }

    private void one(JsonNode node, long line) {
        if (node.path(elements).isArray()) {
            hasMore = more(node);
            node.path(elements).forEach(element -> one(element, line));
        } else if (node.isObject()) {
            each.accept(node, new Source(system, name, line));
        } else {
            broken(line, "There is no object here. Maybe the file was made by something else than the API.");
        }
    }

    /** Whether a list says that it goes on elsewhere. */
    private static boolean more(JsonNode list) {
        return list.path("has_more").asBoolean()
                || !list.path("next_offset").asText().isBlank();
    }

    private void broken(long line, String reason) {
        log.broken(new Source(system, name, line), "", reason);
    }

    private void issue(Severity severity, String reason) {
        log.issue(new Issue(IssueCode.UNREADABLE, severity, new Source(system, name, 0), "", "", "", reason));
    }
}
