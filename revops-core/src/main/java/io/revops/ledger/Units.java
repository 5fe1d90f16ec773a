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

    /** Each account with its states and those of all below it, in the order of ids. */
    void forEach(AccountStates of, Consumer<LedgerBlock.States> reader) {
        for (AccountId account : ids.values()) {
            List<SubscriptionStates.State> states = new ArrayList<>();
            for (AccountId member : below.getOrDefault(account, new TreeMap<>(Map.of(account.value(), account)))
                    .values()) {
                states.addAll(
                        of.of(member, byAccount.getOrDefault(member, List.of())).states());
            }
            reader.accept(new LedgerBlock.States(account, states));
        }
    }

    /** The topmost account above one; of a circle the least id, so that all in it agree. */
    private static AccountId top(RevenueBook book, AccountId account) {
        Set<AccountId> seen = new HashSet<>();
        AccountId at = account;
        while (seen.add(at)) {
            AccountId above = book.account(at)
                    .flatMap(Account::parent)
                    .map(book::canonical)
                    .orElse(null);
            if (above == null) {
                return at;
            }
            at = above;
        }
        AccountId least = at;
        AccountId next = at;
        do {
            next = book.account(next)
                    .flatMap(Account::parent)
                    .map(book::canonical)
                    .orElse(at);
            least = Objects.requireNonNull(next).value().compareTo(least.value()) < 0 ? next : least;
        } while (!next.equals(at));
        return least;
    }
}
