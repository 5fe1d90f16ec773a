package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** The states of merged accounts: what each has from when on, of its own and of those that became part of it. */
final class MergedStates {
    private final Ownership ownership;
    private final AccountStates states;
    private final Function<AccountId, List<Subscription>> subscriptions;

    /**
     * @param subscriptions those that hold, of an account of the book
     */
    MergedStates(Ownership ownership, AccountStates states, Function<AccountId, List<Subscription>> subscriptions) {
        this.ownership = ownership;
        this.states = states;
        this.subscriptions = subscriptions;
    }

    /** All accounts of a group, each with the states that it has; they are added to a list, also those that have none. */
    MergeGroup of(Ownership.Group group, List<LedgerBlock.States> into) {
        Map<AccountId, List<SubscriptionStates.State>> byOwner = new HashMap<>();
        Map<SubscriptionId, AccountId> holders = new HashMap<>();
        group.owners().values().forEach(owner -> byOwner.put(owner, new ArrayList<>()));
        boolean parents = states.rules().policy.grain() == Grain.PARENT; // gaps are those of accounts, also in a parent
        for (AccountId account : group.accounts().values()) {
            List<SubscriptionStates.State> own = states.raw(account, subscriptions.apply(account));
            own.forEach(state -> holders.put(state.item().subscription(), account));
            List<SubscriptionStates.State> whole = parents ? states.whole(own) : own;
            ownership.spread(
                    account, whole, (owner, state) -> of(owner, byOwner).add(state));
            named(account, whole, byOwner);
        }
        for (AccountId owner : group.owners().values()) {
            List<SubscriptionStates.State> its = of(owner, byOwner);
            List<SubscriptionStates.State> whole = parents ? its : states.whole(its);
            whole = whole.isEmpty() ? came(its) : whole;
            byOwner.put(owner, whole);
            into.add(new LedgerBlock.States(owner, whole));
        }
        return new MergeGroup(ownership, group, byOwner, holders);
    }

    /** Of what is worth nothing and was only kept until gaps were filled, what came with a merge: its account has a place. */
    private static List<SubscriptionStates.State> came(List<SubscriptionStates.State> of) {
        return of.stream()
                .filter(state -> state.because().stream().anyMatch(b -> b.clause() == Clause.MERGED_IN))
                .map(state -> new SubscriptionStates.State(
                        state.at(), state.item(), state.currency(), 0, Standing.GONE, state.because()))
                .toList();
    }

    private static List<SubscriptionStates.State> of(
            AccountId owner, Map<AccountId, List<SubscriptionStates.State>> byOwner) {
        return Objects.requireNonNull(byOwner.get(owner), "every owner of the group has a list");
    }

    /** An account into which only something was merged that had ended by then has a place all the same, with nothing. */
    private void named(
            AccountId account,
            List<SubscriptionStates.State> states,
            Map<AccountId, List<SubscriptionStates.State>> byOwner) {
        Map<ItemId, SubscriptionStates.State> items = new TreeMap<>(LedgerBlock.BY_ID);
        states.forEach(state -> items.put(state.item(), state));
        ownership.stretches(account).stream().skip(1).forEach(stretch -> {
            List<SubscriptionStates.State> there = of(stretch.owner(), byOwner);
            if (there.isEmpty()) {
                items.values()
                        .forEach(state -> there.add(new SubscriptionStates.State(
                                stretch.from(),
                                state.item(),
                                state.currency(),
                                0,
                                Standing.GONE,
                                List.of(new Because(Clause.MERGED_IN, null, stretch.by())))));
            }
        });
    }
}
