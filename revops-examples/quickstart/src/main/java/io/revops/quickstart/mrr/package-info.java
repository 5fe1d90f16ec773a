/**
 * MRR month by month from one sheet of subscription periods, under any preset of conventions.
 *
 * <p>{@link io.revops.quickstart.mrr.MrrFromCsv} is the program. What it does is three lines of the library: read the sheet
 * into columns, build a ledger of them, ask it for a table; the rest is arguments and printing. Its figures are those of the
 * library to the last digit: it works out none itself.
 */
@NullMarked
package io.revops.quickstart.mrr;

import org.jspecify.annotations.NullMarked;
