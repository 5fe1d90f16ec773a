/**
 * What became of the accounts that began together: how many are left, and what they are worth, period after period.
 *
 * <p>{@link io.revops.metric.cohort.CohortMetric} measures a {@link io.revops.metric.cohort.Triangle}: a row for each cohort, a
 * column for each age, every cell a reading with its own evidence. A cell whose period is not over is undefined, never 0. It
 * is no {@link io.revops.metric.Metric}, since its answer is not one number.
 */
@NullMarked
package io.revops.metric.cohort;

import org.jspecify.annotations.NullMarked;
