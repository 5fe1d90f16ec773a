/**
 * Forecasts of one quantity from its own months.
 *
 * <p>{@link io.revops.forecast.series.StraightLine} carries the last month on, or a line through all of them, with an interval from
 * the errors that the same method made from earlier months. In JShell:
 *
 * <pre>{@code
 * import io.revops.forecast.*
 * import io.revops.forecast.series.*
 * var billing = StripeExport.read(stripe).orElseThrow()
 * var rates = NativeForm.read(finance).orElseThrow()
 * var book = RevenueBook.merge(Links.byDomain(), billing, rates)
 * var view = RevenueView.of(book, RevenuePolicy.standard().with(ReportingCurrency.of("USD")), Span.of(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1)))
 * var line = StraightLine.ofFlow(NEW_MRR).train(History.of(view)).orElseThrow()
 * var quarter = line.forecast(Span.quarter(2026, 1))
 * quarter.quantile(0.9)
 * line.backtest().accuracy(1).orElseThrow().wape()
 * }</pre>
 */
@NullMarked
package io.revops.forecast.series;

import org.jspecify.annotations.NullMarked;
