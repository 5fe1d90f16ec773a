package io.revops.load.stripe;

import io.revops.book.BillingInterval;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.Tier;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a price object says, or a plan as prices were called before.
 *
 * @param id of the price; empty if it has none
 * @param oneTime whether it is charged once
 * @param tiered whether it needs tiers, which the API leaves out unless they are expanded
 * @param base the code of its own currency; absent if only its id is known
 * @param amounts the price in each currency of which the amounts, or tiers, are written
 */
record PriceTerms(
        String id,
        @Nullable ProductId product,
        boolean oneTime,
        boolean tiered,
        @Nullable String base,
        Map<String, Price> amounts) {

    /** A price of which only the id is written. */
    static PriceTerms named(String id) {
        return new PriceTerms(id, null, false, false, null, Map.of());
    }

    static PriceTerms of(ApiObject object) {
        boolean oneTime = object.text("type").filter("one_time"::equals).isPresent();
        boolean tiered = object.text("billing_scheme").filter("tiered"::equals).isPresent();
        Map<String, Price> amounts = new TreeMap<>();
        Optional<Currency> base =
                object.text("currency").map(code -> object.reading("currency", () -> Money.currency(code)));
        Optional<ApiObject> rhythm = object.has("interval") ? Optional.of(object) : object.child("recurring");
        if (base.isPresent() && (oneTime || rhythm.isPresent())) {
            @Nullable
            BillingInterval interval =
                    oneTime ? null : rhythm.map(PriceTerms::interval).orElse(null);
            boolean metered = rhythm.flatMap(r -> r.text("usage_type"))
                    .filter("metered"::equals)
                    .isPresent();
            price(object, object, base.get(), interval, tiered)
                    .map(p -> metered ? p.metered() : p)
                    .ifPresent(p -> amounts.put(base.get().getCurrencyCode(), p));
            object.child("currency_options")
                    .ifPresent(options -> options.node()
                            .fieldNames()
                            .forEachRemaining(code -> options.child(code)
                                    .flatMap(option -> price(
                                            object,
                                            option,
                                            object.reading("currency_options", () -> Money.currency(code)),
                                            interval,
                                            tiered))
                                    .map(p -> metered ? p.metered() : p)
                                    .ifPresent(p -> amounts.putIfAbsent(code.toUpperCase(Locale.ROOT), p))));
        }
        return new PriceTerms(
                object.text("id").orElse(""),
                object.reference("product").map(ProductId::new).orElse(null),
                oneTime,
                tiered,
                base.map(Currency::getCurrencyCode).orElse(null),
                Collections.unmodifiableMap(amounts));
    }

    private static BillingInterval interval(ApiObject rhythm) {
        String unit = rhythm.required("interval");
        int count = rhythm.integer("interval_count").orElse(1);
        return rhythm.reading("interval", () -> BillingInterval.parse(count + " " + unit));
    }

    /** The price of one currency; empty if its amount or its tiers are not written. */
    private static Optional<Price> price(
            ApiObject whole, ApiObject option, Currency currency, @Nullable BillingInterval interval, boolean tiered) {
        Optional<Price> price;
        if (tiered) {
            List<ApiObject> tiers = option.list("tiers");
            price = tiers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(option.reading(
                            "tiers", () -> Price.tiered(model(whole), currency, tiers(tiers, currency), interval)));
        } else {
            price = amount(option, "unit_amount")
                    .or(() -> amount(option, "amount"))
                    .map(minor -> MinorUnits.money(minor, currency))
                    .map(unit -> interval == null ? Price.oneTime(unit) : Price.perUnit(unit, interval));
        }
        Optional<ApiObject> packages = whole.child("transform_quantity").or(() -> whole.child("transform_usage"));
        return packages.isEmpty() ? price : price.map(p -> inPackages(p, packages.get()));
    }

    private static Price inPackages(Price price, ApiObject packages) {
        long size = packages.integer("divide_by").orElseThrow(() -> packages.missing("divide_by"));
        RoundingMode rounding =
                packages.text("round").filter("down"::equals).isPresent() ? RoundingMode.DOWN : RoundingMode.UP;
        return packages.reading("divide_by", () -> price.inPackagesOf(size, rounding));
    }

    private static Price.Model model(ApiObject whole) {
        return switch (whole.required("tiers_mode")) {
            case "volume" -> Price.Model.VOLUME;
            case "graduated" -> Price.Model.GRADUATED;
            default -> throw whole.bad("tiers_mode", "It is not known. Maybe volume or graduated.");
        };
    }

    private static List<Tier> tiers(List<ApiObject> written, Currency currency) {
        List<Tier> tiers = new ArrayList<>();
        for (ApiObject tier : written) {
            boolean last = !tier.has("up_to")
                    || tier.text("up_to").filter("inf"::equals).isPresent();
            tiers.add(new Tier(
                    last ? null : tier.decimal("up_to").orElse(null),
                    major(amount(tier, "unit_amount").or(() -> amount(tier, "amount")), currency),
                    major(amount(tier, "flat_amount"), currency)));
        }
        return tiers;
    }

    private static BigDecimal major(Optional<BigDecimal> minor, Currency currency) {
        return MinorUnits.money(minor.orElse(BigDecimal.ZERO), currency).amount();
    }

    /** An amount in minor units; the field that can hold fractions of one wins. */
    private static Optional<BigDecimal> amount(ApiObject object, String field) {
        return object.decimal(field + "_decimal").or(() -> object.decimal(field));
    }
}
