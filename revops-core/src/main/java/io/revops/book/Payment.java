package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt to collect money, and how it ended. */
public final class Payment implements Fact {
    private final PaymentId id;
    private final AccountId account;
    private final Moment at;
    private final Money amount;
    private final PaymentOutcome outcome;
    private final @Nullable InvoiceId invoice;
    private final @Nullable String reason;
    private final @Nullable Instant recorded;
    private final Source source;

    private Payment(Builder from) {
        id = from.id;
        account = from.account;
        at = from.at;
        amount = from.amount;
        outcome = from.outcome;
        invoice = from.invoice;
        reason = from.reason;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(PaymentId id, AccountId account, Moment at, Money amount, PaymentOutcome outcome) {
        return new Builder(id, account, at, amount, outcome);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, String account, Moment at, Money amount, PaymentOutcome outcome) {
        return builder(new PaymentId(id), new AccountId(account), at, amount, outcome);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public PaymentId id() {
        return id;
    }

    /** Who paid, or did not. */
    public AccountId account() {
        return account;
    }

    /** When it was attempted. */
    public Moment at() {
        return at;
    }

    /** How much. */
    public Money amount() {
        return amount;
    }

    /** How it ended. */
    public PaymentOutcome outcome() {
        return outcome;
    }

    /** What it pays. */
    public Optional<InvoiceId> invoice() {
        return Optional.ofNullable(invoice);
    }

    /** Why it failed, as written. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
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
        invoice().ifPresent(named::add);
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
        return o instanceof Payment that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Payment", content(), "id", "account", "at", "amount", "outcome", "invoice", "reason", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, account, at, amount, outcome, invoice, reason, recorded);
    }

    /** Collects the parts of a Payment. */
    public static final class Builder {
        private final PaymentId id;
        private final AccountId account;
        private final Moment at;
        private final Money amount;
        private final PaymentOutcome outcome;
        private @Nullable InvoiceId invoice;
        private @Nullable String reason;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(PaymentId id, AccountId account, Moment at, Money amount, PaymentOutcome outcome) {
            this.id = Objects.requireNonNull(id, "id");
            this.account = Objects.requireNonNull(account, "account");
            this.at = Objects.requireNonNull(at, "at");
            this.amount = Objects.requireNonNull(amount, "amount");
            this.outcome = Objects.requireNonNull(outcome, "outcome");
        }

        private Builder(Payment from) {
            id = from.id;
            account = from.account;
            at = from.at;
            amount = from.amount;
            outcome = from.outcome;
            invoice = from.invoice;
            reason = from.reason;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder invoice(@Nullable InvoiceId invoice) {
            this.invoice = invoice;
            return this;
        }

        public Builder reason(@Nullable String reason) {
            this.reason = reason;
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

        public Payment build() {
            return new Payment(this);
        }
    }
}
