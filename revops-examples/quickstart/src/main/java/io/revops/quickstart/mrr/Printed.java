package io.revops.quickstart.mrr;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Tables of months as text.
 *
 * @param columns whether rows have a segment
 * @param tables one, or that of a policy, of another and their difference: then a row says of which it is
 */
record Printed(Figures.Columns columns, List<Block> tables) {

    /**
     * The months under one policy.
     *
     * @param policy its id, {@code difference} for what two differ in
     * @param title for the eye
     */
    record Block(String policy, String title, List<Figures> months) {}

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    Printed {
        tables = List.copyOf(tables);
    }

    private boolean isCompared() {
        return tables.size() > 1;
    }

    private List<String> header() {
        List<String> names = new ArrayList<>();
        names.add("month");
        if (columns == Figures.Columns.BY_SEGMENT) {
            names.add("segment");
        }
        names.addAll(Figures.amounts(columns));
        names.addAll(Figures.COUNTS);
        return names;
    }

    private static List<String> keys(Figures line) {
        return line.segment() == null ? List.of(line.month()) : List.of(line.month(), line.segment());
    }

    /** A header, then a row for each month (and segment) of each table. Lines end in a line feed. */
    void csv(PrintStream out) {
        out.print((isCompared() ? "policy," : "") + String.join(",", header()) + "\n");
        for (Block table : tables) {
            for (Figures line : table.months()) {
                StringBuilder text = new StringBuilder(isCompared() ? table.policy() + "," : "");
                keys(line).forEach(key -> text.append(quoted(key)).append(','));
                line.amounts().forEach(a -> text.append(a.toPlainString()).append(','));
                out.print(text + String.join(",", counts(line)) + "\n");
            }
        }
    }

    private static List<String> counts(Figures line) {
        return line.counts().isEmpty()
                ? Collections.nCopies(Figures.COUNTS.size(), "")
                : line.counts().stream().map(String::valueOf).toList();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** An array with an object for each row: amounts are numbers, exact as in CSV. In UTF-8. */
    void json(PrintStream out) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
            lines.indentArraysWith(new DefaultIndenter("", "\n"));
            lines.indentObjectsWith(new DefaultPrettyPrinter.FixedSpaceIndenter());
            json.setPrettyPrinter(lines);
            json.writeStartArray();
            for (Block table : tables) {
                for (Figures line : table.months()) {
                    write(json, table, line);
                }
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print("\n");
    }

    private void write(JsonGenerator json, Block table, Figures line) throws IOException {
        json.writeStartObject();
        if (isCompared()) {
            json.writeStringField("policy", table.policy());
        }
        json.writeStringField("month", line.month());
        if (line.segment() != null) {
            json.writeStringField("segment", line.segment());
        }
        List<String> amounts = Figures.amounts(columns);
        for (int i = 0; i < amounts.size(); i++) {
            json.writeNumberField(amounts.get(i), line.amounts().get(i));
        }
        for (int i = 0; i < line.counts().size(); i++) {
            json.writeNumberField(Figures.COUNTS.get(i), line.counts().get(i));
        }
        json.writeEndObject();
    }

    /** Titles and columns for the eye. */
    void table(PrintStream out, int digits) {
        String gap = "";
        for (Block table : tables) {
            out.print(gap + table.title() + "\n\n");
            List<List<String>> cells = new ArrayList<>();
            cells.add(header().stream().map(name -> name.replace('_', ' ')).toList());
            for (Figures line : table.months()) {
                List<String> row = new ArrayList<>(keys(line));
                line.amounts().forEach(a -> row.add(grouped(a, digits)));
                line.counts().forEach(c -> row.add(grouped(BigDecimal.valueOf(c), 0)));
                cells.add(row);
            }
            aligned(out, cells, columns == Figures.Columns.BY_SEGMENT ? 2 : 1);
            gap = "\n";
        }
    }

    static String grouped(BigDecimal number, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", number);
    }

    static void aligned(PrintStream out, List<List<String>> cells, int keys) {
        int[] width = new int[cells.get(0).size()];
        for (List<String> row : cells) {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], length(row.get(i)));
            }
        }
        for (List<String> row : cells) {
            List<String> padded = new ArrayList<>();
            for (int i = 0; i < width.length; i++) {
                String blanks = String.join("", Collections.nCopies(width[i] - length(row.get(i)), " "));
                padded.add(i < keys ? row.get(i) + blanks : blanks + row.get(i));
            }
            out.print(String.join("  ", padded) + "\n");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
