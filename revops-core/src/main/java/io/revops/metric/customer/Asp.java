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
import io.revops.time.Cadence;

/** What a new account brings per month, on average over those that became active in a span and never paid before. */
public final class Asp implements Metric<RunRate> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "asp",
                    "Average sale price",
                    "new / new accounts, over the months of the span",
                    Unit.MONEY_PER_MONTH)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("basis", "reporting zone", "exchange rates", "reactivation", "free account", "trial")
            .edges(
                    "no new account: undefined",
                    "an account counts with what it is worth at the close of its first month; on the basis of events, at its first "
                            + "instant",
                    "an account that returns is not new")
            .reference("Average sale price, new MRR over new customers, as ChartMogul defines it")
            .build();

    /** The metric; it has no options. */
    public Asp() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return AccountLines.movementsOfAccounts(view, cut, Cadence.MONTH);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        long accounts = evidence.total(Part.NEW_ACCOUNTS);
        if (accounts == 0) {
            return Reading.undefined(
                    UndefinedCode.NO_ACCOUNTS,
                    "No account became active that never paid before, so there is no average. Maybe a longer span.");
        }
        return Reading.known(evidence.total(Part.NEW).dividedBy(accounts));
    }
}
