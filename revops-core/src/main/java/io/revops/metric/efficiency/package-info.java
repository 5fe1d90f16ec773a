/**
 * What growth costs, in money or in what was lost on the way.
 *
 * <p>{@link io.revops.metric.efficiency.QuickRatio} is the first of the family. Every ratio without a denominator is undefined.
 */
@NullMarked
package io.revops.metric.efficiency;

import org.jspecify.annotations.NullMarked;
