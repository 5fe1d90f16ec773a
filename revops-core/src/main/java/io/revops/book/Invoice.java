package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bill sent to an account. */
public final class Invoice implements Fact {
    private final InvoiceId id;
    private final AccountId account;
    private final Moment issued;
    private final @Nullable String number;
    private final @Nullable Moment due;
    private final @Nullable Moment paid;
    private final @Nullable Moment voided;
    private final @Nullable SubscriptionId subscription;
    private final List<InvoiceLine> lines;
    private final @Nullable Instant recorded;
    private final Source source;

    private Invoice(Builder from) {
        id = from.id;
        account = from.account;
        issued = from.issued;
        number = from.number;
        due = from.due;
        paid = from.paid;
        voided = from.voided;
        subscription = from.subscription;
        lines = List.copyOf(from.lines);
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(InvoiceId id, AccountId account, Moment issued) {
        return new Builder(id, account, issued);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, String account, Moment issued) {
        return builder(new InvoiceId(id), new AccountId(account), issued);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public InvoiceId id() {
        return id;
    }

    /** Who was billed. */
    public AccountId account() {
        return account;
    }

    /** When it was issued. */
    public Moment issued() {
        return issued;
    }

    /** The number printed on it. */
    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    /** When it has to be paid. */
    public Optional<Moment> due() {
        return Optional.ofNullable(due);
    }

    /** When it was paid in full. */
    public Optional<Moment> paid() {
        return Optional.ofNullable(paid);
    }

    /** When it was taken back. */
    public Optional<Moment> voided() {
        return Optional.ofNullable(voided);
    }

    /** The subscription it bills, if it is only one. */
    public Optional<SubscriptionId> subscription() {
        return Optional.ofNullable(subscription);
    }

    /** What it charges. */
    public List<InvoiceLine> lines() {
        return lines;
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.of(issued);
    }

    @Override
    public Optional<AccountId> accountId() {
        return Optional.of(account);
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        named.add(account);
        subscription().ifPresent(named::add);
        lines.forEach(l -> l.subscription().ifPresent(named::add));
        lines.forEach(l -> l.product().ifPresent(named::add));
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
        return o instanceof Invoice that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Invoice",
                content(),
                "id",
                "account",
                "issued",
                "number",
                "due",
                "paid",
                "voided",
                "subscription",
                "lines",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, account, issued, number, due, paid, voided, subscription, lines, recorded);
    }

    /** Collects the parts of an Invoice. */
    public static final class Builder {
        private final InvoiceId id;
        private final AccountId account;
        private final Moment issued;
        private @Nullable String number;
        private @Nullable Moment due;
        private @Nullable Moment paid;
        private @Nullable Moment voided;
        private @Nullable SubscriptionId subscription;
        private final List<InvoiceLine> lines = new ArrayList<>();
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(InvoiceId id, AccountId account, Moment issued) {
            this.id = Objects.requireNonNull(id, "id");
            this.account = Objects.requireNonNull(account, "account");
            this.issued = Objects.requireNonNull(issued, "issued");
        }

        private Builder(Invoice from) {
            id = from.id;
            account = from.account;
            issued = from.issued;
            number = from.number;
            due = from.due;
            paid = from.paid;
            voided = from.voided;
            subscription = from.subscription;
            lines.addAll(from.lines);
            recorded = from.recorded;
            source = from.source;
        }

        public Builder number(@Nullable String number) {
            this.number = number;
            return this;
        }

        public Builder due(@Nullable Moment due) {
            this.due = due;
            return this;
        }

        public Builder paid(@Nullable Moment paid) {
            this.paid = paid;
            return this;
        }

        public Builder voided(@Nullable Moment voided) {
            this.voided = voided;
            return this;
        }

        public Builder subscription(@Nullable SubscriptionId subscription) {
            this.subscription = subscription;
            return this;
        }

        /** Adds to what is there. */
        public Builder lines(List<InvoiceLine> lines) {
            this.lines.addAll(lines);
            return this;
        }

        /** Adds to what is there. */
        public Builder lines(InvoiceLine... lines) {
            return lines(List.of(lines));
        }

        /** Replaces what is there. */
        public Builder onlyLines(List<InvoiceLine> lines) {
            this.lines.clear();
            return lines(lines);
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

        public Invoice build() {
            return new Invoice(this);
        }
    }
}
