package io.revops.ledger;

import io.revops.book.PeriodRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Builds the blocks of a ledger from rows of periods: rows are dealt out to stretches of accounts in the order of ids, then
 * each stretch is put in order and turned into states by itself, by as many threads as there are.
 */
final class RowLedger {
    /** Accounts of a stretch, as a power of two: what is put in order at once should fit a processor's own memory. */
    private static final int BITS = 12;

    private static final int CELL = 4;
    private static final long LOW = 0xFFFFFFFFL;

    private final PeriodRows rows;
    private final RevenuePolicy policy;
    private final AccountStates states;
    private final Workers workers;
    private final RowLegend.Items items;
    private int[] accounts = new int[0];
    private long[] cells = new long[0];
    private int[] firstCell = new int[0];

    /**
     * @param states what the policy makes of subscriptions
     */
    RowLedger(PeriodRows rows, RevenuePolicy policy, AccountStates states, Workers workers) {
        this.rows = rows;
        this.states = states;
        this.policy = policy;
        this.workers = workers;
        items = new RowLegend.Items(rows);
    }

    LedgerBlocks build() {
        deal();
        DayStarts days = days();
        boolean plain = states.rules().stepsOnly(rows) && !days.mayCoincide();
        int stretches = firstCell.length - 1;
        LedgerBlock[][] built = new LedgerBlock[stretches][];
        workers.each(stretches, s -> built[s] = plain ? steps(s, days) : facts(s));
        cells = new long[0];
        List<LedgerBlock> blocks = new ArrayList<>();
        for (LedgerBlock[] stretch : built) {
            blocks.addAll(Arrays.asList(stretch));
        }
        return new LedgerBlocks(blocks);
    }

    private DayStarts days() {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            first = Math.min(first, rows.start(i));
            last = Math.max(last, rows.end(i) == PeriodRows.OPEN ? rows.start(i) : rows.end(i));
        }
        return new DayStarts(policy.zone(), first, last);
    }

    /** Writes every row into the stretch of its account, in the order of rows, whichever worker does it. */
    private void deal() {
        accounts = rows.accountsInOrder();
        int[] rank = new int[accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            rank[accounts[i]] = i;
        }
        int[] rankOf = new int[rows.subscriptions()];
        for (int sub = 0; sub < rankOf.length; sub++) {
            rankOf[sub] = rank[rows.account(sub)];
        }
        int stretches = (accounts.length + (1 << BITS) - 1) >>> BITS;
        int shares = workers.count();
        int[][] next = new int[shares][stretches];
        workers.each(shares, w -> {
            int[] count = next[w];
            for (int i = from(w, shares); i < from(w + 1, shares); i++) {
                count[rankOf[rows.subscription(i)] >>> BITS]++;
            }
        });
        firstCell = new int[stretches + 1];
        int at = 0;
        for (int s = 0; s < stretches; s++) {
            firstCell[s] = at;
            for (int[] share : next) {
                int count = share[s];
                share[s] = at;
                at += count;
            }
        }
        firstCell[stretches] = at;
        cells = new long[Math.multiplyExact(at, CELL)];
        workers.each(shares, w -> {
            int[] place = next[w];
            for (int i = from(w, shares); i < from(w + 1, shares); i++) {
                int sub = rows.subscription(i);
                int account = rankOf[sub];
                int cell = place[account >>> BITS]++ * CELL;
                cells[cell] = (long) (account & ((1 << BITS) - 1)) << 32 | sub;
                cells[cell + 1] = (long) rows.start(i) << 32 | (rows.end(i) & LOW);
                cells[cell + 2] = rows.micros(i);
                cells[cell + 3] = (long) rows.kind(i) << 32 | i;
            }
        });
    }

    private int from(int worker, int shares) {
        return (int) ((long) rows.size() * worker / shares);
    }

    /** The rows of a stretch by account, and where those of each account begin: rows keep their order. */
    private int[] sorted(int stretch, int[] first) {
        int from = firstCell[stretch];
        int to = firstCell[stretch + 1];
        for (int cell = from; cell < to; cell++) {
            first[(int) (cells[cell * CELL] >>> 32) + 1]++;
        }
        for (int a = 1; a < first.length; a++) {
            first[a] += first[a - 1];
        }
        int[] next = Arrays.copyOf(first, first.length);
        int[] order = new int[to - from];
        for (int cell = from; cell < to; cell++) {
            order[next[(int) (cells[cell * CELL] >>> 32)]++] = cell;
        }
        return order;
    }

    private int size(int stretch) {
        return Math.min(1 << BITS, accounts.length - (stretch << BITS));
    }

    private LedgerBlock[] steps(int stretch, DayStarts days) {
        int size = size(stretch);
        int[] first = new int[size + 1];
        int[] order = sorted(stretch, first);
        List<LedgerBlock> blocks = new ArrayList<>();
        for (int a = 0; a < size; a += LedgerBlock.ACCOUNTS) {
            int until = Math.min(size, a + LedgerBlock.ACCOUNTS);
            RowSteps steps = new RowSteps(rows, items, states.rules(), days, until - a, first[until] - first[a]);
            for (int account = a; account < until; account++) {
                byPeriod(order, first[account], first[account + 1]);
                steps.account(accounts[(stretch << BITS) + account], cells, order, first[account], first[account + 1]);
            }
            blocks.add(steps.block());
        }
        return blocks.toArray(new LedgerBlock[0]);
    }

    private LedgerBlock[] facts(int stretch) {
        int size = size(stretch);
        int[] first = new int[size + 1];
        int[] order = sorted(stretch, first);
        RowStates facts = new RowStates(rows, states.rules());
        List<LedgerBlock> blocks = new ArrayList<>();
        List<LedgerBlock.States> block = new ArrayList<>();
        for (int a = 0; a < size; a++) {
            byPeriod(order, first[a], first[a + 1]);
            List<SubscriptionStates.State> of = new ArrayList<>();
            for (int i = first[a]; i < first[a + 1]; ) {
                int sub = subscription(cells, order[i]);
                List<Integer> periods = new ArrayList<>();
                for (; i < first[a + 1] && subscription(cells, order[i]) == sub; i++) {
                    periods.add(period(cells, order[i]));
                }
                of.addAll(states.locked(facts.of(sub, periods)));
            }
            if (!of.isEmpty()) {
                block.add(new LedgerBlock.States(rows.accountId(accounts[(stretch << BITS) + a]), states.whole(of)));
            }
            if (block.size() == LedgerBlock.ACCOUNTS || a == size - 1) {
                blocks.add(LedgerBlock.of(block));
                block.clear();
            }
        }
        return blocks.toArray(new LedgerBlock[0]);
    }

    /** Puts the rows of one account in the order of subscriptions, as they came, and of starts. */
    private void byPeriod(int[] order, int from, int to) {
        if (to - from > 64) {
            Integer[] many = new Integer[to - from];
            Arrays.setAll(many, i -> order[from + i]);
            Arrays.sort(
                    many,
                    Comparator.<Integer>comparingInt(c -> subscription(cells, c))
                            .thenComparingInt(c -> start(cells, c)));
            for (int i = from; i < to; i++) {
                order[i] = many[i - from];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int moved = order[i];
            int j = i;
            for (; j > from && isAfter(order[j - 1], moved); j--) {
                order[j] = order[j - 1];
            }
            order[j] = moved;
        }
    }

    private boolean isAfter(int one, int other) {
        int sub = subscription(cells, one);
        int its = subscription(cells, other);
        return sub > its || (sub == its && start(cells, one) > start(cells, other));
    }

    static int subscription(long[] cells, int cell) {
        return (int) cells[cell * CELL];
    }

    static int start(long[] cells, int cell) {
        return (int) (cells[cell * CELL + 1] >> 32);
    }

    static int end(long[] cells, int cell) {
        return (int) cells[cell * CELL + 1];
    }

    static long micros(long[] cells, int cell) {
        return cells[cell * CELL + 2];
    }

    static int kind(long[] cells, int cell) {
        return (int) (cells[cell * CELL + 3] >>> 32);
    }

    static int period(long[] cells, int cell) {
        return (int) cells[cell * CELL + 3];
    }
}
