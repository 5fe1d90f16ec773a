package io.revops.book;

import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changed about one item of a subscription at a moment. Whatever is absent stays as it was, so that two changes at the same
 * instant (five more seats; a new price) add up to one state, in whichever order they were written. An item ends by a
 * quantity of 0.
 */
public final class ItemChange implements Entry {
    private final String id;
    private final Moment effective;
    private final String item;
    private final @Nullable ProductId product;
    private final @Nullable BigDecimal quantity;
    private final @Nullable Price price;
    private final @Nullable Instant recorded;

    private ItemChange(Builder from) {
        id = from.id;
        effective = from.effective;
        item = FactId.checked(from.item);
        product = from.product;
        quantity = from.quantity;
        price = from.price;
        recorded = from.recorded;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, Moment effective, String item) {
        return new Builder(id, effective, item);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names this entry within its subscription; a later recording of the same id replaces it. */
    @Override
    public String id() {
        return id;
    }

    /** From when the new values hold. */
    @Override
    public Moment effective() {
        return effective;
    }

    /** Which item of the subscription. */
    public String item() {
        return item;
    }

    /** What is sold from then on. */
    public Optional<ProductId> product() {
        return Optional.ofNullable(product);
    }

    /** How many from then on, 0 when the item ends. */
    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    /** At what price, and how often it is billed. */
    public Optional<Price> price() {
        return Optional.ofNullable(price);
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ItemChange that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("ItemChange", content(), "id", "effective", "item", "product", "quantity", "price", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, effective, item, product, quantity, price, recorded);
    }

    /** Collects the parts of an ItemChange. */
    public static final class Builder {
        private final String id;
        private final Moment effective;
        private final String item;
        private @Nullable ProductId product;
        private @Nullable BigDecimal quantity;
        private @Nullable Price price;
        private @Nullable Instant recorded;

        private Builder(String id, Moment effective, String item) {
            this.id = Objects.requireNonNull(id, "id");
            this.effective = Objects.requireNonNull(effective, "effective");
            this.item = Objects.requireNonNull(item, "item");
        }

        private Builder(ItemChange from) {
            id = from.id;
            effective = from.effective;
            item = from.item;
            product = from.product;
            quantity = from.quantity;
            price = from.price;
            recorded = from.recorded;
        }

        public Builder product(@Nullable ProductId product) {
            this.product = product;
            return this;
        }

        public Builder quantity(@Nullable BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        public Builder price(@Nullable Price price) {
            this.price = price;
            return this;
        }

        /** When it became known, if that was written down; otherwise it counts as known when it took effect. */
        public Builder recorded(@Nullable Instant recorded) {
            this.recorded = recorded;
            return this;
        }

        public ItemChange build() {
            return new ItemChange(this);
        }
    }
}
