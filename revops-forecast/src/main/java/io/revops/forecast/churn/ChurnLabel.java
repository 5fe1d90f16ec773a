package io.revops.forecast.churn;

import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Objects;

/**
 * In which days after the as-of date an account has to leave to count as one that left.
 *
 * @param horizonDays how many days, at least 1
 * @param gapDays how many days after the as-of date they begin, 0 for the day after: time to act in. Who leaves in the gap is no row
 * @param knownLeavers what becomes of those who have already asked to go
 */
public record ChurnLabel(int horizonDays, int gapDays, KnownLeavers knownLeavers) {
    public ChurnLabel {
        Objects.requireNonNull(knownLeavers, "knownLeavers");
        if (horizonDays < 1 || gapDays < 0) {
            throw new IllegalArgumentException("A horizon of " + horizonDays + " days after a gap of " + gapDays
                    + " days. Maybe within(90), and after(0) or more.");
        }
    }

    /** Who leaves within so many days, from the day after the as-of date; who asked to go before is left out. */
    public static ChurnLabel within(int days) {
        return new ChurnLabel(days, 0, KnownLeavers.LEFT_OUT);
    }

    /** The same, beginning after a gap of so many days. */
    public ChurnLabel after(int days) {
        return new ChurnLabel(horizonDays, days, knownLeavers);
    }

    /** The same with another way to treat those who asked to go before. */
    public ChurnLabel with(KnownLeavers other) {
        return new ChurnLabel(horizonDays, gapDays, other);
    }

    /** The days in which it counts, for an as-of date. */
    public Span horizon(LocalDate asOf) {
        LocalDate from = asOf.plusDays(1L + gapDays);
        return Span.of(from, from.plusDays(horizonDays));
    }

    /** The days between the as-of date and the horizon; empty without a gap. */
    public Span gap(LocalDate asOf) {
        return Span.of(asOf.plusDays(1), asOf.plusDays(1L + gapDays));
    }

    /** How many days after the as-of date the outcome is known: gap and horizon. */
    public int embargoDays() {
        return gapDays + horizonDays;
    }

    /** {@code churn within 90 days, after a gap of 14}. */
    @Override
    public String toString() {
        return "churn within " + horizonDays + " days" + (gapDays == 0 ? "" : ", after a gap of " + gapDays);
    }
}
