package io.revops.health;

/**
 * When the use of a week is out of line with a customer's own weeks before.
 *
 * @param minWeeks how many weeks before are needed, at least 4
 * @param maxWeeks how many are looked at
 * @param z how many spreads it has to be away
 * @param change and by what share of the median, at least: 0.3 is 30 %
 */
public record UsageRule(int minWeeks, int maxWeeks, double z, double change) {
    /** Three spreads and 30 % away from the median of 8 to 26 weeks. */
    public static final UsageRule STANDARD = new UsageRule(8, 26, 3, 0.3);

    public UsageRule {
        if (minWeeks < 4 || maxWeeks < minWeeks || !(z > 0) || !(change >= 0)) {
            throw new IllegalArgumentException("A week that is " + z + " spreads and " + change + " away from "
                    + minWeeks + " to " + maxWeeks + " weeks is no rule. Maybe 3 spreads, 0.3, 8 to 26 weeks.");
        }
    }
}
