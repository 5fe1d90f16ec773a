/**
 * What may happen: forecasts made from what was known as of a date, each with its measured errors and its reasons.
 *
 * <p>A {@link io.revops.forecast.Trainer} reads a {@link io.revops.forecast.History} and gives a
 * {@link io.revops.forecast.Training}: a trained model, or a refusal with the number that is missing and the simpler method to
 * use. A model that is a {@link io.revops.forecast.Forecaster} gives a {@link io.revops.forecast.Forecast} of a period, in named
 * parts. Forecasts are added draw by draw, never quantile by quantile. Nothing here reads a clock, draws without a seed, or
 * looks past the as-of date.
 */
@NullMarked
package io.revops.forecast;

import org.jspecify.annotations.NullMarked;
