/**
 * Forecasts as a section of a report.
 *
 * <p>{@link io.revops.forecast.report.ForecastSection} lays out what was trained: the periods ahead with their quantiles, what was
 * measured of the method, and why it was chosen; or why there is no forecast. {@link io.revops.forecast.report.PlanSection} lays out a plan: from the target to
 * everybody's quota, capacity against target, and what does not fit. {@link io.revops.forecast.report.RiskListSection}, {@link io.revops.forecast.report.RevenueAtRiskSection},
 * {@link io.revops.forecast.report.CalibrationSection}, {@link io.revops.forecast.report.SurvivalSection},
 * {@link io.revops.forecast.report.HealthSection} and {@link io.revops.forecast.report.DriftSection} show who may leave, what that puts at
 * risk, and how much of it to believe. Nothing is computed here but what a table adds up.
 */
@NullMarked
package io.revops.forecast.report;

import org.jspecify.annotations.NullMarked;
