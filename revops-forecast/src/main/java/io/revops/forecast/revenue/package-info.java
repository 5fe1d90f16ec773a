/**
 * What recurring revenue there will be: which renewals are due and how likely they are, and ARR some months ahead as a bridge.
 *
 * <p>{@link io.revops.forecast.revenue.BaseRates} learns how often renewals succeed, by segment and by number, and
 * {@link io.revops.forecast.revenue.RenewalForecast} applies that, or a model of churn, to what is due.
 * {@link io.revops.forecast.revenue.ArrForecast} adds what is booked, new business that was forecast elsewhere, and what past months say
 * of expansion, contraction and other churn. Nothing here forecasts new business by itself.
 */
@NullMarked
package io.revops.forecast.revenue;

import org.jspecify.annotations.NullMarked;
