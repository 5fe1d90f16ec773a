package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Adds;
import io.revops.metric.Better;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.ItemLines.Ends;
import io.revops.metric.Metric;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much more the accounts of a span's opening bought by its close, of what they had (upsell) or of products that were new
 * to them (cross-sell): the share of accounts that did, or the amount over what recurred at the opening.
 */
public final class SellRate implements Metric<Ratio> {
    private final MetricDefinition definition;
    private final Part<?> sold;
    private final Part<?> opening;

    private SellRate(MetricDefinition definition, Part<?> sold, Part<?> opening) {
        this.definition = definition;
        this.sold = sold;
        this.opening = opening;
    }

    /** The share of accounts that pay more for what is no cross-sell. */
    public static SellRate upsoldAccounts() {
        return ofAccounts("rate.upsell", "Upsell rate", Part.UPSOLD_ACCOUNTS);
    }

    /** The share of accounts that bought a product which was new to them. */
    public static SellRate crossSoldAccounts() {
        return ofAccounts("rate.cross-sell", "Cross-sell rate", Part.CROSS_SOLD_ACCOUNTS);
    }

    /** Upsell over what recurred at the opening. */
    public static SellRate upsoldMrr() {
        return ofMrr("rate.upsell.mrr", "Upsell rate by value", Part.UPSELL);
    }

    /** Cross-sell over what recurred at the opening. */
    public static SellRate crossSoldMrr() {
        return ofMrr("rate.cross-sell.mrr", "Cross-sell rate by value", Part.CROSS_SELL);
    }

    private static SellRate ofAccounts(String id, String title, Part<Long> sold) {
        return new SellRate(define(id, title, sold + " / active at opening", Adds.NONE), sold, Part.ACTIVE_AT_OPENING);
    }

    private static SellRate ofMrr(String id, String title, Part<?> sold) {
        return new SellRate(define(id, title, sold + " / opening", Adds.NONE), sold, Part.OPENING);
    }

    private static MetricDefinition define(String id, String title, String formula, Adds within) {
        return MetricDefinition.of(id, title, formula, Unit.PERCENT)
                .better(Better.UP)
                .adds(Adds.RATIO_OF_SUMS, within)
                .movedBy("reporting zone", "discount", "free account", "churn timing")
                .edges(
                        "nothing recurred at the opening: undefined",
                        "upsell of an account: what price, volume, mix and switched products bring together, where that is above 0",
                        "cross-sell of an account: its items of products that it did not have at the opening",
                        "one account may do both, and counts in both",
                        "an account that came after the opening is left out; exchange rates are those of the opening",
                        "a segment holds the accounts, or the items, that were in it at the opening",
                        "the view has no book: undefined")
                .reference("Expansion analytics: accounts, and amount, over the opening of the span")
                .build();
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
        Instant start = view.span().start(view.policy().zone());
        Evidence.Builder lines = ItemLines.begin(view, valuation)
                .parts(Part.OPENING, Part.UPSELL, Part.CROSS_SELL)
                .parts(Part.ACTIVE_AT_OPENING, Part.UPSOLD_ACCOUNTS, Part.CROSS_SOLD_ACCOUNTS);
        ItemLines.walk(view, valuation, (account, ends) -> {
            if (ends.stream().noneMatch(Ends::activeAtOpening)) {
                return;
            }
            Map<Optional<String>, Sold> segments = new LinkedHashMap<>();
            for (Ends each : ends) {
                if (each.activeAtOpening() || each.opening() != 0) {
                    sold(segments, ItemLines.segment(cut, view, account, each.item(), start))
                            .open(each);
                }
            }
            List<ItemPair> pairs = ItemCauses.isActive(ends) ? ItemPair.of(view, ends) : List.of();
            for (ItemPair pair : pairs) {
                sold(segments, ItemLines.segment(cut, view, account, pair.item(), start))
                        .take(pair);
            }
            segments.forEach((segment, sold) -> sold.write(lines.line(account, segment.orElse(null))));
        });
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    private static Sold sold(Map<Optional<String>, Sold> segments, @Nullable String segment) {
        return segments.computeIfAbsent(Optional.ofNullable(segment), s -> new Sold());
    }

    /** What one account has, and buys, in one segment. */
    private static final class Sold {
        private long opening;
        private boolean active;
        private long upsell;
        private long crossSell;

        void open(Ends item) {
            opening = Math.addExact(opening, item.opening());
            active |= item.activeAtOpening();
        }

        void take(ItemPair pair) {
            upsell = Math.addExact(upsell, pair.upsell());
            crossSell = Math.addExact(crossSell, pair.crossSell());
        }

        void write(Evidence.Builder line) {
            line.units(Part.OPENING, opening)
                    .units(Part.UPSELL, Math.max(0, upsell))
                    .units(Part.CROSS_SELL, crossSell)
                    .units(Part.ACTIVE_AT_OPENING, active ? 1 : 0)
                    .units(Part.UPSOLD_ACCOUNTS, upsell > 0 ? 1 : 0)
                    .units(Part.CROSS_SOLD_ACCOUNTS, crossSell > 0 ? 1 : 0);
        }
    }

    @Override
    public Reading<Ratio> conclude(Evidence evidence) {
        if (value(evidence, opening).signum() <= 0) {
            return Reading.undefined(
                    UndefinedCode.OPENING_ZERO,
                    "Nothing recurred at the opening, so nobody could buy more. Maybe a span that begins later.");
        }
        return Reading.known(Ratio.of(value(evidence, sold), value(evidence, opening)));
    }

    private static BigDecimal value(Evidence evidence, Part<?> part) {
        Object total = evidence.total(part);
        return total instanceof RunRate rate ? rate.perYear().amount() : BigDecimal.valueOf((Long) total);
    }
}
