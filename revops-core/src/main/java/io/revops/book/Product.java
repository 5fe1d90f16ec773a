package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that is sold. */
public final class Product implements Fact {
    private final ProductId id;
    private final @Nullable String name;
    private final @Nullable String line;
    private final @Nullable String tier;
    private final @Nullable ProductKind kind;
    private final @Nullable Price listPrice;
    private final @Nullable Instant recorded;
    private final Source source;

    private Product(Builder from) {
        id = from.id;
        name = from.name;
        line = from.line;
        tier = from.tier;
        kind = from.kind;
        listPrice = from.listPrice;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(ProductId id) {
        return new Builder(id);
    }

    /** The same with ids as text. */
    public static Builder builder(String id) {
        return builder(new ProductId(id));
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public ProductId id() {
        return id;
    }

    /** What it is called. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** The product line it belongs to. */
    public Optional<String> line() {
        return Optional.ofNullable(line);
    }

    /** Its place in a range: basic, pro, enterprise ... */
    public Optional<String> tier() {
        return Optional.ofNullable(tier);
    }

    /** Recurring, one-time or usage. */
    public Optional<ProductKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Its list price. */
    public Optional<Price> listPrice() {
        return Optional.ofNullable(listPrice);
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> recorded() {
        return Optional.ofNullable(recorded);
    }

    @Override
    public Source source() {
        return source;
    }

    /** Equal content; where it was read does not matter. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Product that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("Product", content(), "id", "name", "line", "tier", "kind", "listPrice", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, name, line, tier, kind, listPrice, recorded);
    }

    /** Collects the parts of a Product. */
    public static final class Builder {
        private final ProductId id;
        private @Nullable String name;
        private @Nullable String line;
        private @Nullable String tier;
        private @Nullable ProductKind kind;
        private @Nullable Price listPrice;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(ProductId id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        private Builder(Product from) {
            id = from.id;
            name = from.name;
            line = from.line;
            tier = from.tier;
            kind = from.kind;
            listPrice = from.listPrice;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder line(@Nullable String line) {
            this.line = line;
            return this;
        }

        public Builder tier(@Nullable String tier) {
            this.tier = tier;
            return this;
        }

        public Builder kind(@Nullable ProductKind kind) {
            this.kind = kind;
            return this;
        }

        public Builder listPrice(@Nullable Price listPrice) {
            this.listPrice = listPrice;
            return this;
        }

        /** When it became known, if that was written down; otherwise it counts as known when it took effect. */
        public Builder recorded(@Nullable Instant recorded) {
            this.recorded = recorded;
            return this;
        }

        /** Where it was read. */
        public Builder source(Source source) {
            this.source = Objects.requireNonNull(source, "source");
            return this;
        }

        public Product build() {
            return new Product(this);
        }
    }
}
