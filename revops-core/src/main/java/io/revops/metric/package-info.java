/**
 * What a number is: a definition, the evidence gathered from a view, and a reading concluded from it by arithmetic alone.
 *
 * <p>{@link io.revops.metric.Metric} is one question with one answer; measuring it gives a
 * {@link io.revops.metric.Measurement}, which can be cut by a dimension, followed over time, compared and explained down to
 * the facts. A number that does not exist is an {@link io.revops.metric.Undefined} with its reason, never zero. The metrics
 * themselves are in the packages below, one file each.
 */
@NullMarked
package io.revops.metric;

import org.jspecify.annotations.NullMarked;
