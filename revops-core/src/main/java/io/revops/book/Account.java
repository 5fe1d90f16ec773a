package io.revops.book;

import io.revops.money.Money;
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
 * A company that buys, or may: a customer or a prospect. What it is called and where it belongs are attributes; those that change
 * over time (tier, owner, segment) have dated {@link #changes()}. Its own turnover is {@link #companyRevenue()}; what it pays
 * is derived from its subscriptions and written nowhere.
 */
public final class Account implements Fact {
    private final AccountId id;
    private final @Nullable String name;
    private final @Nullable Moment created;
    private final @Nullable AccountId parent;
    private final @Nullable String domain;
    private final @Nullable Integer employees;
    private final @Nullable Money companyRevenue;
    private final @Nullable Moment liveSince;
    private final Map<String, String> attributes;
    private final List<AttributeChange> changes;
    private final @Nullable Instant recorded;
    private final Source source;

    private Account(Builder from) {
        id = from.id;
        name = from.name;
        created = from.created;
        parent = from.parent;
        domain = from.domain;
        employees = from.employees;
        companyRevenue = from.companyRevenue;
        liveSince = from.liveSince;
        attributes = Collections.unmodifiableMap(new TreeMap<>(from.attributes));
        changes = List.copyOf(from.changes);
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(AccountId id) {
        return new Builder(id);
    }

    /** The same with ids as text. */
    public static Builder builder(String id) {
        return builder(new AccountId(id));
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public AccountId id() {
        return id;
    }

    /** What it is called. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Since when it is known. */
    public Optional<Moment> created() {
        return Optional.ofNullable(created);
    }

    /** The account it belongs to. */
    public Optional<AccountId> parent() {
        return Optional.ofNullable(parent);
    }

    /** Its internet domain, in lower case, without www. */
    public Optional<String> domain() {
        return Optional.ofNullable(domain);
    }

    /** How many people it employs. */
    public Optional<Integer> employees() {
        return Optional.ofNullable(employees);
    }

    /** Its own yearly turnover, a measure of its size. */
    public Optional<Money> companyRevenue() {
        return Optional.ofNullable(companyRevenue);
    }

    /** When it went live. */
    public Optional<Moment> liveSince() {
        return Optional.ofNullable(liveSince);
    }

    /** Attributes by name (see {@link Dimension}), as they were before any change. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Attributes that took another value later. */
    public List<AttributeChange> changes() {
        return changes;
    }

    @Override
    public Optional<Moment> effective() {
        return created();
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        parent().ifPresent(named::add);
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

    /** An attribute by name, as it was just before an instant. */
    public Optional<String> attribute(String name, Instant before, ZoneId zone) {
        @Nullable String value = attributes.get(name);
        for (AttributeChange change : Entries.current(changes)) {
            if (change.name().equals(name) && change.effective().instant(zone).isBefore(before)) {
                value = change.value().orElse(null);
            }
        }
        return Optional.ofNullable(value);
    }

    /** An attribute by name, after every change that is known. */
    public Optional<String> attribute(String name) {
        return attribute(name, Instant.MAX, ZoneOffset.UTC);
    }

    /** Equal content; where it was read does not matter. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Account that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Account",
                content(),
                "id",
                "name",
                "created",
                "parent",
                "domain",
                "employees",
                "companyRevenue",
                "liveSince",
                "attributes",
                "changes",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(
                id, name, created, parent, domain, employees, companyRevenue, liveSince, attributes, changes, recorded);
    }

    /** Collects the parts of an Account. */
    public static final class Builder {
        private final AccountId id;
        private @Nullable String name;
        private @Nullable Moment created;
        private @Nullable AccountId parent;
        private @Nullable String domain;
        private @Nullable Integer employees;
        private @Nullable Money companyRevenue;
        private @Nullable Moment liveSince;
        private final Map<String, String> attributes = new TreeMap<>();
        private final List<AttributeChange> changes = new ArrayList<>();
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(AccountId id) {
            this.id = Objects.requireNonNull(id, "id");
        }

        private Builder(Account from) {
            id = from.id;
            name = from.name;
            created = from.created;
            parent = from.parent;
            domain = from.domain;
            employees = from.employees;
            companyRevenue = from.companyRevenue;
            liveSince = from.liveSince;
            attributes.putAll(from.attributes);
            changes.addAll(from.changes);
            recorded = from.recorded;
            source = from.source;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder created(@Nullable Moment created) {
            this.created = created;
            return this;
        }

        public Builder parent(@Nullable AccountId parent) {
            this.parent = parent;
            return this;
        }

        public Builder domain(@Nullable String domain) {
            this.domain = domain;
            return this;
        }

        public Builder employees(@Nullable Integer employees) {
            this.employees = employees;
            return this;
        }

        public Builder companyRevenue(@Nullable Money companyRevenue) {
            this.companyRevenue = companyRevenue;
            return this;
        }

        public Builder liveSince(@Nullable Moment liveSince) {
            this.liveSince = liveSince;
            return this;
        }

        /** Sets one by name; empty text sets nothing. */
        public Builder attribute(String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                attributes.put(name, value.strip());
            }
            return this;
        }

        /** Adds to what is there. */
        public Builder changes(List<AttributeChange> changes) {
            this.changes.addAll(changes);
            return this;
        }

        /** Adds to what is there. */
        public Builder changes(AttributeChange... changes) {
            return changes(List.of(changes));
        }

        /** Replaces what is there. */
        public Builder onlyChanges(List<AttributeChange> changes) {
            this.changes.clear();
            return changes(changes);
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

        public Account build() {
            return new Account(this);
        }
    }
}
