package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A standing order: items that an account pays for again and again, as they changed over time.
 *
 * <p>Everything dated is an entry, and an entry may have been recorded later than it took effect; the latest recording of an
 * entry's id holds. Nothing is interpreted here: whether a paused or a past-due subscription counts is for the policy.
 */
public final class Subscription implements Fact {
    private final SubscriptionId id;
    private final AccountId account;
    private final @Nullable Moment signed;
    private final @Nullable Moment goLive;
    private final @Nullable Moment start;
    private final @Nullable Term term;
    private final List<ItemChange> items;
    private final List<Discount> discounts;
    private final List<Spell> spells;
    private final List<Cancellation> cancellations;
    private final List<Ending> endings;
    private final Map<String, String> attributes;
    private final @Nullable Instant recorded;
    private final Source source;

    private Subscription(Builder from) {
        id = from.id;
        account = from.account;
        signed = from.signed;
        goLive = from.goLive;
        start = from.start;
        term = from.term;
        items = List.copyOf(from.items);
        discounts = List.copyOf(from.discounts);
        spells = List.copyOf(from.spells);
        cancellations = List.copyOf(from.cancellations);
        endings = List.copyOf(from.endings);
        attributes = Collections.unmodifiableMap(new TreeMap<>(from.attributes));
        recorded = from.recorded;
        source = from.source;
    }

    /** Starts with what every one has; the rest is set by name. */
    public static Builder builder(SubscriptionId id, AccountId account) {
        return new Builder(id, account);
    }

    /** The same with ids as text. */
    public static Builder builder(String id, String account) {
        return builder(new SubscriptionId(id), new AccountId(account));
    }

    /** A builder that holds all of this, for a changed copy. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** As its source system writes it. */
    @Override
    public SubscriptionId id() {
        return id;
    }

    /** Who pays. */
    public AccountId account() {
        return account;
    }

    /** When the contract was signed. */
    public Optional<Moment> signed() {
        return Optional.ofNullable(signed);
    }

    /** When the service went live. */
    public Optional<Moment> goLive() {
        return Optional.ofNullable(goLive);
    }

    /** When the contract starts, if it says so; otherwise its first item does. */
    public Optional<Moment> start() {
        return Optional.ofNullable(start);
    }

    /** For how long it is agreed, and what comes after. */
    public Optional<Term> term() {
        return Optional.ofNullable(term);
    }

    /** Items, quantities and prices, as they changed. */
    public List<ItemChange> items() {
        return items;
    }

    /** What was taken off, and when. */
    public List<Discount> discounts() {
        return discounts;
    }

    /** Trials, pauses, past-due and unpaid stretches. */
    public List<Spell> spells() {
        return spells;
    }

    /** Requests to end it. */
    public List<Cancellation> cancellations() {
        return cancellations;
    }

    /** Its end, at most one; a later recording replaces an earlier one. */
    public List<Ending> endings() {
        return endings;
    }

    /** Anything else that its source system says of it, by name. */
    public Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public Optional<Moment> effective() {
        return begins();
    }

    @Override
    public Optional<AccountId> accountId() {
        return Optional.of(account);
    }

    @Override
    public List<FactId> references() {
        List<FactId> named = new ArrayList<>();
        named.add(account);
        items.forEach(i -> i.product().ifPresent(named::add));
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

    /** When it starts: as written, or with its first item. */
    public Optional<Moment> begins() {
        return start != null
                ? start()
                : items.stream().map(ItemChange::effective).min(Comparator.comparing(m -> m.instant(ZoneOffset.UTC)));
    }

    /**
     * When it ends in billing: its ending if there is one, else the end agreed by a cancellation that was not withdrawn (the
     * earliest of several).
     */
    public Optional<Moment> ends() {
        List<Ending> ended = Entries.current(endings);
        if (!ended.isEmpty()) {
            return Optional.of(ended.get(ended.size() - 1).effective());
        }
        return Entries.current(cancellations).stream()
                .filter(c -> c.withdrawn().isEmpty())
                .map(Cancellation::ends)
                .min(Comparator.comparing(m -> m.instant(ZoneOffset.UTC)));
    }

    /** Equal content; where it was read does not matter. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Subscription that && content().equals(that.content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    @Override
    public String toString() {
        return Shown.of(
                "Subscription",
                content(),
                "id",
                "account",
                "signed",
                "goLive",
                "start",
                "term",
                "items",
                "discounts",
                "spells",
                "cancellations",
                "endings",
                "attributes",
                "recorded");
    }

    private List<@Nullable Object> content() {
        return Arrays.asList(
                id,
                account,
                signed,
                goLive,
                start,
                term,
                items,
                discounts,
                spells,
                cancellations,
                endings,
                attributes,
                recorded);
    }

    /** Collects the parts of a Subscription. */
    public static final class Builder {
        private final SubscriptionId id;
        private final AccountId account;
        private @Nullable Moment signed;
        private @Nullable Moment goLive;
        private @Nullable Moment start;
        private @Nullable Term term;
        private final List<ItemChange> items = new ArrayList<>();
        private final List<Discount> discounts = new ArrayList<>();
        private final List<Spell> spells = new ArrayList<>();
        private final List<Cancellation> cancellations = new ArrayList<>();
        private final List<Ending> endings = new ArrayList<>();
        private final Map<String, String> attributes = new TreeMap<>();
        private @Nullable Instant recorded;
        private Source source = Source.NONE;

        private Builder(SubscriptionId id, AccountId account) {
            this.id = Objects.requireNonNull(id, "id");
            this.account = Objects.requireNonNull(account, "account");
        }

        private Builder(Subscription from) {
            id = from.id;
            account = from.account;
            signed = from.signed;
            goLive = from.goLive;
            start = from.start;
            term = from.term;
            items.addAll(from.items);
            discounts.addAll(from.discounts);
            spells.addAll(from.spells);
            cancellations.addAll(from.cancellations);
            endings.addAll(from.endings);
            attributes.putAll(from.attributes);
            recorded = from.recorded;
            source = from.source;
        }

        public Builder signed(@Nullable Moment signed) {
            this.signed = signed;
            return this;
        }

        public Builder goLive(@Nullable Moment goLive) {
            this.goLive = goLive;
            return this;
        }

        public Builder start(@Nullable Moment start) {
            this.start = start;
            return this;
        }

        public Builder term(@Nullable Term term) {
            this.term = term;
            return this;
        }

        /** Adds to what is there. */
        public Builder items(List<ItemChange> items) {
            this.items.addAll(items);
            return this;
        }

        /** Adds to what is there. */
        public Builder items(ItemChange... items) {
            return items(List.of(items));
        }

        /** Replaces what is there. */
        public Builder onlyItems(List<ItemChange> items) {
            this.items.clear();
            return items(items);
        }

        /** Adds to what is there. */
        public Builder discounts(List<Discount> discounts) {
            this.discounts.addAll(discounts);
            return this;
        }

        /** Adds to what is there. */
        public Builder discounts(Discount... discounts) {
            return discounts(List.of(discounts));
        }

        /** Replaces what is there. */
        public Builder onlyDiscounts(List<Discount> discounts) {
            this.discounts.clear();
            return discounts(discounts);
        }

        /** Adds to what is there. */
        public Builder spells(List<Spell> spells) {
            this.spells.addAll(spells);
            return this;
        }

        /** Adds to what is there. */
        public Builder spells(Spell... spells) {
            return spells(List.of(spells));
        }

        /** Replaces what is there. */
        public Builder onlySpells(List<Spell> spells) {
            this.spells.clear();
            return spells(spells);
        }

        /** Adds to what is there. */
        public Builder cancellations(List<Cancellation> cancellations) {
            this.cancellations.addAll(cancellations);
            return this;
        }

        /** Adds to what is there. */
        public Builder cancellations(Cancellation... cancellations) {
            return cancellations(List.of(cancellations));
        }

        /** Replaces what is there. */
        public Builder onlyCancellations(List<Cancellation> cancellations) {
            this.cancellations.clear();
            return cancellations(cancellations);
        }

        /** Adds to what is there. */
        public Builder endings(List<Ending> endings) {
            this.endings.addAll(endings);
            return this;
        }

        /** Adds to what is there. */
        public Builder endings(Ending... endings) {
            return endings(List.of(endings));
        }

        /** Replaces what is there. */
        public Builder onlyEndings(List<Ending> endings) {
            this.endings.clear();
            return endings(endings);
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

        public Subscription build() {
            return new Subscription(this);
        }
    }
}
