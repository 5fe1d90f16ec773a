package io.revops.metric;

/**
 * How many of a number of cases, with the interval in which the true share lies 95 times in 100.
 *
 * <p>The interval is Wilson's score interval (E. B. Wilson, Journal of the American Statistical Association 22, 1927, 209–212),
 * which stays inside 0 and 1 and is honest for small numbers, where the usual one is not.
 *
 * @param hits how many, 0 to {@code cases}
 * @param cases of how many, at least 1
 */
public record Proportion(long hits, long cases) {
    /** The 97.5 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (cases < 1 || hits < 0 || hits > cases) {
            throw new IllegalArgumentException(
                    hits + " of " + cases + " is no share. Maybe hits from 0 to the cases, and at least one case.");
        }
    }

    /** The share. */
    public double value() {
        return (double) hits / cases;
    }

    /** The lower end of the 95 % interval. */
    public double low() {
        return hits == 0 ? 0 : centre() - half();
    }

    /** The upper end of the 95 % interval. */
    public double high() {
        return hits == cases ? 1 : centre() + half();
    }

    private double centre() {
        return (value() + Z * Z / (2.0 * cases)) / (1 + Z * Z / cases);
    }

    private double half() {
        double spread = value() * (1 - value()) / cases + Z * Z / (4.0 * cases * cases);
        return Z * StrictMath.sqrt(spread) / (1 + Z * Z / cases);
    }

    /** {@code 41 of 150}. */
    @Override
    public String toString() {
        return hits + " of " + cases;
    }
}
