/**
 * Moments as they were written, half-open spans of dates, and the ways a span is cut: by day, week, month, quarter or year.
 *
 * <p>{@link io.revops.time.Span} is the main type. A date and an instant can be ordered only in a time zone, so every
 * comparison takes one. Nothing here reads a clock.
 */
@NullMarked
package io.revops.time;

import org.jspecify.annotations.NullMarked;
