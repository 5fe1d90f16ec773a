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
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import java.time.Instant;

/** How many different features an account used in a span, whoever of it, on average over those that used it. */
public final class FeatureBreadth implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "usage.breadth",
                    "Feature breadth",
                    "features of accounts / accounts, each feature of an account once, of those that used it in the span",
                    Unit.RATIO)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "nobody used it in the span: undefined",
                    "an account that did not use it is not in the average",
                    "a feature is what a meter counts",
                    "a row that counts zero is no use",
                    "the view has no book: undefined")
            .reference("Distinct features per active account")
            .build();

    /** The metric; it has no options. */
    public FeatureBreadth() {}

    @Override
    public MetricDefinition definition() {
        return DEFINITION;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemLines.noBook(view).orElseGet(() -> lines(view, cut));
    }

    private static Evidence lines(RevenueView view, Cut cut) {
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines =
                Evidence.counting().parts(Part.ACCOUNT_FEATURES, Part.ACCOUNTS).named(AccountLines.names(view));
        Uses.during(view, view.span())
                .forEach((account, uses) -> lines.line(account, cut.segment(view, account, end))
                        .units(Part.ACCOUNT_FEATURES, uses.all().features().size())
                        .units(Part.ACCOUNTS, 1));
        return lines.build();
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        long accounts = evidence.total(Part.ACCOUNTS);
        return accounts == 0
                ? Reading.undefined(
                        UndefinedCode.NO_USE,
                        "Nobody used it in the span, so there is no average. Maybe a longer span, or merge the book with "
                                + "usage events.")
                : Reading.known(Ratio.of(evidence.total(Part.ACCOUNT_FEATURES), accounts));
    }
}
