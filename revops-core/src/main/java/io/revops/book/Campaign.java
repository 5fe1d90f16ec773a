package io.revops.book;

import io.revops.money.Money;
import io.revops.time.Moment;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A marketing effort with a name, a channel and a budget. */
public final class Campaign implements Fact {
    private final CampaignId id;
    private final @Nullable String name;
    private final @Nullable String channel;
    private final @Nullable Moment start;
    private final @Nullable Moment end;
    private final @Nullable Money budget;
    private final @Nullable Instant recorded;
    private final Source source;

    private Campaign(Builder from) {
        id = from.id;
        name = from.name;
        channel = from.channel;
        start = from.start;
        end = from.end;
        budget = from.budget;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(CampaignId id) {
        return new Builder(id);
    }

    /** The same with ids as text. */
    public static Builder builder(String id) {
        return builder(new CampaignId(id));
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public CampaignId id() {
        return id;
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Search, events, partners ... */
    public Optional<String> channel() {
        return Optional.ofNullable(channel);
    }

    public Optional<Moment> start() {
        return Optional.ofNullable(start);
    }

    /** Excluded. */
    public Optional<Moment> end() {
        return Optional.ofNullable(end);
    }

    /** What was planned to be spent. */
    public Optional<Money> budget() {
        return Optional.ofNullable(budget);
    }

    @Override
    public Optional<Moment> effective() {
        return start();
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
        return o instanceof Campaign that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of("Campaign", content(), "id", "name", "channel", "start", "end", "budget", "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, name, channel, start, end, budget, recorded);
    }

    /** Collects the parts of a Campaign. */
    public static final class Builder {
        private final CampaignId id;
        private @Nullable String name;
        private @Nullable String channel;
        private @Nullable Moment start;
        private @Nullable Moment end;
        private @Nullable Money budget;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(CampaignId id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        private Builder(Campaign from) {
            id = from.id;
            name = from.name;
            channel = from.channel;
            start = from.start;
            end = from.end;
            budget = from.budget;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder channel(@Nullable String channel) {
            this.channel = channel;
            return this;
        }

        public Builder start(@Nullable Moment start) {
            this.start = start;
            return this;
        }

        public Builder end(@Nullable Moment end) {
            this.end = end;
            return this;
        }

        public Builder budget(@Nullable Money budget) {
            this.budget = budget;
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

        public Campaign build() {
            return new Campaign(this);
        }
    }
}
