package io.revops.forecast.learn;

/**
 * What is known of the rows of a leaf.
 *
 * @param first the sum of first derivatives, see {@link Gradients}
 * @param second the sum of second derivatives, which also counts the rows
 * @param low the lowest value it may have, for the sake of features that move the score one way only
 * @param high the highest
 */
record Totals(long first, long second, double low, double high) {
    static Totals of(Gradients gradients) {
        long first = 0;
        long second = 0;
        for (int i = 0; i < gradients.first().length; i++) {
            first += gradients.first()[i];
            second += gradients.second()[i];
        }
        return new Totals(first, second, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
