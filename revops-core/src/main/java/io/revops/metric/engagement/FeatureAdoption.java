package io.revops.metric.engagement;

import io.revops.book.AccountId;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What share of the features that customers could use they did use in a span. */
public final class FeatureAdoption implements Metric<Ratio> {
    private final AvailableFeatures available;
    private final MetricDefinition definition;

    private FeatureAdoption(AvailableFeatures available, String which) {
        this.available = available;
        definition = MetricDefinition.of(
                        "usage.adoption",
                        "Feature adoption",
                        "active features / available features, added up over the customers at the close (" + which
                                + ")",
                        Unit.PERCENT)
                .better(Better.UP)
                .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                .movedBy("reporting zone", "free account", "churn timing", "past due")
                .edges(
                        "no feature is available to any customer: undefined",
                        "a customer to whom none is available is left out, and not 0",
                        "a customer that used nothing used 0 of what is available to it",
                        "active: used in the span, once or often; use of what is not available does not count",
                        "no use of any feature was known by the close: undefined, as its source may not have been read",
                        "an account that pays nothing at the close is no customer",
                        "the view has no book: undefined")
                .reference("Features used over features available, per account and period")
                .build();
    }

    /** Of features that are available to everybody, each by its meter. */
    public static FeatureAdoption of(String... features) {
        return new FeatureAdoption(AvailableFeatures.of(features), String.join(", ", features));
    }

    /** Of what is available to each. */
    public static FeatureAdoption of(AvailableFeatures available) {
        return new FeatureAdoption(available, "available as the host says");
    }

    /** Of every feature that anybody had used by the close. */
    public static FeatureAdoption standard() {
        return new FeatureAdoption(AvailableFeatures.everUsed(), "available is what anybody had used by the close");
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
        Map<AccountId, Uses.OfAccount> uses = Uses.during(view, view.span());
        Function<AccountId, Set<String>> each = available.in(view);
        Evidence.Builder lines = Evidence.counting()
                .parts(Part.ACTIVE_FEATURES, Part.AVAILABLE_FEATURES)
                .named(AccountLines.names(view));
        for (AccountId account : PayingAccounts.atClose(view)) {
            Set<String> can = new TreeSet<>(each.apply(account));
            long does = Optional.ofNullable(uses.get(account)).stream()
                    .flatMap(of -> of.all().features().stream())
                    .filter(can::contains)
                    .count();
            lines.line(account, cut.segment(view, account, end))
                    .units(Part.ACTIVE_FEATURES, does)
                    .units(Part.AVAILABLE_FEATURES, can.size());
        }
        return lines.build();
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        long offered = evidence.total(Part.AVAILABLE_FEATURES);
        if (evidence.size() == 0) {
            return Reading.undefined(
                    UndefinedCode.NO_ACCOUNTS,
                    "Nobody was a customer at the close, so nobody could adopt anything. Maybe another span.");
        }
        return offered == 0
                ? Reading.undefined(
                        UndefinedCode.NO_FEATURES,
                        "No feature is available to any customer at the close, so there is no share. Maybe name the "
                                + "features of the products they pay for.")
                : Reading.known(Ratio.of(evidence.total(Part.ACTIVE_FEATURES), offered));
    }
}
