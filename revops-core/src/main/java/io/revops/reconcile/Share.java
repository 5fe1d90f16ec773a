package io.revops.reconcile;

import io.revops.book.AccountId;
import io.revops.money.RunRate;
import io.revops.time.Span;

/**
 * What one rule does to one account in one month: part of the difference between two policies.
 *
 * @param amount the second policy less the first
 */
public record Share(Rule rule, AccountId account, Span month, RunRate amount) {}
