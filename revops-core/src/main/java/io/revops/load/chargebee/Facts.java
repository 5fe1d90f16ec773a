package io.revops.load.chargebee;

import io.revops.book.BillingInterval;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.Source;
import io.revops.book.Subscription;
import io.revops.load.LoadLog;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the dated subscription of one that is read. */
final class Facts {
    private final Catalog catalog;
    private final SubscriptionTerms terms;
    private final Problems problems;

    Facts(Catalog catalog, SubscriptionTerms terms, Source place, LoadLog log) {
        this.catalog = catalog;
        this.terms = terms;
        this.problems = new Problems(log, terms.id(), place);
    }

    Subscription subscription(Source place) {
        Subscription.Builder subscription = Subscription.builder(
                        new io.revops.book.SubscriptionId(terms.id()), terms.account())
                .start(terms.start())
                .term(terms.term())
                .source(place);
        terms.items().stream().filter(Item::isRecurring).forEach(item -> subscription.items(change(item)));
        for (Reduction.Applied applied : terms.reductions()) {
            subscription.discounts(discounts(applied));
        }
        new Dated(terms, problems).addTo(subscription);
        terms.attributes().forEach(subscription::attribute);
        return subscription.build();
    }

    private ItemChange change(Item item) {
        Moment start = terms.start();
        if (item.trialEnd() != null && start.isBefore(item.trialEnd(), ZoneOffset.UTC)) {
            start = item.trialEnd();
        }
        return ItemChange.builder("start/" + item.id(), start, item.id())
                .product(catalog.product(item))
                .quantity(item.quantity() == null ? BigDecimal.ONE : item.quantity())
                .price(price(item).orElse(null))
                .build();
    }

    private Optional<Price> price(Item item) {
        @Nullable ItemPrice listed = catalog.prices.find(item.id());
        @Nullable BillingInterval interval = terms.interval();
        if (interval == null && item.interval() == null && (listed == null || listed.interval() == null)) {
            problems.missing(
                    "billing_period_unit",
                    item.id(),
                    "The item has no price here: how often it is billed is not written. Maybe export billing_period and"
                            + " billing_period_unit, or the item prices.");
            return Optional.empty();
        }
        Optional<Price> price =
                item.price(listed, terms.currency(), interval == null ? BillingInterval.MONTHLY : interval);
        if (price.isEmpty()) {
            problems.missing(
                    "unit_price",
                    item.id(),
                    "The item has no price here: neither unit_price nor amount is written. Maybe export the item prices too.");
        }
        return price;
    }

    private List<Discount> discounts(Reduction.Applied applied) {
        @Nullable
        Reduction reduction = applied.reduction() != null ? applied.reduction() : catalog.coupons.find(applied.id());
        if (reduction == null) {
            problems.missing(
                    "coupons",
                    applied.id(),
                    "The discount is left out: its coupon is not in the export. Maybe export the coupons too.");
            return List.of();
        }
        if (reduction.amount() != null && !reduction.amount().currency().equals(terms.currency())) {
            problems.missing(
                    "discounts",
                    applied.id(),
                    "The discount is left out: it is in another currency than the subscription. Maybe check its coupon.");
            return List.of();
        }
        List<@Nullable String> items = items(reduction);
        if (items.isEmpty()) {
            return List.of();
        }
        if (items.size() > 1 && reduction.amount() != null && !reduction.eachUnit()) {
            problems.doubtful(
                    "discounts",
                    applied.id(),
                    "An amount off some of the items was taken off the whole subscription. Maybe check its coupon.");
            items = new ArrayList<>();
            items.add(null);
        }
        List<Discount> all = new ArrayList<>();
        for (@Nullable String item : items) {
            all.add(discount(applied, reduction, item));
        }
        return all;
    }

    private Discount discount(Reduction.Applied applied, Reduction reduction, @Nullable String item) {
        Moment start = applied.since() != null && terms.start().isBefore(applied.since(), ZoneOffset.UTC)
                ? applied.since()
                : terms.start();
        Discount.Builder discount = Discount.builder(
                        item == null ? applied.id() : applied.id() + "/" + item, start, reduction.duration())
                .percent(reduction.percent())
                .amountOff(off(reduction, item))
                .item(item)
                .coupon(reduction.id());
        if (reduction.duration() == DiscountDuration.REPEATING) {
            long months = Objects.requireNonNull(reduction.lasts()).toTotalMonths();
            if (months > 0) {
                discount.months(Math.toIntExact(months));
            }
            discount.end(applied.until() != null ? applied.until() : months > 0 ? null : start.plus(reduction.lasts()));
        }
        return discount.build();
    }

    private @Nullable Money off(Reduction reduction, @Nullable String item) {
        @Nullable Money amount = reduction.amount();
        if (amount == null || !reduction.eachUnit() || item == null) {
            return amount;
        }
        return terms.items().stream()
                .filter(i -> i.id().equals(item) && i.quantity() != null)
                .findFirst()
                .map(i -> amount.times(Objects.requireNonNull(i.quantity())))
                .orElse(amount);
    }

    /** The items that it reduces; a single null stands for all of them, and none for none of this subscription. */
    private List<@Nullable String> items(Reduction reduction) {
        List<@Nullable String> items = new ArrayList<>();
        for (Item item : terms.items()) {
            if (item.isRecurring()
                    && (reduction.items().contains(item.id())
                            || reduction.items().contains("type:" + item.type()))) {
                items.add(item.id());
            }
        }
        boolean all = reduction.items().isEmpty();
        boolean several = items.size() > 1
                && items.size()
                        == terms.items().stream().filter(Item::isRecurring).count();
        if (all || (several && !reduction.eachUnit())) {
            items.clear();
            items.add(null);
        }
        return items;
    }
}
