package io.revops.reconcile;

import io.revops.metric.recurring.Bridge;
import io.revops.metric.recurring.PrintedShares;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * Two amounts per month and the parts between them as they are printed: the first and all parts add up to the second, to the
 * last digit. The two are rounded, and the parts share out what rounding leaves.
 *
 * @param parts one for each rule, in their order
 */
public record PrintedRow(BigDecimal first, List<BigDecimal> parts, BigDecimal second) {
    public PrintedRow {
        parts = List.copyOf(parts);
    }

    static PrintedRow of(RunRate first, Collection<RunRate> parts, RunRate second, int digits) {
        BigDecimal from = Bridge.monthly(first, digits);
        BigDecimal to = Bridge.monthly(second, digits);
        return new PrintedRow(from, PrintedShares.of(List.copyOf(parts), to.subtract(from), digits), to);
    }

    /** The second less the first. */
    public BigDecimal difference() {
        return second.subtract(first);
    }
}
