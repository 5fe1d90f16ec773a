package io.revops.book;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One item of a subscription while it sells one product: when the product of an item changes, another of these begins.
 *
 * @param subscription whose item it is
 * @param item which item of the subscription
 * @param product what is sold, if it is known
 */
public record ItemId(
        SubscriptionId subscription, String item, @Nullable ProductId product) implements FactId {
    public ItemId {
        Objects.requireNonNull(subscription, "subscription");
        item = FactId.checked(item);
    }

    /** {@code subscription/item}, and {@code /product} if it is known. */
    @Override
    public String value() {
        return subscription.value() + "/" + item + (product == null ? "" : "/" + product.value());
    }

    @Override
    public String toString() {
        return value();
    }
}
