package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a representative or a team is asked to book over a span. */
public final class Quota implements Fact {
    private final QuotaId id;
    private final Span span;
    private final Money amount;
    private final @Nullable RepId rep;
    private final @Nullable String team;
    private final @Nullable Instant recorded;
    private final Source source;

    private Quota(Builder from) {
        id = from.id;
        span = from.span;
        amount = from.amount;
        rep = from.rep;
        team = from.team;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(QuotaId id, Span span, Money amount) {
        return new Builder(id, span, amount);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, Span span, Money amount) {
        return builder(new QuotaId(id), span, amount);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public QuotaId id() {
        return id;
    }

    /** The days it covers. */
    public Span span() {
        return span;
    }

    /** How much. */
    public Money amount() {
        return amount;
    }

    /** Whose it is. */
    public Optional<RepId> rep() {
        return Optional.ofNullable(rep);
    }

    /** The team, if it is nobody in particular's. */
    public Optional<String> team() {
        return Optional.ofNullable(team);
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.empty();
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        rep().ifPresent(named::add);
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
        return o instanceof Quota that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("Quota", content(), "id", "span", "amount", "rep", "team", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, span, amount, rep, team, recorded);
    }

    /** Collects the parts of a Quota. */
    public static final class Builder {
        private final QuotaId id;
        private final Span span;
        private final Money amount;
        private @Nullable RepId rep;
        private @Nullable String team;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(QuotaId id, Span span, Money amount) {
            this.id = Objects.requireNonNull(id, "id");
            this.span = Objects.requireNonNull(span, "span");
            this.amount = Objects.requireNonNull(amount, "amount");
        }

        private Builder(Quota from) {
            id = from.id;
            span = from.span;
            amount = from.amount;
            rep = from.rep;
            team = from.team;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder rep(@Nullable RepId rep) {
            this.rep = rep;
            return this;
        }

        public Builder team(@Nullable String team) {
            this.team = team;
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

        public Quota build() {
            return new Quota(this);
        }
    }
}
