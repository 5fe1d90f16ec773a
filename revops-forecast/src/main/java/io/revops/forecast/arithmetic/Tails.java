package io.revops.forecast.arithmetic;

import io.revops.forecast.Normals;

/**
 * Tail probabilities, the same on every machine.
 *
 * <p>The normal tail is the series of erf near zero (Abramowitz and Stegun 7.1.6) and the continued fraction of erfc beyond
 * (7.1.14); the χ² tail of whole degrees of freedom is a finite sum (26.4.4 and 26.4.5).
 */
public final class Tails {
    private static final double SQRT_HALF = StrictMath.sqrt(0.5);
    private static final double SQRT_PI = StrictMath.sqrt(StrictMath.PI);
    private static final double LOG_SQRT_2PI = 0.5 * StrictMath.log(2 * StrictMath.PI);

    private Tails() {}

    /** How many standard errors a symmetric interval reaches to each side. */
    public static double z(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "There is no interval at level (" + level + "). Maybe one between 0 and 1, such as 0.9.");
        }
        return Normals.quantile(0.5 + level / 2);
    }

    /** P(|Z| ≥ |z|). */
    public static double twoSided(double z) {
        return Math.min(1, 2 * aboveNormal(Math.abs(z)));
    }

    /** P(Z > z). */
    public static double aboveNormal(double z) {
        return z < 0 ? 1 - 0.5 * erfc(-z * SQRT_HALF) : 0.5 * erfc(z * SQRT_HALF);
    }

    /** log P(Z > z), also where the probability itself is too small to be written. */
    public static double logAboveNormal(double z) {
        if (z < 2) {
            return z < -1 ? StrictMath.log1p(-aboveNormal(-z)) : StrictMath.log(aboveNormal(z));
        }
        return logNormalDensity(z) + StrictMath.log(mills(z));
    }

    /** log φ(z). */
    public static double logNormalDensity(double z) {
        return -0.5 * z * z - LOG_SQRT_2PI;
    }

    /** P(Z > z) / φ(z), of z ≥ 0. */
    private static double mills(double z) {
        return erfcScaled(z * SQRT_HALF) * SQRT_PI * SQRT_HALF;
    }

    /** φ(z) / P(Z > z), the hazard of the normal distribution. */
    public static double normalHazard(double z) {
        return z < 0 ? StrictMath.exp(logNormalDensity(z)) / aboveNormal(z) : 1 / mills(z);
    }

    private static double erfc(double x) {
        return x < 1.5 ? 1 - erf(x) : StrictMath.exp(-x * x) * erfcScaled(x);
    }

    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / SQRT_PI * StrictMath.exp(-x * x) * sum;
    }

    /** exp(x²) · erfc(x), of x ≥ 0. */
    private static double erfcScaled(double x) {
        if (x < 1.5) {
            return StrictMath.exp(x * x) * (1 - erf(x));
        }
        double fraction = 0;
        for (int n = x > 6 ? 40 : 160; n >= 1; n--) {
            fraction = n / 2.0 / (x + fraction);
        }
        return 1 / (SQRT_PI * (x + fraction));
    }

    /** P(χ² > x) with whole degrees of freedom, at least one. */
    public static double aboveChiSquared(double x, int degrees) {
        if (x <= 0) {
            return 1;
        }
        boolean odd = degrees % 2 == 1;
        double term = odd ? StrictMath.exp(-x / 2) * StrictMath.sqrt(2 * x / StrictMath.PI) : StrictMath.exp(-x / 2);
        double sum = odd ? 2 * aboveNormal(StrictMath.sqrt(x)) : 0;
        for (int k = odd ? 1 : 0; k < degrees - 1; k += 2) {
            sum += term;
            term *= x / (k + 2);
        }
        return Math.min(1, sum);
    }
}
