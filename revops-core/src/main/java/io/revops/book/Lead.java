package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who may become a customer, before there is a deal. */
public final class Lead implements Fact {
    private final LeadId id;
    private final Moment created;
    private final @Nullable String email;
    private final @Nullable String company;
    private final @Nullable String leadSource;
    private final @Nullable CampaignId campaign;
    private final @Nullable RepId owner;
    private final @Nullable AccountId account;
    private final @Nullable ContactId contact;
    private final @Nullable OpportunityId opportunity;
    private final List<StatusChange> statuses;
    private final @Nullable Instant recorded;
    private final Source source;

    private Lead(Builder from) {
        id = from.id;
        created = from.created;
        email = from.email;
        company = from.company;
        leadSource = from.leadSource;
        campaign = from.campaign;
        owner = from.owner;
        account = from.account;
        contact = from.contact;
        opportunity = from.opportunity;
        statuses = List.copyOf(from.statuses);
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(LeadId id, Moment created) {
        return new Builder(id, created);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, Moment created) {
        return builder(new LeadId(id), created);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public LeadId id() {
        return id;
    }

    /** When it came in. */
    public Moment created() {
        return created;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** The company named on it. */
    public Optional<String> company() {
        return Optional.ofNullable(company);
    }

    /** Where it came from. */
    public Optional<String> leadSource() {
        return Optional.ofNullable(leadSource);
    }

    /** The campaign it came from. */
    public Optional<CampaignId> campaign() {
        return Optional.ofNullable(campaign);
    }

    /** Who works on it. */
    public Optional<RepId> owner() {
        return Optional.ofNullable(owner);
    }

    /** The account it was converted to. */
    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    /** The contact it was converted to. */
    public Optional<ContactId> contact() {
        return Optional.ofNullable(contact);
    }

    /** The deal it was converted to. */
    public Optional<OpportunityId> opportunity() {
        return Optional.ofNullable(opportunity);
    }

    /** The statuses it went through. */
    public List<StatusChange> statuses() {
        return statuses;
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
        campaign().ifPresent(named::add);
        owner().ifPresent(named::add);
        account().ifPresent(named::add);
        contact().ifPresent(named::add);
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
        return o instanceof Lead that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Lead",
                content(),
                "id",
                "created",
                "email",
                "company",
                "leadSource",
                "campaign",
                "owner",
                "account",
                "contact",
                "opportunity",
                "statuses",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(
                id,
                created,
                email,
                company,
                leadSource,
                campaign,
                owner,
                account,
                contact,
                opportunity,
                statuses,
                recorded);
    }

    /** Collects the parts of a Lead. */
    public static final class Builder {
        private final LeadId id;
        private final Moment created;
        private @Nullable String email;
        private @Nullable String company;
        private @Nullable String leadSource;
        private @Nullable CampaignId campaign;
        private @Nullable RepId owner;
        private @Nullable AccountId account;
        private @Nullable ContactId contact;
        private @Nullable OpportunityId opportunity;
        private final List<StatusChange> statuses = new ArrayList<>();
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(LeadId id, Moment created) {
            this.id = Objects.requireNonNull(id, "id");
            this.created = Objects.requireNonNull(created, "created");
        }

        private Builder(Lead from) {
            id = from.id;
            created = from.created;
            email = from.email;
            company = from.company;
            leadSource = from.leadSource;
            campaign = from.campaign;
            owner = from.owner;
            account = from.account;
            contact = from.contact;
            opportunity = from.opportunity;
            statuses.addAll(from.statuses);
            recorded = from.recorded;
            source = from.source;
        }

        public Builder email(@Nullable String email) {
            this.email = email;
            return this;
        }

        public Builder company(@Nullable String company) {
            this.company = company;
            return this;
        }

        public Builder leadSource(@Nullable String leadSource) {
            this.leadSource = leadSource;
            return this;
        }

        public Builder campaign(@Nullable CampaignId campaign) {
            this.campaign = campaign;
            return this;
        }

        public Builder owner(@Nullable RepId owner) {
            this.owner = owner;
            return this;
        }

        public Builder account(@Nullable AccountId account) {
            this.account = account;
            return this;
        }

        public Builder contact(@Nullable ContactId contact) {
            this.contact = contact;
            return this;
        }

        public Builder opportunity(@Nullable OpportunityId opportunity) {
            this.opportunity = opportunity;
            return this;
        }

        /** Adds to what is there. */
        public Builder statuses(List<StatusChange> statuses) {
            this.statuses.addAll(statuses);
            return this;
        }

        /** Adds to what is there. */
        public Builder statuses(StatusChange... statuses) {
            return statuses(List.of(statuses));
        }

        /** Replaces what is there. */
        public Builder onlyStatuses(List<StatusChange> statuses) {
            this.statuses.clear();
            return statuses(statuses);
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

        public Lead build() {
            return new Lead(this);
        }
    }
}
