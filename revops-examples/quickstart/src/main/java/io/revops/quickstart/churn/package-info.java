/**
 * Churn models of any flat table, measured on rows they have not seen.
 *
 * <p>{@link io.revops.quickstart.churn.ChurnFromCsv} is the program. What it does is three lines of the library: tell what the columns
 * hold, learn on some rows, measure on the others; the rest is arguments and printing.
 */
@NullMarked
package io.revops.quickstart.churn;

import org.jspecify.annotations.NullMarked;
