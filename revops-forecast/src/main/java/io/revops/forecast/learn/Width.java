package io.revops.forecast.learn;

/** Whether a row has as many values as a model reads. */
final class Width {
    private Width() {}

    static void check(double[] values, int features) {
        if (values.length != features) {
            throw new IllegalArgumentException("The row has " + values.length + " values, and the model reads "
                    + features + ". Maybe NaN where one is missing.");
        }
    }
}
