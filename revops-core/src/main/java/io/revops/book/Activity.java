package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call, a meeting, an e-mail or a task of somebody who sells or supports. */
public final class Activity implements Fact {
    private final ActivityId id;
    private final Moment at;
    private final @Nullable String kind;
    private final @Nullable RepId rep;
    private final @Nullable LeadId lead;
    private final @Nullable ContactId contact;
    private final @Nullable AccountId account;
    private final @Nullable OpportunityId opportunity;
    private final @Nullable Integer minutes;
    private final @Nullable Instant recorded;
    private final Source source;

    private Activity(Builder from) {
        id = from.id;
        at = from.at;
        kind = from.kind;
        rep = from.rep;
        lead = from.lead;
        contact = from.contact;
        account = from.account;
        opportunity = from.opportunity;
        minutes = from.minutes;
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(ActivityId id, Moment at) {
        return new Builder(id, at);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, Moment at) {
        return builder(new ActivityId(id), at);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public ActivityId id() {
        return id;
    }

    /** When it happened. */
    public Moment at() {
        return at;
    }

    /** Call, meeting, email, task ... */
    public Optional<String> kind() {
        return Optional.ofNullable(kind);
    }

    /** Who did it. */
    public Optional<RepId> rep() {
        return Optional.ofNullable(rep);
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

    /** How long it took. */
    public Optional<Integer> minutes() {
        return Optional.ofNullable(minutes);
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
        rep().ifPresent(named::add);
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
        return o instanceof Activity that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Activity",
                content(),
                "id",
                "at",
                "kind",
                "rep",
                "lead",
                "contact",
                "account",
                "opportunity",
                "minutes",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, at, kind, rep, lead, contact, account, opportunity, minutes, recorded);
    }

    /** Collects the parts of an Activity. */
    public static final class Builder {
        private final ActivityId id;
        private final Moment at;
        private @Nullable String kind;
        private @Nullable RepId rep;
        private @Nullable LeadId lead;
        private @Nullable ContactId contact;
        private @Nullable AccountId account;
        private @Nullable OpportunityId opportunity;
        private @Nullable Integer minutes;
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(ActivityId id, Moment at) {
            this.id = Objects.requireNonNull(id, "id");
            this.at = Objects.requireNonNull(at, "at");
        }

        private Builder(Activity from) {
            id = from.id;
            at = from.at;
            kind = from.kind;
            rep = from.rep;
            lead = from.lead;
            contact = from.contact;
            account = from.account;
            opportunity = from.opportunity;
            minutes = from.minutes;
            recorded = from.recorded;
            source = from.source;
        }

        public Builder kind(@Nullable String kind) {
            this.kind = kind;
            return this;
        }

        public Builder rep(@Nullable RepId rep) {
            this.rep = rep;
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

        public Builder minutes(@Nullable Integer minutes) {
            this.minutes = minutes;
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

        public Activity build() {
            return new Activity(this);
        }
    }
}
