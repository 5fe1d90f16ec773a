package io.revops.health;

/**
 * A factor of which nothing is known for a customer; what it would weigh, the others weigh more.
 *
 * @param factor its name
 * @param weight how much it would count, beside the others
 * @param why what is not known
 */
public record MissingFactor(String factor, double weight, String why) {
    /** {@code sentiment missing: no survey was answered in 365 days}. */
    @Override
    public String toString() {
        return factor + " missing: " + why;
    }
}
