package io.revops.ledger;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Invoice;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which accounts a ledger has: those that subscriptions or bills name or, at the grain of parents, the topmost above them. */
final class Units {
    private final Map<String, AccountId> ids = new TreeMap<>();
    private final Map<AccountId, List<Subscription>> byAccount = new HashMap<>();
    private final Map<AccountId, TreeMap<String, AccountId>> below = new HashMap<>();

    private Units() {}

    static Units of(RevenueBook book, StateRules rules) {
        Units units = new Units();
        for (Subscription subscription : book.subscriptions()) {
            AccountId account = book.canonical(subscription.account());
            units.ids.put(account.value(), account);
            units.byAccount.computeIfAbsent(account, a -> new ArrayList<>()).add(subscription);
        }
        if (rules.source == SourceBasis.INVOICE_LINE) {
            for (Invoice invoice : book.all(Invoice.class)) {
                AccountId account = book.canonical(invoice.account());
                units.ids.put(account.value(), account);
            }
        }
        if (rules.policy.grain() == Grain.PARENT) {
            List<AccountId> all = new ArrayList<>(units.ids.values());
            units.ids.clear();
            for (AccountId account : all) {
                AccountId top = top(book, account);
                units.ids.put(top.value(), top);
                units.below.computeIfAbsent(top, t -> new TreeMap<>()).put(account.value(), account);
            }
        }
        return units;
    }

    /** The accounts of the book that have something, parents or not. */
    List<AccountId> accounts() {
        return below.isEmpty()
                ? List.copyOf(ids.values())
                : below.values().stream().flatMap(b -> b.values().stream()).toList();
    }

    List<Subscription> subscriptions(AccountId account) {
        return byAccount.getOrDefault(account, List.of());
    }

    /** Each account that did not merge, with its states and those of all below it, in the order of ids. */
    void forEach(AccountStates of, Ownership ownership, Consumer<LedgerBlock.States> reader) {
        for (AccountId account : ids.values()) {
            if (ownership.group(account) != null) {
                continue;
            }
            List<SubscriptionStates.State> states = new ArrayList<>();
            for (AccountId member : below.getOrDefault(account, new TreeMap<>(Map.of(account.value(), account)))
                    .values()) {
                states.addAll(of.of(member, subscriptions(member)).states());
            }
            reader.accept(new LedgerBlock.States(account, states));
        }
    }

    private static AccountId top(RevenueBook book, AccountId account) {
        return top(
                account,
                a -> book.account(a)
                        .flatMap(Account::parent)
                        .map(book::canonical)
                        .orElse(null));
    }

    /** The topmost account above one; of a circle the least id, so that all in it agree. */
    static AccountId top(AccountId account, Function<AccountId, @Nullable AccountId> above) {
        Set<AccountId> seen = new HashSet<>();
        AccountId at = account;
        while (seen.add(at)) {
            AccountId next = above.apply(at);
            if (next == null) {
                return at;
            }
            at = next;
        }
        AccountId least = at;
        AccountId next = at;
        do {
            next = Objects.requireNonNullElse(above.apply(next), at);
            least = next.value().compareTo(least.value()) < 0 ? next : least;
        } while (!next.equals(at));
        return least;
    }
}
