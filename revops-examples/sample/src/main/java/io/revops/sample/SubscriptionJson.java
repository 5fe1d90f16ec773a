package io.revops.sample;

import io.revops.sample.Life.Layout;
import io.revops.sample.Price.Usage;
import io.revops.sample.Subscription.AtPeriodEnd;
import io.revops.sample.Subscription.Cancellation;
import io.revops.sample.Subscription.Discount;
import io.revops.sample.Subscription.Item;
import io.revops.sample.Subscription.Pause;
import io.revops.sample.Subscription.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the billing API writes it at an instant. The current layout has the period on the items and a list of
 * discounts with a source; the layout before 2025 has the period and one discount on the subscription, and a plan on the item.
 */
final class SubscriptionJson {
    private SubscriptionJson() {}

    static Map<String, @Nullable Object> of(Life life, Subscription s, Instant clock) {
        Instant ended = s.cancellation().endedAt();
        Instant at = ended != null && !ended.isAfter(clock) ? ended.minusSeconds(1) : clock;
        at = at.isBefore(life.start()) ? life.start() : at;
        boolean current = life.layout() == Layout.CURRENT;
        Discount discount = s.discount() != null && s.discount().countsAt(at) ? s.discount() : null;
        Cancellation end = s.cancellation();
        Trial trial = s.trial();
        Map<String, @Nullable Object> json = Json.object(
                "id", life.id(),
                "object", "subscription",
                "customer", Id.customer(life.account()),
                "status", s.status().code(),
                "currency", s.currency().code(),
                "created", life.start().getEpochSecond(),
                "start_date", life.start().getEpochSecond(),
                "billing_cycle_anchor", s.anchor().getEpochSecond());
        if (!current) {
            json.put("current_period_start", Life.periodStart(s, at).getEpochSecond());
            json.put("current_period_end", Life.periodEnd(s, at).getEpochSecond());
        }
        json.put("trial_start", trial == null ? null : trial.start().getEpochSecond());
        json.put("trial_end", trial == null ? null : trial.end().getEpochSecond());
        json.put("cancel_at", seconds(end.cancelAt()));
        json.put("cancel_at_period_end", end.atPeriodEnd() == AtPeriodEnd.YES);
        json.put("canceled_at", seconds(end.requestedAt()));
        json.put("ended_at", seconds(end.endedAt()));
        json.put(
                "cancellation_details",
                Json.object("reason", end.reason(), "feedback", end.feedback(), "comment", end.comment()));
        json.put("pause_collection", pause(s.pause()));
        if (current) {
            json.put("discounts", discount == null ? List.of() : List.of(discount(life, discount, Layout.CURRENT)));
        } else {
            json.put("discount", discount == null ? null : discount(life, discount, Layout.BEFORE_2025));
        }
        Instant clockOfItems = at;
        json.put(
                "items",
                Json.object(
                        "object",
                        "list",
                        "data",
                        s.items().stream()
                                .map(item -> item(life, s, item, clockOfItems))
                                .toList(),
                        "has_more",
                        false));
        return json;
    }

    private static Map<String, @Nullable Object> item(Life life, Subscription s, Item item, Instant at) {
        Map<String, @Nullable Object> json = Json.object(
                "id", item.id(),
                "object", "subscription_item",
                "created", item.created().getEpochSecond());
        if (life.layout() == Layout.CURRENT) {
            json.put("current_period_start", Life.periodStart(s, at).getEpochSecond());
            json.put("current_period_end", Life.periodEnd(s, at).getEpochSecond());
        } else {
            json.put("plan", PriceJson.plan(item.price()));
        }
        json.put("price", PriceJson.price(item.price()));
        if (item.price().usage() == Usage.LICENSED) {
            json.put("quantity", item.quantity());
        }
        return json;
    }

    private static Map<String, @Nullable Object> discount(Life life, Discount discount, Layout layout) {
        Coupon coupon = discount.coupon();
        boolean statesEnd = coupon.duration() == Coupon.Duration.REPEATING;
        Map<String, @Nullable Object> json = Json.object("id", discount.id(), "object", "discount");
        if (layout == Layout.CURRENT) {
            json.put("source", Json.object("type", "coupon", "coupon", PriceJson.coupon(coupon)));
        } else {
            json.put("coupon", PriceJson.coupon(coupon));
        }
        json.put("start", discount.start().getEpochSecond());
        json.put("end", statesEnd ? seconds(discount.until()) : null);
        json.put("subscription", life.id());
        return json;
    }

    private static @Nullable Object pause(@Nullable Pause pause) {
        return pause == null
                ? null
                : Json.object("behavior", pause.behavior(), "resumes_at", seconds(pause.resumesAt()));
    }

    private static @Nullable Long seconds(@Nullable Instant instant) {
        return instant == null ? null : instant.getEpochSecond();
    }
}
