/**
 * What will be booked in a period, from the deals of a CRM.
 *
 * <p>A {@link io.revops.forecast.pipeline.Pipeline} holds the deals as they were seen at the end of a day, each as the
 * {@link io.revops.forecast.pipeline.DealPath} of its steps; what could not be taken as it is written is among its remarks.
 *
 * <p>{@link io.revops.forecast.pipeline.PipelineForecast} lets every {@link io.revops.forecast.pipeline.PipelineMethod} forecast periods
 * like the one asked for from earlier days, and gives a {@link io.revops.forecast.pipeline.PipelineModel} of the one that missed by
 * least. {@link io.revops.forecast.pipeline.OpenDealBacktest} tells how far off it was for a team or a category.
 * {@link io.revops.forecast.pipeline.WinPropensity} asks whether anything that is known when a deal is opened tells if it will
 * be won, and says so where nothing does.
 *
 * <p>What sellers call is rolled up by {@link io.revops.forecast.pipeline.RollUp}, and corrected by what came of such calls in
 * {@link io.revops.forecast.pipeline.CommitForecast}. A {@link io.revops.forecast.pipeline.WeightedPipeline} and a
 * {@link io.revops.forecast.pipeline.StageChain} say where deals stand and lead, and forecast no period. In JShell:
 *
 * <pre>{@code
 * import io.revops.forecast.*
 * import io.revops.forecast.pipeline.*
 * var book = RevenueBook.merge(Links.byDomain(), SalesforceExport.read(crm).orElseThrow(), NativeForm.read(finance).orElseThrow())
 * var history = History.of(RevenueView.of(book, RevenuePolicy.standard().with(ReportingCurrency.of("USD")), Span.of(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 11, 20))))
 * var deals = Pipeline.of(history)
 * var quarter = Span.quarter(2025, 4)
 * var calls = RollUp.of(Hierarchy.of("Quillmere", book.all(Rep.class)), Money.currency("USD")).deals(PeriodDeals.of(deals, quarter).counted()).quotas(book.quotas(), quarter).build()
 * CommitForecast.ofQuarter().train(history).orElseThrow().forecast(quarter)
 * Waterfall.since(LocalDate.of(2025, 9, 30), deals, quarter)
 * DealRisks.of(deals).flags()
 * }</pre>
 */
@NullMarked
package io.revops.forecast.pipeline;

import org.jspecify.annotations.NullMarked;
