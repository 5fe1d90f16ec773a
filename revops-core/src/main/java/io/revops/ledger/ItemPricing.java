package io.revops.ledger;

import io.revops.book.BillingInterval;
import io.revops.book.Discount;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a subscription are worth per year at one instant: price × quantity, normalised to a year, less the
 * discounts that are active, at least 0 for the subscription.
 *
 * <p>Discounts of an item come first, then those of the whole subscription; among each, percentages before amounts, then by
 * start and id (the order in which they are given here). An amount off each bill is taken from the items of its currency in
 * proportion to what they cost. Exact until each item is rounded once, half-even, to a micro-unit.
 */
final class ItemPricing {
    /** One item: how many and at what price. */
    record Item(@Nullable BigDecimal quantity, @Nullable Price price) {
        static final Item NOTHING = new Item(null, null);

        /** What it is after a change: whatever the change leaves out stays. */
        Item after(ItemChange change) {
            return new Item(change.quantity().orElse(quantity), change.price().orElse(price));
        }

        /** Whether it is billed again and again for an agreed quantity; one of 0 has ended and is billed no more. */
        boolean recurs() {
            return price != null
                    && price.interval().isPresent()
                    && price.usage() == Price.Usage.LICENSED
                    && (quantity == null || quantity.signum() != 0);
        }

        /** Whether it is billed again and again for what is measured afterwards. */
        boolean metered() {
            return price != null && price.interval().isPresent() && price.usage() == Price.Usage.METERED;
        }

        Optional<BillingInterval> interval() {
            return Optional.ofNullable(price).flatMap(Price::interval);
        }
    }

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final BigInteger MONTHS = BigInteger.valueOf(12);
    private static final Comparator<Discount> PERCENT_FIRST =
            Comparator.comparing(d -> d.percent().isEmpty());

    /**
     * What a credit takes away while it lasts.
     *
     * @param item of which item; null: of all
     */
    record Credit(@Nullable String item, Currency currency, Fraction perYear) {}

    private final StateRules rules;
    private final Map<String, Fraction> worth = new TreeMap<>();
    private final Map<String, Price> prices = new TreeMap<>();

    private ItemPricing(StateRules rules) {
        this.rules = rules;
    }

    /**
     * Micro-units per year of each item that recurs.
     *
     * @param used the quantities of measured items in the months whose mean counts; empty if usage does not count
     */
    static Map<String, Long> perYear(
            Map<String, Item> items,
            List<Discount> active,
            List<Credit> credits,
            Map<String, List<BigDecimal>> used,
            StateRules rules) {
        ItemPricing pricing = new ItemPricing(rules);
        items.forEach((name, item) -> {
            Price price = item.price();
            if (price != null && item.recurs()) {
                pricing.prices.put(name, price);
                BigDecimal quantity = item.quantity() == null ? BigDecimal.ONE : item.quantity();
                pricing.worth.put(
                        name,
                        rules.perYear(
                                Fraction.of(price.total(quantity).amount()),
                                price.interval().orElseThrow()));
            }
        });
        if (!active.isEmpty()) {
            pricing.discount(active);
        }
        credits.forEach(pricing::credit);
        pricing.floor();
        if (rules.usage.rule() != Usage.Rule.EXCLUDE) {
            items.forEach((name, item) -> pricing.usage(name, item, used));
        }
        return new StateRound(rules.rounding, pricing.worth, pricing::currency).micros();
    }

    private void usage(String name, Item item, Map<String, List<BigDecimal>> used) {
        Price price = item.price();
        if (price == null || !item.metered()) {
            return;
        }
        if (rules.usage.rule() == Usage.Rule.COMMITTED) {
            if (item.quantity() != null) {
                prices.put(name, price);
                worth.put(
                        name,
                        rules.perYear(
                                Fraction.of(price.total(item.quantity()).amount()),
                                price.interval().orElseThrow()));
            }
            return;
        }
        List<BigDecimal> months = used.getOrDefault(name, List.of());
        Fraction sum = Fraction.ZERO;
        for (BigDecimal quantity : months) {
            sum = sum.plus(Fraction.of(price.total(quantity).amount()));
        }
        if (sum.signum() != 0) {
            prices.put(name, price);
            worth.put(name, sum.times(MONTHS, BigInteger.valueOf(months.size())));
        }
    }

    private void credit(Credit credit) {
        Predicate<String> concerned =
                name -> (credit.item() == null || credit.item().equals(name))
                        && currency(name).equals(credit.currency());
        takeOff(concerned, credit.perYear());
    }

    private void discount(List<Discount> active) {
        List<Discount> ordered = new ArrayList<>(active);
        ordered.sort(PERCENT_FIRST);
        for (Discount discount : ordered) {
            discount.item().ifPresent(only -> apply(discount, only::equals));
        }
        for (Discount discount : ordered) {
            if (discount.item().isEmpty()) {
                apply(discount, name -> true);
            }
        }
    }

    private void apply(Discount discount, Predicate<String> which) {
        if (discount.percent().isPresent()) {
            Fraction left = Fraction.of(
                            new BigDecimal(HUNDRED).subtract(discount.percent().get()))
                    .times(BigInteger.ONE, HUNDRED);
            worth.replaceAll((name, value) -> which.test(name) ? value.times(left) : value);
            return;
        }
        Currency currency = discount.amountOff().orElseThrow().currency();
        Predicate<String> concerned = name -> which.test(name) && currency(name).equals(currency);
        Optional<BillingInterval> interval = shortest(concerned);
        if (interval.isEmpty()) {
            return;
        }
        takeOff(
                concerned,
                rules.perYear(Fraction.of(discount.amountOff().orElseThrow().amount()), interval.get()));
    }

    private void takeOff(Predicate<String> concerned, Fraction perYear) {
        Fraction total = sum(concerned);
        Fraction left = total.minus(perYear);
        worth.replaceAll((name, value) -> {
            if (!concerned.test(name)) {
                return value;
            }
            return left.signum() <= 0 || total.signum() <= 0
                    ? Fraction.ZERO
                    : value.times(left).dividedBy(total);
        });
    }

    /** An amount is off each bill, and bills come as often as the item that is billed most often. */
    private Optional<BillingInterval> shortest(Predicate<String> concerned) {
        return prices.entrySet().stream()
                .filter(e -> concerned.test(e.getKey()))
                .map(e -> e.getValue().interval().orElseThrow())
                .min(Comparator.comparing(i -> new BigDecimal(i.count())
                        .divide(new BigDecimal(i.unitsPerYear()), java.math.MathContext.DECIMAL64)));
    }

    private void floor() {
        Set<Currency> currencies = new LinkedHashSet<>();
        boolean negative = false;
        for (Map.Entry<String, Fraction> e : worth.entrySet()) {
            currencies.add(currency(e.getKey()));
            negative |= e.getValue().signum() < 0;
        }
        if (!negative) {
            return;
        }
        for (Currency currency : currencies) {
            if (sum(name -> currency(name).equals(currency)).signum() <= 0) {
                worth.replaceAll((name, value) -> currency(name).equals(currency) ? Fraction.ZERO : value);
            }
        }
    }

    private Currency currency(String item) {
        return java.util.Objects.requireNonNull(prices.get(item)).currency();
    }

    private Fraction sum(Predicate<String> which) {
        Fraction total = Fraction.ZERO;
        for (Map.Entry<String, Fraction> e : worth.entrySet()) {
            if (which.test(e.getKey())) {
                total = total.plus(e.getValue());
            }
        }
        return total;
    }
}
