package io.revops.report.chart;

/** Which of a column's two units a chart is drawn in. */
public enum Numbers {
    /** The unit of what is printed: run rates per month. */
    AS_PRINTED,
    /** The unit of what is exact: run rates per year, which is ARR. */
    EXACT
}
