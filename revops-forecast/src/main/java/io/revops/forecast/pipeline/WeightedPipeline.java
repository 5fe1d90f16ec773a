package io.revops.forecast.pipeline;

import io.revops.metric.Unit;
import io.revops.money.Money;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Open deals, each its amount times the probability of its stage, added up: Σ amount · probability.
 *
 * <p>It is no forecast. A stage says whether a deal is won, not when, so the sum belongs to no period; it knows nothing of deals
 * that do not exist yet, and it has no interval. By month it is laid out by the close dates that sellers gave, which slip. Use it to
 * see where the weight of a pipeline lies, and forecast a period with a method that was measured.
 *
 * <p>Deals whose stage has no weight, or that have no amount, are listed and not counted: nobody chose a probability for them.
 */
public final class WeightedPipeline {
    private final Currency currency;
    private final List<WeightedDeal> deals;
    private final List<String> unweighted;

    private WeightedPipeline(Currency currency, List<WeightedDeal> deals, List<String> unweighted) {
        this.currency = currency;
        this.deals = List.copyOf(deals);
        this.unweighted = List.copyOf(unweighted);
        deals.forEach(d -> OneCurrency.of(Money.zero(currency), d.amount()));
    }

    /** Deals of one currency, with their weights. */
    public static WeightedPipeline of(List<WeightedDeal> deals) {
        return new WeightedPipeline(
                OneCurrency.of(deals.stream().map(WeightedDeal::amount).toList()), deals, List.of());
    }

    static WeightedPipeline of(Currency currency, List<WeightedDeal> deals, List<String> unweighted) {
        return new WeightedPipeline(currency, deals, unweighted);
    }

    /** The deals that are counted. */
    public List<WeightedDeal> deals() {
        return deals;
    }

    /** The ids of open deals that are not counted, each with the reason, in their order. */
    public List<String> unweighted() {
        return unweighted;
    }

    /** The amounts as they are. */
    public Money open() {
        return OneCurrency.sum(currency, deals.stream().map(WeightedDeal::amount));
    }

    /** The amounts times their probabilities, rounded half-even once, to six digits after the point. */
    public Money weighted() {
        return weighted(deals);
    }

    /** What is closed and the weighted open deals: a number without a period. */
    public Money withClosed(Money closed) {
        return closed.plus(weighted());
    }

    /** The weighted amounts by the month of their close dates; months without deals are not there. */
    public SortedMap<Span, Money> byMonth() {
        SortedMap<Span, List<WeightedDeal>> months = new TreeMap<>(Comparator.comparing(Span::from));
        for (WeightedDeal deal : deals) {
            deal.closeDate()
                    .ifPresent(
                            day -> months.computeIfAbsent(Span.containing(day, Cadence.MONTH), m -> new ArrayList<>())
                                    .add(deal));
        }
        SortedMap<Span, Money> weighted = new TreeMap<>(Comparator.comparing(Span::from));
        months.forEach((month, some) -> weighted.put(month, weighted(some)));
        return Collections.unmodifiableSortedMap(weighted);
    }

    /** The weighted amounts of the deals without a close date. */
    public Money undated() {
        return weighted(deals.stream().filter(d -> d.closeDate().isEmpty()).toList());
    }

    private Money weighted(List<WeightedDeal> some) {
        BigDecimal sum = BigDecimal.ZERO;
        for (WeightedDeal deal : some) {
            sum = sum.add(deal.amount().amount().multiply(BigDecimal.valueOf(deal.probability())));
        }
        return Money.of(sum.setScale(6, RoundingMode.HALF_EVEN), currency);
    }

    /** {@code weighted pipeline USD 166,000.00 of USD 350,000.00 open, 5 deals (no forecast: it has no period)}. */
    @Override
    public String toString() {
        return "weighted pipeline " + Unit.MONEY.print(weighted()) + " of "
                + Unit.MONEY.print(open()) + " open, " + deals.size()
                + (deals.size() == 1 ? " deal" : " deals") + " (no forecast: it has no period)";
    }
}
