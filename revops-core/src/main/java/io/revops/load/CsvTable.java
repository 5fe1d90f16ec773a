package io.revops.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table in a CSV file: RFC 4180, the first row naming the columns.
 *
 * <ul>
 *   <li><b>Text.</b> UTF-8 with or without a byte order mark, or UTF-16 with one. Any other encoding has to be declared with
 *       {@link #in}; bytes that are none of it are an issue, never a question mark.
 *   <li><b>Separator.</b> Comma, semicolon or tab, whichever the header uses most, unless {@link #separatedBy} says so or the
 *       first line does ({@code sep=;}). Lines end as on any system.
 *   <li><b>Rows.</b> Empty rows, also {@code ;;;}, are passed over, and so are empty cells beyond the header. A header that is
 *       there again counts as a duplicate. A row with more cells than the header, a cut-off quote or broken bytes is an
 *       issue with its line.
 *   <li><b>Limits.</b> A cell has at most 1,000,000 characters, a row 8,000,000, a header 16,384 columns; whatever a file
 *       holds, no more than one row of it is in memory.
 * </ul>
 *
 * A file that is no text, has no header or lacks a column is one issue, and its rows are not read.
 */
public final class CsvTable implements RowSource {
    private static final int MAX_CELL = RowIntake.MAX_CELL;
    private static final int MAX_ROW = 8_000_000;
    private static final int MAX_COLUMNS = 1 << 14;

    /** How far the first line that has something in it is searched for separators. */
    private static final int LOOK_AHEAD = 1 << 14;

    private static final CsvFactory CSV = CsvFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_CELL).build())
            .build();

    private final Path file;
    private final String system;
    private final Charset charset;
    private final @Nullable Character separator;

    private CsvTable(Path file, String system, Charset charset, @Nullable Character separator) {
        this.file = Objects.requireNonNull(file, "file");
        this.system = system;
        this.charset = charset;
        this.separator = separator;
    }

    /**
     * A table in a file.
     *
     * @param system the kind of system that the file comes from, for {@link io.revops.book.Source}
     */
    public static CsvTable of(Path file, String system) {
        return new CsvTable(file, system, StandardCharsets.UTF_8, null);
    }

    /** The same, in the encoding that a file without a byte order mark has. */
    public CsvTable in(Charset other) {
        return new CsvTable(file, system, Objects.requireNonNull(other, "charset"), separator);
    }

    /** The same, with the separator, which is then not looked for. */
    public CsvTable separatedBy(char other) {
        return new CsvTable(file, system, charset, checked(other));
    }

    static char checked(char other) {
        if (other == '"' || other == '\n' || other == '\r' || Character.isLetterOrDigit(other)) {
            throw new IllegalArgumentException(
                    "Cells cannot be separated by (" + other + "). Maybe by a comma, a semicolon, a tab or a bar.");
        }
        return other;
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
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
    public void read(
            LoadLog log, List<String> required, Consumer<List<String>> header, Function<Row, LoadLog.Verdict> reader) {
        new RowIntake(log, system, name(), required, header, reader).take(this);
    }

    @Override
    public void read(Rows rows) {
        try (Reader text = TextFile.open(file, charset);
                CsvParser in = parser(text)) {
            read(in, rows);
        } catch (CharacterCodingException e) {
            rows.unreadable(TextFile.broken(e, charset, "CSV"));
        } catch (NoSuchFileException e) {
            throw TextFile.missing(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(CsvParser in, Rows rows) throws IOException {
        Cells row = new Cells(in);
        int width = -1;
        try {
            while (row.next(width)) {
                if (width < 0 && row.isBlank()) {
                    continue;
                }
                if (width < 0) {
                    width = header(row, rows);
                    if (width < 0) {
                        return;
                    }
                } else {
                    row.give(width, rows);
                }
            }
        } catch (JsonProcessingException e) {
            rows.broken(
                    row.line == 0 ? row.begun : row.line,
                    "The file cannot be taken apart from this row on. Maybe a quote is not closed, or a cell has more than "
                            + MAX_CELL + " characters.");
        }
    }

    /** How many columns there are; below 0 if the rows are not to be read. */
    private static int header(Cells row, Rows rows) {
        String all = String.join("", row.cells);
        long zeros = all.chars().filter(c -> c == 0).count();
        if (zeros > 0) {
            rows.unreadable(
                    zeros * 2 >= all.length() - 1
                            ? "The file is UTF-16 without a byte order mark. Maybe declare the encoding, or save the file as UTF-8."
                            : "The file is not text. Maybe it is a spreadsheet or an archive; export it as CSV.");
            return -1;
        }
        if (row.count > MAX_COLUMNS || row.isTooLong) {
            rows.unreadable("The first line has more than " + MAX_COLUMNS + " cells or " + MAX_ROW
                    + " characters. Maybe it is no table.");
            return -1;
        }
        return rows.columns(row.cells) ? row.cells.size() : -1;
    }

    /** One row, of which no more is kept than the header has room for. */
    private static final class Cells {
        private final CsvParser in;
        private final List<String> cells = new ArrayList<>();
        private int count;
        private long length;
        private long line;
        private long begun;
        private boolean isTooLong;
        private int beyond;

        Cells(CsvParser in) {
            this.in = in;
        }

        boolean next(int width) throws IOException {
            cells.clear();
            count = 0;
            length = 0;
            line = 0;
            begun = Math.max(1, in.currentLocation().getLineNr());
            isTooLong = false;
            beyond = 0;
            int most = width < 0 ? MAX_COLUMNS : width;
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token == JsonToken.END_ARRAY) {
                    return true;
                }
                if (token == JsonToken.START_ARRAY) {
                    continue;
                }
                line = line == 0 ? Math.max(1, in.currentTokenLocation().getLineNr()) : line;
                cell(in.getText(), most);
            }
            return false;
        }

        private void cell(String text, int most) {
            count++;
            length += text.length();
            isTooLong |= length > MAX_ROW;
            if (count > most) {
                beyond = text.isBlank() ? beyond : count;
            } else if (!isTooLong) {
                cells.add(text);
            }
        }

        boolean isBlank() {
            return !isTooLong && beyond == 0 && cells.stream().allMatch(String::isBlank);
        }

        void give(int width, Rows rows) {
            if (isTooLong) {
                rows.broken(line, "The row has more than " + MAX_ROW + " characters. Maybe a quote is missing.");
            } else if (beyond > 0) {
                rows.broken(line, RowIntake.tooMany(beyond, width));
            } else {
                rows.row(line, cells.toArray());
            }
        }
    }

    private CsvParser parser(Reader text) throws IOException {
        char by = separator == null ? separator(text) : separator;
        CsvParser in = CSV.createParser(text);
        in.setSchema(CsvSchema.emptySchema().withColumnSeparator(by));
        in.disable(CsvParser.Feature.TRIM_SPACES);
        in.disable(CsvParser.Feature.EMPTY_STRING_AS_NULL);
        in.disable(CsvParser.Feature.WRAP_AS_ARRAY);
        return in;
    }

    /** The separator; a first line that does nothing but name it is gone then. */
    private static char separator(Reader text) throws IOException {
        text.mark(LOOK_AHEAD + 1);
        StringBuilder first = new StringBuilder();
        boolean quoted = false;
        boolean isFirst = true;
        for (int c = text.read(), n = 0; c >= 0 && n < LOOK_AHEAD; c = text.read(), n++) {
            quoted ^= c == '"';
            boolean ends = !quoted && (c == '\n' || c == '\r');
            if (ends && first.chars().anyMatch(f -> f != ' ')) {
                break;
            }
            isFirst &= !ends;
            if (!quoted && !ends) {
                first.append((char) c);
            }
        }
        text.reset();
        String line = first.toString();
        if (isFirst && line.length() == 5 && line.startsWith("sep=")) {
            for (int i = 0; i < 5; i++) {
                text.read();
            }
            return line.charAt(4);
        }
        return mostUsed(line);
    }

    private static char mostUsed(String line) {
        long commas = line.chars().filter(c -> c == ',').count();
        long semicolons = line.chars().filter(c -> c == ';').count();
        long tabs = line.chars().filter(c -> c == '\t').count();
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}
