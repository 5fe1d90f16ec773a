/**
 * Forecasts as a section of a report.
 *
 * <p>{@link io.revops.forecast.report.ForecastSection} lays out what was trained: the periods ahead with their quantiles, what was
 * measured of the method, and why it was chosen; or why there is no forecast. Nothing is computed here.
 */
@NullMarked
package io.revops.forecast.report;

import org.jspecify.annotations.NullMarked;
