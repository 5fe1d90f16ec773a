package io.revops.ledger;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.FactId;
import io.revops.book.RevenueBook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which account of a ledger has what an account of the book had, from when on: itself, what it was merged into or, at the grain
 * of parents, the topmost above it. Only accounts that share a history with another are here, in groups.
 */
final class Ownership {
    /** Nobody merged. */
    static final Ownership NONE = new Ownership(Map.of());

    /**
     * From an instant on, an account has it.
     *
     * @param by the merge that brought it there; null for the first
     */
    record Stretch(Instant from, AccountId owner, @Nullable FactId by) {}

    private final Map<AccountId, List<Stretch>> stretches;
    private final Map<AccountId, Group> byOwner = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();

    /** Accounts between which something moved, and all accounts of the book whose facts one of them ever had. */
    record Group(SortedMap<String, AccountId> owners, SortedMap<String, AccountId> accounts) {}

    private Ownership(Map<AccountId, List<Stretch>> all) {
        Map<AccountId, SortedMap<String, AccountId>> joined = new HashMap<>();
        all.values()
                .forEach(list -> list.forEach(s -> join(
                        joined.computeIfAbsent(list.get(0).owner(), o -> new TreeMap<>(Map.of(o.value(), o))),
                        joined.computeIfAbsent(s.owner(), o -> new TreeMap<>(Map.of(o.value(), o))),
                        joined)));
        stretches = new HashMap<>();
        SortedMap<String, AccountId> inOrder = new TreeMap<>();
        all.keySet().forEach(a -> inOrder.put(a.value(), a));
        for (AccountId account : inOrder.values()) {
            List<Stretch> list = Objects.requireNonNull(all.get(account));
            SortedMap<String, AccountId> owners =
                    Objects.requireNonNull(joined.get(list.get(0).owner()));
            if (owners.size() > 1) {
                stretches.put(account, List.copyOf(list));
                Group group = byOwner.get(list.get(0).owner());
                if (group == null) {
                    group = new Group(owners, new TreeMap<>());
                    groups.add(group);
                    for (AccountId owner : owners.values()) {
                        byOwner.put(owner, group);
                    }
                }
                group.accounts().put(account.value(), account);
            }
        }
    }

    private static void join(
            SortedMap<String, AccountId> one,
            SortedMap<String, AccountId> other,
            Map<AccountId, SortedMap<String, AccountId>> joined) {
        if (!one.keySet().equals(other.keySet())) {
            one.putAll(other);
            other.values().forEach(owner -> joined.put(owner, one));
        }
    }

    /**
     * Who has what under a policy.
     *
     * @param merges a book whose merges hold; at the grain of parents, also one that knows its accounts
     * @param accounts of the book, at the grain of parents; otherwise those that merge are enough
     */
    static Ownership of(RevenueBook merges, RevenuePolicy policy, Collection<AccountId> accounts) {
        if (merges.merges().isEmpty()) {
            return NONE;
        }
        Map<AccountId, AccountMerge> byAccount = new HashMap<>();
        Set<AccountId> all = new HashSet<>(policy.grain() == Grain.PARENT ? accounts : List.of());
        for (AccountMerge merge : merges.merges()) {
            AccountId from = merges.canonical(merge.from());
            byAccount.put(from, merge);
            if (policy.grain() != Grain.PARENT) {
                all.add(from);
                all.add(merges.canonical(merge.into()));
            }
        }
        Map<AccountId, List<Stretch>> stretches = new HashMap<>();
        for (AccountId account : all) {
            List<Stretch> list = new ArrayList<>();
            Instant at = Instant.MIN;
            while (at.isBefore(Instant.MAX)) {
                Way way = new Way(merges, byAccount, policy, account, at);
                if (list.isEmpty()
                        || !way.owner.equals(list.get(list.size() - 1).owner())) {
                    list.add(new Stretch(at, way.owner, way.by));
                }
                at = way.next;
            }
            stretches.put(account, list);
        }
        return new Ownership(stretches);
    }

    /** From an account of the book to who has what it had at an instant. */
    private static final class Way {
        private final RevenueBook book;
        private final Map<AccountId, AccountMerge> byAccount;
        private final ZoneId zone;
        private final Instant at;
        private AccountId owner;
        private Instant next = Instant.MAX;
        private Instant last = Instant.MIN;
        private @Nullable FactId by;

        Way(
                RevenueBook book,
                Map<AccountId, AccountMerge> byAccount,
                RevenuePolicy policy,
                AccountId account,
                Instant at) {
            this.book = book;
            this.byAccount = byAccount;
            this.zone = policy.zone();
            this.at = at;
            owner = merged(account);
            if (policy.grain() == Grain.PARENT) {
                owner = Units.top(owner, this::above);
            }
        }

        private AccountId merged(AccountId account) {
            AccountId now = account;
            AccountMerge merge = byAccount.get(now);
            while (merge != null) {
                Instant when = merge.when().instant(zone);
                if (when.isAfter(at)) {
                    next = when.isBefore(next) ? when : next;
                    return now;
                }
                if (!when.isBefore(last)) {
                    last = when;
                    by = merge.id();
                }
                now = book.canonical(merge.into());
                merge = byAccount.get(now);
            }
            return now;
        }

        private @Nullable AccountId above(AccountId account) {
            return book.account(account)
                    .flatMap(Account::parent)
                    .map(book::canonical)
                    .map(this::merged)
                    .orElse(null);
        }
    }

    /** What was told of each stretch of time by another, as with closed periods: up to an instant by one, then by the next. */
    static Ownership joined(List<Ownership> parts, List<Instant> from) {
        Set<AccountId> all = new HashSet<>();
        parts.forEach(part -> all.addAll(part.stretches.keySet()));
        Map<AccountId, List<Stretch>> stretches = new HashMap<>();
        for (AccountId account : all) {
            AccountId first = parts.stream()
                    .flatMap(p -> p.stretches.getOrDefault(account, List.of()).stream())
                    .map(Stretch::owner)
                    .findFirst()
                    .orElse(account);
            List<Stretch> list = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Instant begins = from.get(i);
                Instant ends = i + 1 < from.size() ? from.get(i + 1) : Instant.MAX;
                List<Stretch> here =
                        parts.get(i).stretches.getOrDefault(account, List.of(new Stretch(Instant.MIN, first, null)));
                Stretch opening = here.get(0);
                for (Stretch s : here) {
                    opening = s.from().isAfter(begins) ? opening : s;
                }
                add(list, new Stretch(begins, opening.owner(), opening.by()));
                for (Stretch s : here) {
                    if (s.from().isAfter(begins) && s.from().isBefore(ends)) {
                        add(list, s);
                    }
                }
            }
            stretches.put(account, list);
        }
        return new Ownership(stretches);
    }

    private static void add(List<Stretch> list, Stretch more) {
        if (list.isEmpty() || !list.get(list.size() - 1).owner().equals(more.owner())) {
            list.add(more);
        }
    }

    /** These and others, of which none is here. */
    Ownership plus(Ownership other) {
        Map<AccountId, List<Stretch>> all = new HashMap<>(stretches);
        all.putAll(other.stretches);
        return new Ownership(all);
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** The groups, by the least id in each. */
    List<Group> groups() {
        return groups;
    }

    /** The group that an account of the ledger is in; null if it never had anything but its own. */
    @Nullable
    Group group(AccountId owner) {
        return byOwner.get(owner);
    }

    /** Who has what an account of a group had, in order. */
    List<Stretch> stretches(AccountId account) {
        return stretches.getOrDefault(account, List.of(new Stretch(Instant.MIN, account, null)));
    }

    /**
     * Tells each owner the states that it has: at a merge, what an item is worth just before it ends with the one and begins with
     * the other.
     */
    void spread(
            AccountId account,
            List<SubscriptionStates.State> states,
            BiConsumer<AccountId, SubscriptionStates.State> to) {
        List<SubscriptionStates.State> ordered = new ArrayList<>(states);
        ordered.sort(java.util.Comparator.comparing(SubscriptionStates.State::at));
        Map<io.revops.book.ItemId, SubscriptionStates.State> now = new TreeMap<>(LedgerBlock.BY_ID);
        List<Stretch> list = stretches(account);
        int next = 0;
        for (int i = 0; i < list.size(); i++) {
            AccountId owner = list.get(i).owner();
            Instant ends = i + 1 < list.size() ? list.get(i + 1).from() : Instant.MAX;
            for (; next < ordered.size() && ordered.get(next).at().isBefore(ends); next++) {
                to.accept(owner, ordered.get(next));
                now.put(ordered.get(next).item(), ordered.get(next));
            }
            if (i + 1 < list.size()) {
                move(now.values(), owner, list.get(i + 1), to);
            }
        }
    }

    private static void move(
            Collection<SubscriptionStates.State> now,
            AccountId from,
            Stretch into,
            BiConsumer<AccountId, SubscriptionStates.State> to) {
        for (SubscriptionStates.State state : now) {
            if (state.micros() != 0 || state.standing() != Standing.GONE) {
                to.accept(
                        from,
                        new SubscriptionStates.State(
                                into.from(),
                                state.item(),
                                state.currency(),
                                0,
                                Standing.GONE,
                                List.of(new Because(Clause.MERGED_AWAY, null, into.by()))));
                to.accept(
                        into.owner(),
                        new SubscriptionStates.State(
                                into.from(),
                                state.item(),
                                state.currency(),
                                state.micros(),
                                state.standing(),
                                List.of(new Because(Clause.MERGED_IN, null, into.by()))));
            }
        }
    }
}
