package io.revops.forecast.learn;

import java.util.Arrays;
import java.util.List;

/** Makes a probability of a score, such that of those with 20 % about one in five has the event. Never orders two rows anew. */
public sealed interface Calibrator {
    /** The probability of the event for log-odds. */
    double probability(double logOdds);

    /** As it is: what a logistic regression and a careful boosting need. */
    record None() implements Calibrator {
        @Override
        public double probability(double logOdds) {
            return LogOdds.probability(logOdds);
        }
    }

    /**
     * A straight line in the log-odds: σ(slope · x + intercept). J. Platt, Advances in Large Margin Classifiers, 1999.
     *
     * @param slope at least 0
     */
    record Platt(double slope, double intercept) implements Calibrator {
        public Platt {
            if (!(slope >= 0 && slope < Double.POSITIVE_INFINITY && Double.isFinite(intercept))) {
                throw new IllegalArgumentException(
                        "The line is " + slope + " x + " + intercept + ". Maybe the file was changed.");
            }
        }

        @Override
        public double probability(double logOdds) {
            return LogOdds.probability(slope * logOdds + intercept);
        }
    }

    /**
     * σ(a ln p − b ln(1 − p) + c), which can also bend. M. Kull, T. Silva Filho and P. Flach, AISTATS 2017.
     *
     * @param a at least 0
     * @param b at least 0
     */
    record Beta(double a, double b, double c) implements Calibrator {
        public Beta {
            if (!(a >= 0
                    && a < Double.POSITIVE_INFINITY
                    && b >= 0
                    && b < Double.POSITIVE_INFINITY
                    && Double.isFinite(c))) {
                throw new IllegalArgumentException(
                        "The curve has a = " + a + ", b = " + b + ", c = " + c + ". Maybe the file was changed.");
            }
        }

        /** ln p and ln(1 − p) are −softplus(−x) and −softplus(x). */
        @Override
        public double probability(double logOdds) {
            return LogOdds.probability(-a * LogOdds.softplus(-logOdds) + b * LogOdds.softplus(logOdds) + c);
        }
    }

    /**
     * A rising line from knot to knot, flat outside; probabilities stay as far from 0 and 1 as the rows it was made of can tell.
     *
     * @param said probabilities before, rising
     * @param happened shares after, never falling
     * @param nearest how near to 0 and 1 a probability may come, above 0
     */
    record Isotonic(List<Double> said, List<Double> happened, double nearest) implements Calibrator {
        public Isotonic {
            said = List.copyOf(said);
            happened = List.copyOf(happened);
            boolean rises = !said.isEmpty() && said.size() == happened.size() && nearest > 0 && nearest < 0.5;
            for (int i = 0; rises && i < said.size(); i++) {
                rises = happened.get(i) >= 0
                        && happened.get(i) <= 1
                        && (i == 0 || (said.get(i) > said.get(i - 1) && happened.get(i) >= happened.get(i - 1)));
            }
            if (!rises) {
                throw new IllegalArgumentException("The knots do not rise. Maybe the file was changed.");
            }
        }

        @Override
        public double probability(double logOdds) {
            return Math.min(1 - nearest, Math.max(nearest, line(LogOdds.probability(logOdds))));
        }

        private double line(double p) {
            int last = said.size() - 1;
            if (p <= said.get(0)) {
                return happened.get(0);
            }
            if (p >= said.get(last)) {
                return happened.get(last);
            }
            int at = Arrays.binarySearch(said.toArray(), p);
            if (at >= 0) {
                return happened.get(at);
            }
            int up = -at - 1;
            double share = (p - said.get(up - 1)) / (said.get(up) - said.get(up - 1));
            double low = happened.get(up - 1);
            double high = happened.get(up);
            return Math.min(high, low + share * (high - low));
        }
    }
}
