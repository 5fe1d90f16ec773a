package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether floors and ceilings in a tree can all be kept.
 *
 * <p>The least that a unit can be given is the larger of its floor and the sum of the least of those below it; the most,
 * likewise with ceilings. A plan exists exactly if nowhere the least is above the most and the amount to give out lies
 * between those of the company: the limits of a tree are a laminar family, so nothing else can stand in the way, cents
 * included.
 */
final class LimitCheck {
    private final Currency currency;
    private final List<LimitConflict> conflicts = new ArrayList<>();

    private LimitCheck(Currency currency) {
        this.currency = currency;
    }

    /** Sets the least and the most of every branch; the conflicts that stand in the way, the deepest first. */
    static List<LimitConflict> of(Branch root, Currency currency) {
        LimitCheck check = new LimitCheck(currency);
        check.bound(root);
        Limit assigned = new Limit(Limit.Kind.ASSIGNED, Branch.ROOT, check.money(root.share));
        BigInteger high = root.high;
        if (root.share.compareTo(root.low) < 0) {
            check.add(root, check.atLeast(root), List.of(assigned), root.low.subtract(root.share));
        } else if (high != null && root.share.compareTo(high) > 0) {
            check.add(root, List.of(assigned), check.atMost(root), root.share.subtract(high));
        }
        return List.copyOf(check.conflicts);
    }

    private void bound(Branch branch) {
        branch.below.forEach(this::bound);
        BigInteger low = lowBelow(branch).max(branch.floor);
        BigInteger high = highBelow(branch);
        BigInteger ceiling = branch.ceiling;
        if (ceiling != null) {
            high = high == null ? ceiling : high.min(ceiling);
        }
        branch.low = low;
        branch.high = high;
        if (high != null && low.compareTo(high) > 0) {
            add(branch, atLeast(branch), atMost(branch), low.subtract(high));
            branch.low = high; // what is above is judged as if this were mended
            branch.high = low;
        }
    }

    private static BigInteger lowBelow(Branch branch) {
        return branch.below.stream().map(b -> b.low).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static @Nullable BigInteger highBelow(Branch branch) {
        if (branch.isLeaf()) {
            return null;
        }
        BigInteger sum = BigInteger.ZERO;
        for (Branch one : branch.below) {
            BigInteger high = one.high;
            if (high == null) {
                return null;
            }
            sum = sum.add(high);
        }
        return sum;
    }

    private List<Limit> atLeast(Branch branch) {
        if (branch.floor.compareTo(lowBelow(branch)) >= 0) {
            return branch.floor.signum() == 0
                    ? List.of()
                    : List.of(new Limit(
                            Limit.Kind.FLOOR,
                            branch.unit.id(),
                            branch.unit.floor().orElseThrow()));
        }
        return branch.below.stream().flatMap(b -> atLeast(b).stream()).toList();
    }

    private List<Limit> atMost(Branch branch) {
        BigInteger below = highBelow(branch);
        BigInteger ceiling = branch.ceiling;
        if (ceiling != null && (below == null || ceiling.compareTo(below) <= 0)) {
            return List.of(new Limit(
                    Limit.Kind.CEILING, branch.unit.id(), branch.unit.ceiling().orElseThrow()));
        }
        return branch.below.stream().flatMap(b -> atMost(b).stream()).toList();
    }

    private void add(Branch branch, List<Limit> atLeast, List<Limit> atMost, BigInteger gap) {
        conflicts.add(new LimitConflict(branch.unit.id(), atLeast, atMost, money(gap)));
    }

    private Money money(BigInteger cents) {
        return Cents.money(cents, currency);
    }
}
