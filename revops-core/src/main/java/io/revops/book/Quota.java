package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
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
    private final @Nullable Money stretch;
    private final @Nullable BigDecimal confidence;
    private final @Nullable RepId rep;
    private final @Nullable String team;
    private final @Nullable Instant recorded;
    private final Source source;

    private Quota(Builder from) {
        id = from.id;
        span = from.span;
        amount = from.amount;
        stretch = from.stretch;
        confidence = from.confidence;
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

    /** How much: what attainment is measured by. */
    public Money amount() {
        return amount;
    }

    /** What is hoped for above it. */
    public Optional<Money> stretch() {
        return Optional.ofNullable(stretch);
    }

    /** How likely those who set it held it to be reached, 0 to 1; as it was written. */
    public Optional<BigDecimal> confidence() {
        return Optional.ofNullable(confidence);
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
        return Shown.of("Quota", content(), "id", "span", "amount", "stretch", "confidence", "rep", "team", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, span, amount, stretch, confidence, rep, team, recorded);
    }

    /** Collects the parts of a Quota. */
    public static final class Builder {
        private final QuotaId id;
        private final Span span;
        private final Money amount;
        private @Nullable Money stretch;
        private @Nullable BigDecimal confidence;
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
            stretch = from.stretch;
            confidence = from.confidence;
            rep = from.rep;
            team = from.team;
            recorded = from.recorded;
            source = from.source;
        }

        /** What is hoped for above the amount. */
        public Builder stretch(@Nullable Money stretch) {
            this.stretch = stretch;
            return this;
        }

        /** How likely those who set it hold it to be reached, 0 to 1. */
        public Builder confidence(@Nullable BigDecimal confidence) {
            this.confidence = confidence;
            return this;
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
