package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Walks the states of one account after another over adjoining periods, and tells what happened in each.
 *
 * <p>Every account is looked at again at the end of each period and, on the basis of events, at every instant in it at which
 * something changed. A step from one look to the next is one movement of the account: new or reactivation when it becomes
 * active, churn when it ceases to be, expansion or contraction in between. Within a segment, an account that was active
 * elsewhere comes in and goes out instead.
 */
final class MovementWalk implements AccountWalk {
    /** Takes the rows; who adds them up can take a stretch of periods in which nothing happens at once. */
    interface Sink {
        void row(MovementRow row);

        /** The same row for every period from its own on, up to and without another. */
        default void still(MovementRow row, int until) {
            for (; row.period < until; row.period++) {
                row(row);
            }
        }
    }

    private final List<Span> periods;
    private final Basis basis;
    private final GridBounds grid;
    private final Valuation valuation;
    private final @Nullable Segments segments;
    private final long[] bounds;
    private final MovementRow row = new MovementRow();

    // one account at a time
    private LedgerBlock block;
    private int base;
    private int firstItem;
    private long[] current = new long[8];
    private long total;
    private boolean paid;
    private long activeSince;
    private boolean home;

    /**
     * @param periods adjoining, in order
     * @param grid the cadence whose boundaries a net account is looked at before the periods, to know whether it paid before
     */
    MovementWalk(
            LedgerBlock any,
            List<Span> periods,
            Basis basis,
            Cadence grid,
            Valuation valuation,
            @Nullable Segments segments,
            ZoneId zone) {
        this.block = any;
        this.periods = periods;
        this.basis = basis;
        this.grid = new GridBounds(grid, zone, periods.get(0).from());
        this.valuation = valuation;
        this.segments = segments;
        this.bounds = new long[periods.size() + 1];
        for (int i = 0; i < periods.size(); i++) {
            bounds[i] = LedgerBlock.micros(periods.get(i).start(zone));
            bounds[i + 1] = LedgerBlock.micros(periods.get(i).end(zone));
        }
    }

    @Override
    public void walk(LedgerBlock of, int from, int to, int firstAccount, Sink sink) {
        block = of;
        for (int a = from; a < to; a++) {
            account(a, firstAccount + a, sink);
        }
    }

    private void account(int a, int index, Sink sink) {
        base = a;
        firstItem = block.firstItem[a];
        int items = block.firstItem[a + 1] - firstItem;
        if (items > current.length) {
            current = new long[items];
        }
        Arrays.fill(current, 0, items, 0);
        total = 0;
        paid = false;
        home = segments == null && isHome(items);
        int next = block.firstRow[a];
        int end = block.firstRow[a + 1];
        while (next < end && block.at[next] < bounds[0]) {
            next = apply(next, end, bounds[0]);
        }
        boolean opens =
                total > 0; // whoever is in an opening balance has been seen to pay, also in the middle of a month
        for (int p = 0; p < periods.size() && (next < end || total != 0); p++) {
            int until = home ? still(p, next, end) : p;
            if (until > p) {
                reach(bounds[p]);
                paid |= opens;
                still(index, p, until, sink);
                p = until - 1;
                continue;
            }
            reach(bounds[p]);
            if (segments == null) {
                next = period(p, index, items, next, end, sink);
            } else {
                next = segmented(p, index, items, next, end, sink);
            }
            paid |= opens || total > 0;
        }
    }

    /** Whether everything of the account is valued as it stands, at every rate: then its value is its total. */
    private boolean isHome(int items) {
        for (int i = 0; i < items; i++) {
            if (!valuation.keeps(block.currencies[firstItem + i])) {
                return false;
            }
        }
        return true;
    }

    /** The first period from one on in which something changes. */
    private int still(int from, int next, int end) {
        if (next == end) {
            return periods.size();
        }
        int p = from;
        while (p < periods.size() && bounds[p + 1] <= block.at[next]) {
            p++;
        }
        return p;
    }

    private void still(int index, int from, int until, Sink sink) {
        row.start(index, from, null);
        row.opening = valuation.asIs(total);
        row.closing = row.opening;
        row.activeAtOpening = total > 0;
        row.activeAtClosing = row.activeAtOpening;
        if (!row.isNothing()) {
            sink.still(row, until);
        }
        paid |= total > 0;
    }

    /** Applies all rows of the next instant, if it comes before a limit. */
    private int apply(int from, int end, long limit) {
        int next = from;
        long at = block.at[from];
        if (at >= limit) {
            return from;
        }
        boolean was = total > 0;
        reach(at);
        for (; next < end && block.at[next] == at; next++) {
            int i = block.item[next] - firstItem;
            total = Math.addExact(total, Math.subtractExact(block.micros[next], current[i]));
            current[i] = block.micros[next];
        }
        if (total > 0) {
            if (!was) {
                activeSince = at;
            }
            paid |= basis == Basis.EVENT;
        }
        return next;
    }

    /** An account that was active at a boundary of the grid, up to this instant, has paid before. */
    private void reach(long now) {
        if (!paid && total > 0) {
            paid = grid.next(activeSince) <= now;
        }
    }

    private int period(int p, int index, int items, int from, int end, Sink sink) {
        LocalDate open = periods.get(p).from();
        LocalDate close = periods.get(p).to();
        row.start(index, p, null);
        row.opening = sum(items, open);
        row.activeAtOpening = total > 0;
        long before = sum(items, close);
        if (before != row.opening) {
            row.moves.add(MovementKind.FX, Math.subtractExact(before, row.opening));
        }
        boolean wasActive = total > 0;
        boolean paidBefore = paid || total > 0;
        int next = from;
        while (next < end && block.at[next] < bounds[p + 1]) {
            boolean paidSoFar = paid;
            next = apply(next, end, bounds[p + 1]);
            if (basis == Basis.EVENT) {
                long after = sum(items, close);
                step(before, after, wasActive, total > 0, paidSoFar);
                before = after;
                wasActive = total > 0;
            }
        }
        long after = sum(items, close);
        step(before, after, wasActive, total > 0, paidBefore);
        row.closing = after;
        row.activeAtClosing = total > 0;
        if (!row.isNothing()) {
            sink.row(row);
        }
        return next;
    }

    private void step(long before, long after, boolean was, boolean is, boolean paidBefore) {
        if (before != after || was != is) {
            row.moves.add(kind(was, is, after - before, paidBefore), Math.subtractExact(after, before));
        }
    }

    private static MovementKind kind(boolean was, boolean is, long difference, boolean paidBefore) {
        if (!was && is) {
            return paidBefore ? MovementKind.REACTIVATION : MovementKind.NEW;
        }
        if (was && !is) {
            return MovementKind.CHURN;
        }
        return difference >= 0 ? MovementKind.EXPANSION : MovementKind.CONTRACTION;
    }

    private long sum(int items, LocalDate boundary) {
        if (home) {
            return valuation.asIs(total);
        }
        long sum = 0;
        for (int i = 0; i < items; i++) {
            if (current[i] != 0) {
                sum = Math.addExact(sum, valuation.value(current[i], block.currencies[firstItem + i], boundary));
            }
        }
        return sum;
    }

    // ---- in segments: the same steps, each split by the segment that an item is in before and after it

    private static final class Share {
        private long opening;
        private long value;
        private boolean active;
        private boolean activeAtOpening;
        private final Moves moves = new Moves();
        private long next;
        private long nextNative;
        private long nowNative;
    }

    private int segmented(int p, int index, int items, int from, int end, Sink sink) {
        LocalDate close = periods.get(p).to();
        Map<String, Share> shares = new TreeMap<>();
        Instant start = LedgerBlock.instant(bounds[p]);
        for (int i = 0; i < items; i++) {
            if (current[i] != 0) {
                Share share = share(shares, i, start);
                share.opening = Math.addExact(
                        share.opening, value(i, current[i], periods.get(p).from()));
                share.value = Math.addExact(share.value, value(i, current[i], close));
                share.nowNative = Math.addExact(share.nowNative, current[i]);
            }
        }
        shares.values().forEach(share -> {
            share.active = share.nowNative > 0;
            share.activeAtOpening = share.active;
            if (share.value != share.opening) {
                share.moves.add(MovementKind.FX, share.value - share.opening);
            }
        });
        boolean wasActive = total > 0;
        boolean paidBefore = paid || total > 0;
        int next = from;
        while (next < end && block.at[next] < bounds[p + 1]) {
            boolean paidSoFar = paid;
            long at = block.at[next];
            next = apply(next, end, bounds[p + 1]);
            if (basis == Basis.EVENT) {
                split(shares, items, LedgerBlock.instant(at + 1), close, wasActive, paidSoFar);
                wasActive = total > 0;
            }
        }
        split(shares, items, LedgerBlock.instant(bounds[p + 1]), close, wasActive, paidBefore);
        for (Map.Entry<String, Share> entry : shares.entrySet()) {
            emit(entry.getKey(), entry.getValue(), p, index, sink);
        }
        return next;
    }

    private void emit(String segment, Share share, int p, int index, Sink sink) {
        row.start(index, p, segment);
        row.opening = share.opening;
        row.closing = share.value;
        row.activeAtOpening = share.activeAtOpening;
        row.activeAtClosing = share.active;
        row.moves.copy(share.moves);
        if (!row.isNothing()) {
            sink.row(row);
        }
    }

    private void split(
            Map<String, Share> shares, int items, Instant at, LocalDate close, boolean wasActive, boolean paidBefore) {
        shares.values().forEach(share -> {
            share.next = 0;
            share.nextNative = 0;
        });
        for (int i = 0; i < items; i++) {
            if (current[i] != 0) {
                Share share = share(shares, i, at);
                share.next = Math.addExact(share.next, value(i, current[i], close));
                share.nextNative = Math.addExact(share.nextNative, current[i]);
            }
        }
        boolean isActive = total > 0;
        for (Share share : shares.values()) {
            boolean will = share.nextNative > 0;
            long difference = Math.subtractExact(share.next, share.value);
            if (difference != 0 || will != share.active) {
                MovementKind kind = kind(share.active, will, difference, paidBefore);
                if (!share.active && will && wasActive) {
                    kind = MovementKind.SEGMENT_IN;
                } else if (share.active && !will && isActive) {
                    kind = MovementKind.SEGMENT_OUT;
                }
                share.moves.add(kind, difference);
            }
            share.value = share.next;
            share.active = will;
        }
    }

    private long value(int item, long micros, LocalDate boundary) {
        return valuation.value(micros, block.currencies[firstItem + item], boundary);
    }

    private Share share(Map<String, Share> shares, int item, Instant before) {
        AccountId account = block.account(base);
        String segment = java.util.Objects.requireNonNull(segments).of(account, block.item(firstItem + item), before);
        return shares.computeIfAbsent(segment, s -> new Share());
    }
}
