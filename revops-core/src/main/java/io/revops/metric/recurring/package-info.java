/**
 * What recurs: MRR and ARR at the close of a span, and the movements that led there.
 *
 * <p>{@link io.revops.metric.recurring.MrrMovements} adds up the movements of each period of a span;
 * {@link io.revops.metric.recurring.MrrChange} compares its two ends. Never adds what is paid once, or used.
 */
@NullMarked
package io.revops.metric.recurring;

import org.jspecify.annotations.NullMarked;
