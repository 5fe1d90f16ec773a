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

/** A person at an account. */
public final class Contact implements Fact {
    private final ContactId id;
    private final AccountId account;
    private final @Nullable String name;
    private final @Nullable String email;
    private final @Nullable String role;
    private final @Nullable Moment created;
    private final @Nullable Moment left;
    private final @Nullable BigDecimal engagementScore;
    private final @Nullable Instant recorded;
    private final Source source;

    private Contact(Builder from) {
        id = from.id;
        account = from.account;
        name = from.name;
        email = from.email;
        role = from.role;
        created = from.created;
        left = from.left;
        engagementScore = from.engagementScore;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(ContactId id, AccountId account) {
        return new Builder(id, account);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, String account) {
        return builder(new ContactId(id), new AccountId(account));
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public ContactId id() {
        return id;
    }

    /** Where the person works. */
    public AccountId account() {
        return account;
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** What the person does there: champion, buyer, user ... */
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    /** Since when the person is known. */
    public Optional<Moment> created() {
        return Optional.ofNullable(created);
    }

    /** When the person left the account. */
    public Optional<Moment> left() {
        return Optional.ofNullable(left);
    }

    /** A score that its source system gave. */
    public Optional<BigDecimal> engagementScore() {
        return Optional.ofNullable(engagementScore);
    }

    @Override
    public Optional<Moment> effective() {
        return created();
    }

    @Override
    public Optional<AccountId> accountId() {
        return Optional.of(account);
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        named.add(account);
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
        return o instanceof Contact that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Contact",
                content(),
                "id",
                "account",
                "name",
                "email",
                "role",
                "created",
                "left",
                "engagementScore",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, account, name, email, role, created, left, engagementScore, recorded);
    }

    /** Collects the parts of a Contact. */
    public static final class Builder {
        private final ContactId id;
        private final AccountId account;
        private @Nullable String name;
        private @Nullable String email;
        private @Nullable String role;
        private @Nullable Moment created;
        private @Nullable Moment left;
        private @Nullable BigDecimal engagementScore;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(ContactId id, AccountId account) {
            this.id = Objects.requireNonNull(id, "id");
            this.account = Objects.requireNonNull(account, "account");
        }

        private Builder(Contact from) {
            id = from.id;
            account = from.account;
            name = from.name;
            email = from.email;
            role = from.role;
            created = from.created;
            left = from.left;
            engagementScore = from.engagementScore;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder email(@Nullable String email) {
            this.email = email;
            return this;
        }

        public Builder role(@Nullable String role) {
            this.role = role;
            return this;
        }

        public Builder created(@Nullable Moment created) {
            this.created = created;
            return this;
        }

        public Builder left(@Nullable Moment left) {
            this.left = left;
            return this;
        }

        public Builder engagementScore(@Nullable BigDecimal engagementScore) {
            this.engagementScore = engagementScore;
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

        public Contact build() {
            return new Contact(this);
        }
    }
}
