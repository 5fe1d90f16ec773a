package io.revops.forecast.plan;

import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A unit at its place in the tree while a plan is made: its measures, its limits, and in the end its share. Sorted by id. */
final class Branch {
    static final String ROOT = "company";

    final PlanUnit unit;
    final @Nullable Branch parent;
    final int depth;
    final List<Branch> below = new ArrayList<>();
    private final Map<QuotaBasis, BigDecimal> measures = new EnumMap<>(QuotaBasis.class);
    final double[] presence;
    final double ramp;
    BigInteger closed = BigInteger.ZERO;
    BigInteger floor = BigInteger.ZERO;

    @Nullable
    BigInteger ceiling;

    BigInteger low = BigInteger.ZERO;

    @Nullable
    BigInteger high;

    BigInteger share = BigInteger.ZERO;
    BigDecimal product = BigDecimal.ONE;
    BigDecimal weight = BigDecimal.ONE;
    double claim = 1;
    final List<ClaimPart> claims = new ArrayList<>();
    UnitQuota.Bound bound = UnitQuota.Bound.FREE;
    BigInteger given = BigInteger.ZERO;
    private @Nullable BigInteger yearFloor;
    private @Nullable BigInteger yearCeiling;

    private Branch(PlanUnit unit, @Nullable Branch parent, double[] presence, double ramp) {
        this.unit = unit;
        this.parent = parent;
        this.presence = presence;
        this.ramp = ramp;
        yearFloor = unit.floor().map(Cents::of).orElse(null);
        yearCeiling = unit.ceiling().map(Cents::of).orElse(null);
        depth = parent == null ? 0 : parent.depth + 1;
    }

    /** The tree of a company's units, with everything that only depends on the unit itself. */
    static Branch grow(List<PlanUnit> units, RampCurve curve, List<Span> months, double[] season) {
        Branch root = grow(PlanUnit.of(ROOT, ROOT).withUnits(units), null, curve, months, season);
        root.fill(meanHistory(root));
        return root;
    }

    private static Branch grow(
            PlanUnit unit, @Nullable Branch parent, RampCurve curve, List<Span> months, double[] season) {
        double[] presence = Presence.of(unit, curve, months);
        double there = 0;
        double all = 0;
        for (int m = 0; m < presence.length; m++) {
            there += presence[m] * season[m];
            all += season[m];
        }
        Branch branch = new Branch(unit, parent, presence, all == 0 ? 0 : there / all);
        unit.units().stream()
                .sorted(Comparator.comparing(PlanUnit::id))
                .forEach(u -> branch.below.add(grow(u, branch, curve, months, season)));
        return branch;
    }

    /** Its own figure of a basis, or what is below it together. */
    BigDecimal measure(QuotaBasis basis) {
        return Objects.requireNonNull(measures.get(basis));
    }

    boolean isLeaf() {
        return below.isEmpty();
    }

    /** This and everything below it, each before what is below it. */
    List<Branch> all() {
        List<Branch> all = new ArrayList<>(List.of(this));
        below.forEach(b -> all.addAll(b.all()));
        return all;
    }

    List<Branch> leaves() {
        return all().stream().filter(Branch::isLeaf).toList();
    }

    /** Of one who was not there before, the mean of the siblings who were, else of all: unknown is not nothing. */
    private void fill(Optional<BigDecimal> elsewhere) {
        Optional<BigDecimal> among = isLeaf() ? elsewhere : meanHistory(below).or(() -> elsewhere);
        below.forEach(b -> b.fill(among));
        for (QuotaBasis basis : QuotaBasis.values()) {
            BigDecimal own = null;
            if (unit.measure(basis).isPresent()) {
                own = BigDecimal.valueOf(unit.measure(basis).getAsDouble());
            } else if (isLeaf() && basis == QuotaBasis.CAPACITY) {
                own = BigDecimal.ONE;
            } else if (isLeaf() && basis == QuotaBasis.HISTORY) {
                own = elsewhere.orElse(BigDecimal.ZERO);
            }
            BigDecimal sum = below.stream().map(b -> b.measure(basis)).reduce(BigDecimal.ZERO, BigDecimal::add);
            measures.put(basis, own == null ? sum : isLeaf() ? own.multiply(BigDecimal.valueOf(ramp)) : own);
        }
    }

    private static Optional<BigDecimal> meanHistory(Branch root) {
        return meanHistory(root.leaves());
    }

    private static Optional<BigDecimal> meanHistory(List<Branch> among) {
        List<BigDecimal> known = among.stream()
                .filter(b -> b.isLeaf() && b.unit.measure(QuotaBasis.HISTORY).isPresent())
                .map(b -> BigDecimal.valueOf(b.unit.measure(QuotaBasis.HISTORY).getAsDouble()))
                .toList();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL128));
    }

    /** What is closed below it. */
    void sumClosed() {
        below.forEach(Branch::sumClosed);
        closed = below.stream().map(b -> b.closed).reduce(closed, BigInteger::add);
    }

    /** By how much it and those below it carry more than the target: the factors of the levels above, multiplied. */
    void multiply(OverAssignment over) {
        Branch above = parent;
        product = above == null ? over.factor() : above.product.multiply(over.factor(unit.kind()));
        product = product.stripTrailingZeros();
        below.forEach(b -> b.multiply(over));
    }

    /** Its own limits for what is not closed yet, in the money of a level; exact on its own level, else a cent wider. */
    void limit(BigDecimal level) {
        BigInteger least = yearFloor;
        BigInteger most = yearCeiling;
        floor = least == null
                ? BigInteger.ZERO
                : from(level, least, RoundingMode.FLOOR).subtract(closed).max(BigInteger.ZERO);
        ceiling = most == null
                ? null
                : from(level, most, RoundingMode.CEILING).subtract(closed).max(BigInteger.ZERO);
        below.forEach(b -> b.limit(level));
    }

    private BigInteger from(BigDecimal level, BigInteger own, RoundingMode rounding) {
        return new BigDecimal(own).multiply(level).divide(product, 0, rounding).toBigIntegerExact();
    }

    /** An amount of a level, closed and not, in its own money. */
    private BigInteger to(BigDecimal level, BigInteger amount, RoundingMode rounding) {
        return new BigDecimal(amount.add(closed))
                .multiply(product)
                .divide(level, 0, rounding)
                .toBigIntegerExact();
    }

    /** Lowers the floor so that it allows an amount of a level. */
    BigInteger lowerFloor(BigDecimal level, BigInteger amount) {
        BigInteger lower = to(level, amount, RoundingMode.FLOOR);
        yearFloor = lower;
        return lower;
    }

    /** Raises the ceiling so that it allows an amount of a level. */
    BigInteger raiseCeiling(BigDecimal level, BigInteger amount) {
        BigInteger higher = to(level, amount, RoundingMode.CEILING);
        yearCeiling = higher;
        return higher;
    }

    /** Keeps the shares of those on a level as their quotas. */
    void settle(BigDecimal level) {
        if (product.compareTo(level) == 0) {
            given = share;
            bound = bound();
        }
        below.forEach(b -> b.settle(level));
    }

    private UnitQuota.Bound bound() {
        if (parent == null) {
            return UnitQuota.Bound.FREE;
        }
        double claimed = claim * parent.share.doubleValue();
        if (share.equals(low) && low.doubleValue() > claimed + 1) {
            return UnitQuota.Bound.AT_FLOOR;
        }
        return high != null && share.equals(high) && high.doubleValue() < claimed - 1
                ? UnitQuota.Bound.AT_CEILING
                : UnitQuota.Bound.FREE;
    }
}
