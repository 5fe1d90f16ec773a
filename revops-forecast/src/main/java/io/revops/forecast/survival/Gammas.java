package io.revops.forecast.survival;

/**
 * The logarithm of the gamma function and its first two derivatives, of numbers above zero, the same on every machine: Stirling's
 * series (Abramowitz and Stegun 6.1.40, 6.3.18, 6.4.12) from 10 on, and the recurrence below.
 */
final class Gammas {
    private static final double HALF_LOG_2PI = 0.5 * StrictMath.log(2 * StrictMath.PI);
    private static final double FAR = 10;
    /** Bernoulli numbers B₂, B₄ ... B₁₆. */
    private static final double[] BERNOULLI = {
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510
    };

    private Gammas() {}

    static double log(double x) {
        double product = 1;
        double y = x;
        while (y < FAR) {
            product *= y;
            y++;
        }
        double sum = (y - 0.5) * StrictMath.log(y) - y + HALF_LOG_2PI;
        double power = y;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum += BERNOULLI[k - 1] / (2 * k * (2 * k - 1) * power);
            power *= y * y;
        }
        return sum - StrictMath.log(product);
    }

    static double first(double x) {
        double below = 0;
        double y = x;
        while (y < FAR) {
            below += 1 / y;
            y++;
        }
        double sum = StrictMath.log(y) - 0.5 / y;
        double power = y * y;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum -= BERNOULLI[k - 1] / (2 * k * power);
            power *= y * y;
        }
        return sum - below;
    }

    static double second(double x) {
        double below = 0;
        double y = x;
        while (y < FAR) {
            below += 1 / (y * y);
            y++;
        }
        double sum = 1 / y + 0.5 / (y * y);
        double power = y * y * y;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            sum += BERNOULLI[k - 1] / power;
            power *= y * y;
        }
        return sum + below;
    }
}
