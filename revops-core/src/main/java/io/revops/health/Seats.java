package io.revops.health;

import io.revops.book.ItemId;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.metric.ItemTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the seats that a customer bought. */
final class Seats {
    private Seats() {}

    static BigDecimal of(RevenueBook book, List<ItemId> items, Instant end, ZoneId zone) {
        Map<String, BigDecimal> byProduct = new TreeMap<>();
        for (ItemId item : items) {
            ItemTerms terms = ItemTerms.of(book, item, end, zone);
            boolean licensed = terms.price()
                    .filter(price -> price.usage() == Price.Usage.METERED)
                    .isEmpty();
            if (licensed) {
                String product = item.product() == null ? "" : item.product().value();
                byProduct.merge(product, terms.seats(), BigDecimal::add);
            }
        }
        return byProduct.values().stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
    }
}
