package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The states of a stretch of accounts as columns: rows by account, then by instant, then by item. Immutable, and so shared
 * between versions of a ledger.
 */
final class LedgerBlock {
    /** By value; ids that contain a slash may share one, and are told apart by their parts. */
    static final Comparator<ItemId> BY_ID = Comparator.comparing(ItemId::value)
            .thenComparing(id -> id.subscription().value())
            .thenComparing(ItemId::item);

    /** How many accounts a block holds at most. */
    static final int ACCOUNTS = 1024;

    final AccountId[] accounts;
    final int[] firstItem;
    final int[] firstRow;
    final ItemId[] items;
    final Currency[] currencies;
    final long[] at;
    final int[] item;
    final long[] micros;
    final List<?>[] because;

    private LedgerBlock(int accountCount, int itemCount, int rowCount) {
        accounts = new AccountId[accountCount];
        firstItem = new int[accountCount + 1];
        firstRow = new int[accountCount + 1];
        items = new ItemId[itemCount];
        currencies = new Currency[itemCount];
        at = new long[rowCount];
        item = new int[rowCount];
        micros = new long[rowCount];
        because = new List<?>[rowCount];
    }

    /**
     * @param states by account, in the order in which the accounts are to stand
     */
    static LedgerBlock of(Map<AccountId, List<SubscriptionStates.State>> states) {
        int rows = states.values().stream().mapToInt(List::size).sum();
        int itemCount = states.values().stream()
                .mapToInt(s -> (int) s.stream()
                        .map(SubscriptionStates.State::item)
                        .distinct()
                        .count())
                .sum();
        LedgerBlock block = new LedgerBlock(states.size(), itemCount, rows);
        int account = 0;
        int itemAt = 0;
        int rowAt = 0;
        for (Map.Entry<AccountId, List<SubscriptionStates.State>> entry : states.entrySet()) {
            block.accounts[account] = entry.getKey();
            Map<ItemId, Integer> places = new LinkedHashMap<>();
            List<ItemId> sorted = entry.getValue().stream()
                    .map(SubscriptionStates.State::item)
                    .distinct()
                    .sorted(BY_ID)
                    .collect(Collectors.toCollection(ArrayList::new));
            for (ItemId id : sorted) {
                places.put(id, itemAt);
                block.items[itemAt++] = id;
            }
            List<SubscriptionStates.State> ordered = new ArrayList<>(entry.getValue());
            ordered.sort(Comparator.comparing(SubscriptionStates.State::at).thenComparing(s -> s.item(), BY_ID));
            for (SubscriptionStates.State state : ordered) {
                int place = java.util.Objects.requireNonNull(places.get(state.item()));
                block.currencies[place] = state.currency();
                block.at[rowAt] = micros(state.at());
                block.item[rowAt] = place;
                block.micros[rowAt] = state.micros();
                block.because[rowAt] = state.because();
                rowAt++;
            }
            account++;
            block.firstItem[account] = itemAt;
            block.firstRow[account] = rowAt;
        }
        return block;
    }

    int size() {
        return accounts.length;
    }

    int indexOf(AccountId account) {
        int at = Arrays.binarySearch(accounts, account, Comparator.comparing(AccountId::value));
        return at < 0 ? -1 : at;
    }

    @SuppressWarnings("unchecked") // only lists of Because are ever put in
    List<Because> because(int row) {
        return (List<Because>) because[row];
    }

    /** Microseconds since the epoch: what a row is ordered by. */
    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }
}
