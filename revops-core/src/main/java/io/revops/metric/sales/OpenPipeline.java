package io.revops.metric.sales;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.DealCurrency;
import io.revops.metric.Deals;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The amount of every deal that is open at the close of a span. */
public final class OpenPipeline implements Metric<Money> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "pipeline.open", "Open pipeline", "sum of the amounts of open deals, at the close", Unit.MONEY)
            .better(Better.UP)
            .adds(Adds.SUM, Adds.SUM)
            .movedBy("reporting zone", "exchange rates")
            .edges(
                    "no open deal: 0",
                    "an open deal without an amount has a line and adds nothing",
                    "amounts are converted at the closing rate of the span")
            .reference("Sum of amount over open deals, unweighted")
            .build();

    /** The metric; it has no options. */
    public OpenPipeline() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Optional<Evidence> none = Deals.noBook(view);
        if (none.isPresent()) {
            return none.get();
        }
        Instant end = view.span().end(view.policy().zone());
        List<Deals.Standing> open = Deals.open(view, end);
        DealCurrency currency = new DealCurrency(
                view,
                open.stream().flatMap(d -> d.state().amount().stream()).toList(),
                view.span().to().minusDays(1));
        if (currency.problem().isPresent()) {
            return currency.problem().get();
        }
        Evidence.Builder lines =
                Evidence.in(currency.currency()).parts(Part.PIPELINE).named(Deals.names(view));
        for (Deals.Standing deal : open) {
            lines.line(deal.deal().id(), cut.segment(view, deal.deal().id(), end));
            deal.state().amount().map(currency::told).ifPresent(a -> lines.set(Part.PIPELINE, a));
        }
        return currency.problem().orElseGet(lines::build);
    }

    @Override
    public Reading<Money> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.PIPELINE));
    }
}
