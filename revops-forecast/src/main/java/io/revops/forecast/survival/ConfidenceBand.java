package io.revops.forecast.survival;

import io.revops.forecast.arithmetic.Tails;

/** On what scale an interval around a probability is symmetric. */
public enum ConfidenceBand {
    /** On its own: S ± z · se, cut at 0 and 1. Too short where few are left. */
    PLAIN {
        @Override
        double end(double survival, double error, double z) {
            return survival + z * error;
        }
    },
    /** On that of its logarithm: S · exp(± z · se / S), cut at 1. */
    LOG {
        @Override
        double end(double survival, double error, double z) {
            return survival * StrictMath.exp(z * error / survival);
        }
    },
    /** On that of log(−log S): S^exp(± z · se / (S · log S)). It stays inside 0 and 1, and holds what it says with few rows. */
    LOG_LOG {
        @Override
        double end(double survival, double error, double z) {
            double log = StrictMath.log(survival);
            return StrictMath.exp(log * StrictMath.exp(z * error / (survival * log)));
        }
    };

    abstract double end(double survival, double error, double z);

    /** Around a probability strictly between 0 and 1. */
    Interval around(double survival, double error, double level) {
        double z = Tails.z(level);
        double one = Math.max(0, Math.min(1, end(survival, error, -z)));
        double other = Math.max(0, Math.min(1, end(survival, error, z)));
        return new Interval(Math.min(one, other), Math.max(one, other), level);
    }
}
