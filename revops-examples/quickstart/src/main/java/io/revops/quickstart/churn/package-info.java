/**
 * Who leaves: learnt from a company's exports, or from any flat table; measured on rows that were not learnt from.
 *
 * <p>{@link io.revops.quickstart.churn.ChurnRisk} reads exports and tells who may leave, why the score says so, when, and what revenue that
 * puts at risk. {@link io.revops.quickstart.churn.ChurnFromCsv} takes a table: what it does is three lines of the library, tell what
 * the columns hold, learn on some rows, measure on the others; the rest is arguments and printing.
 */
@NullMarked
package io.revops.quickstart.churn;

import org.jspecify.annotations.NullMarked;
