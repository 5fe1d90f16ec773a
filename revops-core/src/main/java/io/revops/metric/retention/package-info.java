/**
 * How much of what there was at the opening is still there at the close, in revenue and in accounts.
 *
 * <p>Point to point compares two ends; flow adds up what happened in between. Both value everything at the opening's exchange
 * rates, and neither counts an account that came later.
 */
@NullMarked
package io.revops.metric.retention;

import org.jspecify.annotations.NullMarked;
