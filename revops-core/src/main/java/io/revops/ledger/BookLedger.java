package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.AccountMerge;
import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.money.ExchangeRates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a ledger holds of the facts of a book: the states of all accounts in blocks, and which of them merged. */
final class BookLedger {
    final AccountFacts facts;
    final LedgerBlocks blocks;
    final Merged merged;
    final @Nullable String missing;

    private BookLedger(AccountFacts facts, LedgerBlocks blocks, Merged merged, @Nullable String missing) {
        this.facts = facts;
        this.blocks = blocks;
        this.merged = merged;
        this.missing = missing;
    }

    static BookLedger of(RevenueBook book, StateRules rules) {
        AccountFacts facts = AccountFacts.of(book);
        AccountStates states = new AccountStates(rules, book, book.rates());
        List<LedgerBlock> blocks = new ArrayList<>();
        List<LedgerBlock.States> block = new ArrayList<>();
        Consumer<LedgerBlock.States> take = account -> {
            if (!account.states().isEmpty()) {
                block.add(account);
            }
            if (block.size() == LedgerBlock.ACCOUNTS) {
                blocks.add(LedgerBlock.of(block));
                block.clear();
            }
        };
        Ownership ownership;
        MergedStates mergedStates;
        if (rules.readsBook()) {
            Units units = Units.of(book, rules);
            ownership = Ownership.of(book, rules.policy, units.accounts());
            mergedStates = new MergedStates(ownership, states, units::subscriptions);
            units.forEach(states, ownership, take);
        } else {
            ownership = Ownership.of(book, rules.policy, List.of());
            mergedStates = new MergedStates(ownership, states, facts::of);
            facts.forEach((account, subscriptions) -> {
                if (ownership.group(account) == null) {
                    take.accept(states.of(account, subscriptions));
                }
            });
        }
        blocks.add(LedgerBlock.of(block));
        LedgerBlocks all = new LedgerBlocks(blocks);
        if (ownership.isEmpty()) {
            return new BookLedger(facts, all, Merged.NONE, states.missing());
        }
        List<LedgerBlock.States> members = new ArrayList<>();
        Merged merged = merged(book.only(AccountMerge.class), ownership, mergedStates, members);
        return new BookLedger(facts, all.with(members), merged, states.missing());
    }

    private static Merged merged(
            RevenueBook merges, Ownership ownership, MergedStates of, List<LedgerBlock.States> into) {
        List<MergeGroup> groups = new ArrayList<>();
        ownership.groups().forEach(group -> groups.add(of.of(group, into)));
        return new Merged(merges, ownership, groups);
    }

    /**
     * What there is with more facts, if nothing but subscriptions and merges is read; only the accounts concerned are worked out
     * again.
     */
    static BookLedger plus(
            AccountFacts before,
            LedgerBlocks blocks,
            Merged merged,
            RevenuePolicy policy,
            ExchangeRates rates,
            Collection<? extends Fact> more) {
        AccountFacts.Update update = before.plus(more.stream()
                .filter(Subscription.class::isInstance)
                .map(Subscription.class::cast)
                .toList());
        List<AccountMerge> merges = more.stream()
                .filter(AccountMerge.class::isInstance)
                .map(AccountMerge.class::cast)
                .toList();
        AccountStates states = new AccountStates(StateRules.of(policy), RevenueBook.empty(), rates);
        RevenueBook known = merges.isEmpty()
                ? merged.merges
                : merged.merges.toBuilder().add(merges).build();
        Ownership ownership = merges.isEmpty() ? merged.ownership : Ownership.of(known, policy, List.of());
        TreeMap<String, AccountId> touched = new TreeMap<>();
        update.changed().keySet().forEach(a -> touched.put(a.value(), a));
        if (!merges.isEmpty()) {
            merged.ownership.groups().forEach(group -> touched.putAll(group.owners()));
            ownership.groups().forEach(group -> touched.putAll(group.owners()));
        }
        List<LedgerBlock.States> changed = new ArrayList<>();
        for (AccountId account : touched.values()) {
            streamed(before, blocks, merged, account);
            if (ownership.group(account) == null) {
                changed.add(states.of(account, update.facts().of(account)));
            }
        }
        List<MergeGroup> groups = new ArrayList<>();
        MergedStates of = new MergedStates(ownership, states, update.facts()::of);
        for (int g = 0; g < ownership.groups().size(); g++) {
            Ownership.Group group = ownership.groups().get(g);
            boolean same = merges.isEmpty() && group.owners().keySet().stream().noneMatch(touched::containsKey);
            groups.add(same ? merged.groups.get(g) : of.of(group, changed));
        }
        return new BookLedger(
                update.facts(),
                changed.isEmpty() ? blocks : blocks.with(changed),
                merges.isEmpty() && merged.isEmpty() ? merged : new Merged(known, ownership, groups),
                states.missing());
    }

    /** What there is with other exchange rates, if states are converted when they begin. */
    static BookLedger restated(
            AccountFacts facts, LedgerBlocks blocks, Merged merged, RevenuePolicy policy, ExchangeRates rates) {
        for (int a = 0; a < blocks.accounts(); a++) {
            LedgerBlock.Pick pick = blocks.pick(a);
            AccountId account = pick.block().account(pick.account());
            if (!facts.knows(account) && merged.ownership.group(account) == null) {
                throw new IllegalArgumentException("The account (" + account + ") was streamed, and its states were "
                        + "converted by the policy's exchange rates " + policy.exchangeRates()
                        + ". Maybe stream its rows again, with all rates.");
            }
        }
        AccountStates states = new AccountStates(StateRules.of(policy), RevenueBook.empty(), rates);
        List<LedgerBlock.States> changed = new ArrayList<>();
        facts.forEach((account, subscriptions) -> {
            if (merged.ownership.group(account) == null) {
                changed.add(states.of(account, subscriptions));
            }
        });
        Merged again =
                merged(merged.merges, merged.ownership, new MergedStates(merged.ownership, states, facts::of), changed);
        return new BookLedger(facts, blocks.with(changed), again, states.missing());
    }

    private static void streamed(AccountFacts facts, LedgerBlocks blocks, Merged merged, AccountId account) {
        if (!facts.knows(account)
                && merged.ownership.group(account) == null
                && blocks.find(account).isPresent()) {
            throw new IllegalArgumentException("The account (" + account
                    + ") was streamed, and its facts are not kept. Maybe stream its rows again, with the new ones.");
        }
    }

    /** The ledger of a book with closed periods. */
    static BookLedger closed(RevenueBook book, RevenuePolicy policy) {
        ClosedPeriods closed = new ClosedPeriods(book, policy);
        return new BookLedger(AccountFacts.of(book), closed.blocks(), closed.merged(), closed.missing());
    }
}
