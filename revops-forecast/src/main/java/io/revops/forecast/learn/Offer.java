package io.revops.forecast.learn;

/**
 * What contacting an account costs and brings, in one currency.
 *
 * @param benefit what is kept on average by contacting one that would have left: its value times the share that the contact holds
 * @param cost of contacting one
 */
public record Offer(double benefit, double cost) {
    public Offer {
        if (!(benefit > 0 && cost > 0 && Double.isFinite(benefit) && Double.isFinite(cost))) {
            throw new IllegalArgumentException(
                    "An offer brings " + benefit + " and costs " + cost + ". Maybe amounts above 0, in one currency.");
        }
    }

    /** The probability from which on a contact is worth it, if probabilities can be taken at their word: cost / benefit. */
    public double threshold() {
        return cost / benefit;
    }

    /** What one row brings, contacted if it scores at least the threshold. */
    double profit(double label, double probability) {
        return probability >= threshold() ? label * benefit - cost : 0;
    }
}
