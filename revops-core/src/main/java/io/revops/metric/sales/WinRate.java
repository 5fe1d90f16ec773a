package io.revops.metric.sales;

import io.revops.book.Outcome;
import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Deals;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.time.Instant;
import java.util.Optional;

/** The share of the deals closed in a span that were won, by count, with its interval. */
public final class WinRate implements Metric<Proportion> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "win-rate", "Win rate", "won / (won + lost), of the deals closed in the span", Unit.PERCENT)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.RATIO_OF_SUMS)
            .movedBy("reporting zone")
            .edges(
                    "no deal was closed: undefined",
                    "a deal counts by how it stands at the close of the span: what happens to it later changes nothing",
                    "deals of every type are together; cut by deal type to see them apart")
            .reference("Won over won and lost, by count; interval: Wilson 1927")
            .build();

    /** The metric; it has no options. */
    public WinRate() {}

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
        Evidence.Builder lines = Evidence.counting().parts(Part.WON, Part.LOST).named(Deals.names(view));
        Instant end = view.span().end(view.policy().zone());
        for (Outcome outcome : new Outcome[] {Outcome.WON, Outcome.LOST}) {
            for (Deals.Standing closed : Deals.closed(view, outcome)) {
                lines.line(closed.deal().id(), cut.segment(view, closed.deal().id(), end))
                        .units(outcome == Outcome.WON ? Part.WON : Part.LOST, 1);
            }
        }
        return lines.build();
    }

    @Override
    public Reading<Proportion> conclude(Evidence evidence) {
        long won = evidence.total(Part.WON);
        long closed = won + evidence.total(Part.LOST);
        if (closed == 0) {
            return Reading.undefined(
                    UndefinedCode.NONE_CLOSED,
                    "No deal was closed in the span, so there is no share. Maybe a longer span.");
        }
        return Reading.known(new Proportion(won, closed));
    }
}
