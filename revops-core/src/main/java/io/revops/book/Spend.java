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

/** Money spent over a stretch of days: on sales, marketing, support, the product. */
public final class Spend implements Fact {
    private final SpendId id;
    private final Money amount;
    private final Span span;
    private final @Nullable String department;
    private final @Nullable String channel;
    private final @Nullable CampaignId campaign;
    private final @Nullable Instant recorded;
    private final Source source;

    private Spend(Builder from) {
        id = from.id;
        amount = from.amount;
        span = from.span;
        department = from.department;
        channel = from.channel;
        campaign = from.campaign;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(SpendId id, Money amount, Span span) {
        return new Builder(id, amount, span);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, Money amount, Span span) {
        return builder(new SpendId(id), amount, span);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public SpendId id() {
        return id;
    }

    /** The whole amount. */
    public Money amount() {
        return amount;
    }

    /** The days it was spent on. */
    public Span span() {
        return span;
    }

    /** Sales, marketing, support ... */
    public Optional<String> department() {
        return Optional.ofNullable(department);
    }

    public Optional<String> channel() {
        return Optional.ofNullable(channel);
    }

    public Optional<CampaignId> campaign() {
        return Optional.ofNullable(campaign);
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.of(Moment.of(span.from()));
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        campaign().ifPresent(named::add);
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
        return o instanceof Spend that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("Spend", content(), "id", "amount", "span", "department", "channel", "campaign", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, amount, span, department, channel, campaign, recorded);
    }

    /** Collects the parts of a Spend. */
    public static final class Builder {
        private final SpendId id;
        private final Money amount;
        private final Span span;
        private @Nullable String department;
        private @Nullable String channel;
        private @Nullable CampaignId campaign;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(SpendId id, Money amount, Span span) {
            this.id = Objects.requireNonNull(id, "id");
            this.amount = Objects.requireNonNull(amount, "amount");
            this.span = Objects.requireNonNull(span, "span");
        }

        private Builder(Spend from) {
            id = from.id;
            amount = from.amount;
            span = from.span;
            department = from.department;
            channel = from.channel;
            campaign = from.campaign;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder department(@Nullable String department) {
            this.department = department;
            return this;
        }

        public Builder channel(@Nullable String channel) {
            this.channel = channel;
            return this;
        }

        public Builder campaign(@Nullable CampaignId campaign) {
            this.campaign = campaign;
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

        public Spend build() {
            return new Spend(this);
        }
    }
}
