package io.revops.forecast.pipeline;

/**
 * A number learnt from few cases, drawn towards what was believed before: (n · learnt + k · prior) / (n + k).
 *
 * <p>With no case it is the prior, with many it is what was learnt; more cases never move it back towards the prior. A strength of
 * k says that the prior is worth as much as k cases.
 *
 * <p>Reference: B. Efron, C. Morris, Stein's Paradox in Statistics, Scientific American 236, 1977; H. Bühlmann, Experience Rating
 * and Credibility, ASTIN Bulletin 4, 1967 (the weight n / (n + k)).
 *
 * @param prior what is believed with no case
 * @param strength how many cases the prior is worth, 0 or more
 */
public record Shrinkage(double prior, double strength) {
    public Shrinkage {
        if (!Double.isFinite(prior) || !Double.isFinite(strength) || strength < 0) {
            throw new IllegalArgumentException("A prior of " + prior + " is worth " + strength
                    + " cases. Maybe a finite number, and 0 cases or more.");
        }
    }

    /** Towards a prior that is worth that many cases. */
    public static Shrinkage toward(double prior, double strength) {
        return new Shrinkage(prior, strength);
    }

    /**
     * What was learnt, drawn towards the prior.
     *
     * @param learnt of the cases; any number if there is none
     * @param cases 0 or more
     * @throws IllegalArgumentException if there is neither a case nor a prior that is worth something
     */
    public double of(double learnt, double cases) {
        if (cases < 0 || cases + strength == 0) {
            throw new IllegalArgumentException("There are " + cases + " cases and a prior worth " + strength
                    + ". Maybe state a prior, or leave the number out.");
        }
        return cases == 0 ? prior : (cases * learnt + strength * prior) / (cases + strength);
    }

    /** The same strength towards another prior. */
    public Shrinkage towards(double other) {
        return new Shrinkage(other, strength);
    }
}
