/**
 * Reads what Chargebee's API returns, or its flat export, of subscriptions: customers, item prices, coupons and the
 * subscriptions themselves.
 *
 * <p>{@link io.revops.load.chargebee.ChargebeeExport} is the reader and its class comment the manual of the format. What an
 * export does not tell is an issue, never a guess without a note. Nothing here calls Chargebee.
 */
@NullMarked
package io.revops.load.chargebee;

import org.jspecify.annotations.NullMarked;
