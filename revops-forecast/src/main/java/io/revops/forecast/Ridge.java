package io.revops.forecast;

/**
 * How strongly coefficients are drawn towards zero: log L − ½ λ · Σ (βⱼ sⱼ)², with sⱼ the standard deviation of the column, so that
 * units do not matter. An intercept is free. Columns that separate or repeat each other can be fitted with it, with coefficients that
 * are too small on purpose.
 *
 * @param lambda 0 or more, and finite: 0 is plain maximum likelihood; 1 is what scikit-learn calls C = 1
 */
public record Ridge(double lambda) {
    public Ridge {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The coefficients cannot be drawn by " + lambda + ". Maybe 1, or Ridge.none() for not at all.");
        }
    }

    public static Ridge of(double lambda) {
        return new Ridge(lambda);
    }

    /** Plain maximum likelihood: coefficients and standard errors as in a textbook, if nothing separates the outcomes. */
    public static Ridge none() {
        return new Ridge(0);
    }
}
