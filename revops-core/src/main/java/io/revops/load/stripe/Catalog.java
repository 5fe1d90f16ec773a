package io.revops.load.stripe;

import io.revops.book.Price;
import io.revops.load.LoadLog;
import io.revops.load.export.Registry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices, coupons and discounts by id, to complete what subscriptions say of them. */
final class Catalog {
    final Registry<PriceTerms> prices =
            new Registry<>(Comparator.comparing(p -> p.amounts().size()));
    final Registry<PriceTerms> plans =
            new Registry<>(Comparator.comparing(p -> p.amounts().size()));
    final Registry<Coupon> coupons =
            new Registry<>(Comparator.comparing(c -> c.products().size()));
    final Registry<DiscountTerms> discounts = new Registry<>(Comparator.comparing(d -> d.coupon() == null ? 0 : 1));
    private final Map<PriceTerms, PriceTerms> pooled = new HashMap<>();

    /** One object for all equal ones: a million events name a few hundred prices. */
    PriceTerms pooled(PriceTerms terms) {
        return pooled.computeIfAbsent(terms, t -> t);
    }

    void settle(LoadLog log) {
        prices.settle(log);
        plans.settle(log);
        coupons.settle(log);
        discounts.settle(log);
    }

    /** The terms as the item has them, or, where the item has only an id, as the price object has them. */
    PriceTerms known(PriceTerms terms) {
        @Nullable PriceTerms listed = listed(terms.id());
        return terms.base() == null && listed != null ? listed : terms;
    }

    /** The price in a currency; empty if no object holds its amount or its tiers. */
    Optional<Price> price(PriceTerms terms, @Nullable String currency) {
        @Nullable PriceTerms listed = listed(terms.id());
        @Nullable String code = currency != null ? currency : known(terms).base();
        Optional<Price> inline =
                Optional.ofNullable(code == null ? null : terms.amounts().get(code));
        return inline.isPresent() || listed == null || code == null
                ? inline
                : Optional.ofNullable(listed.amounts().get(code));
    }

    /** The discount with its coupon; empty if one of the two is in no file. */
    Optional<DiscountTerms> discount(DiscountTerms terms) {
        DiscountTerms whole = terms;
        if (terms.couponId() == null) {
            @Nullable DiscountTerms listed = discounts.find(terms.id());
            if (listed == null) {
                return Optional.empty();
            }
            whole = listed.onItem(terms.item());
        }
        @Nullable Coupon listed = coupons.find(whole.couponId());
        @Nullable Coupon written = whole.coupon();
        // Only an expanded coupon names its products.
        boolean listedSaysMore =
                listed != null && (written == null || written.products().isEmpty());
        return Optional.of(listedSaysMore ? whole.with(listed) : whole).filter(d -> d.coupon() != null);
    }

    private @Nullable PriceTerms listed(String id) {
        @Nullable PriceTerms price = prices.find(id);
        return price != null ? price : plans.find(id);
    }
}
