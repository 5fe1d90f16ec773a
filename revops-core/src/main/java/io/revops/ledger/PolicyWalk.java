package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The walk for any policy: at any grain, by any month value, with groups of changes and every rule for returns. Slower than
 * {@link MovementWalk}, with which it agrees wherever that one applies.
 *
 * <p>Each unit is followed through the cells of a grid, which are months or the periods themselves if those are finer. Net, a
 * period has one movement from the value of the cell before it to that of its last cell; by events, every group of changes in a
 * cell is one.
 */
final class PolicyWalk implements AccountWalk {
    /** So many items are compared each with each. */
    private static final int FEW = 8;

    private final RevenuePolicy policy;
    private final List<Span> periods;
    private final Basis basis;
    private final Grid grid;
    private final Valuation valuation;
    private final @Nullable Segments segments;
    private final MovementRow row = new MovementRow();

    // the unit at hand where it is valued as it stands
    private final Share share = new Share();
    private final UnitHistory.Look homeLook = new UnitHistory.Look(1);
    private final UnitHistory.Look homeOpening = new UnitHistory.Look(1);
    private final UnitWalk.Step atHome = (look, at, paid) -> step(look, paid);
    private long value;
    private boolean active;

    PolicyWalk(
            RevenuePolicy policy,
            List<Span> periods,
            Basis basis,
            Cadence cadence,
            Valuation valuation,
            @Nullable Segments segments) {
        this.policy = policy;
        this.periods = periods;
        this.basis = basis;
        this.grid = grid(policy, periods, basis, cadence);
        this.valuation = valuation;
        this.segments = segments;
    }

    static Grid grid(RevenuePolicy policy, List<Span> periods, Basis basis, Cadence cadence) {
        return new Grid(periods, cadence, policy.zone(), basis == Basis.NET ? policy.monthValue() : MonthValue.CLOSE);
    }

    static Worth worth(
            Valuation valuation, LedgerBlock block, int first, AccountId account, @Nullable Segments segments) {
        return new Worth(
                valuation,
                block,
                first,
                segments == null
                        ? null
                        : (item, at) -> segments.of(account, block.item(first + item), LedgerBlock.instant(at)));
    }

    @Override
    public void walk(LedgerBlock block, int from, int to, int firstAccount, MovementWalk.Sink sink) {
        for (int a = from; a < to; a++) {
            account(block, a, firstAccount + a, sink);
        }
    }

    private void account(LedgerBlock block, int a, int index, MovementWalk.Sink sink) {
        int first = block.firstItem[a];
        int items = block.firstItem[a + 1] - first;
        int[] unitOf = new int[items];
        int units = units(policy.grain(), block, first, unitOf);
        List<UnitWalk> walks = new ArrayList<>(units);
        boolean home = segments == null && grid.closes() && isHome(block, first, items);
        for (int unit = 0; unit < units; unit++) {
            boolean freeActive = policy.freeAccount() == FreeAccount.ACTIVE;
            UnitHistory history = home
                    ? UnitHistory.ofTotals(block, a, unitOf, unit, freeActive)
                    : UnitHistory.of(block, a, unitOf, unit, freeActive);
            walks.add(
                    home
                            ? new UnitWalk(policy, basis, grid, history, homeLook, homeOpening)
                            : new UnitWalk(policy, basis, grid, history, items));
        }
        Worth worth = segments == null
                ? new Worth(valuation, block, first, null)
                : worth(valuation, block, first, block.account(a), segments);
        for (int p = 0; p < periods.size(); p++) {
            int until = home ? still(p, walks) : p;
            if (until > p) {
                still(p, until, index, walks, sink);
                p = until - 1;
            } else if (home) {
                atHome(p, index, walks, sink);
            } else {
                period(p, index, walks, worth, sink);
            }
        }
    }

    /** Whether everything of the account is valued as it stands, at every rate. */
    private boolean isHome(LedgerBlock block, int first, int items) {
        for (int i = 0; i < items; i++) {
            if (!valuation.keeps(block.currencies[first + i])) {
                return false;
            }
        }
        return true;
    }

    /** The first period from one on in which something changes. */
    private int still(int from, List<UnitWalk> walks) {
        long next = Long.MAX_VALUE;
        for (UnitWalk walk : walks) {
            next = Math.min(next, walk.history().nextChange(grid.start(from)));
        }
        int p = from;
        while (p < periods.size() && grid.end(p) <= next) {
            p++;
        }
        return p;
    }

    private void still(int from, int until, int index, List<UnitWalk> walks, MovementWalk.Sink sink) {
        row.start(index, from, null);
        long total = 0;
        int active = 0;
        for (UnitWalk walk : walks) {
            int k = walk.history().before(grid.start(from));
            total = Math.addExact(total, walk.history().total(k));
            active += walk.history().active(k) ? 1 : 0;
            walk.still(k);
        }
        row.opening = valuation.asIs(total);
        row.closing = row.opening;
        row.unitsAtOpening = active;
        row.unitsAtClosing = active;
        row.activeAtOpening = active > 0;
        row.activeAtClosing = active > 0;
        if (!row.isNothing()) {
            sink.still(row, until);
        }
    }

    /** Gives each item the number of its unit. */
    static int units(Grain grain, LedgerBlock block, int first, int[] unitOf) {
        if (grain == Grain.ACCOUNT || grain == Grain.PARENT) {
            return 1;
        }
        if (unitOf.length > FEW) {
            return unitsOfMany(grain, block, first, unitOf);
        }
        int units = 0;
        for (int i = 0; i < unitOf.length; i++) {
            int same = i - 1;
            while (same >= 0 && !block.legend.together(first + i, first + same, grain == Grain.ITEM)) {
                same--;
            }
            unitOf[i] = same < 0 ? units++ : unitOf[same];
        }
        return units;
    }

    private static int unitsOfMany(Grain grain, LedgerBlock block, int first, int[] unitOf) {
        Map<List<String>, Integer> numbers = new HashMap<>();
        for (int i = 0; i < unitOf.length; i++) {
            ItemId id = block.item(first + i);
            String name = grain == Grain.ITEM ? StateLog.name(id) : "";
            unitOf[i] = numbers.computeIfAbsent(List.of(id.subscription().value(), name), k -> numbers.size());
        }
        return numbers.size();
    }

    /** A period of units that are valued as they stand: no segments, and nothing to convert. */
    private void atHome(int p, int index, List<UnitWalk> walks, MovementWalk.Sink sink) {
        share.clear();
        for (UnitWalk walk : walks) {
            if (walk.isOver(p)) {
                continue;
            }
            UnitHistory.Look opening = walk.opening(p);
            value = valuation.asIs(opening.natives[0]);
            active = opening.active;
            share.opening = Math.addExact(share.opening, value);
            share.activeAtOpening += active ? 1 : 0;
            walk.steps(p, atHome);
            share.closing = Math.addExact(share.closing, value);
            share.activeAtClosing += active ? 1 : 0;
        }
        row.start(index, p, null);
        tell(share, row, sink);
    }

    private void step(UnitHistory.Look look, boolean paid) {
        long after = valuation.asIs(look.natives[0]);
        long difference = Math.subtractExact(after, value);
        Classifier.kind(paid, active, look.active, difference, Classifier.Cause.OWN)
                .ifPresent(kind -> share.moves.add(kind, difference));
        value = after;
        active = look.active;
    }

    private void period(int p, int index, List<UnitWalk> walks, Worth worth, MovementWalk.Sink sink) {
        LocalDate open = periods.get(p).from();
        LocalDate close = periods.get(p).to();
        Map<String, Share> shares = new TreeMap<>();
        for (UnitWalk walk : walks) {
            if (walk.isOver(p)) {
                continue;
            }
            UnitShares unit = new UnitShares(worth, shares, walk.history());
            unit.open(walk.opening(p), grid.start(p), open, close);
            walk.steps(p, (look, at, paid) -> unit.step(look, at, paid, close));
            unit.close();
        }
        for (Map.Entry<String, Share> entry : shares.entrySet()) {
            Share share = entry.getValue();
            row.start(index, p, segments == null ? null : entry.getKey());
            tell(share, row, sink);
        }
    }

    /** Tells a row that was started with what there is of it, unless that is nothing. */
    static void tell(Share share, MovementRow row, MovementWalk.Sink sink) {
        row.opening = share.opening;
        row.closing = share.closing;
        row.unitsAtOpening = share.activeAtOpening;
        row.unitsAtClosing = share.activeAtClosing;
        row.activeAtOpening = share.activeAtOpening > 0;
        row.activeAtClosing = share.activeAtClosing > 0;
        row.moves.copy(share.moves);
        if (!row.isNothing()) {
            sink.row(row);
        }
    }

    /** What all units of an account are together in one segment and period. */
    static final class Share {
        long opening;
        long closing;
        int activeAtOpening;
        int activeAtClosing;
        final Moves moves = new Moves();

        void clear() {
            opening = 0;
            closing = 0;
            activeAtOpening = 0;
            activeAtClosing = 0;
            moves.clear();
        }
    }

    /** Which segment an item is in just before an instant. */
    interface SegmentOf {
        String of(int item, long before);
    }

    /** What natives are worth in the reporting currency. */
    record Worth(
            Valuation valuation,
            LedgerBlock block,
            int first,
            @Nullable SegmentOf segments) {
        long of(long micros, int item, LocalDate boundary) {
            return micros == 0 ? 0 : valuation.value(micros, block.currencies[first + item], boundary);
        }

        String segment(int item, long before) {
            return segments == null ? "" : segments.of(item, before);
        }
    }
}
