package io.revops.sample;

import io.revops.sample.Price.Tiers.Mode;
import io.revops.sample.Price.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products, prices and coupons as the billing API writes them, with the fields that matter to revenue. */
final class PriceJson {
    private PriceJson() {}

    static Map<String, @Nullable Object> product(Product product) {
        return Json.object(
                "id", product.id(),
                "object", "product",
                "active", true,
                "name", product.label(),
                "unit_label", product.unitLabel(),
                "metadata", Json.object());
    }

    static Map<String, @Nullable Object> price(Price price) {
        Map<String, @Nullable Object> json = Json.object(
                "id",
                price.id(),
                "object",
                "price",
                "product",
                price.product().id(),
                "currency",
                price.currency().code(),
                "type",
                "recurring",
                "billing_scheme",
                price.tiers().mode() == Mode.NONE ? "per_unit" : "tiered");
        BigDecimal unit = price.unit();
        json.put("unit_amount", unit == null ? null : wholeOrNull(unit));
        json.put("unit_amount_decimal", unit == null ? null : unit.toPlainString());
        if (price.tiers().mode() != Mode.NONE) {
            json.put("tiers_mode", price.tiers().mode().name().toLowerCase(Locale.ROOT));
            json.put(
                    "tiers", price.tiers().tiers().stream().map(PriceJson::tier).toList());
        }
        if (price.packSize() > 1) {
            json.put("transform_quantity", Json.object("divide_by", price.packSize(), "round", "up"));
        }
        json.put("recurring", recurring(price));
        return json;
    }

    /** The plan that older versions of the API repeat beside the price. */
    static Map<String, @Nullable Object> plan(Price price) {
        BigDecimal unit = price.unit();
        Map<String, @Nullable Object> recurring = recurring(price);
        return Json.object(
                "id", price.id(),
                "object", "plan",
                "amount", unit == null ? null : wholeOrNull(unit),
                "currency", price.currency().code(),
                "interval", recurring.get("interval"),
                "interval_count", recurring.get("interval_count"),
                "product", price.product().id(),
                "usage_type", recurring.get("usage_type"));
    }

    static Map<String, @Nullable Object> coupon(Coupon coupon) {
        Currency currency = coupon.currency();
        return Json.object(
                "id",
                coupon.id(),
                "object",
                "coupon",
                "name",
                coupon.name(),
                "percent_off",
                coupon.percent(),
                "amount_off",
                coupon.percent() == null ? coupon.amount() : null,
                "currency",
                currency == null ? null : currency.code(),
                "duration",
                coupon.duration().name().toLowerCase(Locale.ROOT),
                "duration_in_months",
                coupon.months() == 0 ? null : coupon.months());
    }

    private static Map<String, @Nullable Object> tier(Price.Tier tier) {
        return Json.object(
                "up_to", tier.upTo(),
                "unit_amount", wholeOrNull(tier.unit()),
                "unit_amount_decimal", tier.unit().toPlainString(),
                "flat_amount", tier.flat() == 0 ? null : tier.flat());
    }

    private static Map<String, @Nullable Object> recurring(Price price) {
        boolean years = price.months() % 12 == 0;
        Map<String, @Nullable Object> recurring = Json.object(
                "interval", years ? "year" : "month",
                "interval_count", years ? price.months() / 12 : price.months(),
                "usage_type", price.usage().name().toLowerCase(Locale.ROOT));
        if (price.usage() == Usage.METERED) {
            recurring.put("meter", "mtr_calls");
        }
        return recurring;
    }

    private static @Nullable Long wholeOrNull(BigDecimal minorUnits) {
        BigDecimal whole = minorUnits.setScale(0, RoundingMode.DOWN);
        return whole.compareTo(minorUnits) == 0 ? whole.longValueExact() : null;
    }
}
