package io.revops.forecast.pipeline;

import io.revops.book.Opportunity;
import io.revops.book.OpportunityLine;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The list prices of a book's products; blanks and capitals in a product's name make no difference. */
final class ListPrices {
    private static final String PRODUCT = "product";

    private final Map<String, Price> byName = new HashMap<>();

    private ListPrices() {}

    static ListPrices of(RevenueBook book) {
        ListPrices prices = new ListPrices();
        for (Product product : book.all(Product.class)) {
            product.listPrice().ifPresent(price -> {
                product.name().ifPresent(n -> prices.byName.putIfAbsent(key(n), price));
                prices.byName.put(key(product.id().value()), price);
            });
        }
        return prices;
    }

    private static String key(String name) {
        return name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** The price of what a deal sells, if it is one product: that of its lines, or the one it names in an attribute. */
    Optional<Money> of(Opportunity deal) {
        if (byName.isEmpty()) {
            return Optional.empty();
        }
        List<OpportunityLine> lines = deal.lines();
        if (lines.size() == 1) {
            Optional<ProductId> product = lines.get(0).product();
            if (product.isPresent()) {
                return price(product.get().value(), lines.get(0).quantity().orElse(BigDecimal.ONE));
            }
        }
        return lines.isEmpty()
                ? Optional.ofNullable(deal.attributes().get(PRODUCT)).flatMap(p -> price(p, BigDecimal.ONE))
                : Optional.empty();
    }

    private Optional<Money> price(String product, BigDecimal quantity) {
        return Optional.ofNullable(byName.get(key(product))).map(p -> p.total(quantity));
    }

    /** The currency of the prices, if all are in one. */
    Optional<Currency> currency() {
        List<Currency> all =
                byName.values().stream().map(Price::currency).distinct().toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }
}
