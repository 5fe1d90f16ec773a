package io.revops.health;

/**
 * Within how many days after a score a customer has to leave to count as lost.
 *
 * @param days above 0
 */
public record ChurnHorizon(int days) {
    /** Ninety days. */
    public static final ChurnHorizon STANDARD = new ChurnHorizon(90);

    public ChurnHorizon {
        if (days < 1) {
            throw new IllegalArgumentException("Nobody leaves within " + days + " days. Maybe 90.");
        }
    }

    /** So many days. */
    public static ChurnHorizon ofDays(int days) {
        return new ChurnHorizon(days);
    }
}
