/**
 * What a picture of a table shows: which of its columns, as what.
 *
 * <p>A {@link io.revops.report.chart.Chart} names a table of its section and columns of that table, and holds no number
 * itself: what is drawn is what is in the table, and a reader who cannot see the picture reads the table under it. How it is
 * drawn is left to whoever draws it.
 */
@NullMarked
package io.revops.report.chart;

import org.jspecify.annotations.NullMarked;
