package io.revops.sample;

import io.revops.sample.Price.Tier;
import io.revops.sample.Price.Tiers;
import io.revops.sample.Price.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The price list: two editions of it, the second dearer by 7 % and valid for what is sold from July 2024. */
final class Catalog {
    static final List<Integer> INTERVALS = List.of(1, 3, 12, 24, 36);
    private static final double RISE = 1.07;

    private final Map<String, Price> prices = new LinkedHashMap<>();

    private Catalog() {}

    static Catalog standard() {
        Catalog catalog = new Catalog();
        for (Currency currency : Currency.values()) {
            catalog.add(Price.perUnit(id(Product.FREE, currency, 1, Edition.FIRST), Product.FREE, currency, 1, 0));
            for (Product product :
                    List.of(Product.TEAM, Product.BUSINESS, Product.ENTERPRISE, Product.INSIGHTS, Product.SUPPORT)) {
                for (int months : INTERVALS) {
                    for (Edition edition : Edition.values()) {
                        catalog.add(listed(product, currency, months, edition));
                    }
                }
            }
            for (int months : INTERVALS) {
                catalog.add(tiered(Product.API, currency, months, Tiers.Mode.GRADUATED));
            }
            catalog.add(tiered(Product.API_VOLUME, currency, 1, Tiers.Mode.VOLUME));
            BigDecimal perCall = new BigDecimal(currency == Currency.JPY ? "0.075" : "0.05");
            catalog.add(
                    Price.metered(id(Product.OVERAGE, currency, 1, Edition.FIRST), Product.OVERAGE, currency, perCall));
        }
        return catalog;
    }

    List<Price> prices() {
        return new ArrayList<>(prices.values());
    }

    Price price(Product product, Currency currency, int months, Edition edition) {
        Price price = prices.get(id(product, currency, months, edition));
        if (price == null) {
            throw new IllegalArgumentException("No price for " + product + " in " + currency + " every " + months
                    + " months. Maybe one of the intervals " + INTERVALS + ".");
        }
        return price;
    }

    /** The same product, currency and interval in the newer edition; the price itself if it is in it already. */
    Price risen(Price price) {
        Price newer = prices.get(price.id().replace("_e1", "_e2"));
        return newer == null ? price : newer;
    }

    private void add(Price price) {
        prices.put(price.id(), price);
    }

    private static Price listed(Product product, Currency currency, int months, Edition edition) {
        double dollars = product.dollars() * (edition == Edition.SECOND ? RISE : 1) * months * longTermFactor(months);
        String id = id(product, currency, months, edition);
        Price price = Price.perUnit(id, product, currency, months, currency.localPrice(dollars));
        return product == Product.INSIGHTS ? price.withPackSize(5) : price;
    }

    private static Price tiered(Product product, Currency currency, int months, Tiers.Mode mode) {
        List<Tier> tiers = Arrays.asList(
                new Tier(500L, unit(currency, 0.40, months), currency.localPrice(60.0 * months)),
                new Tier(5_000L, unit(currency, 0.24, months), 0),
                new Tier(null, unit(currency, 0.115, months), 0));
        return new Price(
                id(product, currency, months, Edition.FIRST),
                product,
                currency,
                months,
                null,
                new Tiers(mode, tiers),
                Usage.LICENSED,
                1);
    }

    /** Minor units with up to one further decimal, as prices per call have. */
    private static BigDecimal unit(Currency currency, double dollars, int months) {
        double factor = currency == Currency.JPY ? 145 : 100 / currency.inDollars();
        long tenths = StrictMath.round(dollars * factor * months * 10);
        return BigDecimal.valueOf(tenths, 1).stripTrailingZeros();
    }

    private static double longTermFactor(int months) {
        return switch (months) {
            case 12 -> 0.9;
            case 24 -> 0.85;
            case 36 -> 0.8;
            default -> 1;
        };
    }

    private static String id(Product product, Currency currency, int months, Edition edition) {
        boolean single = switch (product) {
            case FREE, API, API_VOLUME, OVERAGE -> true;
            default -> false;
        };
        return "price_" + product.name().toLowerCase(Locale.ROOT) + "_" + currency.code() + "_" + months + "mo_e"
                + (single || edition == Edition.FIRST ? 1 : 2);
    }

    /** The two editions of the price list. */
    enum Edition {
        FIRST,
        SECOND
    }
}
