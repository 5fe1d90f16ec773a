package io.revops.load.stripe;

import io.revops.book.DiscountDuration;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off, and for how long.
 *
 * @param amounts the amount off by currency; empty if it is a percentage
 * @param months of a repeating one
 * @param products the only products it applies to; empty: all
 */
record Coupon(
        String id,
        @Nullable BigDecimal percent,
        Map<String, Money> amounts,
        DiscountDuration duration,
        @Nullable Integer months,
        List<String> products) {

    static Coupon of(ApiObject object) {
        @Nullable BigDecimal percent = object.decimal("percent_off").orElse(null);
        Map<String, Money> amounts = new TreeMap<>();
        if (percent == null) {
            BigDecimal minor = object.decimal("amount_off").orElseThrow(() -> object.missing("percent_off"));
            amount(amounts, object, object.required("currency"), minor);
            object.child("currency_options")
                    .ifPresent(options -> options.node()
                            .fieldNames()
                            .forEachRemaining(code -> options.child(code)
                                    .flatMap(o -> o.decimal("amount_off"))
                                    .ifPresent(off -> amount(amounts, object, code, off))));
        } else if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw object.bad("percent_off", "It is no percentage. Maybe a number from 0 to 100.");
        }
        DiscountDuration duration = switch (object.required("duration")) {
            case "once" -> DiscountDuration.ONCE;
            case "repeating" -> DiscountDuration.REPEATING;
            case "forever" -> DiscountDuration.FOREVER;
            default -> throw object.bad("duration", "It is not known. Maybe once, repeating or forever.");
        };
        @Nullable
        Integer months = duration == DiscountDuration.REPEATING
                ? object.integer("duration_in_months").orElseThrow(() -> object.missing("duration_in_months"))
                : null;
        return new Coupon(
                object.required("id"),
                percent,
                Collections.unmodifiableMap(amounts),
                duration,
                months,
                object.child("applies_to")
                        .map(to -> to.list("products").stream()
                                .map(p -> p.node().asText())
                                .sorted()
                                .toList())
                        .orElse(List.of()));
    }

    private static void amount(Map<String, Money> amounts, ApiObject object, String code, BigDecimal minor) {
        if (minor.signum() < 0) {
            throw object.bad("amount_off", "It is negative. Maybe write the amount off without a sign.");
        }
        amounts.put(
                code.toUpperCase(Locale.ROOT),
                object.reading("currency", () -> MinorUnits.money(minor, Money.currency(code))));
    }
}
