package io.revops.load.stripe;

import io.revops.load.export.ApiObject;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as it was applied to a subscription or an item.
 *
 * @param id of the discount; made of coupon and start where it has none
 * @param coupon absent if only an id is written
 * @param couponId absent if only the id of the discount is written
 * @param item the only item it applies to
 */
record DiscountTerms(
        String id,
        @Nullable Coupon coupon,
        @Nullable String couponId,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable String item) {

    /** A discount of which only the id is written. */
    static DiscountTerms named(String id, @Nullable String item) {
        return new DiscountTerms(id, null, null, null, null, item);
    }

    /** Reads {@code source.coupon}, or {@code coupon} as it was written before 2025. */
    static DiscountTerms of(ApiObject object, @Nullable String item) {
        ApiObject holder = object.child("source").orElse(object);
        @Nullable Coupon coupon = holder.child("coupon").map(Coupon::of).orElse(null);
        @Nullable
        String couponId = coupon != null ? coupon.id() : holder.text("coupon").orElse(null);
        Optional<Instant> start = object.instant("start");
        return new DiscountTerms(
                object.text("id")
                        .orElseGet(() -> couponId + "@"
                                + start.map(s -> String.valueOf(s.getEpochSecond()))
                                        .orElse("")),
                coupon,
                couponId,
                start.orElse(null),
                object.instant("end").orElse(null),
                item != null ? item : object.text("subscription_item").orElse(null));
    }

    DiscountTerms with(@Nullable Coupon found) {
        return new DiscountTerms(id, found, couponId, start, end, item);
    }

    DiscountTerms onItem(@Nullable String only) {
        return new DiscountTerms(id, coupon, couponId, start, end, only != null ? only : item);
    }

    /** Tells discounts apart, also where one id stands at several items. */
    String key() {
        return item == null ? id : id + "/" + item;
    }
}
