package io.revops.forecast.series;

/** On which side of zero a quantity stays, as far as one has seen. */
public enum Side {
    /** No month was below zero: new MRR, customers. */
    NEVER_BELOW_ZERO,
    /** No month was above zero: churned MRR. */
    NEVER_ABOVE_ZERO,
    BOTH;

    static Side of(double[] months, int count) {
        boolean below = false;
        boolean above = false;
        for (int t = 0; t < count; t++) {
            below |= months[t] < 0;
            above |= months[t] > 0;
        }
        return !below ? NEVER_BELOW_ZERO : !above ? NEVER_ABOVE_ZERO : BOTH;
    }

    double keep(double value) {
        return switch (this) {
            case NEVER_BELOW_ZERO -> Math.max(0, value);
            case NEVER_ABOVE_ZERO -> Math.min(0, value);
            case BOTH -> value;
        };
    }
}
