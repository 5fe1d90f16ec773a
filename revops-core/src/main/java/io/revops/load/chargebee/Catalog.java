package io.revops.load.chargebee;

import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import io.revops.load.export.ApiObject;
import io.revops.load.export.Registry;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Item prices, items and coupons by id, to complete what subscriptions say of them. */
final class Catalog {
    final Registry<ItemPrice> prices =
            new Registry<>(Comparator.comparing(p -> p.tiers().steps().size()));
    final Registry<Reduction> coupons =
            new Registry<>(Comparator.comparing(c -> c.items().size()));
    private final Registry<Product> items =
            new Registry<>(Comparator.comparing(p -> p.name().orElse("")));
    private final Map<String, Set<ProductKind>> sold = new TreeMap<>();

    LoadLog.Verdict item(ApiObject object, Source place) {
        Map<String, String> metadata = SubscriptionTerms.attributes(object);
        String id = object.required("id");
        Product product = Product.builder(id)
                .name(object.text("external_name").or(() -> object.text("name")).orElse(null))
                .line(metadata.getOrDefault(
                        "line", object.text("item_family_id").orElse(null)))
                .tier(metadata.get("tier"))
                .kind(kind(object.text("type").orElse(null), object.flag("metered")))
                .source(place)
                .build();
        return items.add(id, product, place);
    }

    private static @Nullable ProductKind kind(@Nullable String type, boolean metered) {
        if (type == null) {
            return null;
        }
        return type.equals("charge") ? ProductKind.ONE_TIME : metered ? ProductKind.USAGE : ProductKind.RECURRING;
    }

    void settle(LoadLog log) {
        prices.settle(log);
        coupons.settle(log);
        items.settle(log);
    }

    /** The product of an item, which is in the book from then on. */
    ProductId product(Item item) {
        @Nullable ItemPrice price = prices.find(item.id());
        String id = price == null ? item.id() : price.product();
        boolean metered = item.metered() || (price != null && price.metered());
        sold.computeIfAbsent(id, p -> new HashSet<>()).add(metered ? ProductKind.USAGE : ProductKind.RECURRING);
        return new ProductId(id);
    }

    void into(RevenueBook.Builder book) {
        items.ids().forEach(id -> book.add(items.get(id)));
        Map<String, ItemPrice> listed = new TreeMap<>();
        for (String id : prices.ids()) {
            listed.putIfAbsent(prices.get(id).product(), prices.get(id));
        }
        Set<String> all = new java.util.TreeSet<>(sold.keySet());
        all.addAll(listed.keySet());
        for (String id : all) {
            if (items.find(id) == null) {
                Set<ProductKind> kinds = sold.getOrDefault(id, Set.of());
                @Nullable ItemPrice price = listed.get(id);
                book.add(Product.builder(id)
                        .name(price != null ? price.name() : id)
                        .kind(
                                kinds.size() == 1
                                        ? kinds.iterator().next()
                                        : price != null ? kind(price.type(), price.metered()) : null)
                        .source(price != null ? prices.place(price.id()) : Source.NONE)
                        .build());
            }
        }
    }
}
