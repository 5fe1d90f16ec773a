/**
 * What the facts of a book are worth per year at every instant, under a policy that says what counts.
 *
 * <p>{@link io.revops.ledger.RevenuePolicy} holds every convention, one small type each;
 * {@link io.revops.ledger.MrrLedger} applies it, once, and holds dated states of subscription items. A movement is the
 * difference of two states, so opening + movements = closing by construction. {@link io.revops.ledger.RevenueView} is what a
 * metric reads: a book and a ledger over a span. No metric interprets a fact, and nothing here turns states into a metric.
 */
@NullMarked
package io.revops.ledger;

import org.jspecify.annotations.NullMarked;
