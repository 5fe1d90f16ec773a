package io.revops.forecast.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The floors and ceilings that must move, and by how little in total, for an amount to be given out.
 *
 * <p>Of every unit, the least movement below and at it is a convex, piecewise linear function of what it is given. Of a
 * parent it is the infimal convolution of its children's, their pieces merged by slope, plus what its own floor and ceiling
 * cost, a cent of a level counting as much as it is there; walking the pieces back gives everybody's amount. The total is the
 * optimum of the elastic linear program: minimise Σ (how far a floor is undercut + how far a ceiling is passed). Of several ways that move as little, the one that spares the
 * first units by id.
 */
final class SmallestChange {
    /** A piece of a cost function: so much per cent, for so many cents; null for without end. */
    private record Piece(BigDecimal slope, @Nullable BigInteger length, Branch of) {}

    private final IdentityHashMap<Branch, List<Piece>> merged = new IdentityHashMap<>();
    private final List<LimitChange> changes = new ArrayList<>();
    private final BigDecimal level;
    private final Currency currency;

    private SmallestChange(BigDecimal level, Currency currency) {
        this.level = level;
        this.currency = currency;
    }

    /** Moves the limits of the tree, too. */
    static List<LimitChange> of(Branch root, BigDecimal level, Currency currency) {
        SmallestChange change = new SmallestChange(level, currency);
        change.cost(root);
        change.walk(root, root.share);
        return List.copyOf(change.changes);
    }

    private List<Piece> cost(Branch branch) {
        List<Piece> pieces = new ArrayList<>();
        branch.below.forEach(b -> pieces.addAll(cost(b)));
        if (branch.isLeaf()) {
            pieces.add(new Piece(BigDecimal.ZERO, null, branch));
        }
        pieces.sort(Comparator.comparing(Piece::slope)); // stable: of equal slopes the first by id
        merged.put(branch, List.copyOf(pieces));
        List<Piece> own = steeper(pieces, BigInteger.ZERO, branch.floor, branch.product.negate(), branch);
        BigInteger ceiling = branch.ceiling;
        return ceiling == null ? own : steeper(own, ceiling, null, branch.product, branch);
    }

    /** The pieces up to the first without end, with a slope added between two places. */
    private static List<Piece> steeper(
            List<Piece> pieces, BigInteger from, @Nullable BigInteger to, BigDecimal slope, Branch branch) {
        List<Piece> result = new ArrayList<>();
        BigInteger at = BigInteger.ZERO;
        for (Piece piece : pieces) {
            BigInteger length = piece.length();
            BigInteger end = length == null ? null : at.add(length);
            for (BigInteger cut : to == null ? List.of(from) : List.of(from, to)) {
                if (cut.compareTo(at) > 0 && (end == null || cut.compareTo(end) < 0)) {
                    add(result, piece, at, cut, from, to, slope, branch);
                    at = cut;
                }
            }
            add(result, piece, at, end, from, to, slope, branch);
            if (end == null) {
                break;
            }
            at = end;
        }
        return result;
    }

    private static void add(
            List<Piece> result,
            Piece piece,
            BigInteger at,
            @Nullable BigInteger end,
            BigInteger from,
            @Nullable BigInteger to,
            BigDecimal slope,
            Branch branch) {
        boolean inside = at.compareTo(from) >= 0 && (to == null || at.compareTo(to) < 0);
        BigInteger length = end == null ? null : end.subtract(at);
        if (length == null || length.signum() > 0) {
            result.add(new Piece(inside ? piece.slope().add(slope) : piece.slope(), length, branch));
        }
    }

    private void walk(Branch branch, BigInteger amount) {
        note(branch, amount);
        if (branch.isLeaf()) {
            return;
        }
        IdentityHashMap<Branch, BigInteger> given = new IdentityHashMap<>();
        BigInteger left = amount;
        for (Piece piece : Objects.requireNonNull(merged.get(branch))) {
            BigInteger length = piece.length();
            BigInteger taken = length == null ? left : left.min(length);
            given.merge(piece.of(), taken, BigInteger::add);
            left = left.subtract(taken);
        }
        branch.below.forEach(b -> walk(b, Objects.requireNonNull(given.get(b))));
    }

    private void note(Branch branch, BigInteger amount) {
        BigInteger ceiling = branch.ceiling;
        if (amount.compareTo(branch.floor) < 0) {
            changes.add(new LimitChange(
                    new Limit(
                            Limit.Kind.FLOOR,
                            branch.unit.id(),
                            branch.unit.floor().orElseThrow()),
                    Cents.money(branch.lowerFloor(level, amount), currency)));
        }
        if (ceiling != null && amount.compareTo(ceiling) > 0) {
            changes.add(new LimitChange(
                    new Limit(
                            Limit.Kind.CEILING,
                            branch.unit.id(),
                            branch.unit.ceiling().orElseThrow()),
                    Cents.money(branch.raiseCeiling(level, amount), currency)));
        }
    }
}
