/**
 * Models and forecasts as JSON, and back: what is read forecasts the same as what was written, bit for bit.
 *
 * <p>{@link io.revops.forecast.json.ModelJson} for models, {@link io.revops.forecast.json.ForecastJson} for forecasts,
 * {@link io.revops.forecast.json.PlanJson}, {@link io.revops.forecast.json.CapacityJson} and
 * {@link io.revops.forecast.json.TerritoryJson} for plans. Numbers are written so that they are read as the same double, and amounts
 * of money as text; every file has a version. It never decides anything.
 */
@NullMarked
package io.revops.forecast.json;

import org.jspecify.annotations.NullMarked;
