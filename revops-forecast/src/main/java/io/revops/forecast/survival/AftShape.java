package io.revops.forecast.survival;

import io.revops.forecast.Normals;
import io.revops.forecast.arithmetic.Tails;
import java.util.Locale;

/** How the logarithm of a lifetime is spread around its middle: the distribution of z = (log t − μ) / σ. */
public enum AftShape {
    /** Smallest extreme values: S = exp(−e^z). The hazard rises or falls all the way; it is the only one that is also proportional. */
    WEIBULL {
        @Override
        void density(double z, double[] into) {
            double e = StrictMath.exp(z);
            set(into, z - e, 1 - e, -e);
        }

        @Override
        void survival(double z, double[] into) {
            double e = StrictMath.exp(z);
            set(into, -e, -e, -e);
        }

        @Override
        double quantile(double ended) {
            return StrictMath.log(-StrictMath.log1p(-ended));
        }
    },
    /** Normal. The hazard rises and then falls. */
    LOG_NORMAL {
        @Override
        void density(double z, double[] into) {
            set(into, Tails.logNormalDensity(z), -z, -1);
        }

        @Override
        void survival(double z, double[] into) {
            double h = Tails.normalHazard(z);
            set(into, Tails.logAboveNormal(z), -h, -h * (h - z));
        }

        @Override
        double quantile(double ended) {
            return Normals.quantile(ended);
        }
    },
    /** Logistic: S = 1 / (1 + e^z). The hazard falls, or rises and then falls; a unit of a column multiplies the odds. */
    LOG_LOGISTIC {
        @Override
        void density(double z, double[] into) {
            double f = 1 / (1 + StrictMath.exp(-z));
            set(into, z - 2 * softPlus(z), 1 - 2 * f, -2 * f * (1 - f));
        }

        @Override
        void survival(double z, double[] into) {
            double f = 1 / (1 + StrictMath.exp(-z));
            set(into, -softPlus(z), -f, -f * (1 - f));
        }

        @Override
        double quantile(double ended) {
            return StrictMath.log(ended) - StrictMath.log1p(-ended);
        }
    };

    /** log f and its first and second derivative by z. */
    abstract void density(double z, double[] into);

    /** log S and its first and second derivative by z. */
    abstract void survival(double z, double[] into);

    /** The z below which a share lies. */
    abstract double quantile(double ended);

    private static void set(double[] into, double value, double first, double second) {
        into[0] = value;
        into[1] = first;
        into[2] = second;
    }

    private static double softPlus(double z) {
        return z > 0 ? z + StrictMath.log1p(StrictMath.exp(-z)) : StrictMath.log1p(StrictMath.exp(z));
    }

    /** {@code log-normal}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
