package io.revops.forecast.learn;

/** Between probabilities and log-odds, the same on every machine. */
final class LogOdds {
    /** A probability nearer to 0 or 1 is taken as this near, so that no logarithm is infinite: 2⁻⁵². */
    static final double NEAREST = 0x1.0p-52;

    private LogOdds() {}

    /** 1 / (1 + e⁻ˣ). */
    static double probability(double logOdds) {
        if (logOdds >= 0) {
            return 1 / (1 + StrictMath.exp(-logOdds));
        }
        double e = StrictMath.exp(logOdds);
        return e / (1 + e);
    }

    /** ln p − ln(1 − p), of a probability clipped away from 0 and 1. */
    static double of(double probability) {
        double p = clip(probability);
        return StrictMath.log(p) - StrictMath.log1p(-p);
    }

    static double clip(double probability) {
        return Math.min(1 - NEAREST, Math.max(NEAREST, probability));
    }

    /** ln(1 + eˣ), without overflow. */
    static double softplus(double x) {
        return x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x));
    }

    /** −y ln p − (1 − y) ln(1 − p). */
    static double loss(double label, double probability) {
        double p = clip(probability);
        return label == 1
                ? -StrictMath.log(p)
                : label == 0 ? -StrictMath.log1p(-p) : -label * StrictMath.log(p) - (1 - label) * StrictMath.log1p(-p);
    }
}
