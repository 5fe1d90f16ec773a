package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of an invoice. */
public final class InvoiceLine {
    private final String id;
    private final Money amount;
    private final ProductKind kind;
    private final @Nullable SubscriptionId subscription;
    private final @Nullable String item;
    private final @Nullable ProductId product;
    private final @Nullable BigDecimal quantity;
    private final @Nullable Moment serviceFrom;
    private final @Nullable Moment serviceTo;
    private final @Nullable Proration proration;
    private final @Nullable Money discount;
    private final @Nullable Money tax;

    private InvoiceLine(Builder from) {
        id = from.id;
        amount = from.amount;
        kind = from.kind;
        subscription = from.subscription;
        item = from.item;
        product = from.product;
        quantity = from.quantity;
        serviceFrom = from.serviceFrom;
        serviceTo = from.serviceTo;
        proration = from.proration;
        discount = from.discount;
        tax = from.tax;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(String id, Money amount, ProductKind kind) {
        return new Builder(id, amount, kind);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Names the line within its invoice. */
    public String id() {
        return id;
    }

    /** What the line charges, before tax; negative for a credit. */
    public Money amount() {
        return amount;
    }

    /** Recurring, one-time or usage. */
    public ProductKind kind() {
        return kind;
    }

    /** The subscription it bills. */
    public Optional<SubscriptionId> subscription() {
        return Optional.ofNullable(subscription);
    }

    /** The item of that subscription. */
    public Optional<String> item() {
        return Optional.ofNullable(item);
    }

    /** What was sold. */
    public Optional<ProductId> product() {
        return Optional.ofNullable(product);
    }

    /** How many. */
    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    /** The first moment of the service it pays for. */
    public Optional<Moment> serviceFrom() {
        return Optional.ofNullable(serviceFrom);
    }

    /** The end of that service, excluded. */
    public Optional<Moment> serviceTo() {
        return Optional.ofNullable(serviceTo);
    }

    /** Whether it bills a part of a period. */
    public Optional<Proration> proration() {
        return Optional.ofNullable(proration);
    }

    /** What was taken off, already out of the amount. */
    public Optional<Money> discount() {
        return Optional.ofNullable(discount);
    }

    /** Tax on top of the amount. */
    public Optional<Money> tax() {
        return Optional.ofNullable(tax);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof InvoiceLine that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "InvoiceLine",
                content(),
                "id",
                "amount",
                "kind",
                "subscription",
                "item",
                "product",
                "quantity",
                "serviceFrom",
                "serviceTo",
                "proration",
                "discount",
                "tax");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(
                id,
                amount,
                kind,
                subscription,
                item,
                product,
                quantity,
                serviceFrom,
                serviceTo,
                proration,
                discount,
                tax);
    }

    /** Collects the parts of an InvoiceLine. */
    public static final class Builder {
        private final String id;
        private final Money amount;
        private final ProductKind kind;
        private @Nullable SubscriptionId subscription;
        private @Nullable String item;
        private @Nullable ProductId product;
        private @Nullable BigDecimal quantity;
        private @Nullable Moment serviceFrom;
        private @Nullable Moment serviceTo;
        private @Nullable Proration proration;
        private @Nullable Money discount;
        private @Nullable Money tax;

        private Builder(String id, Money amount, ProductKind kind) {
            this.id = Objects.requireNonNull(id, "id");
            this.amount = Objects.requireNonNull(amount, "amount");
            this.kind = Objects.requireNonNull(kind, "kind");
        }

        private Builder(InvoiceLine from) {
            id = from.id;
            amount = from.amount;
            kind = from.kind;
            subscription = from.subscription;
            item = from.item;
            product = from.product;
            quantity = from.quantity;
            serviceFrom = from.serviceFrom;
            serviceTo = from.serviceTo;
            proration = from.proration;
            discount = from.discount;
            tax = from.tax;
        }

        public Builder subscription(@Nullable SubscriptionId subscription) {
            this.subscription = subscription;
            return this;
        }

        public Builder item(@Nullable String item) {
            this.item = item;
            return this;
        }

        public Builder product(@Nullable ProductId product) {
            this.product = product;
            return this;
        }

        public Builder quantity(@Nullable BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        public Builder serviceFrom(@Nullable Moment serviceFrom) {
            this.serviceFrom = serviceFrom;
            return this;
        }

        public Builder serviceTo(@Nullable Moment serviceTo) {
            this.serviceTo = serviceTo;
            return this;
        }

        public Builder proration(@Nullable Proration proration) {
            this.proration = proration;
            return this;
        }

        public Builder discount(@Nullable Money discount) {
            this.discount = discount;
            return this;
        }

        public Builder tax(@Nullable Money tax) {
            this.tax = tax;
            return this;
        }

        public InvoiceLine build() {
            return new InvoiceLine(this);
        }
    }
}
