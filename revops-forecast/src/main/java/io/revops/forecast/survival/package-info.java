/**
 * How long something lasts, when some of it has not ended yet: curves, what moves them, and what to expect of those that still run.
 *
 * <p>{@link io.revops.forecast.survival.Lifetimes} hold one row for each account (or contract, or user) with the time it was seen
 * and how it ended, if it did. {@link io.revops.forecast.survival.KaplanMeier} and
 * {@link io.revops.forecast.survival.AalenJohansen} draw curves and assume nothing;
 * {@link io.revops.forecast.survival.CoxRegression} and {@link io.revops.forecast.survival.AftRegression} say what moves them;
 * {@link io.revops.forecast.survival.BetaGeometric} carries the retention of a cohort on. Nothing here divides by a churn rate: a
 * time that is not reached is an empty Optional, and what cannot be told is a {@link io.revops.forecast.Refused}. In JShell:
 *
 * <pre>{@code
 * import io.revops.forecast.survival.*
 * var rows = Lifetimes.in(TimeScale.MONTH, LocalDate.of(2025, 12, 31)).columns("seats")
 * rows.add(Lifetime.ended("a1", 7, "voluntary").having(3)).add(Lifetime.ended("a2", 4, "payment failed").having(5))
 * rows.add(Lifetime.running("a3", 24).having(40)).add(Lifetime.ended("a4", 12, "voluntary").having(2))
 * rows.add(Lifetime.running("a5", 9).having(1)).add(Lifetime.ended("a6", 15, "voluntary").enteringAt(6).having(20))
 * var lifetimes = rows.build()
 * KaplanMeier.of(lifetimes).orElseThrow().median()
 * AalenJohansen.of(lifetimes).orElseThrow().at("voluntary", 12)
 * var cox = CoxRegression.standard().train(lifetimes).orElseThrow()
 * cox.hazardRatio("seats", 0.9)
 * cox.curve(5).given(9).median()
 * }</pre>
 */
@NullMarked
package io.revops.forecast.survival;

import org.jspecify.annotations.NullMarked;
