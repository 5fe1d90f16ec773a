/**
 * How long a ledger takes to build and to read, beside SQL for the same question in the same run, and how long thousands of deals take
 * to simulate. {@link
 * io.revops.benchmarks.Benchmarks} generates the data, compares the answers, measures, and prints a table; it never measures
 * what it has not compared.
 */
@org.jspecify.annotations.NullMarked
package io.revops.benchmarks;
