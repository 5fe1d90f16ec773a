package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger was concluded from: every version of every subscription by the account that has it, those included that are
 * worth nothing. In blocks of accounts, shared between versions of a ledger; keeps the book's rules about versions.
 */
final class AccountFacts {
    /** Nothing, and no other names of accounts. */
    static final AccountFacts NONE = new AccountFacts(Map.of(), List.of());

    private static final int BITS = 14;

    /** A subscription in every version, the one that holds at the end. */
    private record Versions(SubscriptionId id, List<Subscription> all) {
        Subscription latest() {
            return all.get(all.size() - 1);
        }
    }

    /** Some accounts in the order of ids, and where each subscription is: its hash, then the account's place. */
    private static final class Block {
        private final AccountId[] accounts;
        private final Versions[][] subscriptions;
        private final long[] places;
        private final long[] seen = new long[1 << (BITS - 6)]; // a bit for each hash, so that most blocks are passed by

        Block(List<AccountId> ids, List<List<Versions>> of) {
            accounts = ids.toArray(new AccountId[0]);
            subscriptions = of.stream().map(v -> v.toArray(new Versions[0])).toArray(Versions[][]::new);
            places = new long[of.stream().mapToInt(List::size).sum()];
            int n = 0;
            for (int a = 0; a < accounts.length; a++) {
                for (Versions versions : subscriptions[a]) {
                    places[n++] = key(versions.id()) | a;
                    int bit = bit(versions.id());
                    seen[bit >>> 6] |= 1L << bit;
                }
            }
            Arrays.sort(places);
        }

        @Nullable
        Versions find(SubscriptionId id) {
            int bit = bit(id);
            if ((seen[bit >>> 6] & 1L << bit) == 0) {
                return null;
            }
            long key = key(id);
            int at = Arrays.binarySearch(places, key);
            for (at = at < 0 ? -at - 1 : at; at < places.length && places[at] >>> 32 == key >>> 32; at++) {
                for (Versions versions : subscriptions[(int) places[at]]) {
                    if (versions.id().equals(id)) {
                        return versions;
                    }
                }
            }
            return null;
        }

        private static int bit(SubscriptionId id) {
            return (id.value().hashCode() * 0x9E3779B9) >>> (32 - BITS);
        }

        private static long key(SubscriptionId id) {
            return (long) id.value().hashCode() << 32;
        }
    }

    /**
     * What came of added facts.
     *
     * @param changed the accounts concerned, each with the subscriptions that hold now
     */
    record Update(AccountFacts facts, Map<AccountId, List<Subscription>> changed) {}

    private static final Block NO_BLOCK = new Block(List.of(), List.of());

    private final Map<AccountId, AccountId> aliases;
    private final List<Block> blocks;

    private AccountFacts(Map<AccountId, AccountId> aliases, List<Block> blocks) {
        this.aliases = aliases;
        this.blocks = blocks;
    }

    static AccountFacts of(RevenueBook book) {
        TreeMap<String, List<Versions>> byAccount = new TreeMap<>();
        for (Subscription subscription : book.subscriptions()) {
            List<Subscription> all = new ArrayList<>();
            book.versions(subscription.id()).forEach(v -> all.add((Subscription) v));
            byAccount
                    .computeIfAbsent(book.canonical(subscription.account()).value(), a -> new ArrayList<>(1))
                    .add(new Versions(subscription.id(), List.copyOf(all)));
        }
        List<Block> blocks = new ArrayList<>();
        write(byAccount, blocks);
        return new AccountFacts(book.aliases(), blocks);
    }

    /** In blocks of as many accounts as they hold as a rule, or in one that is not yet twice as large. */
    private static void write(SortedMap<String, List<Versions>> byAccount, List<Block> into) {
        List<AccountId> ids = new ArrayList<>(byAccount.size());
        List<List<Versions>> of = new ArrayList<>(byAccount.size());
        byAccount.forEach((id, versions) -> {
            if (!versions.isEmpty()) {
                ids.add(new AccountId(id));
                of.add(versions);
            }
        });
        write(ids, of, into);
    }

    private static void write(List<AccountId> ids, List<List<Versions>> of, List<Block> into) {
        int parts = ids.size() <= 2 * LedgerBlock.ACCOUNTS ? 1 : ids.size() / LedgerBlock.ACCOUNTS;
        for (int part = 0; part < parts && !ids.isEmpty(); part++) {
            int from = (int) ((long) ids.size() * part / parts);
            int to = (int) ((long) ids.size() * (part + 1) / parts);
            into.add(new Block(ids.subList(from, to), of.subList(from, to)));
        }
    }

    /** Each account with the subscriptions that hold, in the order of ids. */
    void forEach(java.util.function.BiConsumer<AccountId, List<Subscription>> reader) {
        for (Block block : blocks) {
            for (int a = 0; a < block.accounts.length; a++) {
                reader.accept(block.accounts[a], latest(Arrays.asList(block.subscriptions[a])));
            }
        }
    }

    /** The subscriptions of an account that hold; none if it is not here. */
    List<Subscription> of(AccountId account) {
        int block = holder(account.value());
        int at = block < 0 ? -1 : index(blocks.get(block), account.value());
        return at < 0 ? List.of() : latest(Arrays.asList(blocks.get(block).subscriptions[at]));
    }

    /** Whether an account's facts are here, even if they are worth nothing. */
    boolean knows(AccountId account) {
        int block = holder(account.value());
        return block >= 0 && index(blocks.get(block), account.value()) >= 0;
    }

    private static List<Subscription> latest(Collection<Versions> of) {
        return of.stream().map(Versions::latest).toList();
    }

    /** These and more, in any order; what is here already is not added twice. */
    Update plus(Collection<Subscription> more) {
        TreeMap<String, SortedMap<String, Versions>> changed = new TreeMap<>();
        Map<SubscriptionId, List<Subscription>> byId = new HashMap<>();
        more.forEach(s -> byId.computeIfAbsent(s.id(), id -> new ArrayList<>(1)).add(s));
        byId.forEach((id, added) -> {
            @Nullable Versions before = find(id);
            RevenueBook.Builder mini = RevenueBook.builder().add(added);
            if (before != null) {
                mini.add(before.all());
            }
            List<Subscription> all = new ArrayList<>();
            mini.build().versions(id).forEach(v -> all.add((Subscription) v));
            Versions after = new Versions(id, List.copyOf(all));
            if (before != null && before.equals(after)) {
                return;
            }
            if (before != null) {
                touched(changed, account(before)).remove(id.value());
            }
            touched(changed, account(after)).put(id.value(), after);
        });
        Map<AccountId, List<Subscription>> now = new java.util.LinkedHashMap<>();
        changed.forEach((account, versions) -> now.put(new AccountId(account), latest(versions.values())));
        return new Update(with(changed), now);
    }

    private Map<String, Versions> touched(Map<String, SortedMap<String, Versions>> changed, AccountId account) {
        return changed.computeIfAbsent(account.value(), a -> {
            TreeMap<String, Versions> here = new TreeMap<>();
            int block = holder(a);
            int at = block < 0 ? -1 : index(blocks.get(block), a);
            if (at >= 0) {
                for (Versions versions : blocks.get(block).subscriptions[at]) {
                    here.put(versions.id().value(), versions);
                }
            }
            return here;
        });
    }

    private AccountFacts with(SortedMap<String, SortedMap<String, Versions>> changed) {
        TreeMap<Integer, TreeMap<String, List<Versions>>> byBlock = new TreeMap<>();
        changed.forEach(
                (account, versions) -> byBlock.computeIfAbsent(Math.max(0, holder(account)), b -> new TreeMap<>())
                        .put(account, List.copyOf(versions.values())));
        List<Block> result = new ArrayList<>(blocks.size() + 1);
        for (int i = 0; i < Math.max(1, blocks.size()); i++) {
            TreeMap<String, List<Versions>> here = byBlock.get(i);
            if (here == null && i < blocks.size()) {
                result.add(blocks.get(i));
            } else if (here != null) {
                replace(i < blocks.size() ? blocks.get(i) : NO_BLOCK, here, result);
            }
        }
        return new AccountFacts(aliases, result);
    }

    private static void replace(Block block, SortedMap<String, List<Versions>> by, List<Block> into) {
        List<AccountId> ids = new ArrayList<>(block.accounts.length + by.size());
        List<List<Versions>> of = new ArrayList<>(block.accounts.length + by.size());
        int next = 0;
        for (Map.Entry<String, List<Versions>> account : by.entrySet()) {
            int found = index(block, account.getKey());
            int place = found >= 0 ? found : -found - 1;
            for (; next < place; next++) {
                ids.add(block.accounts[next]);
                of.add(Arrays.asList(block.subscriptions[next]));
            }
            if (!account.getValue().isEmpty()) {
                ids.add(found >= 0 ? block.accounts[found] : new AccountId(account.getKey()));
                of.add(account.getValue());
            }
            next = found >= 0 ? found + 1 : place;
        }
        for (; next < block.accounts.length; next++) {
            ids.add(block.accounts[next]);
            of.add(Arrays.asList(block.subscriptions[next]));
        }
        write(ids, of, into);
    }

    /** The facts of disjoint accounts, and every other name of them. */
    AccountFacts plus(AccountFacts other) {
        if (other.blocks.isEmpty() && other.aliases.isEmpty()) {
            return this;
        }
        if (blocks.isEmpty() && aliases.isEmpty()) {
            return other;
        }
        Map<AccountId, AccountId> names = new HashMap<>(aliases);
        names.putAll(other.aliases);
        List<Block> result = new ArrayList<>();
        if (endsBefore(other)) {
            result.addAll(blocks);
            result.addAll(other.blocks);
            return new AccountFacts(Map.copyOf(names), result);
        }
        TreeMap<String, List<Versions>> all = new TreeMap<>();
        for (AccountFacts facts : List.of(this, other)) {
            for (Block block : facts.blocks) {
                for (int a = 0; a < block.accounts.length; a++) {
                    String id = block.accounts[a].value();
                    if (all.put(id, Arrays.asList(block.subscriptions[a])) != null) {
                        throw new IllegalArgumentException("Both ledgers have the account (" + id
                                + "). Maybe build each from other accounts, or add the facts of one with plus(facts).");
                    }
                }
            }
        }
        write(all, result);
        return new AccountFacts(Map.copyOf(names), result);
    }

    private boolean endsBefore(AccountFacts other) {
        if (blocks.isEmpty() || other.blocks.isEmpty()) {
            return true;
        }
        Block last = blocks.get(blocks.size() - 1);
        return last.accounts[last.accounts.length - 1]
                        .value()
                        .compareTo(other.blocks.get(0).accounts[0].value())
                < 0;
    }

    private AccountId account(Versions of) {
        AccountId written = of.latest().account();
        return Objects.requireNonNull(aliases.getOrDefault(written, written));
    }

    private @Nullable Versions find(SubscriptionId id) {
        for (Block block : blocks) {
            Versions found = block.find(id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private int holder(String account) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).accounts[0].value().compareTo(account) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Where an account is in a block, or -(where it would be) - 1. */
    private static int index(Block block, String account) {
        int low = 0;
        int high = block.accounts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = block.accounts[middle].value().compareTo(account);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
