package io.revops.metric;

import io.revops.book.Entries;
import io.revops.book.ItemChange;
import io.revops.book.ItemId;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many of an item were agreed, and at what price, as it was just before an instant: what a ledger does not keep.
 *
 * @param quantity 1 where none is written
 */
public record ItemTerms(BigDecimal quantity, Optional<Price> price) {
    private static final String IN = " in "; // an item that changes its currency goes on as "item in EUR"

    /** The terms of an item of a book's subscription. */
    public static ItemTerms of(RevenueBook book, ItemId item, Instant before, ZoneId zone) {
        List<ItemChange> changes = new ArrayList<>();
        book.find(Subscription.class, item.subscription())
                .ifPresent(s -> Entries.current(s.items()).stream()
                        .filter(c -> isOf(c, item))
                        .filter(c -> c.effective().instant(zone).isBefore(before))
                        .forEach(changes::add));
        changes.sort(Comparator.comparing((ItemChange c) -> c.effective().instant(zone))
                .thenComparing(c -> c.recorded().orElse(Instant.MIN))
                .thenComparing(ItemChange::id));
        @Nullable BigDecimal quantity = null;
        @Nullable Price price = null;
        for (ItemChange change : changes) {
            quantity = change.quantity().orElse(quantity);
            price = change.price().orElse(price);
        }
        return new ItemTerms(quantity == null ? BigDecimal.ONE : quantity, Optional.ofNullable(price));
    }

    /** The name of an item in its subscription, whatever its currency. */
    public static String name(ItemId item) {
        int in = item.item().lastIndexOf(IN);
        return in > 0 && item.item().length() == in + IN.length() + 3
                ? item.item().substring(0, in)
                : item.item();
    }

    private static boolean isOf(ItemChange change, ItemId item) {
        return change.item().equals(item.item()) || change.item().equals(name(item));
    }

    /** How many seats that is: the quantity, and none where a price is flat, the same for any number. */
    public BigDecimal seats() {
        return isFlat() ? BigDecimal.ZERO : quantity;
    }

    /** By how many the worth of the item is divided to tell what one costs. */
    public BigDecimal units() {
        return isFlat() ? BigDecimal.ONE : quantity;
    }

    private boolean isFlat() {
        return price.filter(p -> p.model() == Price.Model.FLAT).isPresent();
    }
}
