package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A deal that may be won: its stages, amounts, close dates and outcome as they changed. {@link #at} gives its state before an
 * instant.
 */
public final class Opportunity implements Fact {
    private final OpportunityId id;
    private final Moment created;
    private final @Nullable AccountId account;
    private final @Nullable String name;
    private final @Nullable DealType type;
    private final @Nullable CampaignId campaign;
    private final @Nullable String leadSource;
    private final @Nullable SubscriptionId subscription;
    private final List<OpportunityChange> changes;
    private final List<OpportunityLine> lines;
    private final Map<String, String> attributes;
    private final @Nullable Instant recorded;
    private final Source source;

    private Opportunity(Builder from) {
        id = from.id;
        created = from.created;
        account = from.account;
        name = from.name;
        type = from.type;
        campaign = from.campaign;
        leadSource = from.leadSource;
        subscription = from.subscription;
        changes = List.copyOf(from.changes);
        lines = List.copyOf(from.lines);
        attributes = Collections.unmodifiableMap(new TreeMap<>(from.attributes));
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(OpportunityId id, Moment created) {
        return new Builder(id, created);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, Moment created) {
        return builder(new OpportunityId(id), created);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public OpportunityId id() {
        return id;
    }

    /** When it was opened. */
    public Moment created() {
        return created;
    }

    /** Who may buy. */
    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    /** What it is called. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** New business, expansion or renewal. */
    public Optional<DealType> type() {
        return Optional.ofNullable(type);
    }

    /** The campaign it came from. */
    public Optional<CampaignId> campaign() {
        return Optional.ofNullable(campaign);
    }

    /** Where it came from, as the CRM names it. */
    public Optional<String> leadSource() {
        return Optional.ofNullable(leadSource);
    }

    /** The subscription it led to or renews. */
    public Optional<SubscriptionId> subscription() {
        return Optional.ofNullable(subscription);
    }

    /** Stage, amount, close date, category, outcome and owner, as they changed. */
    public List<OpportunityChange> changes() {
        return changes;
    }

    /** What it sells. */
    public List<OpportunityLine> lines() {
        return lines;
    }

    /** Anything else that the CRM says of it, by name. */
    public Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.of(created);
    }

    @Override
    public Optional<AccountId> accountId() {
        return account();
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        account().ifPresent(named::add);
        campaign().ifPresent(named::add);
        subscription().ifPresent(named::add);
        changes.forEach(c -> c.owner().ifPresent(named::add));
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

    /** Its state just before an instant, from all changes that took effect until then. */
    public OpportunityState at(Instant before, ZoneId zone) {
        return OpportunityState.of(this, before, zone);
    }

    /**
     * Its state after each of its changes, in the order in which they took effect in a zone: as many as there are changes that hold
     * (of an id that was recorded twice, the later). Whoever needs the states at many instants walks this once; {@link #at} sorts
     * for each.
     */
    public List<OpportunityState> path(ZoneId zone) {
        return OpportunityState.path(this, zone);
    }

    /** Its changes that hold, in the order in which they took effect in a zone; the i-th made the i-th state of its path. */
    public List<OpportunityChange> changes(ZoneId zone) {
        return List.copyOf(OpportunityState.inOrder(this, zone));
    }

    /** Its state after every change that is known. */
    public OpportunityState latest() {
        return at(Instant.MAX, ZoneOffset.UTC);
    }

    /** Equal content; where it was read does not matter. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Opportunity that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Opportunity",
                content(),
                "id",
                "created",
                "account",
                "name",
                "type",
                "campaign",
                "leadSource",
                "subscription",
                "changes",
                "lines",
                "attributes",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(
                id,
                created,
                account,
                name,
                type,
                campaign,
                leadSource,
                subscription,
                changes,
                lines,
                attributes,
                recorded);
    }

    /** Collects the parts of an Opportunity. */
    public static final class Builder {
        private final OpportunityId id;
        private final Moment created;
        private @Nullable AccountId account;
        private @Nullable String name;
        private @Nullable DealType type;
        private @Nullable CampaignId campaign;
        private @Nullable String leadSource;
        private @Nullable SubscriptionId subscription;
        private final List<OpportunityChange> changes = new ArrayList<>();
        private final List<OpportunityLine> lines = new ArrayList<>();
        private final Map<String, String> attributes = new TreeMap<>();
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(OpportunityId id, Moment created) {
            this.id = Objects.requireNonNull(id, "id");
            this.created = Objects.requireNonNull(created, "created");
        }

        private Builder(Opportunity from) {
            id = from.id;
            created = from.created;
            account = from.account;
            name = from.name;
            type = from.type;
            campaign = from.campaign;
            leadSource = from.leadSource;
            subscription = from.subscription;
            changes.addAll(from.changes);
            lines.addAll(from.lines);
            attributes.putAll(from.attributes);
            recorded = from.recorded;
            source = from.source;
        }

        public Builder account(@Nullable AccountId account) {
            this.account = account;
            return this;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder type(@Nullable DealType type) {
            this.type = type;
            return this;
        }

        public Builder campaign(@Nullable CampaignId campaign) {
            this.campaign = campaign;
            return this;
        }

        public Builder leadSource(@Nullable String leadSource) {
            this.leadSource = leadSource;
            return this;
        }

        public Builder subscription(@Nullable SubscriptionId subscription) {
            this.subscription = subscription;
            return this;
        }

        /** Adds to what is there. */
        public Builder changes(List<OpportunityChange> changes) {
            this.changes.addAll(changes);
            return this;
        }

        /** Adds to what is there. */
        public Builder changes(OpportunityChange... changes) {
            return changes(List.of(changes));
        }

        /** Replaces what is there. */
        public Builder onlyChanges(List<OpportunityChange> changes) {
            this.changes.clear();
            return changes(changes);
        }

        /** Adds to what is there. */
        public Builder lines(List<OpportunityLine> lines) {
            this.lines.addAll(lines);
            return this;
        }

        /** Adds to what is there. */
        public Builder lines(OpportunityLine... lines) {
            return lines(List.of(lines));
        }

        /** Replaces what is there. */
        public Builder onlyLines(List<OpportunityLine> lines) {
            this.lines.clear();
            return lines(lines);
        }

        /** Sets one by name; empty text sets nothing. */
        public Builder attribute(String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                attributes.put(name, value.strip());
            }
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

        public Opportunity build() {
            return new Opportunity(this);
        }
    }
}
