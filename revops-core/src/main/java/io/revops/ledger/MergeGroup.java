package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.book.SubscriptionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Accounts of a ledger between which merges moved something: what all of them had together, and who had what when. */
final class MergeGroup {
    /** The accounts, in the order of ids. */
    final List<AccountId> owners;

    /** As one account: every item with all that it was ever worth, whoever had it. */
    final LedgerBlock whole;

    /** Which account of the book has a subscription. */
    final Map<SubscriptionId, AccountId> holders;

    /** When something moved, in microseconds since the epoch. */
    private final long[] moves;

    private final int[][] ownerOf;

    /**
     * @param states of each owner, as the ledger has them
     * @param holders which account of the book has a subscription
     */
    MergeGroup(
            Ownership ownership,
            Ownership.Group group,
            Map<AccountId, List<SubscriptionStates.State>> states,
            Map<SubscriptionId, AccountId> holders) {
        owners = List.copyOf(group.owners().values());
        Map<SubscriptionId, AccountId> all = new HashMap<>(holders);
        TreeSet<Long> instants = new TreeSet<>();
        for (AccountId account : group.accounts().values()) {
            ownership.stretches(account).stream().skip(1).forEach(s -> instants.add(LedgerBlock.micros(s.from())));
        }
        moves = instants.stream().mapToLong(Long::longValue).toArray();
        List<SubscriptionStates.State> kept = new ArrayList<>();
        for (AccountId owner : owners) {
            for (SubscriptionStates.State state : states.getOrDefault(owner, List.of())) {
                SubscriptionId subscription = state.item().subscription();
                List<Ownership.Stretch> list = ownership.stretches(all.computeIfAbsent(subscription, s -> owner));
                if (owner(list, LedgerBlock.micros(state.at())).equals(owner)) {
                    kept.add(state);
                }
            }
        }
        this.holders = Map.copyOf(all);
        whole = LedgerBlock.of(List.of(new LedgerBlock.States(owners.get(0), kept)));
        int items = whole.firstItem[1];
        ownerOf = new int[moves.length + 1][items];
        for (int i = 0; i < items; i++) {
            AccountId account =
                    Objects.requireNonNull(this.holders.get(whole.item(i).subscription()));
            List<Ownership.Stretch> list = ownership.stretches(account);
            for (int part = 0; part <= moves.length; part++) {
                ownerOf[part][i] = owners.indexOf(owner(list, part == 0 ? Long.MIN_VALUE : moves[part - 1]));
            }
        }
    }

    /** Who has it at an instant, this one included. */
    private static AccountId owner(List<Ownership.Stretch> list, long at) {
        AccountId owner = list.get(0).owner();
        for (Ownership.Stretch stretch : list) {
            boolean begun = stretch.from().equals(Instant.MIN) || LedgerBlock.micros(stretch.from()) <= at;
            owner = begun ? stretch.owner() : owner;
        }
        return owner;
    }

    /** Everything as one account. */
    LedgerBlock.Pick pick() {
        return new LedgerBlock.Pick(whole, 0);
    }

    /** Whether an account of the book has the item's subscription. */
    boolean isOf(AccountId account, ItemId item) {
        return account.equals(holders.get(item.subscription()));
    }

    /** The part of time just before an instant. */
    int partBefore(long instant) {
        int found = Arrays.binarySearch(moves, instant);
        return found < 0 ? -found - 1 : found;
    }

    /** When a part of time begins, but for the first. */
    long begins(int part) {
        return moves[part - 1];
    }

    /** Who has each item in a part of time, by its place among the owners. */
    int[] owners(int part) {
        return ownerOf[part];
    }
}
