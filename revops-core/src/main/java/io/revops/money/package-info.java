/**
 * Amounts of money, yearly run rates and exchange rates, all exact.
 *
 * <p>{@link io.revops.money.Money} is an amount in one currency; {@link io.revops.money.RunRate} is what something is
 * worth per year, from which MRR and ARR are two readings; {@link io.revops.money.ExchangeRates} converts between
 * currencies as of a date. Nothing here rounds unless it is told to, and nothing adds two currencies.
 */
@NullMarked
package io.revops.money;

import org.jspecify.annotations.NullMarked;
