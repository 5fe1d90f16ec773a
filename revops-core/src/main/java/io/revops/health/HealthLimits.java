package io.revops.health;

import java.math.BigDecimal;

/**
 * Where the bands of a score meet.
 *
 * @param redBelow a score below this is red
 * @param greenFrom a score from this on is green; what lies between is yellow
 */
public record HealthLimits(double redBelow, double greenFrom) {
    /** Red below 40, green from 70. */
    public static final HealthLimits STANDARD = new HealthLimits(40, 70);

    public HealthLimits {
        if (!(redBelow >= 0 && redBelow <= greenFrom && greenFrom <= 100)) {
            throw new IllegalArgumentException("Red below " + redBelow + " and green from " + greenFrom
                    + " are no bands of 0 to 100. Maybe 40 and 70.");
        }
    }

    /** Red below a score, green from another on. */
    public static HealthLimits of(double redBelow, double greenFrom) {
        return new HealthLimits(redBelow, greenFrom);
    }

    /** The band of a score. */
    public HealthBand band(BigDecimal score) {
        if (score.compareTo(BigDecimal.valueOf(redBelow)) < 0) {
            return HealthBand.RED;
        }
        return score.compareTo(BigDecimal.valueOf(greenFrom)) < 0 ? HealthBand.YELLOW : HealthBand.GREEN;
    }
}
