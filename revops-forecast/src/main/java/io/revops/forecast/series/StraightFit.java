package io.revops.forecast.series;

/**
 * A line through its centre: the value at month t, counted from 0, is mean + slope · (t − centre).
 *
 * @param centre the mean of the months' numbers 0, 1, 2 ...
 * @param mean the mean of their values
 * @param slope by how much it rises from month to month
 */
record StraightFit(double centre, double mean, double slope) {
    /** The ordinary least-squares line: slope = Σ (t − centre) · value / Σ (t − centre)². */
    static StraightFit leastSquares(double[] months, int count) {
        double centre = (count - 1) / 2.0;
        double sum = 0;
        for (int t = 0; t < count; t++) {
            sum += months[t];
        }
        double mean = sum / count;
        double along = 0;
        double square = 0;
        for (int t = 0; t < count; t++) {
            along += (t - centre) * (months[t] - mean);
            square += (t - centre) * (t - centre);
        }
        return new StraightFit(centre, mean, along / square);
    }

    double at(int month) {
        return mean + slope * (month - centre);
    }
}
