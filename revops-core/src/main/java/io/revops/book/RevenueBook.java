package io.revops.book;

import io.revops.money.ExchangeRate;
import io.revops.money.ExchangeRates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a company, immutable, indexed, cross-checked, nothing interpreted.
 *
 * <p>It is built once, in any order: the same fact twice counts once, a later recording of an id replaces the earlier one but
 * stays readable with {@link #asKnownAt}, and what does not fit together is an {@link Issue} and not an exception. Books of
 * several systems become one with {@link #merge}.
 */
public final class RevenueBook {
    private static final Comparator<Fact> BY_RECORDING = Comparator.<Fact, Instant>comparing(
                    f -> f.recorded().orElse(Instant.MIN))
            .thenComparing(Object::toString);

    private final Map<Class<?>, TreeMap<String, Fact>> current = new HashMap<>();
    private final Map<Class<?>, Map<AccountId, List<Fact>>> byAccount = new HashMap<>();
    private final Map<FactId, List<Fact>> versions = new HashMap<>();
    private final Map<AccountId, AccountId> aliases;
    private final ExchangeRates rates;
    private final List<AccountMerge> merges;
    private final List<Issue> carried;
    private final List<Issue> whileBuilt;
    private final List<Issue> ofMerges;
    private volatile @Nullable List<Issue> issues;
    private final long duplicates;

    private RevenueBook(Builder from) {
        aliases = Collections.unmodifiableMap(new HashMap<>(from.aliases));
        rates = ExchangeRates.of(from.rates);
        carried = List.copyOf(from.issues);
        List<Issue> found = new ArrayList<>(carried);
        duplicates = from.duplicates + index(from, found);
        link();
        MergeChain chain = new MergeChain(this);
        merges = List.copyOf(chain.holding());
        ofMerges = List.copyOf(chain.issues());
        whileBuilt = List.copyOf(found);
    }

    private long index(Builder from, List<Issue> found) {
        long same = 0;
        for (List<Fact> written : from.facts.values()) {
            List<Fact> sorted = new ArrayList<>(written);
            sorted.sort(BY_RECORDING);
            List<Fact> kept = new ArrayList<>();
            for (Fact fact : sorted) {
                Fact last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
                if (last != null && last.equals(fact)) {
                    same++;
                } else {
                    if (last != null && last.recorded().equals(fact.recorded())) {
                        found.add(BookCheck.conflict(fact, last));
                        kept.remove(last);
                    }
                    kept.add(fact);
                }
            }
            Fact latest = kept.get(kept.size() - 1);
            current.computeIfAbsent(latest.getClass(), c -> new TreeMap<>())
                    .put(latest.id().value(), latest);
            if (kept.size() > 1) {
                versions.put(latest.id(), List.copyOf(kept));
            }
        }
        return same;
    }

    private void link() {
        for (Map.Entry<Class<?>, TreeMap<String, Fact>> kind : current.entrySet()) {
            for (Fact fact : kind.getValue().values()) {
                accountOf(fact)
                        .ifPresent(account -> byAccount
                                .computeIfAbsent(kind.getKey(), c -> new HashMap<>())
                                .computeIfAbsent(account, a -> new ArrayList<>())
                                .add(fact));
            }
        }
    }

    /** Collects facts for a book. */
    public static Builder builder() {
        return new Builder();
    }

    /** A book of these facts. */
    public static RevenueBook of(Fact... facts) {
        return builder().add(List.of(facts)).build();
    }

    /** A book without facts. */
    public static RevenueBook empty() {
        return builder().build();
    }

    /**
     * One book of several. Accounts that the links join become one account, under the id that the link points to (the
     * CRM's, as a rule); its own attributes come first, and what it lacks is taken from the others. An account that pays and
     * is linked to none is an issue; so is a link that fits no account, or several.
     */
    public static RevenueBook merge(Links links, RevenueBook... books) {
        Objects.requireNonNull(links, "links");
        for (RevenueBook book : books) {
            Objects.requireNonNull(book, "book");
        }
        return new BookMerge(links, List.of(books)).merged();
    }

    /** What had taken effect by the end of a day, and nothing later. */
    public RevenueBook asOf(LocalDate day, ZoneId zone) {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(zone, "zone");
        return seen(Horizon.asOf(day, zone));
    }

    /** What was known at an instant: recorded by then, or, where no recording was written, in effect by then. */
    public RevenueBook asKnownAt(Instant instant) {
        return seen(Horizon.knownAt(instant));
    }

    /**
     * What could be known at the end of a day: what had taken effect by then and was recorded by then. A change that is recorded
     * for later is not seen, nor one of an earlier day that was recorded too late. The same as both of the above, in one pass.
     */
    public RevenueBook knownBy(LocalDate day, ZoneId zone) {
        Horizon effective = Horizon.asOf(day, zone);
        Horizon known =
                Horizon.knownAt(day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
        Builder seen = toBuilderWithoutFacts();
        facts().forEach(fact -> known.see(fact).flatMap(effective::see).ifPresent(seen::add));
        rates.all().stream()
                .filter(r -> known.shows(r.date()) && effective.shows(r.date()))
                .forEach(seen::add);
        return seen.build();
    }

    /** The facts of one kind alone, and under which id an account of another system is kept; without issues and rates. */
    public RevenueBook only(Class<? extends Fact> kind) {
        Objects.requireNonNull(kind, "kind");
        Builder some = builder();
        some.aliases.putAll(aliases);
        all(kind).forEach(fact -> versions(fact.id()).forEach(some::add));
        return some.build();
    }

    private RevenueBook seen(Horizon horizon) {
        Builder seen = toBuilderWithoutFacts();
        facts().forEach(fact -> horizon.see(fact).ifPresent(seen::add));
        rates.all().stream().filter(r -> horizon.shows(r.date())).forEach(seen::add);
        return seen.build();
    }

    private Builder toBuilderWithoutFacts() {
        Builder builder = builder().issues(carried);
        builder.aliases.putAll(aliases);
        builder.duplicates = duplicates;
        return builder;
    }

    /** A builder that holds all of this. */
    public Builder toBuilder() {
        Builder builder = toBuilderWithoutFacts();
        facts().forEach(builder::add);
        return builder.rates(rates);
    }

    /** Every fact in every version, in no order that means anything. */
    public Stream<Fact> facts() {
        return current.values().stream()
                .flatMap(byId -> byId.values().stream())
                .flatMap(fact -> versions(fact.id()).stream());
    }

    /** The versions of a fact, the one recorded last at the end; empty if there is none. */
    public List<Fact> versions(FactId id) {
        List<Fact> several = versions.get(id);
        return several != null
                ? several
                : current.values().stream()
                        .map(byId -> byId.get(id.value()))
                        .filter(f -> f != null && f.id().equals(id))
                        .toList();
    }

    /** All facts of a kind, by id. */
    public <F extends Fact> List<F> all(Class<F> kind) {
        Map<String, Fact> found = current.get(kind);
        return found == null
                ? List.of()
                : found.values().stream().map(kind::cast).toList();
    }

    /** A fact of a kind by its id. */
    public <F extends Fact> Optional<F> find(Class<F> kind, FactId id) {
        Map<String, Fact> found = current.get(kind);
        String value = id instanceof AccountId account ? canonical(account).value() : id.value();
        @Nullable Fact fact = found == null ? null : found.get(value);
        return Optional.ofNullable(fact).map(kind::cast);
    }

    /** The account that a fact is about, as kept here: the one it names, else that of the first known contact it names. */
    public Optional<AccountId> accountOf(Fact fact) {
        return fact.accountId().or(() -> accountOfContact(fact)).map(this::canonical);
    }

    private Optional<AccountId> accountOfContact(Fact fact) {
        Stream<FactId> contacts = fact.references().stream().filter(ContactId.class::isInstance);
        return contacts.flatMap(id -> find(Contact.class, id).stream())
                .map(Contact::account)
                .findFirst();
    }

    /** All facts of a kind that are {@linkplain #accountOf about} an account, by itself or through a contact, by id. */
    public <F extends Fact> List<F> of(AccountId account, Class<F> kind) {
        return byAccount.getOrDefault(kind, Map.of()).getOrDefault(canonical(account), List.of()).stream()
                .map(kind::cast)
                .toList();
    }

    public List<Account> accounts() {
        return all(Account.class);
    }

    /** An account by its id, or by that of another system's account which was linked to it. */
    public Optional<Account> account(AccountId id) {
        return find(Account.class, id);
    }

    /** An account by its id as text. */
    public Optional<Account> account(String id) {
        return account(new AccountId(id));
    }

    public List<Subscription> subscriptions() {
        return all(Subscription.class);
    }

    /** The subscriptions of an account, by id. */
    public List<Subscription> subscriptionsOf(AccountId account) {
        return of(account, Subscription.class);
    }

    public List<Opportunity> opportunities() {
        return all(Opportunity.class);
    }

    public List<Quota> quotas() {
        return all(Quota.class);
    }

    /**
     * The merges of accounts that hold, in the order in which they took effect (days are UTC days here): each account merges
     * once, none into itself or in a circle; what breaks that is an issue.
     */
    public List<AccountMerge> merges() {
        return merges;
    }

    /** The id under which an account is kept here: another system's id leads to the account it was linked to. */
    public AccountId canonical(AccountId id) {
        return aliases.getOrDefault(id, id);
    }

    /** Which accounts of other systems were linked, and to which. */
    public Map<AccountId, AccountId> aliases() {
        return aliases;
    }

    public ExchangeRates rates() {
        return rates;
    }

    /** What was wrong when it was read or built, by file and line. */
    public List<Issue> issues() {
        List<Issue> known = issues;
        if (known == null) { // a book as of a day is seldom asked, and there is one for every day
            List<Issue> found = new ArrayList<>(whileBuilt);
            found.addAll(BookCheck.of(this));
            found.addAll(ofMerges);
            found.sort(Issue.ORDER);
            known = List.copyOf(found);
            issues = known;
        }
        return known;
    }

    List<Issue> carriedIssues() {
        return carried;
    }

    /** How many facts were there twice with the same content, and were counted once. */
    public long duplicates() {
        return duplicates;
    }

    public boolean isEmpty() {
        return current.isEmpty() && rates.isEmpty();
    }

    /** How many there are of each kind, and how many issues. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("RevenueBook: ")
                .append(accounts().size())
                .append(" accounts, ")
                .append(subscriptions().size())
                .append(" subscriptions, ")
                .append(opportunities().size())
                .append(" deals, ")
                .append(issues().size())
                .append(" issues");
        current.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().getSimpleName()))
                .forEach(e -> text.append("\n  ")
                        .append(e.getKey().getSimpleName())
                        .append(' ')
                        .append(e.getValue().size()));
        return rates.isEmpty()
                ? text.toString()
                : text.append("\n  ").append(rates).toString();
    }

    /** Collects facts in any order. */
    public static final class Builder {
        private final Map<FactId, List<Fact>> facts = new HashMap<>();
        private final List<ExchangeRate> rates = new ArrayList<>();
        private final List<Issue> issues = new ArrayList<>();
        final Map<AccountId, AccountId> aliases = new HashMap<>();
        private long duplicates;

        private Builder() {}

        public Builder add(Fact fact) {
            Objects.requireNonNull(fact, "fact");
            facts.computeIfAbsent(fact.id(), id -> new ArrayList<>(1)).add(fact);
            return this;
        }

        public Builder add(Fact... all) {
            return add(List.of(all));
        }

        public Builder add(Collection<? extends Fact> all) {
            all.forEach(this::add);
            return this;
        }

        public Builder add(ExchangeRate rate) {
            rates.add(Objects.requireNonNull(rate, "rate"));
            return this;
        }

        public Builder rates(ExchangeRates more) {
            rates.addAll(more.all());
            return this;
        }

        /** Under which id an account is kept here that another system calls otherwise. */
        public Builder keptAs(AccountId other, AccountId account) {
            aliases.put(other, account);
            return this;
        }

        public Builder issue(Issue issue) {
            issues.add(issue);
            return this;
        }

        public Builder issues(Collection<Issue> more) {
            issues.addAll(more);
            return this;
        }

        void duplicates(long more) {
            duplicates += more;
        }

        /** Checks everything and makes the book; what does not fit together is among its issues. */
        public RevenueBook build() {
            return new RevenueBook(this);
        }
    }
}
