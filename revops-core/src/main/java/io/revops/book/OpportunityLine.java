package io.revops.book;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One product in a deal. */
public final class OpportunityLine {
    private final String id;
    private final Money amount;
    private final ProductKind kind;
    private final @Nullable ProductId product;
    private final @Nullable BigDecimal quantity;
    private final @Nullable Integer termMonths;
    private final @Nullable Integer startsAfterMonths;

    private OpportunityLine(Builder from) {
        id = from.id;
        amount = from.amount;
        kind = from.kind;
        product = from.product;
        quantity = from.quantity;
        termMonths = from.termMonths;
        startsAfterMonths = from.startsAfterMonths;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, Money amount, ProductKind kind) {
        return new Builder(id, amount, kind);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names the line within its deal. */
    public String id() {
        return id;
    }

    /** The whole amount of the line over its term. */
    public Money amount() {
        return amount;
    }

    /** Recurring, one-time or usage. */
    public ProductKind kind() {
        return kind;
    }

    /** What is sold. */
    public Optional<ProductId> product() {
        return Optional.ofNullable(product);
    }

    /** How many. */
    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    /** For how many months, of a recurring one. */
    public Optional<Integer> termMonths() {
        return Optional.ofNullable(termMonths);
    }

    /** How many months after the contract begins the line does, 0 if absent: the second year of a ramp after 12. */
    public Optional<Integer> startsAfterMonths() {
        return Optional.ofNullable(startsAfterMonths);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof OpportunityLine that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "OpportunityLine",
                content(),
                "id",
                "amount",
                "kind",
                "product",
                "quantity",
                "termMonths",
                "startsAfterMonths");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, amount, kind, product, quantity, termMonths, startsAfterMonths);
    }

    /** Collects the parts of an OpportunityLine. */
    public static final class Builder {
        private final String id;
        private final Money amount;
        private final ProductKind kind;
        private @Nullable ProductId product;
        private @Nullable BigDecimal quantity;
        private @Nullable Integer termMonths;
        private @Nullable Integer startsAfterMonths;

        private Builder(String id, Money amount, ProductKind kind) {
            this.id = Objects.requireNonNull(id, "id");
            this.amount = Objects.requireNonNull(amount, "amount");
            this.kind = Objects.requireNonNull(kind, "kind");
        }

        private Builder(OpportunityLine from) {
            id = from.id;
            amount = from.amount;
            kind = from.kind;
            product = from.product;
            quantity = from.quantity;
            termMonths = from.termMonths;
            startsAfterMonths = from.startsAfterMonths;
        }

        public Builder product(@Nullable ProductId product) {
            this.product = product;
            return this;
        }

        public Builder quantity(@Nullable BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        public Builder termMonths(@Nullable Integer termMonths) {
            this.termMonths = termMonths;
            return this;
        }

        public Builder startsAfterMonths(@Nullable Integer startsAfterMonths) {
            this.startsAfterMonths = startsAfterMonths;
            return this;
        }

        public OpportunityLine build() {
            return new OpportunityLine(this);
        }
    }
}
