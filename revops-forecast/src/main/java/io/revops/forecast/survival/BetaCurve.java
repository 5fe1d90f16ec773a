package io.revops.forecast.survival;

/**
 * log S(t) = log B(α, β + t^c) − log B(α, β) with its derivatives by (log α, log β, log c).
 *
 * <p>With c = 1 the derivatives by log c are left out.
 */
final class BetaCurve {
    private final double alpha;
    private final double beta;
    private final double power;
    private final int n;

    BetaCurve(double alpha, double beta, double power, int parameters) {
        this.alpha = alpha;
        this.beta = beta;
        this.power = power;
        this.n = parameters;
    }

    double log(int t) {
        if (t == 0) {
            return 0;
        }
        double age = age(t);
        if (age <= 64 && power == 1) {
            double sum = 0;
            for (int k = 0; k < t; k++) {
                sum += StrictMath.log1p(-alpha / (alpha + beta + k));
            }
            return sum;
        }
        return Gammas.log(beta + age) - Gammas.log(beta) + Gammas.log(alpha + beta) - Gammas.log(alpha + beta + age);
    }

    private double age(int t) {
        return power == 1 ? t : StrictMath.pow(t, power);
    }

    /** The value, the slope and the second derivatives of log S(t). */
    Derived at(int t) {
        Derived d = new Derived(n);
        if (t == 0) {
            return d;
        }
        double age = age(t);
        double ab = alpha + beta;
        double f0 = Gammas.first(ab);
        double f1 = Gammas.first(ab + age);
        double fb = Gammas.first(beta + age);
        double s0 = Gammas.second(ab);
        double s1 = Gammas.second(ab + age);
        double sb = Gammas.second(beta + age);
        d.value = log(t);
        double a = f0 - f1;
        double b = fb - Gammas.first(beta) + f0 - f1;
        d.slope[0] = alpha * a;
        d.slope[1] = beta * b;
        d.curve[0][0] = alpha * a + alpha * alpha * (s0 - s1);
        d.curve[0][1] = alpha * beta * (s0 - s1);
        d.curve[1][1] = beta * b + beta * beta * (sb - Gammas.second(beta) + s0 - s1);
        if (n == 3) {
            double by = age * StrictMath.log(t) * power;
            double twice = by + by * StrictMath.log(t) * power;
            double u = fb - f1;
            d.slope[2] = u * by;
            d.curve[0][2] = -alpha * s1 * by;
            d.curve[1][2] = beta * (sb - s1) * by;
            d.curve[2][2] = (sb - s1) * by * by + u * twice;
            d.curve[2][0] = d.curve[0][2];
            d.curve[2][1] = d.curve[1][2];
        }
        d.curve[1][0] = d.curve[0][1];
        return d;
    }

    /** A value with its derivatives. */
    static final class Derived {
        double value;
        final double[] slope;
        final double[][] curve;

        Derived(int n) {
            slope = new double[n];
            curve = new double[n][n];
        }

        /** log(e^before − e^after), of before > after: the log-probability to end in a period. */
        static Derived logDifference(Derived before, Derived after) {
            int n = before.slope.length;
            Derived d = new Derived(n);
            double step = StrictMath.expm1(after.value - before.value);
            double r = 1 + 1 / step;
            double rr = -(1 + step) / (step * step);
            d.value = before.value + StrictMath.log(-step);
            for (int j = 0; j < n; j++) {
                double dj = after.slope[j] - before.slope[j];
                d.slope[j] = before.slope[j] + r * dj;
                for (int k = 0; k < n; k++) {
                    double dk = after.slope[k] - before.slope[k];
                    d.curve[j][k] = before.curve[j][k] + r * (after.curve[j][k] - before.curve[j][k]) + rr * dj * dk;
                }
            }
            return d;
        }
    }
}
