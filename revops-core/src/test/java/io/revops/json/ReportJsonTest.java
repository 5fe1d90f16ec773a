package io.revops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.revops.book.Account;
import io.revops.book.BillingInterval;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Explanation;
import io.revops.metric.Undefined;
import io.revops.money.Money;
import io.revops.report.Cell;
import io.revops.report.Column;
import io.revops.report.Report;
import io.revops.report.RevenueReport;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.Chart;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportJsonTest {
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final RevenueView view = view("Alder");
    private final Report report = RevenueReport.of(view);

    @Test
    void theDocumentNamesItsSchemaTitleAndSpan() throws IOException {
        JsonNode json = read(report);
        assertThat(names(json)).containsExactly("schemaVersion", "title", "span", "imprint", "sections");
        assertThat(json.get("schemaVersion").asInt())
                .isEqualTo(ReportJson.SCHEMA_VERSION)
                .isEqualTo(1);
        assertThat(json.get("title").asText()).isEqualTo("Revenue report");
        assertThat(names(json.get("span"))).containsExactly("from", "to");
        assertThat(json.at("/span/from").asText()).isEqualTo("2025-01-01");
        assertThat(json.at("/span/to").asText()).isEqualTo("2025-04-01");
        assertThat(names(json.get("imprint"))).containsExactly("library", "policy", "data");
        assertThat(json.at("/imprint/library").asText())
                .isEqualTo(report.imprint().library());
        assertThat(json.at("/imprint/policy").asText())
                .isEqualTo(report.imprint().policy());
        assertThat(json.at("/imprint/data").asText()).isEqualTo(report.imprint().data());
    }

    @Test
    void everySectionTableAndExplanationIsThereUnderItsKeys() throws IOException {
        JsonNode sections = read(report).get("sections");
        assertThat(sections).hasSameSizeAs(report.sections());
        for (int s = 0; s < sections.size(); s++) {
            Section section = report.sections().get(s);
            JsonNode json = sections.get(s);
            assertThat(names(json)).containsExactly("id", "title", "text", "tables", "how", "charts");
            assertThat(json.get("id").asText()).isEqualTo(section.id());
            assertThat(json.get("title").asText()).isEqualTo(section.title());
            assertThat(texts(json.get("text"))).isEqualTo(section.text());
            assertThat(json.get("tables")).hasSameSizeAs(section.tables());
            for (int t = 0; t < section.tables().size(); t++) {
                assertTable(json.get("tables").get(t), section.tables().get(t));
            }
            assertThat(json.get("how")).hasSameSizeAs(section.how());
            for (int h = 0; h < section.how().size(); h++) {
                assertExplanation(json.get("how").get(h), section.how().get(h));
            }
            assertThat(json.get("charts")).hasSameSizeAs(section.charts());
            for (int c = 0; c < section.charts().size(); c++) {
                Chart chart = section.charts().get(c);
                assertThat(json.get("charts").get(c).get("id").asText()).isEqualTo(chart.id());
                assertThat(json.get("charts").get(c).get("title").asText()).isEqualTo(chart.title());
                assertThat(json.get("charts").get(c).get("table").asText()).isEqualTo(chart.table());
                assertThat(json.get("charts").get(c).get("label").asText()).isEqualTo(chart.label());
            }
        }
    }

    private static void assertTable(JsonNode json, Table table) {
        assertThat(names(json)).containsExactly("id", "title", "columns", "rows", "notes", "totals");
        assertThat(json.get("totals").asInt()).isEqualTo(table.totals());
        assertThat(json.get("id").asText()).isEqualTo(table.id());
        assertThat(json.get("title").asText()).isEqualTo(table.title());
        assertThat(texts(json.get("notes"))).isEqualTo(table.notes());
        assertThat(json.get("columns")).hasSameSizeAs(table.columns());
        for (int c = 0; c < table.columns().size(); c++) {
            Column column = table.columns().get(c);
            JsonNode of = json.get("columns").get(c);
            assertThat(names(of)).containsExactly("key", "title", "unit", "exactUnit");
            assertThat(of.get("key").asText()).isEqualTo(column.key());
            assertThat(of.get("title").asText()).isEqualTo(column.title());
            assertThat(of.get("unit").asText()).isEqualTo(column.unit());
            assertThat(of.get("exactUnit").asText()).isEqualTo(column.exactUnit());
        }
        assertThat(json.get("rows")).hasSameSizeAs(table.rows());
        for (int r = 0; r < table.rows().size(); r++) {
            assertThat(names(json.get("rows").get(r)))
                    .isEqualTo(table.columns().stream().map(Column::key).toList());
            for (int c = 0; c < table.columns().size(); c++) {
                assertCell(
                        json.get("rows").get(r).get(table.columns().get(c).key()),
                        table.rows().get(r).get(c));
            }
        }
    }

    private static void assertCell(JsonNode json, Cell cell) {
        List<String> keys = new ArrayList<>(List.of("printed"));
        assertThat(json.get("printed").asText()).isEqualTo(cell.printed());
        if (cell.exact() != null) {
            keys.add("exact");
            assertThat(json.get("exact").isNumber()).isTrue();
            assertThat(json.get("exact").decimalValue()).isEqualTo(cell.exact());
        }
        Undefined<?> undefined = cell.undefined();
        if (undefined != null) {
            keys.add("undefined");
            assertThat(names(json.get("undefined"))).containsExactly("code", "text");
            assertThat(json.at("/undefined/code").asText())
                    .isEqualTo(undefined.code().name());
            assertThat(json.at("/undefined/text").asText()).isEqualTo(undefined.text());
        }
        if (cell.how() != null) {
            keys.add("how");
            assertExplanation(json.get("how"), cell.how());
        }
        assertThat(names(json)).isEqualTo(keys);
    }

    private static void assertExplanation(JsonNode json, Explanation how) {
        assertThat(names(json)).containsExactly("headline", "formula", "totals", "policy", "lines", "edges");
        assertThat(json.get("headline").asText()).isEqualTo(how.headline());
        assertThat(json.get("formula").asText()).isEqualTo(how.formula());
        assertThat(texts(json.get("totals"))).isEqualTo(how.totals());
        assertThat(texts(json.get("policy"))).isEqualTo(how.policy());
        assertThat(texts(json.get("lines"))).isEqualTo(how.lines());
        assertThat(texts(json.get("edges"))).isEqualTo(how.edges());
    }

    @Test
    void exactNumbersAreTheValuesOfTheMetrics() throws IOException {
        JsonNode figures = read(report).at("/sections/0/tables/0/rows");
        BigDecimal perYear = Metrics.MRR.measure(view).orElseThrow().perYear().amount();
        assertThat(figures.get(0).at("/now/exact").decimalValue()).isEqualTo(perYear);
        assertThat(figures.get(1).at("/now/exact").decimalValue()).isEqualTo(perYear);
        assertThat(figures.get(1).at("/now/printed").asText()).isEqualTo("USD 108.34");
        assertThat(figures.get(7).at("/now/exact").doubleValue())
                .isEqualTo(Metrics.NET_REVENUE_RETENTION
                        .measure(view)
                        .orElseThrow()
                        .value());
        assertThat(figures.get(14).at("/now/undefined/code").asText()).isEqualTo("NONE_CLOSED");
        assertThat(figures.get(14).get("now").has("exact")).isFalse();
    }

    @Test
    void numbersAreWrittenOutWithoutExponents() {
        Table table = new Table(
                "t",
                "",
                List.of(Column.numbers("n", "n", "n")),
                List.of(
                        List.of(Cell.number("small", new BigDecimal("1E-12"))),
                        List.of(Cell.number("zero", BigDecimal.ZERO))),
                List.of());
        assertThat(ReportJson.text(report(table))).contains("\"exact\" : 0.000000000001\n", "\"exact\" : 0\n");
    }

    @Test
    void theSameReportGivesTheSameBytes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.json");
        ReportJson.write(report, file);
        byte[] first = Files.readAllBytes(file);
        ReportJson.write(RevenueReport.of(view("Alder")), file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(new String(first, StandardCharsets.UTF_8))
                .isEqualTo(ReportJson.text(report))
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void namesOfEveryScriptComeBack(@TempDir Path folder) throws IOException {
        String name = "Süd \"Quoted\" \\ 日本 🎉 İ\u001b[31m\n";
        Path file = folder.resolve("report.json");
        ReportJson.write(RevenueReport.of(view(name)), file);
        String written = Files.readString(file);
        assertThat(written).doesNotContain("\u001b");
        JsonNode largest = EXACT.readTree(written).at("/sections/4/tables/1/rows/0/name/printed");
        assertThat(largest.asText()).isEqualTo(name);
    }

    /** Half of a character may stand in an export, escaped; UTF-8 has no bytes for it. */
    @Test
    void halfACharacterDoesNotStopTheReport(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.json");
        ReportJson.write(RevenueReport.of(view("Half \ud83c")), file);
        assertThat(EXACT.readTree(Files.readString(file))
                        .at("/sections/4/tables/1/rows/0/name/printed")
                        .asText())
                .startsWith("Half ");
    }

    @Test
    void aFileThatCannotBeWrittenIsAnIoException(@TempDir Path folder) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ReportJson.write(report, folder.resolve("missing/report.json")))
                .withMessageContaining("missing");
    }

    private static Report report(Table table) {
        return new Report("T", Span.year(2025), List.of(new Section("s", "S", List.of(), List.of(table), List.of())));
    }

    private static RevenueView view(String name) {
        RevenueBook book = RevenueBook.of(
                Account.builder("A").name(name).build(),
                Subscription.builder("s", "A")
                        .items(item("i", "2024-06-01", "1000.07"), item("j", "2025-02-01", "1300.03"))
                        .build());
        return RevenueView.of(book, RevenuePolicy.standard(), Span.quarter(2025, 1));
    }

    private static ItemChange item(String id, String from, String perYear) {
        return ItemChange.builder(id, Moment.parse(from), "item")
                .quantity(BigDecimal.ONE)
                .price(Price.perUnit(Money.of(perYear, "USD"), BillingInterval.YEARLY))
                .build();
    }

    private static JsonNode read(Report report) throws IOException {
        return EXACT.readTree(ReportJson.text(report));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
