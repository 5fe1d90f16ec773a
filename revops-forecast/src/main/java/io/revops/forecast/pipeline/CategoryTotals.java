package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.metric.Unit;
import io.revops.money.Money;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What sellers say of a period, by category, in one currency: each category alone, and with all that are surer.
 *
 * <p>Cumulative: Commit = closed + commit; Most likely = Commit + most likely; Best case = Most likely + best case. Open pipeline is
 * everything that is open: pipeline + best case + most likely + commit. Omitted is in none of them. Base is Commit; stretch is Best
 * case.
 */
public final class CategoryTotals {
    private static final List<ForecastCategory> OPEN = List.of(
            ForecastCategory.PIPELINE,
            ForecastCategory.BEST_CASE,
            ForecastCategory.MOST_LIKELY,
            ForecastCategory.COMMIT);

    /** From the surest on. */
    private static final List<ForecastCategory> SURE = List.of(
            ForecastCategory.CLOSED, ForecastCategory.COMMIT, ForecastCategory.MOST_LIKELY, ForecastCategory.BEST_CASE);

    private final Currency currency;
    private final Map<ForecastCategory, Money> single;

    private CategoryTotals(Currency currency, Map<ForecastCategory, Money> single) {
        this.currency = currency;
        this.single = single;
    }

    /** Nothing in any category. */
    public static CategoryTotals none(Currency currency) {
        return new CategoryTotals(Objects.requireNonNull(currency, "currency"), new EnumMap<>(ForecastCategory.class));
    }

    /** The same with more in a category. */
    public CategoryTotals plus(ForecastCategory category, Money amount) {
        OneCurrency.of(Money.zero(currency), amount);
        Map<ForecastCategory, Money> more = new EnumMap<>(ForecastCategory.class);
        more.putAll(single);
        more.merge(category, amount, Money::plus);
        return new CategoryTotals(currency, more);
    }

    /** Category by category. */
    public CategoryTotals plus(CategoryTotals other) {
        OneCurrency.of(Money.zero(currency), Money.zero(other.currency));
        CategoryTotals sum = this;
        for (Map.Entry<ForecastCategory, Money> each : other.single.entrySet()) {
            sum = sum.plus(each.getKey(), each.getValue());
        }
        return sum;
    }

    public Currency currency() {
        return currency;
    }

    /** A category alone. */
    public Money single(ForecastCategory category) {
        return single.getOrDefault(category, Money.zero(currency));
    }

    /**
     * A category with all that are surer; of pipeline everything that is open.
     *
     * @throws IllegalArgumentException of omitted, which is never counted
     */
    public Money cumulative(ForecastCategory category) {
        return switch (category) {
            case PIPELINE -> sum(OPEN);
            case OMITTED ->
                throw new IllegalArgumentException("Omitted deals are never counted. Maybe single(OMITTED).");
            default -> sum(SURE.subList(0, SURE.indexOf(category) + 1));
        };
    }

    /** Everything that is open and not omitted. */
    public Money openPipeline() {
        return cumulative(ForecastCategory.PIPELINE);
    }

    /** Closed + commit. */
    public Money base() {
        return cumulative(ForecastCategory.COMMIT);
    }

    /** Base + most likely, where it is used, + best case. */
    public Money stretch() {
        return cumulative(ForecastCategory.BEST_CASE);
    }

    private Money sum(List<ForecastCategory> categories) {
        return OneCurrency.sum(currency, categories.stream().map(this::single));
    }

    /** Every category with its amount, also those with none. */
    public Map<ForecastCategory, Money> byCategory() {
        Map<ForecastCategory, Money> all = new EnumMap<>(ForecastCategory.class);
        Arrays.stream(ForecastCategory.values()).forEach(c -> all.put(c, single(c)));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CategoryTotals that
                && currency.equals(that.currency)
                && byCategory().equals(that.byCategory());
    }

    @Override
    public int hashCode() {
        return Objects.hash(currency, byCategory());
    }

    /** {@code base USD 100.00, stretch USD 230.00, open USD 290.00}. */
    @Override
    public String toString() {
        return "base " + Unit.MONEY.print(base()) + ", stretch " + Unit.MONEY.print(stretch()) + ", open "
                + Unit.MONEY.print(openPipeline());
    }
}
