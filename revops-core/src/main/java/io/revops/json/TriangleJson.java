package io.revops.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.metric.cohort.Triangle;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A triangle of cohorts as JSON.
 *
 * <p>Keys: {@code schemaVersion} (1), {@code metric}, {@code title}, {@code formula}, {@code unit} and {@code exactUnit},
 * {@code cadence}, {@code age}, {@code span} ({@code from}, {@code to} excluded), {@code cohorts} and {@code totals}. A cohort
 * has {@code cohort} (its period), {@code accounts} (how many began) and {@code cells}, one for each age from 0: {@code printed},
 * and {@code exact} or {@code undefined} ({@code code}, {@code text}). Every entry of {@code totals} is such a cell. The same
 * triangle gives the same bytes.
 */
public final class TriangleJson {
    /** The version that is written. */
    public static final int SCHEMA_VERSION = 1;

    private final JsonGenerator json;
    private final Unit unit;

    private TriangleJson(JsonGenerator json, Unit unit) {
        this.json = json;
        this.unit = unit;
    }

    /** The triangle as text. */
    public static String text(Triangle<?> triangle) {
        StringWriter text = new StringWriter();
        try {
            write(triangle, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes the triangle to a file, in UTF-8.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Triangle<?> triangle, Path file) {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(JsonFile.writable(file)), StandardCharsets.UTF_8))) {
            write(triangle, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Triangle<?> triangle, Writer out) throws IOException {
        try (JsonGenerator json = ReportJson.generator(out)) {
            new TriangleJson(json, triangle.definition().unit()).triangle(triangle);
        }
        out.write('\n');
    }

    private void triangle(Triangle<?> triangle) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("metric", triangle.definition().id());
        json.writeStringField("title", triangle.definition().title());
        json.writeStringField("formula", triangle.definition().formula());
        json.writeStringField("unit", unit());
        json.writeStringField("exactUnit", exactUnit());
        json.writeStringField("cadence", lower(triangle.cadence()));
        json.writeStringField("age", lower(triangle.age()));
        json.writeObjectFieldStart("span");
        json.writeStringField("from", triangle.span().from().toString());
        json.writeStringField("to", triangle.span().to().toString());
        json.writeEndObject();
        json.writeArrayFieldStart("cohorts");
        for (Span cohort : triangle.cohorts()) {
            json.writeStartObject();
            json.writeStringField("cohort", cohort.toString());
            json.writeNumberField("accounts", triangle.size(cohort));
            json.writeArrayFieldStart("cells");
            for (int age = 0; age < triangle.ages(); age++) {
                cell(triangle.cell(cohort, age));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("totals");
        for (int age = 0; age < triangle.ages(); age++) {
            cell(triangle.total(age));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void cell(Reading<?> reading) throws IOException {
        json.writeStartObject();
        if (reading instanceof Undefined<?> undefined) {
            json.writeStringField("printed", "undefined");
            json.writeObjectFieldStart("undefined");
            json.writeStringField("code", undefined.code().name());
            json.writeStringField("text", undefined.text());
            json.writeEndObject();
        } else {
            Object value = reading.orElseThrow();
            json.writeStringField("printed", unit.print(value));
            json.writeNumberField("exact", exact(value));
        }
        json.writeEndObject();
    }

    private BigDecimal exact(Object value) {
        return value instanceof RunRate rate ? rate.perYear().amount() : unit.decimal(value);
    }

    private String unit() {
        return switch (unit) {
            case PERCENT -> "percent";
            case MONEY_PER_MONTH -> "money/month";
            default -> "accounts";
        };
    }

    private String exactUnit() {
        return switch (unit) {
            case PERCENT -> "ratio";
            case MONEY_PER_MONTH -> "money/year";
            default -> "accounts";
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
