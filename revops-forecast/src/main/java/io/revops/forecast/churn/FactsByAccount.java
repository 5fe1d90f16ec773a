package io.revops.forecast.churn;

import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.Contact;
import io.revops.book.ContactId;
import io.revops.book.Fact;
import io.revops.book.FactId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.ledger.RevenuePolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every version of every fact under each account that any of its versions is about: a ticket that was moved to another account later was
 * the first one's until then.
 */
final class FactsByAccount {
    private static final Comparator<AccountId> BY_ID = Comparator.comparing(AccountId::value);

    private final RevenueBook book;
    private final Map<AccountId, List<Fact>> facts = new HashMap<>();
    private final Map<AccountId, List<UsageEvent>> uses = new HashMap<>();
    private final Map<AccountId, List<AccountId>> otherIds = new HashMap<>();
    private final List<Fact> common = new ArrayList<>();
    private final List<AccountId> subscribers;
    private final Map<AccountId, Set<AccountId>> mergedWith = new HashMap<>();

    FactsByAccount(RevenueBook book, RevenuePolicy policy) {
        this.book = book;
        boolean metered = policy.reads(UsageEvent.class);
        Set<FactId> done = new HashSet<>();
        TreeSet<AccountId> subscribed = new TreeSet<>(BY_ID);
        book.facts().forEach(fact -> {
            if (fact instanceof UsageEvent use) {
                uses.computeIfAbsent(book.canonical(use.account()), a -> new ArrayList<>())
                        .add(use);
            }
            if ((!(fact instanceof UsageEvent) || metered) && done.add(fact.id())) {
                List<Fact> versions = book.versions(fact.id());
                Set<AccountId> accounts = accountsOf(versions);
                accounts.forEach(
                        a -> facts.computeIfAbsent(a, x -> new ArrayList<>()).addAll(versions));
                if (accounts.isEmpty()) {
                    common.addAll(versions);
                }
                if (fact instanceof Subscription) {
                    subscribed.addAll(accounts);
                }
            }
        });
        subscribers = List.copyOf(subscribed);
        book.aliases()
                .forEach((other, kept) ->
                        otherIds.computeIfAbsent(kept, a -> new ArrayList<>()).add(other));
        common.removeIf(f -> !policy.reads(f.getClass()));
    }

    private Set<AccountId> accountsOf(List<Fact> versions) {
        Set<AccountId> accounts = new HashSet<>();
        for (Fact version : versions) {
            version.accountId().map(book::canonical).ifPresent(accounts::add);
            if (version instanceof AccountMerge merge) {
                join(book.canonical(merge.from()), book.canonical(merge.into()));
                accounts.add(book.canonical(merge.into()));
            } else if (version instanceof Account account) {
                accounts.add(book.canonical(account.id()));
            } else if (version.accountId().isEmpty()) {
                version.references().stream()
                        .filter(ContactId.class::isInstance)
                        .flatMap(id -> book.versions(id).stream())
                        .map(contact -> book.canonical(((Contact) contact).account()))
                        .forEach(accounts::add);
            }
        }
        return accounts;
    }

    /** Accounts that merged share what they are worth, whoever became part of whom. */
    private void join(AccountId one, AccountId other) {
        Set<AccountId> both = new TreeSet<>(BY_ID);
        both.add(one);
        both.add(other);
        both.addAll(mergedWith.getOrDefault(one, Set.of()));
        both.addAll(mergedWith.getOrDefault(other, Set.of()));
        both.forEach(account -> mergedWith.put(account, both));
    }

    /** The accounts that ever had a subscription, by id. */
    List<AccountId> subscribers() {
        return subscribers;
    }

    /** Every version of the uses of an account, in no order. */
    List<UsageEvent> uses(AccountId account) {
        return uses.getOrDefault(account, List.of());
    }

    /** Whether the account is in the book at all. */
    boolean has(AccountId account) {
        return facts.containsKey(account) || uses.containsKey(account);
    }

    /** A book of all that is about some accounts and those that they merged with. */
    RevenueBook of(Collection<AccountId> accounts) {
        RevenueBook.Builder some = RevenueBook.builder().rates(book.rates()).add(common);
        Set<AccountId> all = new LinkedHashSet<>();
        accounts.forEach(account -> all.addAll(mergedWith.getOrDefault(account, Set.of(account))));
        for (AccountId account : all) {
            otherIds.getOrDefault(account, List.of()).forEach(other -> some.keptAs(other, account));
            some.add(facts.getOrDefault(account, List.of())); // what is listed under two accounts counts once
        }
        return some.build();
    }
}
