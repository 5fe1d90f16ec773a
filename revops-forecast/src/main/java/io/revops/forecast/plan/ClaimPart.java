package io.revops.forecast.plan;

import io.revops.metric.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * One basis of a unit's claim: claim = Σ weight × measure / siblings, over Σ weight.
 *
 * @param basis which
 * @param measure the unit's own
 * @param siblings the sum of its and its siblings', above 0
 * @param weight the basis' share in the blend
 */
public record ClaimPart(QuotaBasis basis, BigDecimal measure, BigDecimal siblings, BigDecimal weight) {
    public ClaimPart {
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(siblings, "siblings");
        Objects.requireNonNull(weight, "weight");
    }

    /** {@code potential 1 of 4, weighed 0.6}. */
    @Override
    public String toString() {
        return basis.word() + " " + print(measure) + " of " + print(siblings) + ", weighed " + weight.toPlainString();
    }

    private static String print(BigDecimal number) {
        BigDecimal rounded = number.setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return Unit.grouped(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }
}
