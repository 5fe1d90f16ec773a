package io.revops.forecast.learn;

/** How often a standard normal lies further out. */
final class NormalTail {
    private static final double SQRT_TWO_PI = 2.5066282746310002;
    private static final double FAR = 3;

    private NormalTail() {}

    /**
     * P(|Z| ≥ |z|): near the middle by the series φ(z) Σ z^(2k+1) / (1·3·…·(2k+1)) (G. Marsaglia, Journal of Statistical Software 11,
     * 2004), further out by Laplace's continued fraction.
     */
    static double twoSided(double z) {
        double x = Math.abs(z);
        double density = StrictMath.exp(-x * x / 2) / SQRT_TWO_PI;
        if (x < FAR) {
            double term = x;
            double sum = x;
            for (int k = 3; term > sum * 1e-17; k += 2) {
                term *= x * x / k;
                sum += term;
            }
            return 1 - 2 * density * sum;
        }
        double fraction = x;
        for (int k = 200; k >= 1; k--) {
            fraction = x + k / fraction;
        }
        return 2 * density / fraction;
    }
}
