package io.revops.load.chargebee;

import io.revops.book.DiscountDuration;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon, or a discount that was given without one, takes off, and for how long.
 *
 * @param amount absent for a percentage
 * @param lasts how long a limited one does
 * @param eachUnit whether the amount is off every unit
 * @param items the only item prices that it reduces, of which {@code type:plan} stands for all plans; empty: everything
 */
record Reduction(
        String id,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        DiscountDuration duration,
        @Nullable Period lasts,
        boolean eachUnit,
        List<String> items) {

    /** Where a coupon was used, of which the reduction is looked up. */
    record Applied(
            String id,
            @Nullable Reduction reduction,
            @Nullable Moment since,
            @Nullable Moment until) {}

    static Reduction ofCoupon(ApiObject coupon) {
        boolean percentage =
                coupon.text("discount_type").filter("percentage"::equals).isPresent()
                        || (!coupon.has("discount_type") && coupon.has("discount_percentage"));
        return new Reduction(
                coupon.required("id"),
                percentage ? percent(coupon, "discount_percentage") : null,
                percentage ? null : amount(coupon, "discount_amount"),
                duration(coupon),
                lasts(coupon),
                coupon.text("apply_on")
                        .filter("each_unit_of_specified_items"::equals)
                        .isPresent(),
                constraints(coupon));
    }

    /** A discount of a subscription, with when it was given. */
    static Applied ofDiscount(ApiObject discount) {
        boolean percentage = discount.text("type").filter("percentage"::equals).isPresent()
                || (!discount.has("type") && discount.has("percentage"));
        String id = discount.text("id").or(() -> discount.text("coupon_id")).orElseThrow(() -> discount.missing("id"));
        Reduction reduction = new Reduction(
                discount.text("coupon_id").orElse(id),
                percentage ? percent(discount, "percentage") : null,
                percentage ? null : amount(discount, "amount"),
                duration(discount),
                lasts(discount),
                false,
                discount.text("item_price_id").stream().toList());
        return new Applied(
                id,
                reduction,
                discount.moment("created_at").orElse(null),
                discount.moment("apply_till").orElse(null));
    }

    /** An element of {@code coupons}, or only the id of one. */
    static Applied ofUse(ApiObject use) {
        return new Applied(
                use.required("coupon_id"), null, null, use.moment("apply_till").orElse(null));
    }

    private static BigDecimal percent(ApiObject object, String field) {
        BigDecimal percent = object.decimal(field).orElseThrow(() -> object.missing(field));
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw object.bad(field, "It is no percentage. Maybe a number from 0 to 100.");
        }
        BigDecimal plain = percent.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static Money amount(ApiObject object, String field) {
        object.required("currency_code");
        return Amounts.money(
                        object,
                        field,
                        object.reading("currency_code", () -> Money.currency(object.required("currency_code"))))
                .orElseThrow(() -> object.missing(field));
    }

    private static DiscountDuration duration(ApiObject object) {
        return switch (object.required("duration_type")) {
            case "one_time" -> DiscountDuration.ONCE;
            case "forever" -> DiscountDuration.FOREVER;
            case "limited_period", "limited_period_months" -> DiscountDuration.REPEATING;
            default -> throw object.bad("duration_type", "It is not known. Maybe one_time, limited_period or forever.");
        };
    }

    private static @Nullable Period lasts(ApiObject object) {
        if (duration(object) != DiscountDuration.REPEATING) {
            return null;
        }
        if (object.has("duration_month")) {
            return Period.ofMonths(object.integer("duration_month").orElseThrow());
        }
        return ItemPrice.interval(object, "period", "period_unit")
                .orElseThrow(() -> object.missing("period"))
                .period();
    }

    private static List<String> constraints(ApiObject coupon) {
        if (coupon.text("apply_on").filter("invoice_amount"::equals).isPresent()) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        for (ApiObject constraint : coupon.list("item_constraints")) {
            String type = constraint.text("item_type").orElse("");
            switch (constraint.text("constraint").orElse("none")) {
                case "all" -> items.add("type:" + type);
                case "specific" -> constraint.node().path("item_price_ids").forEach(id -> items.add(id.asText()));
                default -> {
                    // none, or criteria that only Chargebee can decide
                }
            }
        }
        for (String field : List.of("plan_ids", "addon_ids")) {
            coupon.node().path(field).forEach(id -> items.add(id.asText()));
        }
        return items.stream().distinct().sorted().toList();
    }
}
