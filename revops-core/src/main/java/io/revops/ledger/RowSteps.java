package io.revops.ledger;

import io.revops.book.PeriodRows;
import java.util.Arrays;
import java.util.Currency;

/**
 * Turns the rows of one account after another into the states of a block: each row is worth its price from its start until
 * the next begins or it ends. The same states as by way of the facts, without making them.
 */
final class RowSteps {
    private final PeriodRows rows;
    private final RowLegend.Items items;
    private final DayStarts days;
    private final RowRounding rounding;
    private final boolean keepsStanding;

    // the block so far
    private final int[] account;
    private final int[] firstItem;
    private final int[] firstRow;
    private int accounts;
    private int itemCount;
    private int rowCount;
    private int[] itemSubscription;
    private int[] itemCode;
    private Currency[] currencies;
    private long[] at;
    private int[] item;
    private long[] micros;
    private int[] cause;
    private byte[] did;
    private byte[] standing = new byte[0];
    private boolean stands;

    // the items of the subscription at hand: their codes, currencies, values, and places in the block, -1 while worth
    // nothing
    private int held;
    private int[] code = new int[8];
    private int[] currency = new int[8];
    private long[] worth = new long[8];
    private int[] place = new int[8];
    private byte[] stood = new byte[8];

    RowSteps(PeriodRows rows, RowLegend.Items items, StateRules rules, DayStarts days, int accounts, int periods) {
        this.rows = rows;
        this.items = items;
        this.days = days;
        this.rounding = new RowRounding(rules.rounding, rows);
        this.keepsStanding = rules.standing;
        account = new int[accounts];
        firstItem = new int[accounts + 1];
        firstRow = new int[accounts + 1];
        itemSubscription = new int[periods];
        itemCode = new int[periods];
        currencies = new Currency[periods];
        int states = periods + (periods >> 1) + 8;
        at = new long[states];
        item = new int[states];
        micros = new long[states];
        cause = new int[states];
        did = new byte[states];
        if (keepsStanding) {
            standing = new byte[states];
        }
    }

    /**
     * Adds an account; one that is never worth anything is left out.
     *
     * @param cells rows as {@link RowLedger} keeps them
     * @param order which of them, by subscription and start
     */
    void account(int number, long[] cells, int[] order, int from, int to) {
        for (int i = from; i < to; ) {
            int sub = RowLedger.subscription(cells, order[i]);
            int until = i + 1;
            while (until < to && RowLedger.subscription(cells, order[until]) == sub) {
                until++;
            }
            subscription(sub, cells, order, i, until);
            i = until;
        }
        if (rowCount > firstRow[accounts]) {
            sortItems();
            sortRows();
            account[accounts++] = number;
            firstItem[accounts] = itemCount;
            firstRow[accounts] = rowCount;
        }
    }

    private void subscription(int sub, long[] cells, int[] order, int from, int to) {
        held = 0;
        int product = 0;
        int end = RowLedger.start(cells, order[from]);
        int last = 0;
        for (int i = from; i < to; i++) {
            int cell = order[i];
            int start = RowLedger.start(cells, cell);
            int period = RowLedger.period(cells, cell);
            if (end < start) {
                nothing(days.of(end), last, RowLegend.PAUSED);
            }
            int kind = RowLedger.kind(cells, cell);
            product = items.product(kind) == 0 ? product : items.product(kind);
            int it = held(product, items.currency(kind));
            set(sub, it, rounding.of(RowLedger.micros(cells, cell), kind, period), days.of(start), period, i == from);
            end = RowLedger.end(cells, cell);
            last = period;
        }
        if (end != PeriodRows.OPEN) {
            nothing(days.of(end), last, RowLegend.ENDED);
        }
    }

    /** The item that sells a product in a currency; the first that sells it keeps its plain name. */
    private int held(int product, int in) {
        int plain = find(items.code(product));
        if (plain < 0) {
            return hold(items.code(product), in);
        }
        if (currency[plain] == in) {
            return plain;
        }
        int other = find(items.code(product, in));
        return other >= 0 ? other : hold(items.code(product, in), in);
    }

    private int find(int wanted) {
        for (int i = 0; i < held; i++) {
            if (code[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private int hold(int what, int in) {
        if (held == code.length) {
            code = Arrays.copyOf(code, held * 2);
            currency = Arrays.copyOf(currency, held * 2);
            worth = Arrays.copyOf(worth, held * 2);
            place = Arrays.copyOf(place, held * 2);
            stood = Arrays.copyOf(stood, held * 2);
        }
        code[held] = what;
        currency[held] = in;
        worth[held] = 0;
        place[held] = -1;
        stood[held] = Standing.GONE;
        return held++;
    }

    private void nothing(long when, int period, byte what) {
        for (int i = 0; i < held; i++) {
            if (worth[i] != 0 || stood[i] != Standing.GONE) {
                worth[i] = 0;
                stood[i] = Standing.GONE;
                state(i, when, period, what);
            }
        }
    }

    private void set(int sub, int it, long value, long when, int period, boolean first) {
        byte what = first ? RowLegend.STARTED : RowLegend.CHANGED;
        for (int i = 0; i < held; i++) {
            long now = i == it ? value : 0;
            byte stand = keepsStanding && i == it ? Standing.RUNS : Standing.GONE; // what costs nothing runs on
            if (worth[i] != now || stood[i] != stand) {
                worth[i] = now;
                stood[i] = stand;
                if (place[i] < 0) {
                    place[i] = item(sub, code[i], currency[i]);
                }
                state(i, when, period, what);
            }
        }
    }

    private int item(int sub, int what, int in) {
        if (itemCount == itemSubscription.length) {
            int longer = itemCount * 2 + 8;
            itemSubscription = Arrays.copyOf(itemSubscription, longer);
            itemCode = Arrays.copyOf(itemCode, longer);
            currencies = Arrays.copyOf(currencies, longer);
        }
        itemSubscription[itemCount] = sub;
        itemCode[itemCount] = what;
        currencies[itemCount] = items.currencyAt(in);
        return itemCount++;
    }

    private void state(int of, long when, int period, byte what) {
        if (rowCount == at.length) {
            int longer = rowCount * 2;
            at = Arrays.copyOf(at, longer);
            item = Arrays.copyOf(item, longer);
            micros = Arrays.copyOf(micros, longer);
            cause = Arrays.copyOf(cause, longer);
            did = Arrays.copyOf(did, longer);
            standing = keepsStanding ? Arrays.copyOf(standing, longer) : standing;
        }
        if (keepsStanding) {
            standing[rowCount] = stood[of];
            stands |= stood[of] != Standing.of(worth[of]);
        }
        at[rowCount] = when;
        item[rowCount] = place[of];
        micros[rowCount] = worth[of];
        cause[rowCount] = period;
        did[rowCount++] = what;
    }

    /** Puts the items of the account in the order of their ids, and tells its rows where they are now. */
    private void sortItems() {
        int from = firstItem[accounts];
        int n = itemCount - from;
        boolean sorted = true;
        for (int i = from + 1; i < itemCount && sorted; i++) {
            sorted = compare(i - 1, i) < 0;
        }
        if (sorted) {
            return;
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> from + i);
        Arrays.sort(order, this::compare);
        int[] sub = new int[n];
        int[] what = new int[n];
        Currency[] in = new Currency[n];
        int[] now = new int[n];
        for (int i = 0; i < n; i++) {
            sub[i] = itemSubscription[order[i]];
            what[i] = itemCode[order[i]];
            in[i] = currencies[order[i]];
            now[order[i] - from] = from + i;
        }
        System.arraycopy(sub, 0, itemSubscription, from, n);
        System.arraycopy(what, 0, itemCode, from, n);
        System.arraycopy(in, 0, currencies, from, n);
        for (int row = firstRow[accounts]; row < rowCount; row++) {
            item[row] = now[item[row] - from];
        }
    }

    private int compare(int one, int other) {
        int sub = itemSubscription[one];
        int its = itemSubscription[other];
        int order = sub == its ? 0 : rows.compareSubscriptions(sub, its, '/');
        return order != 0
                ? order
                : LedgerBlock.BY_ID.compare(
                        RowLegend.item(rows, items, sub, itemCode[one]),
                        RowLegend.item(rows, items, its, itemCode[other]));
    }

    /** Puts the rows of the account in the order of instants, and at one instant of items. */
    private void sortRows() {
        int from = firstRow[accounts];
        if (rowCount - from > 128) {
            sortMany(from);
            return;
        }
        for (int i = from + 1; i < rowCount; i++) {
            long when = at[i];
            int which = item[i];
            if (isBefore(when, which, i - 1)) {
                long value = micros[i];
                int period = cause[i];
                byte what = did[i];
                byte stand = keepsStanding ? standing[i] : Standing.GONE;
                int j = i;
                for (; j > from && isBefore(when, which, j - 1); j--) {
                    move(j - 1, j);
                }
                at[j] = when;
                item[j] = which;
                micros[j] = value;
                cause[j] = period;
                did[j] = what;
                if (keepsStanding) {
                    standing[j] = stand;
                }
            }
        }
    }

    private boolean isBefore(long when, int which, int row) {
        return when < at[row] || (when == at[row] && which < item[row]);
    }

    private void move(int row, int to) {
        at[to] = at[row];
        item[to] = item[row];
        micros[to] = micros[row];
        cause[to] = cause[row];
        did[to] = did[row];
        if (keepsStanding) {
            standing[to] = standing[row];
        }
    }

    private void sortMany(int from) {
        int n = rowCount - from;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> from + i);
        Arrays.sort(order, (a, b) -> at[a] != at[b] ? Long.compare(at[a], at[b]) : Integer.compare(item[a], item[b]));
        long[] when = Arrays.copyOfRange(at, from, rowCount);
        int[] which = Arrays.copyOfRange(item, from, rowCount);
        long[] value = Arrays.copyOfRange(micros, from, rowCount);
        int[] period = Arrays.copyOfRange(cause, from, rowCount);
        byte[] what = Arrays.copyOfRange(did, from, rowCount);
        byte[] stand = keepsStanding ? Arrays.copyOfRange(standing, from, rowCount) : standing;
        for (int i = 0; i < n; i++) {
            int was = order[i] - from;
            at[from + i] = when[was];
            item[from + i] = which[was];
            micros[from + i] = value[was];
            cause[from + i] = period[was];
            did[from + i] = what[was];
            if (keepsStanding) {
                standing[from + i] = stand[was];
            }
        }
    }

    LedgerBlock block() {
        RowLegend legend = new RowLegend(
                rows,
                items,
                Arrays.copyOf(account, accounts),
                Arrays.copyOf(itemSubscription, itemCount),
                Arrays.copyOf(itemCode, itemCount),
                Arrays.copyOf(cause, rowCount),
                Arrays.copyOf(did, rowCount));
        return new LedgerBlock(
                Arrays.copyOf(firstItem, accounts + 1),
                Arrays.copyOf(firstRow, accounts + 1),
                Arrays.copyOf(currencies, itemCount),
                Arrays.copyOf(at, rowCount),
                Arrays.copyOf(item, rowCount),
                Arrays.copyOf(micros, rowCount),
                legend,
                stands ? Arrays.copyOf(standing, rowCount) : null);
    }
}
