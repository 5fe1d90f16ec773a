package io.revops.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.revops.metric.Explanation;
import io.revops.metric.Undefined;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A report as JSON.
 *
 * <p>Keys: {@code schemaVersion} (1), {@code title}, {@code span} ({@code from}, {@code to} excluded), {@code imprint}
 * ({@code library}, {@code policy}, {@code data}), {@code sections}. A section has {@code id}, {@code title}, {@code text},
 * {@code tables}, {@code how} and {@code charts}. A table has {@code id}, {@code title}, {@code columns} ({@code key},
 * {@code title}, {@code unit}, {@code exactUnit}), {@code rows}, {@code notes} and {@code totals}. A row has one member for
 * each column key: {@code printed}, and {@code exact} (a number in the column's {@code exactUnit}) or {@code undefined}
 * ({@code code}, {@code text}), and {@code how} where the figure tells how it was concluded: {@code headline},
 * {@code formula}, {@code totals}, {@code policy}, {@code lines} and {@code edges}, as in {@code how} of the section. A chart
 * names its {@code kind}, {@code table} and columns. Keys are only ever added within a schema version. The same report gives
 * the same bytes.
 */
public final class ReportJson {
    /** The version that is written. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;
    private final ChartJson charts;

    private ReportJson(JsonGenerator json) {
        this.json = json;
        charts = new ChartJson(json);
    }

    /** The report as text. */
    public static String text(Report report) {
        StringWriter text = new StringWriter();
        try {
            write(report, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes the report to a file, in UTF-8; half a character, which has no bytes there, becomes a question mark.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Report report, Path file) {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(JsonFile.writable(file)), StandardCharsets.UTF_8))) {
            write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Report report, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            new ReportJson(json).report(report);
        }
        out.write('\n');
    }

    /** Writes with plain decimals and a line for each value; the writer stays open. */
    static JsonGenerator generator(Writer out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        pretty.indentObjectsWith(lines);
        pretty.indentArraysWith(lines);
        JsonGenerator json = FACTORY.createGenerator(out);
        json.setPrettyPrinter(pretty);
        return json;
    }

    private void report(Report report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("title", report.title());
        json.writeObjectFieldStart("span");
        json.writeStringField("from", report.span().from().toString());
        json.writeStringField("to", report.span().to().toString());
        json.writeEndObject();
        json.writeObjectFieldStart("imprint");
        json.writeStringField("library", report.imprint().library());
        json.writeStringField("policy", report.imprint().policy());
        json.writeStringField("data", report.imprint().data());
        json.writeEndObject();
        json.writeArrayFieldStart("sections");
        for (Section section : report.sections()) {
            section(section);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void section(Section section) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", section.id());
        json.writeStringField("title", section.title());
        strings("text", section.text());
        json.writeArrayFieldStart("tables");
        for (Table table : section.tables()) {
            table(table);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("how");
        for (Explanation how : section.how()) {
            explanation(how);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("charts");
        for (Chart chart : section.charts()) {
            charts.chart(chart);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void table(Table table) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", table.id());
        json.writeStringField("title", table.title());
        json.writeArrayFieldStart("columns");
        for (Column column : table.columns()) {
            json.writeStartObject();
            json.writeStringField("key", column.key());
            json.writeStringField("title", column.title());
            json.writeStringField("unit", column.unit());
            json.writeStringField("exactUnit", column.exactUnit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (List<Cell> row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeFieldName(table.columns().get(i).key());
                cell(row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        strings("notes", table.notes());
        json.writeNumberField("totals", table.totals());
        json.writeEndObject();
    }

    private void cell(Cell cell) throws IOException {
        json.writeStartObject();
        json.writeStringField("printed", cell.printed());
        if (cell.exact() != null) {
            json.writeNumberField("exact", cell.exact());
        }
        Undefined<?> undefined = cell.undefined();
        if (undefined != null) {
            json.writeObjectFieldStart("undefined");
            json.writeStringField("code", undefined.code().name());
            json.writeStringField("text", undefined.text());
            json.writeEndObject();
        }
        Explanation how = cell.how();
        if (how != null) {
            json.writeFieldName("how");
            explanation(how);
        }
        json.writeEndObject();
    }

    private void explanation(Explanation how) throws IOException {
        json.writeStartObject();
        json.writeStringField("headline", how.headline());
        json.writeStringField("formula", how.formula());
        strings("totals", how.totals());
        strings("policy", how.policy());
        strings("lines", how.lines());
        strings("edges", how.edges());
        json.writeEndObject();
    }

    private void strings(String key, List<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
