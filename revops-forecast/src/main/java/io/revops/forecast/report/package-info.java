/**
 * Forecasts as a section of a report.
 *
 * <p>{@link io.revops.forecast.report.ForecastSection} lays out what was trained: the periods ahead with their quantiles, what was
 * measured of the method, and why it was chosen; or why there is no forecast. {@link io.revops.forecast.report.PlanSection} lays out a plan: from the target to
 * everybody's quota, capacity against target, and what does not fit. Nothing is computed here.
 */
@NullMarked
package io.revops.forecast.report;

import org.jspecify.annotations.NullMarked;
