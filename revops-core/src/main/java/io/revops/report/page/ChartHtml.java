package io.revops.report.page;

import io.revops.report.Report;
import io.revops.report.Table;
import io.revops.report.chart.Band;
import io.revops.report.chart.BarChart;
import io.revops.report.chart.Chart;
import io.revops.report.chart.Headlines;
import io.revops.report.chart.HeatMap;
import io.revops.report.chart.LineChart;
import io.revops.report.chart.Plotted;
import io.revops.report.chart.ScatterPlot;
import io.revops.report.chart.StackedBars;
import java.util.Arrays;

/** A picture of a table, with its heading, what it is in, its legend and how to read it. */
final class ChartHtml {
    private final Markup page;
    private final Report report;
    private final Table table;
    private final String id;
    private final Conclusions conclusions;

    ChartHtml(Markup page, Report report, Table table, String id, Conclusions conclusions) {
        this.page = page;
        this.report = report;
        this.table = table;
        this.id = id;
        this.conclusions = conclusions;
    }

    void write(Chart chart) {
        if (chart instanceof Headlines headlines) {
            new HeadlinesHtml(page, report, table, conclusions).write(headlines);
            return;
        }
        ChartData data = new ChartData(table, chart);
        page.open("figure", "id", id);
        page.open("figcaption").words("h3", chart.title());
        String unit = chart.columns().isEmpty() ? "" : data.unit(chart.columns().get(0));
        if (!unit.isEmpty()) {
            page.words("p", unit, "class", "unit");
        }
        page.close();
        String drawing = id + "-g";
        if (Arrays.stream(data.values(chart.columns())).allMatch(Double::isNaN)) {
            page.words("p", "There is no number to draw.", "class", "note");
        } else if (chart instanceof StackedBars bars) {
            stacked(bars, data);
            StackedBarsDrawing.draw(page, data, bars, drawing);
        } else if (chart instanceof LineChart lines) {
            lines(lines, data);
            LineDrawing.draw(page, data, lines, drawing);
        } else if (chart instanceof BarChart bars) {
            BarDrawing.draw(page, data, bars, drawing);
        } else if (chart instanceof HeatMap map) {
            HeatMapDrawing.draw(page, data, map, drawing);
        } else if (chart instanceof ScatterPlot plot) {
            ScatterDrawing.draw(page, data, plot, drawing);
        }
        if (!chart.frame().note().isEmpty()) {
            page.words("p", chart.frame().note(), "class", "note");
        }
        page.close();
    }

    private void stacked(StackedBars bars, ChartData data) {
        page.open("ul", "class", "legend");
        for (Plotted series : bars.series()) {
            entry(
                    "swatch " + Palette.of(series.tone()),
                    data.column(series.column()).title());
        }
        if (!bars.net().isEmpty()) {
            entry("stroke ink", bars.net());
        }
        page.close();
    }

    private void lines(LineChart chart, ChartData data) {
        if (chart.lines().size() + chart.bands().size() < 2) {
            return;
        }
        page.open("ul", "class", "legend");
        for (Plotted line : chart.lines()) {
            entry(
                    "stroke " + Palette.of(line.tone()),
                    data.column(line.column()).title());
        }
        for (Band band : chart.bands()) {
            entry("swatch faint " + Palette.of(band.tone()), band.title());
        }
        page.close();
    }

    private void entry(String swatch, String words) {
        page.open("li").empty("span", "class", swatch).text(" " + words).close();
    }
}
