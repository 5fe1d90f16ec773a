/**
 * The facts of a company's revenue, as they were written down: accounts, subscriptions, deals, invoices, and the rest.
 *
 * <p>{@link io.revops.book.RevenueBook} holds them, immutable, indexed and cross-checked. What changes over time is a list of
 * dated entries, each with when it took effect and, if known, when it was recorded, so that the book can be read as of a
 * date or as it was known at an instant. Nothing here is interpreted: what a fact means for revenue is for the policy of the
 * ledger to decide.
 */
@NullMarked
package io.revops.book;

import org.jspecify.annotations.NullMarked;
