package io.revops.metric.engagement;

import io.revops.ledger.RevenueView;
import io.revops.metric.AccountLines;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Unit;
import java.time.Instant;

/**
 * How many accounts used the product on the last day of a span, or on one of the last seven or thirty, whoever of them it was:
 * what can be told where a source names accounts and no users. Whether they pay does not matter.
 */
public final class ActiveAccounts implements Metric<Long> {
    private final UsageWindow window;
    private final MetricDefinition definition;

    private ActiveAccounts(UsageWindow window) {
        this.window = window;
        definition = MetricDefinition.of(
                        "usage.accounts." + window.word(),
                        window.title() + " active accounts",
                        "accounts with a use on " + window + " of the span, each once",
                        Unit.ACCOUNTS)
                .better(Better.UP)
                .adds(Adds.SUM, Adds.NONE)
                .movedBy("reporting zone")
                .edges(
                        "no use was known by the close: undefined",
                        "uses are known, and nobody used it: 0",
                        "days are calendar days in the reporting zone, and may begin before the span",
                        "an account that pays nothing counts as well",
                        "a row that counts zero is no use",
                        "the view has no book: undefined")
                .reference("DAU, WAU and MAU of accounts: distinct accounts over " + window.days() + " rolling days")
                .build();
    }

    /** On the last day. */
    public static ActiveAccounts daily() {
        return new ActiveAccounts(UsageWindow.DAILY);
    }

    /** In the last seven days. */
    public static ActiveAccounts weekly() {
        return new ActiveAccounts(UsageWindow.WEEKLY);
    }

    /** In the last thirty days. */
    public static ActiveAccounts monthly() {
        return new ActiveAccounts(UsageWindow.MONTHLY);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).or(() -> NamedFeatures.any().unseen(view)).orElseGet(() -> lines(view, cut));
    }

    private Evidence lines(RevenueView view, Cut cut) {
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = Evidence.counting().parts(Part.ACCOUNTS).named(AccountLines.names(view));
        Uses.during(view, window.of(view.span()))
                .keySet()
                .forEach(account ->
                        lines.line(account, cut.segment(view, account, end)).units(Part.ACCOUNTS, 1));
        return lines.build();
    }

    @Override
    public Reading<Long> conclude(Evidence evidence) {
        return Reading.known(evidence.total(Part.ACCOUNTS));
    }
}
