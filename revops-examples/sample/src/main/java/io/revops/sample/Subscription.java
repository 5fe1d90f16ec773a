package io.revops.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A subscription as it stood at some instant: everything that can change about it. */
record Subscription(
        Status status,
        List<Item> items,
        @Nullable Discount discount,
        Instant anchor,
        @Nullable Trial trial,
        Cancellation cancellation,
        @Nullable Pause pause) {

    static Subscription active(Instant start, List<Item> items) {
        return new Subscription(Status.ACTIVE, items, null, start, null, Cancellation.NONE, null);
    }

    Subscription with(Status changed) {
        return new Subscription(changed, items, discount, anchor, trial, cancellation, pause);
    }

    Subscription withItems(List<Item> changed) {
        return new Subscription(status, List.copyOf(changed), discount, anchor, trial, cancellation, pause);
    }

    Subscription withDiscount(@Nullable Discount changed) {
        return new Subscription(status, items, changed, anchor, trial, cancellation, pause);
    }

    Subscription withAnchor(Instant changed) {
        return new Subscription(status, items, discount, changed, trial, cancellation, pause);
    }

    Subscription withTrial(@Nullable Trial changed) {
        return new Subscription(status, items, discount, anchor, changed, cancellation, pause);
    }

    Subscription with(Cancellation changed) {
        return new Subscription(status, items, discount, anchor, trial, changed, pause);
    }

    Subscription withPause(@Nullable Pause changed) {
        return new Subscription(status, items, discount, anchor, trial, cancellation, changed);
    }

    int months() {
        return items.get(0).price().months();
    }

    Currency currency() {
        return items.get(0).price().currency();
    }

    /** What all items are worth a year after the discount that counts at that instant, whoever pays or not. */
    BigDecimal perYear(Instant at) {
        BigDecimal bill = BigDecimal.ZERO;
        for (Item item : items) {
            bill = bill.add(item.price().amount(item.quantity()));
        }
        if (discount != null && discount.countsAt(at)) {
            bill = discount.coupon().percent() == null
                    ? bill.subtract(BigDecimal.valueOf(discount.coupon().amount()))
                            .max(BigDecimal.ZERO)
                    : bill.multiply(BigDecimal.valueOf(100)
                                    .subtract(discount.coupon().percent()))
                            .movePointLeft(2);
        }
        return items.get(0).price().perYear(bill);
    }

    /** Stripe's statuses, as far as the sample uses them. */
    enum Status {
        TRIALING,
        ACTIVE,
        PAST_DUE,
        UNPAID,
        PAUSED,
        CANCELED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line of a subscription; the quantity of a metered price is 0 and not exported. */
    record Item(String id, Price price, long quantity, Instant created) {
        Item withQuantity(long changed) {
            return new Item(id, price, changed, created);
        }

        Item withPrice(Price changed) {
            return new Item(id, changed, quantity, created);
        }
    }

    /** A coupon in use. {@code until} is when it stops counting; only a repeating coupon states it as its end. */
    record Discount(
            String id,
            Coupon coupon,
            Instant start,
            @Nullable Instant until) {
        boolean countsAt(Instant at) {
            return !at.isBefore(start) && (until == null || at.isBefore(until));
        }
    }

    /** Start and end of a trial, the end exclusive. */
    record Trial(Instant start, Instant end) {}

    /** A collection pause: bills are voided, the subscription stays active. */
    record Pause(String behavior, @Nullable Instant resumesAt) {}

    /** What is known of the end: the request, the date it is set for, the end itself and why. */
    record Cancellation(
            @Nullable Instant requestedAt,
            @Nullable Instant cancelAt,
            AtPeriodEnd atPeriodEnd,
            @Nullable Instant endedAt,
            @Nullable String reason,
            @Nullable String feedback,
            @Nullable String comment) {
        static final Cancellation NONE = new Cancellation(null, null, AtPeriodEnd.NO, null, null, null, null);

        Cancellation endedAt(Instant instant) {
            return new Cancellation(
                    requestedAt == null ? instant : requestedAt,
                    cancelAt,
                    atPeriodEnd,
                    instant,
                    reason,
                    feedback,
                    comment);
        }
    }

    /** Whether the end was set to that of the current period. */
    enum AtPeriodEnd {
        YES,
        NO
    }
}
