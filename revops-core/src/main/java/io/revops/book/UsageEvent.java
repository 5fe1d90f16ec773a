package io.revops.book;

import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A use of the product, counted by a meter. */
public final class UsageEvent implements Fact {
    private final UsageEventId id;
    private final AccountId account;
    private final Moment at;
    private final String meter;
    private final @Nullable BigDecimal quantity;
    private final @Nullable String user;
    private final @Nullable ProductId product;
    private final @Nullable SubscriptionId subscription;
    private final @Nullable Instant recorded;
    private final Source source;

    private UsageEvent(Builder from) {
        id = from.id;
        account = from.account;
        at = from.at;
        meter = from.meter;
        quantity = from.quantity;
        user = from.user;
        product = from.product;
        subscription = from.subscription;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(UsageEventId id, AccountId account, Moment at, String meter) {
        return new Builder(id, account, at, meter);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, String account, Moment at, String meter) {
        return builder(new UsageEventId(id), new AccountId(account), at, meter);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public UsageEventId id() {
        return id;
    }

    /** Who used it. */
    public AccountId account() {
        return account;
    }

    /** When. */
    public Moment at() {
        return at;
    }

    /** What is counted: logins, api-calls, gigabytes ... */
    public String meter() {
        return meter;
    }

    /** How much; absent: one. */
    public Optional<BigDecimal> quantity() {
        return Optional.ofNullable(quantity);
    }

    /** The user, who need not be a contact. */
    public Optional<String> user() {
        return Optional.ofNullable(user);
    }

    public Optional<ProductId> product() {
        return Optional.ofNullable(product);
    }

    public Optional<SubscriptionId> subscription() {
        return Optional.ofNullable(subscription);
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.of(at);
    }

    @Override
    public Optional<AccountId> accountId() {
        return Optional.of(account);
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        named.add(account);
        product().ifPresent(named::add);
        subscription().ifPresent(named::add);
        return named;
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
        return o instanceof UsageEvent that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "UsageEvent",
                content(),
                "id",
                "account",
                "at",
                "meter",
                "quantity",
                "user",
                "product",
                "subscription",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, account, at, meter, quantity, user, product, subscription, recorded);
    }

    /** Collects the parts of an UsageEvent. */
    public static final class Builder {
        private final UsageEventId id;
        private final AccountId account;
        private final Moment at;
        private final String meter;
        private @Nullable BigDecimal quantity;
        private @Nullable String user;
        private @Nullable ProductId product;
        private @Nullable SubscriptionId subscription;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(UsageEventId id, AccountId account, Moment at, String meter) {
            this.id = Objects.requireNonNull(id, "id");
            this.account = Objects.requireNonNull(account, "account");
            this.at = Objects.requireNonNull(at, "at");
            this.meter = Objects.requireNonNull(meter, "meter");
        }

        private Builder(UsageEvent from) {
            id = from.id;
            account = from.account;
            at = from.at;
            meter = from.meter;
            quantity = from.quantity;
            user = from.user;
            product = from.product;
            subscription = from.subscription;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder quantity(@Nullable BigDecimal quantity) {
            this.quantity = quantity;
            return this;
        }

        public Builder user(@Nullable String user) {
            this.user = user;
            return this;
        }

        public Builder product(@Nullable ProductId product) {
            this.product = product;
            return this;
        }

        public Builder subscription(@Nullable SubscriptionId subscription) {
            this.subscription = subscription;
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

        public UsageEvent build() {
            return new UsageEvent(this);
        }
    }
}
