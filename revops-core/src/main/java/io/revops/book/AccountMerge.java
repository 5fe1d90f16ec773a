package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account became part of another: an acquisition, or two entries of the same customer that were made one. From its
 * effective moment on, all that the first had belongs to the second; what was before stays as it was.
 *
 * <p>Two systems that keep one customer under two ids are another matter: {@link Links} makes them one for all time.
 */
public final class AccountMerge implements Fact {
    private final AccountMergeId id;
    private final AccountId from;
    private final AccountId into;
    private final Moment when;
    private final @Nullable Instant recorded;
    private final Source source;

    private AccountMerge(Builder builder) {
        id = builder.id;
        from = builder.from;
        into = builder.into;
        when = builder.when;
        recorded = builder.recorded;
        source = builder.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(AccountMergeId id, AccountId from, AccountId into, Moment when) {
        return new Builder(id, from, into, when);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, String from, String into, Moment when) {
        return builder(new AccountMergeId(id), new AccountId(from), new AccountId(into), when);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return builder(id, from, into, when).recorded(recorded).source(source);
    }

    /** As its source system writes it. */
    @Override
    public AccountMergeId id() {
        return id;
    }

    /** The account that is no more. */
    public AccountId from() {
        return from;
    }

    /** The account that goes on with what both had. */
    public AccountId into() {
        return into;
    }

    /** From when on. */
    public Moment when() {
        return when;
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.of(when);
    }

    /** The account that is no more. */
    @Override
    public Optional<AccountId> accountId() {
        return Optional.of(from);
    }

    @Override
    public List<FactId> references() {
        return List.of(from, into);
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
        return o instanceof AccountMerge that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("AccountMerge", content(), "id", "from", "into", "when", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, from, into, when, recorded);
    }

    /** Collects the parts of an AccountMerge. */
    public static final class Builder {
        private final AccountMergeId id;
        private final AccountId from;
        private final AccountId into;
        private final Moment when;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(AccountMergeId id, AccountId from, AccountId into, Moment when) {
            this.id = Objects.requireNonNull(id, "id");
            this.from = Objects.requireNonNull(from, "from");
            this.into = Objects.requireNonNull(into, "into");
            this.when = Objects.requireNonNull(when, "when");
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

        public AccountMerge build() {
            return new AccountMerge(this);
        }
    }
}
