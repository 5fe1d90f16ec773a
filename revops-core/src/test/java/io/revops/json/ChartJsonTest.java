package io.revops.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.revops.report.Column;
import io.revops.report.Report;
import io.revops.report.Section;
import io.revops.report.Table;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Frame;
import io.revops.report.chart.Headline;
import io.revops.report.chart.Headlines;
import io.revops.report.chart.HeatMap;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Numbers;
import io.revops.report.chart.ScatterPlot;
import io.revops.report.chart.Spark;
import io.revops.report.chart.StackedBars;
import io.revops.report.chart.Tone;
import io.revops.time.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartJsonTest {
    private static final Frame FRAME = Frame.of("c", "Chart", "t", "m");

    @Test
    void everyChartNamesItsTableAndWhichOfTheNumbersItDraws() throws IOException {
        JsonNode json =
                json(LineChart.of(FRAME.with(Numbers.EXACT).withNote("So.")).with("a", Tone.BLUE));
        assertThat(json).isEqualTo(read("""
                        {"kind": "lineChart", "id": "c", "title": "Chart", "table": "t", "label": "m", "numbers": "exact",
                         "note": "So.", "lines": [{"column": "a", "tone": "blue"}], "bands": []}"""));
    }

    @Test
    void barsTellTheirSeriesAndTheNet() throws IOException {
        JsonNode json = json(
                StackedBars.of(FRAME).with("a", Tone.BLUE).with("b", Tone.RUST).withNet("net"));
        assertThat(json.get("kind").asText()).isEqualTo("stackedBars");
        assertThat(json.get("numbers").asText()).isEqualTo("as printed");
        assertThat(json.get("series"))
                .isEqualTo(read("[{\"column\": \"a\", \"tone\": \"blue\"}, {\"column\": \"b\", \"tone\": \"rust\"}]"));
        assertThat(json.get("net").asText()).isEqualTo("net");
    }

    @Test
    void bandsTellTheirEnds() throws IOException {
        JsonNode json = json(LineChart.of(FRAME).withBand("a", "b", "80 %", Tone.SKY));
        assertThat(json.get("bands"))
                .isEqualTo(read("[{\"low\": \"a\", \"high\": \"b\", \"title\": \"80 %\", \"tone\": \"sky\"}]"));
    }

    @Test
    void otherKindsTellTheirColumns() throws IOException {
        assertThat(json(BarChart.of(FRAME, "a", Tone.TEAL)).get("series"))
                .isEqualTo(read("[{\"column\": \"a\", \"tone\": \"teal\"}]"));
        assertThat(json(HeatMap.of(FRAME, List.of("a", "b"))).get("columns")).isEqualTo(read("[\"a\", \"b\"]"));
        JsonNode points = json(ScatterPlot.of(FRAME, "a", "b", Tone.BLUE)
                .withInterval("a", "b", "95 %")
                .with(ScatterPlot.Reference.DIAGONAL));
        assertThat(points.get("kind").asText()).isEqualTo("scatterPlot");
        assertThat(points.get("x").asText()).isEqualTo("a");
        assertThat(points.get("series").get(0).get("column").asText()).isEqualTo("b");
        assertThat(points.get("intervals").get(0).get("high").asText()).isEqualTo("b");
        assertThat(points.get("reference").asText()).isEqualTo("diagonal");
    }

    @Test
    void headlinesTellTheirChangeAndWhereTheirLineIs() throws IOException {
        Headline with = new Headline("ARR", "+1 %", Headline.News.GOOD, Optional.of(new Spark("s", "t", "a")));
        Headline without = new Headline("MRR", "", Headline.News.NEITHER, Optional.empty());
        JsonNode json = json(new Headlines(FRAME, "a", "b", List.of(with, without)));
        assertThat(json.get("now").asText()).isEqualTo("a");
        assertThat(json.get("before").asText()).isEqualTo("b");
        assertThat(json.get("figures")).isEqualTo(read("""
                        [{"figure": "ARR", "change": "+1 %", "news": "good",
                          "spark": {"section": "s", "table": "t", "column": "a"}},
                         {"figure": "MRR", "change": "", "news": "neither"}]"""));
    }

    private static JsonNode json(Chart chart) throws IOException {
        List<Column> columns =
                List.of(Column.words("m", "month"), Column.numbers("a", "a", "USD"), Column.numbers("b", "b", "USD"));
        Section section =
                new Section("s", "S", List.of(), List.of(new Table("t", "", columns, List.of(), List.of())), List.of());
        Report report = new Report("T", Span.year(2025), List.of(section.with(chart)));
        return read(ReportJson.text(report)).at("/sections/0/charts/0");
    }

    private static JsonNode read(String json) throws IOException {
        return JsonMapper.builder().build().readTree(json);
    }
}
