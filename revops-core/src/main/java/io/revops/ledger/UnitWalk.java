package io.revops.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One unit on its way through the periods: what it opens with, and its steps in each. */
final class UnitWalk {
    /** Where a unit gets to. */
    interface Step {
        /**
         * A unit took a value, or is where a period ends.
         *
         * @param at just before which instant segments are read
         * @param paid whether it paid before, and becoming active now is a return
         */
        void to(UnitHistory.Look look, long at, boolean paid);
    }

    private static final long MICROS_A_MINUTE = 60_000_000L;

    private final RevenuePolicy policy;
    private final Basis basis;
    private final Grid grid;
    private final UnitHistory history;
    private final UnitHistory.Look look;
    private final UnitHistory.Look opening;
    private final long window;
    private final boolean ignores;
    private final long seenFrom;
    private boolean paid;
    private long churned = Long.MIN_VALUE;
    private int next;

    UnitWalk(RevenuePolicy policy, Basis basis, Grid grid, UnitHistory history, int items) {
        this(policy, basis, grid, history, new UnitHistory.Look(items), new UnitHistory.Look(items));
    }

    /**
     * @param look what a step looks at; units that are not on their way at the same time may share it
     * @param opening the same of the opening of a period
     */
    UnitWalk(
            RevenuePolicy policy,
            Basis basis,
            Grid grid,
            UnitHistory history,
            UnitHistory.Look look,
            UnitHistory.Look opening) {
        this.policy = policy;
        this.basis = basis;
        this.grid = grid;
        this.history = history;
        this.look = look;
        this.opening = opening;
        this.window = policy.basis() == Basis.EVENT ? policy.grouping().minutes() * MICROS_A_MINUTE : 0;
        this.ignores = policy.basis() == Basis.EVENT && policy.samePeriod() == SamePeriod.IGNORE;
        this.seenFrom = basis == Basis.NET ? grid.paidFrom(history) : Long.MAX_VALUE;
        if (basis == Basis.EVENT) {
            long first = grid.start(0);
            while (next < history.size() && history.at(next) < first) {
                long from = history.at(next);
                cell(Math.min(grid.next(from), first), null);
            }
        }
    }

    UnitHistory history() {
        return history;
    }

    /** Whether nothing is left of it, nor will come. */
    boolean isOver(int period) {
        long start = grid.openingRead(period);
        long end = grid.end(period);
        if (history.size() == 0 || history.at(0) >= end) {
            return true;
        }
        int k = history.before(Math.min(start, grid.start(period)));
        return k == history.size() - 1 && history.isNothing(k) && grid.closes();
    }

    /** Passes periods in which it stays in a state. */
    void still(int k) {
        paid |= basis == Basis.NET && history.active(k);
    }

    UnitHistory.Look opening(int period) {
        grid.opening(period, history, opening);
        return opening;
    }

    /** Every step of a period; the last leads to its closing value. */
    void steps(int period, Step to) {
        if (basis == Basis.NET) {
            boolean before = (paid || seenFrom <= grid.start(period)) && returns(period);
            grid.closing(period, history, look);
            paid |= opening.active || look.active;
            to.to(look, grid.end(period), before);
            return;
        }
        steps(period, grid.start(period), grid.end(period), to);
    }

    /** By events, every step of a part of a period, beginning where the one before ended. */
    void steps(int period, long from, long until, Step to) {
        for (int cell = grid.firstCell(period); cell < grid.endCell(period) && grid.cellStart(cell) < until; cell++) {
            long end = Math.min(grid.cellEnd(cell), until);
            if (end > from) {
                cell(end, to);
            }
        }
        history.look(history.before(until), look);
        to.to(look, until, paid);
    }

    /** The changes up to the end of a cell, group by group. */
    private void cell(long end, @Nullable Step to) {
        int last = history.before(end);
        boolean passing = ignores && !history.active(next - 1) && !history.active(last);
        while (next <= last) {
            long from = history.at(next);
            int before = next - 1;
            int after = window == 0 ? next : history.before(Math.min(end, from + window));
            boolean was = history.active(before);
            boolean is = history.active(after);
            next = after + 1;
            if (passing) {
                continue;
            }
            boolean counts = !was && is && paid && counts(churned, from);
            paid |= is;
            if (was && !is) {
                churned = from;
            }
            if (to != null) {
                history.look(after, look);
                to.to(look, history.at(after) + 1, counts);
            }
        }
    }

    /** Whether becoming active in a period is a return by the length of the gap before it, net. */
    private boolean returns(int period) {
        if (policy.reactivation().rule() == Reactivation.Rule.ANY) {
            return true;
        }
        long read = grid.openingRead(period);
        return counts(history.inactiveSince(read), history.activeAgain(read));
    }

    private boolean counts(long since, long again) {
        Reactivation rule = policy.reactivation();
        return switch (rule.rule()) {
            case ANY -> true;
            case NEVER -> false;
            case WITHIN -> again != Long.MAX_VALUE && since != Long.MIN_VALUE && later(since, rule.days()) >= again;
            case AT_LEAST -> again != Long.MAX_VALUE && (since == Long.MIN_VALUE || later(since, rule.days()) <= again);
        };
    }

    private long later(long at, int days) {
        Instant then =
                LedgerBlock.instant(at).atZone(policy.zone()).plusDays(days).toInstant();
        return LedgerBlock.micros(then);
    }
}
