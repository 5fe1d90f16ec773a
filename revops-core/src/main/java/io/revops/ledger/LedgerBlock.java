package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The states of a stretch of accounts as columns: rows by account, then by instant, then by item. Immutable, and so shared
 * between versions of a ledger.
 */
final class LedgerBlock {
    /** By value; ids that contain a slash may share one, and are told apart by their parts. */
    static final Comparator<ItemId> BY_ID = Comparator.comparing(ItemId::value)
            .thenComparing(id -> id.subscription().value())
            .thenComparing(ItemId::item);

    /** How many accounts a block holds as a rule; one that grows beyond twice as many is split. */
    static final int ACCOUNTS = 1024;

    /** What an account's items were worth, from when on. */
    record States(AccountId account, List<SubscriptionStates.State> states) {}

    /** An account of a block. */
    record Pick(LedgerBlock block, int account) {}

    final int[] firstItem;
    final int[] firstRow;
    final Currency[] currencies;
    final long[] at;
    final int[] item;
    final long[] micros;
    final Legend legend;
    private final byte @Nullable [] standing;
    private final Set<Currency> found;

    /**
     * @param firstItem where the items of each account begin, and at the end where they end
     * @param firstRow the same of its rows
     * @param currencies of each item
     * @param at from when each row holds, in microseconds since the epoch
     * @param item whose state it is
     * @param micros what the item is worth per year from then on
     */
    LedgerBlock(
            int[] firstItem,
            int[] firstRow,
            Currency[] currencies,
            long[] at,
            int[] item,
            long[] micros,
            Legend legend) {
        this(firstItem, firstRow, currencies, at, item, micros, legend, null);
    }

    /**
     * @param standing how the item of each row stands, one of {@link Standing}; null if that follows from what it is worth
     */
    LedgerBlock(
            int[] firstItem,
            int[] firstRow,
            Currency[] currencies,
            long[] at,
            int[] item,
            long[] micros,
            Legend legend,
            byte @Nullable [] standing) {
        this.standing = standing;
        this.firstItem = firstItem;
        this.firstRow = firstRow;
        this.currencies = currencies;
        this.at = at;
        this.item = item;
        this.micros = micros;
        this.legend = legend;
        Set<Currency> different = new LinkedHashSet<>();
        Currency last = null;
        for (Currency currency : currencies) {
            if (!currency.equals(last)) {
                different.add(currency);
                last = currency;
            }
        }
        found = Set.copyOf(different);
    }

    /**
     * @param accounts in the order in which they are to stand, each with at least one state
     */
    static LedgerBlock of(List<States> accounts) {
        int rows = accounts.stream().mapToInt(a -> a.states().size()).sum();
        AccountId[] ids = new AccountId[accounts.size()];
        int[] firstItem = new int[accounts.size() + 1];
        int[] firstRow = new int[accounts.size() + 1];
        List<ItemId> items = new ArrayList<>();
        List<Currency> currencies = new ArrayList<>();
        List<List<Because>> because = new ArrayList<>(rows);
        long[] at = new long[rows];
        int[] item = new int[rows];
        long[] micros = new long[rows];
        byte[] standing = new byte[rows];
        boolean stands = false;
        int row = 0;
        for (int a = 0; a < ids.length; a++) {
            List<SubscriptionStates.State> states = accounts.get(a).states();
            ids[a] = accounts.get(a).account();
            Map<ItemId, Integer> places = new LinkedHashMap<>();
            for (ItemId id : states.stream()
                    .map(SubscriptionStates.State::item)
                    .collect(Collectors.toCollection(() -> new java.util.TreeSet<>(BY_ID)))) {
                places.put(id, items.size());
                items.add(id);
                currencies.add(null);
            }
            List<SubscriptionStates.State> ordered = new ArrayList<>(states);
            ordered.sort(Comparator.comparing(SubscriptionStates.State::at).thenComparing(s -> s.item(), BY_ID));
            for (SubscriptionStates.State state : ordered) {
                int place = Objects.requireNonNull(places.get(state.item()));
                currencies.set(place, state.currency());
                at[row] = micros(state.at());
                item[row] = place;
                micros[row] = state.micros();
                standing[row] = state.standing();
                stands |= state.standing() != Standing.of(state.micros());
                because.add(state.because());
                row++;
            }
            firstItem[a + 1] = items.size();
            firstRow[a + 1] = row;
        }
        return new LedgerBlock(
                firstItem,
                firstRow,
                currencies.toArray(new Currency[0]),
                at,
                item,
                micros,
                new Legend.Written(ids, items.toArray(new ItemId[0]), because),
                stands ? standing : null);
    }

    /** A block of accounts of other blocks, in the order in which they are to stand. */
    static LedgerBlock gather(List<Pick> picks) {
        int n = picks.size();
        int[] firstItem = new int[n + 1];
        int[] firstRow = new int[n + 1];
        for (int a = 0; a < n; a++) {
            LedgerBlock from = picks.get(a).block();
            int there = picks.get(a).account();
            firstItem[a + 1] = firstItem[a] + from.firstItem[there + 1] - from.firstItem[there];
            firstRow[a + 1] = firstRow[a] + from.firstRow[there + 1] - from.firstRow[there];
        }
        Currency[] currencies = new Currency[firstItem[n]];
        long[] at = new long[firstRow[n]];
        int[] item = new int[firstRow[n]];
        long[] micros = new long[firstRow[n]];
        Legend.Gathered legend = new Legend.Gathered(firstItem, firstRow);
        boolean stands = picks.stream().anyMatch(p -> p.block().standing != null);
        byte[] standing = new byte[stands ? firstRow[n] : 0];
        for (int a = 0; a < n; a++) {
            LedgerBlock from = picks.get(a).block();
            int there = picks.get(a).account();
            int rows = firstRow[a + 1] - firstRow[a];
            int shift = firstItem[a] - from.firstItem[there];
            System.arraycopy(
                    from.currencies, from.firstItem[there], currencies, firstItem[a], firstItem[a + 1] - firstItem[a]);
            System.arraycopy(from.at, from.firstRow[there], at, firstRow[a], rows);
            System.arraycopy(from.micros, from.firstRow[there], micros, firstRow[a], rows);
            for (int row = 0; row < rows; row++) {
                item[firstRow[a] + row] = from.item[from.firstRow[there] + row] + shift;
            }
            for (int row = 0; stands && row < rows; row++) {
                standing[firstRow[a] + row] = from.standing(from.firstRow[there] + row);
            }
            legend.from(a, from, there);
        }
        return new LedgerBlock(firstItem, firstRow, currencies, at, item, micros, legend, stands ? standing : null);
    }

    int size() {
        return firstItem.length - 1;
    }

    /** How the item of a row stands: one of {@link Standing}. */
    byte standing(int row) {
        return standing != null ? standing[row] : Standing.of(micros[row]);
    }

    AccountId account(int account) {
        return legend.account(account);
    }

    ItemId item(int itemIndex) {
        return legend.item(itemIndex);
    }

    List<Because> because(int row) {
        return legend.because(row);
    }

    /** The different currencies of its items. */
    Set<Currency> found() {
        return found;
    }

    /** Where an account is; where it would be put in, as -(place) - 1, if it is not here. */
    int find(AccountId account) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = account(middle).value().compareTo(account.value());
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

    /** Microseconds since the epoch: what a row is ordered by. */
    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }
}
