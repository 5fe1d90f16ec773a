package io.revops.forecast.revenue;

/**
 * How far the rate of a small group is drawn to that of the larger one around it: as if so many cases more had been seen, at the larger
 * group's rate.
 *
 * @param cases above 0
 */
public record RenewalShrinkage(double cases) {
    /** Ten cases: a group of ten stands half on its own feet. */
    public static final RenewalShrinkage STANDARD = new RenewalShrinkage(10);

    public RenewalShrinkage {
        if (!(cases > 0 && Double.isFinite(cases))) {
            throw new IllegalArgumentException("The shrinkage is that of " + cases + " cases. Maybe 10.");
        }
    }

    public static RenewalShrinkage of(double cases) {
        return new RenewalShrinkage(cases);
    }

    double rate(long hits, long of, double around) {
        return (hits + cases * around) / (of + cases);
    }
}
