/**
 * What buyers have committed to by contract, on the day on which they did: recurring and one-time, in total, per year, and as
 * ARR.
 *
 * <p>{@link io.revops.metric.bookings.BookedContract} is one signature: a deal that was won, or a subscription that was signed.
 * {@link io.revops.metric.bookings.BookedAmount}, {@link io.revops.metric.bookings.BookedRunRate} and
 * {@link io.revops.metric.bookings.MultiYearBookings} add them up over a span. Nothing here reads an invoice, a payment or
 * how often something is billed.
 */
@NullMarked
package io.revops.metric.bookings;

import org.jspecify.annotations.NullMarked;
