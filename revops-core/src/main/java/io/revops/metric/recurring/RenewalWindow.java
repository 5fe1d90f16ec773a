package io.revops.metric.recurring;

/**
 * How near a renewal has to be to matter.
 *
 * @param days from the close to the day of the renewal, at least 0
 */
public record RenewalWindow(int days) {
    /** Ninety days. */
    public static final RenewalWindow STANDARD = new RenewalWindow(90);

    public RenewalWindow {
        if (days < 0) {
            throw new IllegalArgumentException("A renewal is within " + days + " days. Maybe 30, 60 or 90.");
        }
    }

    /** So many days. */
    public static RenewalWindow ofDays(int days) {
        return new RenewalWindow(days);
    }
}
