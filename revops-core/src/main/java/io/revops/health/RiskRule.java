package io.revops.health;

/**
 * When a customer is at risk.
 *
 * @param renewalDays how near a renewal has to be to matter
 * @param overdueDays how long a bill has to be overdue to matter
 * @param probability from which on a probability of leaving matters, 0 to 1
 */
public record RiskRule(int renewalDays, int overdueDays, double probability) {
    /** A renewal within 90 days, a bill 14 days overdue, a probability of 30 %. */
    public static final RiskRule STANDARD = new RiskRule(90, 14, 0.3);

    public RiskRule {
        if (renewalDays < 0 || overdueDays < 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A renewal within " + renewalDays + " days, a bill " + overdueDays
                    + " days overdue and a probability of " + probability + " are no rule. Maybe 90, 14 and 0.3.");
        }
    }
}
