package io.revops.forecast.pipeline;

/**
 * From when on a deal is flagged.
 *
 * @param stalledAt the quantile of the days that won deals stood in the same stage, beyond which a deal is stalled
 * @param fewestStays how many such stays are needed to tell
 * @param pushes how often the close date was moved to a later month
 * @param quietDays days without an activity or a change
 * @param amountTimes the amount as a multiple of the middle of what the seller has won
 * @param fewestWon how many won deals of the seller are needed to tell
 */
public record RiskThresholds(
        double stalledAt, int fewestStays, int pushes, int quietDays, double amountTimes, int fewestWon) {
    public RiskThresholds {
        if (!(stalledAt > 0 && stalledAt < 1)
                || fewestStays < 1
                || pushes < 1
                || quietDays < 1
                || !(amountTimes > 1)
                || fewestWon < 1) {
            throw new IllegalArgumentException("A deal is flagged from the quantile " + stalledAt + " of " + fewestStays
                    + " stays, " + pushes + " pushes, " + quietDays + " days and " + amountTimes
                    + " times the middle of "
                    + fewestWon
                    + " won deals on. Maybe a quantile between 0 and 1, a multiple above 1 and counts from 1.");
        }
    }

    /** The 80th percentile of 10 stays, two pushes, 30 days, three times the middle of 5 won deals. */
    public static RiskThresholds standard() {
        return new RiskThresholds(0.8, 10, 2, 30, 3, 5);
    }
}
