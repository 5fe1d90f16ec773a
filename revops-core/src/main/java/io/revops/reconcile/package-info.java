/**
 * Says why two ways to count show different figures: an amount for each convention, account and month.
 *
 * <p>{@link io.revops.reconcile.Reconciliation#between} takes two policies and splits the difference of any
 * {@link io.revops.reconcile.Figure} by the conventions in which they differ; the parts add up exactly.
 * {@link io.revops.reconcile.Reconciliation#with} looks for the policy that explains a reader's own figures best. Nothing here
 * interprets a fact: every amount is the difference of two ledgers.
 */
@NullMarked
package io.revops.reconcile;

import org.jspecify.annotations.NullMarked;
