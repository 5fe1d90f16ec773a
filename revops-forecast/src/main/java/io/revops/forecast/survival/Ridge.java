package io.revops.forecast.survival;

/**
 * How strongly coefficients are drawn to zero: log L − λ/2 · Σ (βⱼ sⱼ)², with sⱼ the standard deviation of the column, so that units
 * do not matter. It makes columns that separate or repeat each other fit, and coefficients too small on purpose.
 *
 * @param lambda 0 is none
 */
public record Ridge(double lambda) {
    public Ridge {
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException(
                    "The coefficients cannot be drawn by " + lambda + ". Maybe 1, or 0 for not at all.");
        }
    }

    public static Ridge of(double lambda) {
        return new Ridge(lambda);
    }

    public static Ridge none() {
        return new Ridge(0);
    }
}
