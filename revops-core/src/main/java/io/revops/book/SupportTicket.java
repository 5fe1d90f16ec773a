package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question or a complaint, from when it was opened until it was solved. */
public final class SupportTicket implements Fact {
    private final TicketId id;
    private final Moment opened;
    private final @Nullable AccountId account;
    private final @Nullable ContactId contact;
    private final @Nullable String priority;
    private final @Nullable String channel;
    private final @Nullable String assignee;
    private final @Nullable Moment firstReply;
    private final List<StatusChange> statuses;
    private final @Nullable Instant recorded;
    private final Source source;

    private SupportTicket(Builder from) {
        id = from.id;
        opened = from.opened;
        account = from.account;
        contact = from.contact;
        priority = from.priority;
        channel = from.channel;
        assignee = from.assignee;
        firstReply = from.firstReply;
        statuses = List.copyOf(from.statuses);
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(TicketId id, Moment opened) {
        return new Builder(id, opened);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, Moment opened) {
        return builder(new TicketId(id), opened);
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public TicketId id() {
        return id;
    }

    /** When it was opened. */
    public Moment opened() {
        return opened;
    }

    public Optional<AccountId> account() {
        return Optional.ofNullable(account);
    }

    public Optional<ContactId> contact() {
        return Optional.ofNullable(contact);
    }

    public Optional<String> priority() {
        return Optional.ofNullable(priority);
    }

    public Optional<String> channel() {
        return Optional.ofNullable(channel);
    }

    public Optional<String> assignee() {
        return Optional.ofNullable(assignee);
    }

    /** When somebody first answered. */
    public Optional<Moment> firstReply() {
        return Optional.ofNullable(firstReply);
    }

    /** The statuses it went through. */
    public List<StatusChange> statuses() {
        return statuses;
    }

    @Override
    public Optional<Moment> effective() {
        return Optional.of(opened);
    }

    @Override
    public Optional<AccountId> accountId() {
        return account();
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        account().ifPresent(named::add);
        contact().ifPresent(named::add);
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
        return o instanceof SupportTicket that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "SupportTicket",
                content(),
                "id",
                "opened",
                "account",
                "contact",
                "priority",
                "channel",
                "assignee",
                "firstReply",
                "statuses",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(id, opened, account, contact, priority, channel, assignee, firstReply, statuses, recorded);
    }

    /** Collects the parts of a SupportTicket. */
    public static final class Builder {
        private final TicketId id;
        private final Moment opened;
        private @Nullable AccountId account;
        private @Nullable ContactId contact;
        private @Nullable String priority;
        private @Nullable String channel;
        private @Nullable String assignee;
        private @Nullable Moment firstReply;
        private final List<StatusChange> statuses = new ArrayList<>();
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(TicketId id, Moment opened) {
            this.id = Objects.requireNonNull(id, "id");
            this.opened = Objects.requireNonNull(opened, "opened");
        }

        private Builder(SupportTicket from) {
            id = from.id;
            opened = from.opened;
            account = from.account;
            contact = from.contact;
            priority = from.priority;
            channel = from.channel;
            assignee = from.assignee;
            firstReply = from.firstReply;
            statuses.addAll(from.statuses);
            recorded = from.recorded;
            source = from.source;
        }

        public Builder account(@Nullable AccountId account) {
            this.account = account;
            return this;
        }

        public Builder contact(@Nullable ContactId contact) {
            this.contact = contact;
            return this;
        }

        public Builder priority(@Nullable String priority) {
            this.priority = priority;
            return this;
        }

        public Builder channel(@Nullable String channel) {
            this.channel = channel;
            return this;
        }

        public Builder assignee(@Nullable String assignee) {
            this.assignee = assignee;
            return this;
        }

        public Builder firstReply(@Nullable Moment firstReply) {
            this.firstReply = firstReply;
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

        public SupportTicket build() {
            return new SupportTicket(this);
        }
    }
}
