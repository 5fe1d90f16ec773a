package io.revops.load.stripe;

import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import io.revops.load.export.ApiObject;
import io.revops.load.export.Registry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Products, with what their prices say of them. */
final class Products {
    private record Terms(Product product, @Nullable PriceTerms defaultPrice) {}

    private final Catalog catalog;
    private final Registry<Terms> products =
            new Registry<>(Comparator.comparing(p -> p.product().name().orElse("")));

    Products(Catalog catalog) {
        this.catalog = catalog;
    }

    LoadLog.Verdict add(ApiObject object, Source place) {
        Map<String, String> metadata = object.metadata();
        String id = object.required("id");
        Product product = Product.builder(id)
                .name(object.text("name").orElse(null))
                .line(metadata.getOrDefault("line", metadata.get("product_line")))
                .tier(metadata.get("tier"))
                .source(place)
                .build();
        Optional<PriceTerms> price = object.child("default_price")
                .map(PriceTerms::of)
                .or(() -> object.text("default_price").map(PriceTerms::named));
        return products.add(id, new Terms(product, price.orElse(null)), place);
    }

    void settle(LoadLog log) {
        products.settle(log);
    }

    void into(RevenueBook.Builder book) {
        Map<ProductId, Set<ProductKind>> kinds = kinds();
        for (String id : products.ids()) {
            Terms terms = products.get(id);
            Set<ProductKind> known = kinds.getOrDefault(terms.product().id(), Set.of());
            book.add(terms.product().toBuilder()
                    .kind(known.size() == 1 ? known.iterator().next() : null)
                    .listPrice(listPrice(terms).orElse(null))
                    .build());
        }
    }

    private Optional<Price> listPrice(Terms terms) {
        return Optional.ofNullable(terms.defaultPrice()).flatMap(price -> catalog.price(price, null));
    }

    /** A product is of a kind if all its prices are. */
    private Map<ProductId, Set<ProductKind>> kinds() {
        Map<ProductId, Set<ProductKind>> kinds = new HashMap<>();
        for (String id : catalog.prices.ids()) {
            PriceTerms price = catalog.prices.get(id);
            if (price.product() != null) {
                kinds.computeIfAbsent(price.product(), p -> new HashSet<>()).add(kind(price));
            }
        }
        return kinds;
    }

    private static ProductKind kind(PriceTerms price) {
        if (price.oneTime()) {
            return ProductKind.ONE_TIME;
        }
        boolean metered = price.amounts().values().stream().anyMatch(p -> p.usage() == Price.Usage.METERED);
        return metered ? ProductKind.USAGE : ProductKind.RECURRING;
    }
}
