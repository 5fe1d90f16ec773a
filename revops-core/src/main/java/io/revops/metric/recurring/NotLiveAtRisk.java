package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import io.revops.money.RunRate;

/** Contracted ARR that is not live although its renewal is near: who never used it may not renew. */
public final class NotLiveAtRisk implements Metric<RunRate> {
    private final RenewalWindow window;
    private final MetricDefinition definition;

    private NotLiveAtRisk(RenewalWindow window) {
        this.window = window;
        definition = MetricDefinition.of(
                        "arr.not-live.at-risk",
                        "ARR not live and up for renewal within " + window.days() + " days",
                        "at risk = contracted ARR that is not live, of subscriptions whose term ends 0 to "
                                + window.days() + " days after the close",
                        Unit.MONEY_PER_YEAR)
                .better(Better.DOWN)
                .adds(Adds.SUM, Adds.SUM)
                .movedBy("every convention")
                .edges(
                        "nothing is at risk: 0",
                        "a subscription without a term never comes up for renewal",
                        "what is known to end is not contracted any more, and so not at risk",
                        "live: as the subscription says (go_live), else its account (live_since), else if it is worth something",
                        "the view has no book: undefined")
                .reference("Not live and approaching the point of renewal: ARR at risk")
                .build();
    }

    /** Within ninety days. */
    public static NotLiveAtRisk standard() {
        return within(RenewalWindow.STANDARD);
    }

    /** Within so many days. */
    public static NotLiveAtRisk within(RenewalWindow window) {
        return new NotLiveAtRisk(window);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return Contracts.gather(view, cut, window);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.AT_RISK));
    }
}
