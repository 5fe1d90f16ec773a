package io.revops.metric;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long it takes until half of a number of cases have reached something, where those who still wait count as well.
 *
 * <p>It is the median of Kaplan and Meier: the first time at which no more than half still wait, and if just half do for a
 * while, the middle of that while. Who had not reached it when last seen has waited at least so long, and says so until then.
 * A median of those alone who did reach it leaves out whoever takes long, and is too short. The interval is that of Brookmeyer
 * and Crowley, on the scale of log(-log S).
 *
 * <p>E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53, 1958, 457–481; R. Brookmeyer and J. Crowley,
 * Biometrics 38, 1982, 29–41.
 *
 * @param median in the unit of its metric
 * @param low the lower end of the 95 % interval; empty if the cases do not tell
 * @param high the upper end; empty if it may be any longer
 * @param reached how many reached it
 * @param waiting how many had not when they were last seen
 */
public record MedianWait(double median, OptionalDouble low, OptionalDouble high, long reached, long waiting) {
    /**
     * How long one of the cases waited.
     *
     * @param length until it was reached, or until it was last seen; 0 or more
     * @param isOver whether it was reached
     */
    public record Wait(double length, boolean isOver) {
        public Wait {
            if (!(length >= 0) || Double.isInfinite(length)) {
                throw new IllegalArgumentException(
                        "Nobody waits for " + length + ". Maybe 0 where it was there from the start.");
            }
        }
    }

    public MedianWait {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
    }

    /** The median of some waits, in any order; empty if fewer than half are known to be over, or there are none. */
    public static Optional<MedianWait> of(Collection<Wait> waits) {
        WaitCurve curve = new WaitCurve(waits);
        OptionalDouble median = curve.median();
        return median.isEmpty()
                ? Optional.empty()
                : Optional.of(new MedianWait(
                        median.getAsDouble(),
                        curve.low(),
                        curve.high(),
                        curve.reached(),
                        waits.size() - curve.reached()));
    }

    /** {@code 12.0 days (9.0 to 20.0, 12 of 15 reached it)}. */
    String print(Unit unit) {
        StringBuilder text = new StringBuilder(Unit.length(median))
                .append(' ')
                .append(unit.word())
                .append(" (");
        if (low.isPresent() && high.isPresent()) {
            text.append(Unit.length(low.getAsDouble()))
                    .append(" to ")
                    .append(Unit.length(high.getAsDouble()))
                    .append(", ");
        } else if (low.isPresent()) {
            text.append(Unit.length(low.getAsDouble())).append(" or more, ");
        }
        return text.append(reached)
                .append(" of ")
                .append(reached + waiting)
                .append(" reached it)")
                .toString();
    }

    /** {@code 12.0 (12 of 15)}. */
    @Override
    public String toString() {
        return median + " (" + reached + " of " + (reached + waiting) + ")";
    }
}
