package io.revops.forecast.pipeline;

/**
 * A deal that may be won or lost at any time: what remains of it, step by step, where both hazards are constant within a step.
 *
 * <p>With hazards w of winning and l of losing, over a time t: it stays open with probability S = exp(−(w + l) · t), and of what
 * closes the share w / (w + l) is won. Steps multiply: what is won in a step is S before it times what is won within it.
 *
 * <p>Reference: R. L. Prentice et al., The analysis of failure times in the presence of competing risks, Biometrics 34, 1978.
 */
public final class CompetingHazards {
    private double open = 1;
    private double won;
    private double lost;

    private CompetingHazards() {}

    /** A deal that is open. */
    public static CompetingHazards start() {
        return new CompetingHazards();
    }

    /** The probability that it is won in the end, if both hazards stay as they are; 0 if it can never be. */
    public static double eventual(double win, double loss) {
        return win == 0 ? 0 : win / (win + loss);
    }

    /** The probability that it is won within a time, if both hazards stay as they are. */
    public static double within(double win, double loss, double time) {
        return start().step(win, loss, time).won();
    }

    /**
     * Goes on by a time in which both hazards are constant.
     *
     * @param win the hazard of winning per unit of time, not below 0
     * @param loss the hazard of losing
     * @param time how long
     */
    public CompetingHazards step(double win, double loss, double time) {
        if (!(win >= 0 && loss >= 0 && time >= 0)) {
            throw new IllegalArgumentException("The hazards are " + win + " and " + loss + " over " + time
                    + ". Maybe numbers that are not below 0.");
        }
        double both = win + loss;
        if (both > 0) {
            double closes = open * -StrictMath.expm1(-both * time);
            won += closes * (win / both);
            lost += closes * (loss / both);
            open -= closes;
        }
        return this;
    }

    /** The probability that it was won by now. */
    public double won() {
        return won;
    }

    /** The probability that it was lost by now. */
    public double lost() {
        return lost;
    }

    /** The probability that it is still open. */
    public double open() {
        return open;
    }

    @Override
    public String toString() {
        return "won " + won + ", lost " + lost + ", open " + open;
    }
}
