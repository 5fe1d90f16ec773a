package io.revops.ledger;

import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks accounts that were merged, a group at a time, under any policy. Before a merge each is a unit of its own, after it all of
 * them are one, which paid before if one of them did, and stays active if one of them was.
 *
 * <p>At the instant of a merge what moves comes first, merge out of the one and merge in of the other, then whatever else changes
 * at it. Net, a period has only two ends, so a merge in it moves what the account was worth at the opening; by events, what it was
 * worth then. The parties of a merge in a period are one account in the number of those that are active at its opening. By
 * subscription or item the units stay what they are, and only their account changes.
 */
final class MergedWalk {
    /** What a group tells of one of its accounts. */
    record Told(int period, @Nullable String segment, PolicyWalk.Share share) {
        void into(MovementRow row, int account, MovementWalk.Sink sink) {
            row.start(account, period, segment);
            PolicyWalk.tell(share, row, sink);
        }
    }

    private final RevenuePolicy policy;
    private final List<Span> periods;
    private final Basis basis;
    private final Grid grid;
    private final Valuation valuation;
    private final @Nullable Segments segments;
    private final Merging merging;

    MergedWalk(
            RevenuePolicy policy,
            List<Span> periods,
            Basis basis,
            Cadence cadence,
            Valuation valuation,
            @Nullable Segments segments,
            Merging merging) {
        this.policy = policy;
        this.periods = periods;
        this.basis = basis;
        this.grid = PolicyWalk.grid(policy, periods, basis, cadence);
        this.valuation = valuation;
        this.segments = segments;
        this.merging = merging;
    }

    /** What happened to each account of a group, in the order of its accounts. */
    List<List<Told>> of(MergeGroup group) {
        return new One(group).walk();
    }

    /** The units of one part of time, in which everything has one owner. */
    private final class Part {
        private final int[] unitOf;
        private final int[] owner;
        private final List<UnitHistory> histories = new ArrayList<>();
        private final List<UnitWalk> walks = new ArrayList<>();

        /**
         * A part of time.
         *
         * @param before the part before it; absent: the owners are told to be the same from the start
         */
        Part(MergeGroup group, int part, @Nullable Part before) {
            LedgerBlock whole = group.whole;
            int[] ownerOfItem = group.owners(part);
            unitOf = new int[ownerOfItem.length];
            int units;
            if (policy.grain() == Grain.ACCOUNT || policy.grain() == Grain.PARENT) {
                units = group.owners.size();
                System.arraycopy(ownerOfItem, 0, unitOf, 0, unitOf.length);
            } else {
                units = PolicyWalk.units(policy.grain(), whole, 0, unitOf);
            }
            owner = new int[units];
            for (int i = 0; i < unitOf.length; i++) {
                owner[unitOf[i]] = ownerOfItem[i];
            }
            for (int unit = 0; unit < units; unit++) {
                boolean freeActive = policy.freeAccount() == FreeAccount.ACTIVE;
                UnitHistory history = before == null
                        ? UnitHistory.of(whole, 0, unitOf, unit, freeActive)
                        : UnitHistory.of(
                                whole, 0, unitOf, unit, freeActive, group.begins(part), before.partiesOf(unit, unitOf));
                histories.add(history);
                walks.add(new UnitWalk(policy, basis, grid, history, unitOf.length));
            }
        }

        /** What became a unit of the next part. */
        private List<UnitHistory> partiesOf(int unit, int[] later) {
            return IntStream.range(0, later.length)
                    .filter(i -> later[i] == unit)
                    .map(i -> unitOf[i])
                    .distinct()
                    .mapToObj(histories::get)
                    .toList();
        }

        /** Passes what came before a part of a period, so that it is known who paid. */
        void pass(int period, long until) {
            for (UnitWalk walk : walks) {
                for (int p = 0; p < period; p++) {
                    walk.opening(p);
                    walk.steps(p, (look, at, paid) -> {});
                }
                if (basis == Basis.EVENT) {
                    walk.steps(period, grid.start(period), until, (look, at, paid) -> {});
                }
            }
        }
    }

    private final class One {
        private final MergeGroup group;
        private final List<List<Told>> told = new ArrayList<>();
        private final List<PolicyWalk.Worth> worth = new ArrayList<>();
        private List<Map<String, PolicyWalk.Share>> shares = List.of();
        private int at;
        private Part part;

        One(MergeGroup group) {
            this.group = group;
            for (int o = 0; o < group.owners.size(); o++) {
                told.add(new ArrayList<>());
                worth.add(PolicyWalk.worth(valuation, group.whole, 0, group.owners.get(o), segments));
            }
            at = partBefore(grid.start(0));
            part = merging == Merging.FROM_THE_START ? new Part(group, at, null) : later(new Part(group, 0, null), 0);
        }

        /** The part of time in which we are, after one that we come from. */
        private Part later(Part earlier, int from) {
            Part later = earlier;
            for (int next = from + 1; next <= at; next++) {
                later = new Part(group, next, later);
            }
            return later;
        }

        private int partBefore(long instant) {
            return group.partBefore(merging == Merging.FROM_THE_START ? grid.end(periods.size() - 1) : instant);
        }

        List<List<Told>> walk() {
            for (int p = 0; p < periods.size(); p++) {
                shares = new ArrayList<>();
                group.owners.forEach(o -> shares.add(new TreeMap<>()));
                period(p);
                for (int o = 0; o < shares.size(); o++) {
                    for (Map.Entry<String, PolicyWalk.Share> share :
                            shares.get(o).entrySet()) {
                        told.get(o).add(new Told(p, segments == null ? null : share.getKey(), share.getValue()));
                    }
                }
            }
            return told;
        }

        private void period(int p) {
            LocalDate close = periods.get(p).to();
            int last = partBefore(grid.end(p));
            boolean moves = at != last;
            List<UnitShares> units = new ArrayList<>();
            for (int u = 0; u < part.owner.length; u++) {
                UnitShares unit = unit(u);
                unit.open(
                        part.walks.get(u).opening(p),
                        grid.start(p),
                        periods.get(p).from(),
                        close);
                units.add(unit);
            }
            if (basis == Basis.NET) {
                if (moves) {
                    units = moved(p, last, grid.start(p), close);
                }
                for (int u = 0; u < units.size(); u++) {
                    UnitShares unit = units.get(u);
                    part.walks.get(u).steps(p, (look, now, paid) -> unit.step(look, now, paid, close));
                }
            } else {
                long from = grid.start(p);
                while (at < last) {
                    long to = group.begins(at + 1);
                    steps(p, from, to, units, close);
                    units = moved(p, at + 1, to, close);
                    from = to;
                }
                steps(p, from, grid.end(p), units, close);
            }
            units.forEach(UnitShares::close);
            if (moves) {
                count(p);
            }
        }

        private UnitShares unit(int u) {
            int owner = part.owner[u];
            return new UnitShares(worth.get(owner), shares.get(owner), part.histories.get(u));
        }

        private void steps(int p, long from, long to, List<UnitShares> units, LocalDate close) {
            for (int u = 0; u < units.size(); u++) {
                UnitShares unit = units.get(u);
                part.walks.get(u).steps(p, from, to, (look, now, paid) -> unit.step(look, now, paid, close));
            }
        }

        /** The units of a later part of time, with what another account had before. */
        private List<UnitShares> moved(int p, int later, long instant, LocalDate close) {
            int from = at;
            int[] before = group.owners(from);
            at = later;
            part = later(part, from);
            part.pass(p, instant);
            List<UnitShares> units = new ArrayList<>();
            for (int u = 0; u < part.owner.length; u++) {
                UnitHistory.Look look = new UnitHistory.Look(before.length);
                if (basis == Basis.NET) {
                    grid.opening(p, part.histories.get(u), look);
                } else {
                    part.histories.get(u).look(part.histories.get(u).before(instant), look);
                }
                move(u, look, before, instant, close);
                UnitShares unit = unit(u);
                unit.begin(look, instant, close);
                units.add(unit);
            }
            return units;
        }

        private void move(int u, UnitHistory.Look look, int[] before, long instant, LocalDate close) {
            int to = part.owner[u];
            for (int from = 0; from < shares.size(); from++) {
                if (from != to) {
                    boolean[] of = new boolean[before.length];
                    for (int i = 0; i < of.length; i++) {
                        of[i] = before[i] == from;
                    }
                    move(u, look, of, worth.get(from), shares.get(from), instant, close, Classifier.Cause.GIVEN);
                    move(u, look, of, worth.get(to), shares.get(to), instant, close, Classifier.Cause.TAKEN);
                }
            }
        }

        private void move(
                int u,
                UnitHistory.Look look,
                boolean[] items,
                PolicyWalk.Worth valued,
                Map<String, PolicyWalk.Share> into,
                long instant,
                LocalDate close,
                Classifier.Cause cause) {
            UnitHistory history = part.histories.get(u);
            Map<String, long[]> amounts = new TreeMap<>();
            for (int i = 0; i < items.length; i++) {
                if (items[i] && (look.natives[i] != 0 || history.keeps(look.standing[i]))) {
                    long[] sum = amounts.computeIfAbsent(valued.segment(i, instant), s -> new long[1]);
                    sum[0] = Math.addExact(sum[0], valued.of(look.natives[i], i, close));
                }
            }
            amounts.forEach((segment, sum) -> {
                long difference = cause == Classifier.Cause.TAKEN ? sum[0] : Math.negateExact(sum[0]);
                boolean given = cause == Classifier.Cause.GIVEN && look.active;
                boolean taken = cause == Classifier.Cause.TAKEN && look.active;
                Classifier.kind(true, given, taken, difference, cause)
                        .ifPresent(kind -> into.computeIfAbsent(segment, s -> new PolicyWalk.Share())
                                .moves
                                .add(kind, difference));
            });
        }

        /** The parties of a merge are one account at the opening already. */
        private void count(int p) {
            shares.forEach(bySegment -> bySegment.values().forEach(share -> share.activeAtOpening = 0));
            for (int u = 0; u < part.owner.length; u++) {
                UnitHistory.Look look = new UnitHistory.Look(group.owners(at).length);
                grid.opening(p, part.histories.get(u), look);
                unit(u).count(look, grid.start(p), periods.get(p).to());
            }
        }
    }
}
