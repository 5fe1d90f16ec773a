package io.revops.ledger;

import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the metered items of a subscription were used for, month by month.
 *
 * <p>An event is of the subscription that it names or, if it names none, of the only one of its account that has metered items;
 * and of the item whose product it names or whose name its meter has, or of the only metered item there is.
 */
final class UsageMonths {
    private final Map<String, TreeMap<YearMonth, BigDecimal>> used = new HashMap<>();
    private final StateRules rules;

    private UsageMonths(StateRules rules) {
        this.rules = rules;
    }

    static UsageMonths of(Subscription subscription, Surroundings facts, StateRules rules) {
        UsageMonths months = new UsageMonths(rules);
        if (!rules.metersUsage() || facts.used.isEmpty()) {
            return months;
        }
        Map<String, Set<ProductId>> metered = metered(subscription);
        boolean only = facts.subscriptions.stream()
                .allMatch(s -> s.id().equals(subscription.id()) || metered(s).isEmpty());
        for (UsageEvent event : facts.used) {
            if (event.subscription().map(subscription.id()::equals).orElse(only)) {
                metered.forEach((item, products) -> {
                    boolean named = event.product()
                            .map(products::contains)
                            .orElse(event.meter().equals(item));
                    if (metered.size() == 1 || named) {
                        months.used
                                .computeIfAbsent(item, i -> new TreeMap<>())
                                .merge(
                                        YearMonth.from(event.at().date(rules.zone)),
                                        event.quantity().orElse(BigDecimal.ONE),
                                        BigDecimal::add);
                    }
                });
            }
        }
        return months;
    }

    private static Map<String, Set<ProductId>> metered(Subscription subscription) {
        Map<String, Set<ProductId>> items = new TreeMap<>();
        for (ItemChange change : subscription.items()) {
            if (change.price().filter(p -> p.usage() == Price.Usage.METERED).isPresent()) {
                items.putIfAbsent(change.item(), new java.util.HashSet<>());
            }
        }
        for (ItemChange change : subscription.items()) {
            change.product()
                    .ifPresent(p -> items.computeIfPresent(change.item(), (item, products) -> {
                        products.add(p);
                        return products;
                    }));
        }
        return items;
    }

    boolean isEmpty() {
        return used.isEmpty();
    }

    /** The first instants of the months in which what counts may change. */
    List<Instant> changes() {
        TreeSet<YearMonth> months = new TreeSet<>();
        int after = Math.max(1, rules.usage.months());
        used.values().forEach(byMonth -> {
            for (YearMonth month : byMonth.keySet()) {
                for (int i = 0; i <= after; i++) {
                    months.add(month.plusMonths(i));
                }
            }
        });
        List<Instant> instants = new ArrayList<>();
        months.forEach(m -> instants.add(m.atDay(1).atStartOfDay(rules.zone).toInstant()));
        return instants;
    }

    /**
     * What was used of each item in the months that count at an instant.
     *
     * @param since when the subscription began: months before it are not there to be averaged
     */
    Map<String, List<BigDecimal>> at(Instant at, Instant since) {
        YearMonth month = YearMonth.from(at.atZone(rules.zone));
        YearMonth first = YearMonth.from(since.atZone(rules.zone));
        int most = Math.max(1, rules.usage.months());
        Map<String, List<BigDecimal>> now = new TreeMap<>();
        used.forEach((item, byMonth) -> {
            List<BigDecimal> months = new ArrayList<>();
            for (YearMonth m = month; months.size() < most && !m.isBefore(first); m = m.minusMonths(1)) {
                months.add(byMonth.getOrDefault(m, BigDecimal.ZERO));
            }
            now.put(item, months);
        });
        return now;
    }
}
