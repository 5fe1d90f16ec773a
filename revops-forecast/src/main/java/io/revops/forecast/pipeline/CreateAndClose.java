package io.revops.forecast.pipeline;

/** What deals bring in a period that are not open yet when it begins: how many are opened, and how many of them are won in time. */
public final class CreateAndClose {
    private CreateAndClose() {}

    /**
     * The expected value: Σ created(u) · wonInTime(u) · value over the times u at which deals are opened.
     *
     * @param created how many deals are expected to be opened at each time
     * @param wonInTime the probability that a deal that is opened then is won by the end
     * @param value what a won deal brings
     */
    public static double expected(double[] created, double[] wonInTime, double value) {
        return won(created, wonInTime) * value;
    }

    /** How many deals are expected to be opened and won. */
    public static double won(double[] created, double[] wonInTime) {
        if (created.length != wonInTime.length) {
            throw new IllegalArgumentException("There are " + created.length + " times and " + wonInTime.length
                    + " probabilities. Maybe one probability for each time.");
        }
        double won = 0;
        for (int u = 0; u < created.length; u++) {
            won += created[u] * wonInTime[u];
        }
        return won;
    }
}
