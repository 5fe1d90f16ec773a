package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One contact of a campaign with a lead, a person, an account or a deal. */
public final class Touch implements Fact {
    private final TouchId id;
    private final Moment at;
    private final @Nullable CampaignId campaign;
    private final @Nullable String channel;
    private final @Nullable LeadId lead;
    private final @Nullable ContactId contact;
    private final @Nullable AccountId account;
    private final @Nullable OpportunityId opportunity;
    private final @Nullable Instant recorded;
    private final Source source;

    private Touch(Builder from) {
        id = from.id;
        at = from.at;
        campaign = from.campaign;
        channel = from.channel;
        lead = from.lead;
        contact = from.contact;
        account = from.account;
        opportunity = from.opportunity;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(TouchId id, Moment at) {
        return new Builder(id, at);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, Moment at) {
        return builder(new TouchId(id), at);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public TouchId id() {
        return id;
    }

    /** When it happened. */
    public Moment at() {
        return at;
    }

    public Optional<CampaignId> campaign() {
        return Optional.ofNullable(campaign);
    }

    public Optional<String> channel() {
        return Optional.ofNullable(channel);
    }

    public Optional<LeadId> lead() {
        return Optional.ofNullable(lead);
    }

    public Optional<ContactId> contact() {
        return Optional.ofNullable(contact);
    }

    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    public Optional<OpportunityId> opportunity() {
        return Optional.ofNullable(opportunity);
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.of(at);
    }

    @Override
    public Optional<AccountId> accountId() {
        return account();
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        campaign().ifPresent(named::add);
        lead().ifPresent(named::add);
        contact().ifPresent(named::add);
        account().ifPresent(named::add);
        opportunity().ifPresent(named::add);
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
        return o instanceof Touch that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Touch",
                content(),
                "id",
                "at",
                "campaign",
                "channel",
                "lead",
                "contact",
                "account",
                "opportunity",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, at, campaign, channel, lead, contact, account, opportunity, recorded);
    }

    /** Collects the parts of a Touch. */
    public static final class Builder {
        private final TouchId id;
        private final Moment at;
        private @Nullable CampaignId campaign;
        private @Nullable String channel;
        private @Nullable LeadId lead;
        private @Nullable ContactId contact;
        private @Nullable AccountId account;
        private @Nullable OpportunityId opportunity;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(TouchId id, Moment at) {
            this.id = Objects.requireNonNull(id, "id");
            this.at = Objects.requireNonNull(at, "at");
        }

        private Builder(Touch from) {
            id = from.id;
            at = from.at;
            campaign = from.campaign;
            channel = from.channel;
            lead = from.lead;
            contact = from.contact;
            account = from.account;
            opportunity = from.opportunity;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder campaign(@Nullable CampaignId campaign) {
            this.campaign = campaign;
            return this;
        }

        public Builder channel(@Nullable String channel) {
            this.channel = channel;
            return this;
        }

        public Builder lead(@Nullable LeadId lead) {
            this.lead = lead;
            return this;
        }

        public Builder contact(@Nullable ContactId contact) {
            this.contact = contact;
            return this;
        }

        public Builder account(@Nullable AccountId account) {
            this.account = account;
            return this;
        }

        public Builder opportunity(@Nullable OpportunityId opportunity) {
            this.opportunity = opportunity;
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

        public Touch build() {
            return new Touch(this);
        }
    }
}
