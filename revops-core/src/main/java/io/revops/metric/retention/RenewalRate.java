package io.revops.metric.retention;

import io.revops.book.AccountId;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much of what came up for renewal in a span was renewed, by value or by the number of contracts: 0 to 100 %. */
public final class RenewalRate implements Metric<Ratio> {
    private final MetricDefinition definition;
    private final Part<?> renewed;

    private RenewalRate(String id, String title, Part<?> renewed, Part<?> due) {
        this.renewed = renewed;
        definition = MetricDefinition.of(id, title, renewed + " / " + due, Unit.PERCENT)
                .better(Better.UP)
                .adds(Adds.RATIO_OF_SUMS, Adds.NONE)
                .movedBy("reporting zone", "discount", "churn timing", "past due")
                .edges(
                        "no contract came up for renewal: undefined",
                        "a contract comes up at the end of its term, counted from its beginning, if it is still worth something on the "
                                + "day before; what ended earlier is churn, and was not up",
                        "renewed is what it is worth at the end of that day, and never more than before: a rise is expansion",
                        "a contract of the same account that begins on that day takes the place of one that was due",
                        "a subscription without a term never comes up",
                        "exchange rates are those of the opening",
                        "the view has no book: undefined")
                .reference("Renewed over due for renewal; differs from gross retention, whose base is everything")
                .build();
    }

    /** By what the contracts are worth. */
    public static RenewalRate byValue() {
        return new RenewalRate("renewal.value", "Renewal rate", Part.RENEWED, Part.DUE);
    }

    /** By how many contracts there are. */
    public static RenewalRate byCount() {
        return new RenewalRate("renewal.count", "Renewal rate by count", Part.RENEWED_CONTRACTS, Part.DUE_CONTRACTS);
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        Valuation valuation = Valuation.atOpening(view.ledger(), view.span());
        Optional<Evidence> none = ItemLines.noBook(view).or(() -> ItemLines.problem(valuation));
        if (none.isPresent()) {
            return none.get();
        }
        Evidence.Builder lines = ItemLines.begin(view, valuation)
                .parts(Part.DUE, Part.RENEWED, Part.DUE_CONTRACTS, Part.RENEWED_CONTRACTS);
        Map<String, AccountId> accounts = new TreeMap<>();
        view.book().subscriptions().forEach(s -> {
            AccountId account = view.book().canonical(s.account());
            accounts.put(account.value(), account);
        });
        accounts.values().forEach(account -> new Due(view, cut, valuation, account).write(lines));
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        if (evidence.total(Part.DUE_CONTRACTS) == 0) {
            return Reading.undefined(
                    UndefinedCode.NONE_DUE,
                    "No contract came up for renewal in the span. Maybe a longer span, or terms of subscriptions (term_months) "
                            + "are missing.");
        }
        return Reading.known(
                renewed.equals(Part.RENEWED)
                        ? Ratio.of(evidence.total(Part.RENEWED), evidence.total(Part.DUE))
                        : Ratio.of(evidence.total(Part.RENEWED_CONTRACTS), evidence.total(Part.DUE_CONTRACTS)));
    }
}
