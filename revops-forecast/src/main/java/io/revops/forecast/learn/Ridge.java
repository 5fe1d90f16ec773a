package io.revops.forecast.learn;

/**
 * How strongly coefficients are held near zero: ½ λ Σ βⱼ² is taken off the log-likelihood, β on the scale of columns with mean 0
 * and standard deviation 1. The intercept is free.
 *
 * @param lambda at least 0; 1 is what scikit-learn calls C = 1
 */
public record Ridge(double lambda) {
    public Ridge {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The ridge is " + lambda + ". Maybe 1, or Ridge.none().");
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
