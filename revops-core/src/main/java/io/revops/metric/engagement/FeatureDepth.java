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

/** How many different features a user used in a span, on average over those who used it. */
public final class FeatureDepth implements Metric<Ratio> {
    private static final MetricDefinition DEFINITION = MetricDefinition.of(
                    "usage.depth",
                    "Feature depth",
                    "features of users / users, each feature of a user once, of those who used it in the span",
                    Unit.RATIO)
            .better(Better.UP)
            .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
            .movedBy("reporting zone")
            .edges(
                    "nobody is known to have used it: undefined",
                    "a use without a user does not count",
                    "a user of two accounts is two",
                    "a feature is what a meter counts",
                    "a row that counts zero is no use",
                    "the view has no book: undefined")
            .reference("Distinct features per active user")
            .build();

    /** The metric; it has no options. */
    public FeatureDepth() {}

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
                Evidence.counting().parts(Part.USER_FEATURES, Part.USERS).named(AccountLines.names(view));
        Uses.during(view, view.span()).forEach((account, uses) -> {
            if (!uses.users().isEmpty()) {
                lines.line(account, cut.segment(view, account, end))
                        .units(
                                Part.USER_FEATURES,
                                uses.users().values().stream()
                                        .mapToLong(use -> use.features().size())
                                        .sum())
                        .units(Part.USERS, uses.users().size());
            }
        });
        return lines.build();
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        long users = evidence.total(Part.USERS);
        return users == 0
                ? Reading.undefined(
                        UndefinedCode.NO_USERS,
                        "Nobody is known to have used it in the span, so there is no average. Maybe usage without users was "
                                + "read: FeatureBreadth tells the features of accounts.")
                : Reading.known(Ratio.of(evidence.total(Part.USER_FEATURES), users));
    }
}
