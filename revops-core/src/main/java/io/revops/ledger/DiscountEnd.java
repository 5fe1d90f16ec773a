package io.revops.ledger;

import io.revops.book.BillingInterval;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.ItemChange;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When a discount ends, given how the items that it reduces are billed. */
final class DiscountEnd {
    private DiscountEnd() {}

    /** An explicit end, else the end that its duration brings; the billing period is that of what it reduces. */
    static Optional<Moment> of(Discount discount, List<Happening> happenings, ZoneId zone) {
        if (discount.end().isPresent() || discount.duration() == DiscountDuration.FOREVER) {
            return discount.end();
        }
        if (discount.duration() == DiscountDuration.REPEATING) {
            return discount.months().map(n -> discount.effective().plus(Period.ofMonths(n)));
        }
        return billed(discount, happenings, zone).stream()
                .map(interval -> discount.effective().plus(interval.period()))
                .min(Comparator.comparing(m -> m.instant(zone)));
    }

    /** How often what a discount reduces is billed when it starts; if nothing is by then, as soon as something is. */
    private static List<BillingInterval> billed(Discount discount, List<Happening> happenings, ZoneId zone) {
        Map<String, ItemPricing.Item> billed = new TreeMap<>();
        Instant until = discount.effective().instant(zone);
        for (Happening happening : happenings) {
            if (happening.fact() instanceof ItemChange change
                    && discount.item().orElse(change.item()).equals(change.item())) {
                if (happening.at().isAfter(until)) {
                    if (billed.values().stream().anyMatch(ItemPricing.Item::recurs)) {
                        break;
                    }
                    until = happening.at();
                }
                SubscriptionStates.take(change, billed);
            }
        }
        return billed.values().stream()
                .filter(ItemPricing.Item::recurs)
                .flatMap(item -> item.interval().stream())
                .toList();
    }
}
