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

/** One cause for which active accounts pay more or less than at a span's opening: below 0 where they pay less. */
public final class CauseMrr implements Metric<RunRate> {
    private final MetricDefinition definition;
    private final Part<RunRate> part;

    private CauseMrr(String id, String title, Part<RunRate> part, String formula) {
        this.part = part;
        definition = describe(MetricDefinition.of(id, title, formula, Unit.MONEY_PER_MONTH))
                .better(Better.UP)
                .adds(Adds.SUM, Adds.SUM)
                .build();
    }

    /** A unit costs more or less. */
    public static CauseMrr price() {
        return new CauseMrr(
                "mrr.expansion.price",
                "Expansion by price",
                Part.PRICE,
                "price = sum over items of change of price x quantity at opening");
    }

    /** There are more or fewer units. */
    public static CauseMrr volume() {
        return new CauseMrr(
                "mrr.expansion.volume",
                "Expansion by volume",
                Part.VOLUME,
                "volume = sum over items of price at opening x change of quantity");
    }

    /** Both at once. */
    public static CauseMrr mix() {
        return new CauseMrr(
                "mrr.expansion.mix",
                "Expansion by mix",
                Part.MIX,
                "mix = sum over items of change of price x change of quantity");
    }

    /** Items of products that an account did not have. */
    public static CauseMrr crossSell() {
        return new CauseMrr(
                "mrr.expansion.cross-sell",
                "Cross-sell MRR",
                Part.CROSS_SELL,
                "cross-sell = closing of the items of products that the account did not have at the opening");
    }

    /** Items that sell another product than before. */
    public static CauseMrr switched() {
        return new CauseMrr(
                "mrr.expansion.switched",
                "Expansion by switch of product",
                Part.SWITCHED,
                "switched = closing - opening of the items that sell another product than at the opening");
    }

    static MetricDefinition.Builder describe(MetricDefinition.Builder definition) {
        return definition
                .movedBy("reporting zone", "exchange rates", "discount", "free account", "churn timing")
                .edges(
                        "nobody expanded or contracted: 0",
                        "only accounts that are active at both ends; they are compared there, whatever happened in between",
                        "a price is what the item is worth over its quantity: after discounts, and on average where it is in steps; "
                                + "of a flat price the quantity is 1",
                        "an item that ended is volume; so is another item of a product that the account had",
                        "an item that ended and one that began stand beside each other where they sell the same product",
                        "amounts are told at the closing rate; what rounding to a millionth leaves is mix",
                        "the view has no book: undefined")
                .reference("Price-volume-mix decomposition of the change of an account's items");
    }

    @Override
    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public Evidence gather(RevenueView view, Cut cut) {
        return ItemCauses.gather(view, cut);
    }

    @Override
    public Reading<RunRate> conclude(Evidence evidence) {
        return Reading.known(evidence.total(part));
    }
}
