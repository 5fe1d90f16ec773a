package io.revops.forecast.plan;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a branch down as a quota. Months are shared out at the leaves and added up above, so that they add up every way; of a
 * unit whose parts carry more than it does, they fall as the months of the parts do.
 */
final class QuotaRow {
    private QuotaRow() {}

    static UnitQuota of(Branch branch, Currency currency, double[] season) {
        Branch parent = branch.parent;
        List<Money> months = new ArrayList<>();
        if (branch.isLeaf()) {
            for (BigInteger month : Allotment.overTime(branch.given, weights(branch, season))) {
                months.add(Cents.money(month, currency));
            }
        }
        return new UnitQuota(
                branch.unit.id(),
                branch.unit.kind(),
                branch.unit.person(),
                parent == null ? Optional.empty() : Optional.of(parent.unit.id()),
                branch.depth,
                Cents.money(branch.given.add(branch.closed), currency),
                Cents.money(branch.closed, currency),
                months,
                branch.claim,
                branch.isLeaf() ? branch.ramp : 1,
                branch.bound,
                branch.isLeaf(),
                branch.claims);
    }

    /** The season × who is there; of a floor for somebody who is never there, the season alone. */
    private static BigDecimal[] weights(Branch leaf, double[] season) {
        BigDecimal[] weights = new BigDecimal[season.length];
        BigDecimal sum = BigDecimal.ZERO;
        for (int m = 0; m < weights.length; m++) {
            weights[m] = BigDecimal.valueOf(season[m] * leaf.presence[m]);
            sum = sum.add(weights[m]);
        }
        if (sum.signum() == 0) {
            for (int m = 0; m < weights.length; m++) {
                weights[m] = BigDecimal.valueOf(season[m]);
            }
        }
        return weights;
    }

    /**
     * The same with the months of everybody above.
     *
     * @param quotas each unit before those below it
     */
    static List<UnitQuota> withMonthsAdded(List<UnitQuota> quotas) {
        Map<String, List<Money>> sums = new LinkedHashMap<>();
        for (int i = quotas.size() - 1; i >= 0; i--) {
            UnitQuota quota = quotas.get(i);
            List<Money> months =
                    quota.leaf() ? quota.months() : scaled(quota.rest(), Objects.requireNonNull(sums.get(quota.id())));
            sums.put(quota.id(), months);
            quota.parent().ifPresent(p -> sums.merge(p, months, QuotaRow::added));
        }
        return quotas.stream()
                .map(q -> new UnitQuota(
                        q.id(),
                        q.kind(),
                        q.person(),
                        q.parent(),
                        q.depth(),
                        q.amount(),
                        q.closed(),
                        Objects.requireNonNull(sums.get(q.id())),
                        q.claim(),
                        q.ramp(),
                        q.bound(),
                        q.leaf(),
                        q.because()))
                .toList();
    }

    /** The months of its parts, if they add up to it; otherwise in their proportion. */
    private static List<Money> scaled(Money rest, List<Money> months) {
        if (months.stream().reduce(Money::plus).orElseThrow().equals(rest)) {
            return months;
        }
        boolean nothing = months.stream().allMatch(Money::isZero);
        BigDecimal[] weights =
                months.stream().map(m -> nothing ? BigDecimal.ONE : m.amount()).toArray(BigDecimal[]::new);
        List<Money> scaled = new ArrayList<>();
        for (BigInteger month : Allotment.overTime(Cents.of(rest), weights)) {
            scaled.add(Cents.money(month, rest.currency()));
        }
        return scaled;
    }

    private static List<Money> added(List<Money> a, List<Money> b) {
        List<Money> sum = new ArrayList<>();
        for (int m = 0; m < a.size(); m++) {
            sum.add(a.get(m).plus(b.get(m)));
        }
        return sum;
    }
}
