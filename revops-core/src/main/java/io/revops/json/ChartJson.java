package io.revops.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.revops.report.chart.Band;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Headline;
import io.revops.report.chart.Headlines;
import io.revops.report.chart.HeatMap;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Plotted;
import io.revops.report.chart.ScatterPlot;
import io.revops.report.chart.Spark;
import io.revops.report.chart.StackedBars;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A chart as JSON: which columns of which table it draws, and as what. The numbers are those of the table. */
final class ChartJson {
    private final JsonGenerator json;

    ChartJson(JsonGenerator json) {
        this.json = json;
    }

    void chart(Chart chart) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", kind(chart));
        json.writeStringField("id", chart.id());
        json.writeStringField("title", chart.title());
        json.writeStringField("table", chart.table());
        json.writeStringField("label", chart.label());
        json.writeStringField("numbers", word(chart.frame().numbers()));
        json.writeStringField("note", chart.frame().note());
        if (chart instanceof StackedBars bars) {
            plotted("series", bars.series());
            json.writeStringField("net", bars.net());
        } else if (chart instanceof LineChart lines) {
            plotted("lines", lines.lines());
            bands("bands", lines.bands());
        } else if (chart instanceof BarChart bars) {
            plotted("series", List.of(bars.value()));
        } else if (chart instanceof HeatMap map) {
            json.writeArrayFieldStart("columns");
            for (String column : map.columns()) {
                json.writeString(column);
            }
            json.writeEndArray();
        } else if (chart instanceof ScatterPlot plot) {
            json.writeStringField("x", plot.x());
            plotted("series", List.of(plot.y()));
            bands("intervals", plot.interval().stream().toList());
            json.writeStringField("reference", word(plot.reference()));
        } else if (chart instanceof Headlines headlines) {
            headlines(headlines);
        }
        json.writeEndObject();
    }

    private static String kind(Chart chart) {
        String name = chart.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private void plotted(String key, List<Plotted> series) throws IOException {
        json.writeArrayFieldStart(key);
        for (Plotted of : series) {
            json.writeStartObject();
            json.writeStringField("column", of.column());
            json.writeStringField("tone", word(of.tone()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void bands(String key, List<Band> bands) throws IOException {
        json.writeArrayFieldStart(key);
        for (Band band : bands) {
            json.writeStartObject();
            json.writeStringField("low", band.low());
            json.writeStringField("high", band.high());
            json.writeStringField("title", band.title());
            json.writeStringField("tone", word(band.tone()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void headlines(Headlines headlines) throws IOException {
        json.writeStringField("now", headlines.now());
        json.writeStringField("before", headlines.before());
        json.writeArrayFieldStart("figures");
        for (Headline headline : headlines.figures()) {
            json.writeStartObject();
            json.writeStringField("figure", headline.figure());
            json.writeStringField("change", headline.change());
            json.writeStringField("news", word(headline.news()));
            if (headline.spark().isPresent()) {
                Spark spark = headline.spark().get();
                json.writeObjectFieldStart("spark");
                json.writeStringField("section", spark.section());
                json.writeStringField("table", spark.table());
                json.writeStringField("column", spark.column());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
