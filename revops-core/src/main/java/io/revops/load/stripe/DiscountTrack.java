package io.revops.load.stripe;

import io.revops.book.Discount;
import io.revops.book.IssueCode;
import io.revops.book.Severity;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Discounts as snapshots add and take them away. */
final class DiscountTrack {
    private final Catalog catalog;
    private final Set<Problem> problems;
    private final List<Discount> discounts = new ArrayList<>();
    private Map<String, Discount> now = Map.of();

    DiscountTrack(Catalog catalog, Set<Problem> problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    List<Discount> discounts() {
        return discounts;
    }

    boolean next(Snapshot snapshot, Step step) {
        if (snapshot.isOver()) {
            return false;
        }
        Map<String, Discount> then = new LinkedHashMap<>();
        boolean changed = false;
        for (DiscountTerms written : snapshot.discounts()) {
            Optional<DiscountTerms> terms = catalog.discount(written);
            if (terms.isEmpty()) {
                problems.add(new Problem(
                        IssueCode.MISSING_VALUE,
                        Severity.ERROR,
                        "discounts",
                        written.id(),
                        "The discount is left out: its coupon is not in the export. Maybe export subscriptions with"
                                + " expand[]=data.discounts.source.coupon, and the coupons."));
                continue;
            }
            for (Discount discount : entries(terms.get(), snapshot, step)) {
                @Nullable Discount was = now.get(discount.id());
                boolean same = was != null
                        && was.toBuilder().recorded(step.recorded()).build().equals(discount);
                then.put(discount.id(), was != null && same ? was : discount);
                if (!same) {
                    Step.put(discounts, discount);
                    changed = true;
                }
            }
        }
        for (Discount gone : now.values()) {
            if (!then.containsKey(gone.id()) && isEarly(gone, snapshot, step)) {
                Step.put(
                        discounts,
                        gone.toBuilder()
                                .end(step.moment())
                                .recorded(step.recorded())
                                .build());
                changed = true;
            }
        }
        now = then;
        return changed;
    }

    /**
     * Whether a discount that is gone was taken away before its time. One that holds once goes when a bill has used it: early
     * is only what goes before the next bill.
     */
    private static boolean isEarly(Discount gone, Snapshot snapshot, Step step) {
        Instant start = gone.effective().instant(ZoneOffset.UTC);
        return switch (gone.duration()) {
            case ONCE -> {
                @Nullable Instant billed = snapshot.bill().from();
                yield billed != null && billed.isBefore(start);
            }
            case REPEATING -> step.latest().isBefore(naturalEnd(gone));
            case FOREVER -> true;
        };
    }

    private static Instant naturalEnd(Discount repeating) {
        return repeating
                .end()
                .orElseGet(() -> repeating
                        .effective()
                        .plus(Period.ofMonths(repeating.months().orElse(0))))
                .instant(ZoneOffset.UTC);
    }

    /** One entry, or one for each item if the coupon is for some products only. */
    private List<Discount> entries(DiscountTerms terms, Snapshot snapshot, Step step) {
        Coupon coupon = Objects.requireNonNull(terms.coupon());
        @Nullable Money off = off(coupon, snapshot);
        if (coupon.percent() == null && off == null) {
            problems.add(new Problem(
                    IssueCode.MISSING_VALUE,
                    Severity.ERROR,
                    "discounts",
                    terms.id(),
                    "The discount is left out: its coupon has no amount in the subscription's currency. Maybe export coupons"
                            + " with expand[]=data.currency_options."));
            return List.of();
        }
        List<@Nullable String> items = items(terms, coupon, snapshot);
        if (items.size() > 1 && coupon.percent() == null) {
            problems.add(
                    new Problem(
                            IssueCode.BAD_VALUE,
                            Severity.WARNING,
                            "discounts",
                            terms.id(),
                            "An amount off some of the products was taken off the whole subscription. Maybe check its coupon."));
            items = new ArrayList<>();
            items.add(null);
        }
        List<Discount> entries = new ArrayList<>();
        for (@Nullable String item : items) {
            Instant start = terms.start() != null ? terms.start() : snapshot.start();
            entries.add(Discount.builder(terms.onItem(item).key(), Moment.of(start), coupon.duration())
                    .percent(coupon.percent())
                    .amountOff(off)
                    .months(coupon.months())
                    .end(terms.end() == null ? null : Moment.of(terms.end()))
                    .item(item)
                    .coupon(coupon.id())
                    .recorded(step.recorded())
                    .build());
        }
        return entries;
    }

    private static @Nullable Money off(Coupon coupon, Snapshot snapshot) {
        if (coupon.amounts().isEmpty()) {
            return null;
        }
        return snapshot.currency() == null
                ? coupon.amounts().values().iterator().next()
                : coupon.amounts().get(snapshot.currency());
    }

    /** The items that the discount is for; a single null stands for all of them. */
    private List<@Nullable String> items(DiscountTerms terms, Coupon coupon, Snapshot snapshot) {
        List<@Nullable String> items = new ArrayList<>();
        if (terms.item() != null || coupon.products().isEmpty()) {
            items.add(terms.item());
            return items;
        }
        for (Snapshot.Item item : snapshot.items()) {
            PriceTerms price = catalog.known(item.price());
            if (price.product() != null
                    && coupon.products().contains(price.product().value())) {
                items.add(item.id());
            }
        }
        if (items.size() == snapshot.items().size()) {
            items.clear();
            items.add(null);
        }
        return items;
    }
}
