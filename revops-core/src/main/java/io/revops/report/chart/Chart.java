package io.revops.report.chart;

import java.util.List;

/**
 * A picture of a table of the same section. Rows are drawn in their order; the totals at a table's end are not. A cell without
 * an exact number leaves a gap.
 */
public sealed interface Chart permits StackedBars, LineChart, BarChart, HeatMap, ScatterPlot, Headlines {
    /** What every kind of chart says of itself. */
    Frame frame();

    /** The keys of the columns that it draws, without that of the labels. */
    List<String> columns();

    /** Names it for programs, unique among the charts of its section. */
    default String id() {
        return frame().id();
    }

    /** Names it for readers. */
    default String title() {
        return frame().title();
    }

    /** The id of the table that it draws. */
    default String table() {
        return frame().table();
    }

    /** The key of the column that names each row: months from left to right, segments from top to bottom. */
    default String label() {
        return frame().label();
    }
}
