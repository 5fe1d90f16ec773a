package io.revops.metric.customer;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** What an active account is worth per month, on average, at the close of a span. */
public final class Arpa implements Metric<RunRate> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "arpa", "ARPA", "closing / active accounts", Unit.MONEY_PER_MONTH)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("every convention")
            .edges("no active account: undefined")
            .reference("Average revenue per account, as ChartMogul and Stripe define it")
            .build();

    /** The metric; it has no options. */
    public Arpa() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.atClose(view, cut);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        long active = evidence.total(Part.ACTIVE);
        if (active == 0) {
            return Reading.undefined(
                    UndefinedCode.NO_ACCOUNTS,
                    "No account is active at the close, so there is no average. Maybe a span that ends earlier.");
        }
        return Reading.known(evidence.total(Part.CLOSING).dividedBy(active));
    }
}
