package io.revops.forecast.churn;

import io.revops.book.BillingInterval;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Entries;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.metric.Renewals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an account has agreed to, at the end of the as-of date. */
final class Contracts {
    private Contracts() {}

    /** An item as it stands: how many at what price. */
    private record Item(String name, BigDecimal quantity, Price price) {
        /** What it costs a year before any discount, as it is billed. */
        double yearly() {
            return price.interval()
                    .map(every -> price.total(quantity).amount().doubleValue() * billsPerYear(every))
                    .orElse(0.0);
        }
    }

    private static double billsPerYear(BillingInterval every) {
        return every.unitsPerYear().doubleValue() / every.count();
    }

    /** The recurring items that there are some of. */
    private static List<Item> items(Subscription subscription) {
        Map<String, @Nullable BigDecimal> quantities = new LinkedHashMap<>();
        Map<String, Price> prices = new LinkedHashMap<>();
        for (ItemChange change : Entries.current(subscription.items())) {
            change.quantity().ifPresent(q -> quantities.put(change.item(), q));
            change.price().ifPresent(p -> prices.put(change.item(), p));
        }
        List<Item> items = new ArrayList<>();
        prices.forEach((name, price) -> {
            BigDecimal quantity = quantities.get(name);
            if (quantity != null && quantity.signum() > 0 && price.interval().isPresent()) {
                items.add(new Item(name, quantity, price));
            }
        });
        return items;
    }

    /** How many units are bought by unit. */
    static double seats(AccountAsOf account) {
        double seats = 0;
        for (Subscription subscription : account.running()) {
            for (Item item : items(subscription)) {
                boolean isByUnit = item.price.model() != Price.Model.FLAT && item.price.usage() == Price.Usage.LICENSED;
                seats += isByUnit ? item.quantity.doubleValue() : 0;
            }
        }
        return seats > 0 ? seats : Double.NaN;
    }

    /** How many recurring items there are some of, over all running subscriptions; two of the same product are two. */
    static double items(AccountAsOf account) {
        double items = 0;
        for (Subscription subscription : account.running()) {
            items += items(subscription).size();
        }
        return items;
    }

    /** The part of the list price that discounts take off; NaN without a price, or in several currencies. */
    static double discountShare(AccountAsOf account) {
        double list = 0;
        double off = 0;
        Set<Currency> currencies = new HashSet<>();
        for (Subscription subscription : account.running()) {
            List<Item> items = items(subscription);
            double[] worth = items.stream()
                    .filter(i -> i.price.usage() == Price.Usage.LICENSED)
                    .mapToDouble(Item::yearly)
                    .toArray();
            List<Item> priced = items.stream()
                    .filter(i -> i.price.usage() == Price.Usage.LICENSED)
                    .toList();
            priced.forEach(i -> currencies.add(i.price.currency()));
            double before = sum(worth);
            list += before;
            off += before - reduced(account, subscription, priced, worth);
        }
        return list > 0 && currencies.size() == 1 ? off / list : Double.NaN;
    }

    private static double reduced(AccountAsOf account, Subscription subscription, List<Item> items, double[] worth) {
        List<Discount> active = Entries.current(subscription.discounts()).stream()
                .filter(d -> isActive(account, d, items))
                .sorted(Comparator.comparing((Discount d) -> d.item().isEmpty())
                        .thenComparing(d -> d.percent().isEmpty()))
                .toList();
        for (Discount discount : active) {
            double base = 0;
            for (int i = 0; i < worth.length; i++) {
                base += isOn(discount, items.get(i)) ? worth[i] : 0;
            }
            double keeps = discount.percent()
                    .map(p -> 1 - p.doubleValue() / 100)
                    .orElse(1 - amountOff(discount, items) / base);
            for (int i = 0; i < worth.length && base > 0; i++) {
                worth[i] *= isOn(discount, items.get(i)) ? Math.max(0, keeps) : 1;
            }
        }
        return sum(worth);
    }

    /** What an amount off each bill takes off a year, by how often the first item is billed. */
    private static double amountOff(Discount discount, List<Item> items) {
        double bills = items.stream()
                .flatMap(i -> i.price.interval().stream())
                .findFirst()
                .map(Contracts::billsPerYear)
                .orElse(0.0);
        return discount.amountOff().map(m -> m.amount().doubleValue()).orElse(0.0) * bills;
    }

    private static boolean isOn(Discount discount, Item item) {
        return discount.item().map(item.name::equals).orElse(true);
    }

    private static boolean isActive(AccountAsOf account, Discount discount, List<Item> items) {
        Optional<LocalDate> written = discount.end().map(account::day);
        LocalDate end = written.orElseGet(() -> account.day(discount.effective().plus(lasts(discount, items))));
        return (discount.duration() == DiscountDuration.FOREVER && written.isEmpty()) || end.isAfter(account.asOf());
    }

    private static Period lasts(Discount discount, List<Item> items) {
        return switch (discount.duration()) {
            case REPEATING -> Period.ofMonths(discount.months().orElse(0));
            case ONCE ->
                items.stream()
                        .flatMap(i -> i.price.interval().stream())
                        .findFirst()
                        .map(BillingInterval::period)
                        .orElse(Period.ZERO);
            case FOREVER -> Period.ZERO;
        };
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Until the next renewal of any running subscription, counted from the day after; NaN without a term. */
    static double daysToRenewal(AccountAsOf account) {
        return account.running().stream()
                .filter(s -> s.ends().isEmpty())
                .flatMap(s -> Renewals.next(s, account.asOf().plusDays(1), account.zone()).stream())
                .mapToDouble(day -> -account.daysSince(day))
                .min()
                .orElse(Double.NaN);
    }

    /** The longest term of the running subscriptions. */
    static double termMonths(AccountAsOf account) {
        return account.running().stream()
                .flatMap(s -> s.term().stream())
                .mapToDouble(Term::months)
                .max()
                .orElse(Double.NaN);
    }

    /** Whether everything that has a term goes on by itself. */
    static double renewsItself(AccountAsOf account) {
        List<Term> terms =
                account.running().stream().flatMap(s -> s.term().stream()).toList();
        return terms.isEmpty()
                ? Double.NaN
                : terms.stream().allMatch(t -> t.renewal() == Term.Renewal.AUTOMATIC) ? 1 : 0;
    }
}
