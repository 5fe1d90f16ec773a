/**
 * Reads what Stripe's API returns: customers, products, prices, coupons, subscriptions, the events that tell how the
 * subscriptions came to be what they are, and invoices with what was paid for them.
 *
 * <p>{@link io.revops.load.stripe.StripeExport} is the reader and its class comment the manual of the format. A dated history
 * is rebuilt from the snapshots in the events; what an export does not tell (a change that is in no event, a price without
 * its tiers) is an issue, never a guess without a note.
 */
@NullMarked
package io.revops.load.stripe;

import org.jspecify.annotations.NullMarked;
