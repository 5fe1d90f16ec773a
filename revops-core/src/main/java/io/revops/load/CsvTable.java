package io.revops.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.book.Source;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A table in a CSV file: RFC 4180, UTF-8 with or without a byte order mark, separated by comma, semicolon or tab (whichever
 * the header uses most), the first row naming the columns.
 *
 * <p>A row with more cells than the header, a cut-off quote or broken bytes is an issue with its line; a cell may hold
 * 1,000,000 characters. A file that is no text, has no header or lacks a column is one issue, and its rows are not read.
 */
public final class CsvTable {
    private static final int MAX_CELL = 1_000_000;

    private final Path file;
    private final String system;

    private CsvTable(Path file, String system) {
        this.file = file;
        this.system = system;
    }

    /**
     * A table in a file.
     *
     * @param system the kind of system that the file comes from, for {@link Source}
     */
    public static CsvTable of(Path file, String system) {
        return new CsvTable(file, system);
    }

    /**
     * Reads every row.
     *
     * @param required the columns that must be there
     * @param reader what to do about a row
     * @throws UncheckedIOException if the file cannot be opened or read
     */
    public void read(LoadLog log, List<String> required, Function<Row, LoadLog.Verdict> reader) {
        read(log, required, columns -> {}, reader);
    }

    /**
     * Reads every row, after a look at the columns.
     *
     * @param header what to do about the names of the columns; a {@link BadRow} that it throws becomes an issue, and no row is
     *     read
     */
    void read(
            LoadLog log, List<String> required, Consumer<List<String>> header, Function<Row, LoadLog.Verdict> reader) {
        String name = String.valueOf(file.getFileName());
        log.file(name);
        try (Reader text = open(file)) {
            read(log, name, text, required, header, reader);
        } catch (CharacterCodingException e) {
            unreadable(log, name, "The file is not UTF-8 text. Maybe it was saved in another encoding, or is no CSV.");
        } catch (NoSuchFileException e) {
            throw missing(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UncheckedIOException missing(Path path, NoSuchFileException e) {
        IOException named = new NoSuchFileException(
                path.toString(),
                null,
                "There is no such file or folder. Maybe check the path, from "
                        + Path.of("").toAbsolutePath());
        named.addSuppressed(e);
        return new UncheckedIOException(named);
    }

    private void read(
            LoadLog log,
            String name,
            Reader text,
            List<String> required,
            Consumer<List<String>> seen,
            Function<Row, LoadLog.Verdict> reader)
            throws IOException {
        try (MappingIterator<String[]> rows = rows(text)) {
            Map<String, Integer> header = null;
            while (true) {
                String[] cells;
                long line;
                try {
                    if (!rows.hasNextValue()) {
                        break;
                    }
                    cells = rows.nextValue();
                    line = Math.max(1, rows.getParser().currentTokenLocation().getLineNr());
                } catch (JsonProcessingException | RuntimeJsonMappingException e) {
                    log.broken(
                            new Source(
                                    system,
                                    name,
                                    rows.getParser().currentLocation().getLineNr()),
                            "",
                            "The rest of the file cannot be taken apart. Maybe a quote is not closed, or a cell has more than "
                                    + MAX_CELL + " characters.");
                    break;
                }
                if (header == null) {
                    header = header(log, name, cells, required);
                    if (header == null || !accepts(log, name, header, seen)) {
                        return;
                    }
                    continue;
                }
                one(log, header, cells, new Source(system, name, line), reader);
            }
            if (header == null) {
                unreadable(
                        log,
                        name,
                        "The file is empty. Maybe the export failed; the first line should name " + required + ".");
            }
        }
    }

    private boolean accepts(LoadLog log, String name, Map<String, Integer> header, Consumer<List<String>> seen) {
        try {
            seen.accept(List.copyOf(header.keySet()));
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

    /** What becomes of the cells of one row: nothing if all are blank, an issue if there are too many of them. */
    static void one(
            LoadLog log,
            Map<String, Integer> header,
            String[] cells,
            Source place,
            Function<Row, LoadLog.Verdict> reader) {
        if (cells.length == 0 || Arrays.stream(cells).allMatch(String::isBlank)) {
            return;
        }
        if (cells.length > header.size()) {
            log.broken(
                    place,
                    "",
                    "The row has " + cells.length + " cells and the header " + header.size()
                            + ". Maybe a cell with a separator in it is not quoted.");
            return;
        }
        Row row = new Row(header, cells, place);
        log.read(place, () -> reader.apply(row));
    }

    private @org.jspecify.annotations.Nullable Map<String, Integer> header(
            LoadLog log, String name, String[] cells, List<String> required) {
        if (Arrays.stream(cells).anyMatch(c -> c.indexOf('\0') >= 0)) {
            unreadable(log, name, "The file is not text. Maybe it is a spreadsheet or an archive; export it as CSV.");
            return null;
        }
        Map<String, Integer> header = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            String column = cells[i].strip();
            if (header.putIfAbsent(column.isEmpty() ? "column " + (i + 1) : column, i) != null) {
                log.issue(new Issue(
                        IssueCode.MISSING_COLUMN,
                        Severity.ERROR,
                        new Source(system, name, 1),
                        "",
                        column,
                        "",
                        "The header names the column twice. Maybe rename one of them."));
                return null;
            }
        }
        List<String> missing =
                required.stream().filter(c -> !header.containsKey(c)).toList();
        if (!missing.isEmpty()) {
            log.issue(new Issue(
                    IssueCode.MISSING_COLUMN,
                    Severity.ERROR,
                    new Source(system, name, 1),
                    "",
                    String.join(", ", missing),
                    "",
                    "The header lacks " + missing + ". Maybe the wrong file; it has "
                            + clipped(header.keySet().toString()) + "."));
            return null;
        }
        return header;
    }

    private void unreadable(LoadLog log, String name, String reason) {
        log.issue(new Issue(IssueCode.UNREADABLE, Severity.ERROR, new Source(system, name, 0), "", "", "", reason));
    }

    private static String clipped(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }

    /** UTF-8 text without its byte order mark; other bytes are a {@link CharacterCodingException}. */
    static Reader open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        PushbackInputStream in = new PushbackInputStream(raw, 3);
        byte[] start = in.readNBytes(3);
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!mark) {
            in.unread(start);
        }
        return new java.io.BufferedReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    private static MappingIterator<String[]> rows(Reader text) throws IOException {
        text.mark(1 << 15);
        char separator = separator(text);
        text.reset();
        CsvFactory factory = new CsvFactory();
        factory.setStreamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(MAX_CELL).build());
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        ObjectReader reader = new CsvMapper(factory)
                .readerForArrayOf(String.class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .without(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
                .without(CsvParser.Feature.TRIM_SPACES)
                .without(CsvParser.Feature.EMPTY_STRING_AS_NULL)
                .with(schema);
        return reader.readValues(text);
    }

    private static char separator(Reader text) throws IOException {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int c = text.read(), n = 0; c >= 0 && n < 1 << 14; c = text.read(), n++) {
            quoted ^= c == '"';
            if (quoted) {
                continue;
            }
            if (c == '\n' || c == '\r') {
                break;
            }
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
            tabs += c == '\t' ? 1 : 0;
        }
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
