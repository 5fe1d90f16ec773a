package io.revops.forecast.plan;

/**
 * How many attainments lie in a band.
 *
 * @param from inclusive: 0.75 is 75 %
 * @param to exclusive; infinite for the last
 * @param count how many
 */
public record AttainmentBand(double from, double to, long count) {
    /** {@code 75 to 100 %}. */
    public String label() {
        long low = Math.round(from * 100);
        return Double.isInfinite(to) ? low + " % and more" : low + " to " + Math.round(to * 100) + " %";
    }
}
