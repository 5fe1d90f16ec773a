package io.revops.forecast.learn;

import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;

/**
 * Whether one score ranks the same rows better than another: both areas under the curve, with the variance of their difference.
 *
 * <p>E. DeLong, D. DeLong and D. Clarke-Pearson, Biometrics 44, 1988, 837–845, by mid-ranks (X. Sun and W. Xu, IEEE Signal Processing
 * Letters 21, 2014, 1389–1393).
 *
 * @param champion the area of the first
 * @param challenger the area of the second
 * @param championVariance of the first area
 * @param challengerVariance of the second area
 * @param covariance of both
 */
public record AucComparison(
        double champion, double challenger, double championVariance, double challengerVariance, double covariance) {

    /**
     * Compares two scores of the same rows.
     *
     * @return undefined unless there are at least two events and two other rows
     */
    public static Reading<AucComparison> of(double[] labels, double[] champion, double[] challenger) {
        int events = Measures.of(labels, champion).events();
        int others = Measures.of(labels, challenger).size() - events;
        if (events < 2 || others < 2) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "There are " + events + " events and " + others + " other rows, and two of each are needed.");
        }
        Components a = Components.of(labels, champion, events);
        Components b = Components.of(labels, challenger, events);
        return Reading.known(new AucComparison(a.area(), b.area(), a.covariance(a), b.covariance(b), a.covariance(b)));
    }

    /** For each event the share of others below it, for each other the share of events above it. */
    private static final class Components {
        private final double[] ofEvents;
        private final double[] ofOthers;

        private Components(double[] ofEvents, double[] ofOthers) {
            this.ofEvents = ofEvents;
            this.ofOthers = ofOthers;
        }

        static Components of(double[] labels, double[] scores, int events) {
            int others = labels.length - events;
            double[] high = new double[events];
            double[] low = new double[others];
            int[] places = new int[labels.length];
            int h = 0;
            int l = 0;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == 1) {
                    places[i] = h;
                    high[h++] = scores[i];
                } else {
                    places[i] = l;
                    low[l++] = scores[i];
                }
            }
            double[] all = Order.midranks(scores);
            double[] amongEvents = Order.midranks(high);
            double[] amongOthers = Order.midranks(low);
            double[] ofEvents = new double[events];
            double[] ofOthers = new double[others];
            for (int i = 0; i < labels.length; i++) {
                int place = places[i];
                if (labels[i] == 1) {
                    ofEvents[place] = (all[i] - amongEvents[place]) / others;
                } else {
                    ofOthers[place] = 1 - (all[i] - amongOthers[place]) / events;
                }
            }
            return new Components(ofEvents, ofOthers);
        }

        double area() {
            return mean(ofEvents);
        }

        double covariance(Components that) {
            return covariance(ofEvents, that.ofEvents) / ofEvents.length
                    + covariance(ofOthers, that.ofOthers) / ofOthers.length;
        }

        private static double covariance(double[] x, double[] y) {
            double meanX = mean(x);
            double meanY = mean(y);
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += (x[i] - meanX) * (y[i] - meanY);
            }
            return sum / (x.length - 1);
        }

        private static double mean(double[] x) {
            double sum = 0;
            for (double value : x) {
                sum += value;
            }
            return sum / x.length;
        }
    }

    /** How much larger the challenger's area is. */
    public double difference() {
        return challenger - champion;
    }

    /** The standard error of the difference. */
    public double standardError() {
        return StrictMath.sqrt(Math.max(0, championVariance + challengerVariance - 2 * covariance));
    }

    /** How often chance alone makes as large a difference, either way; 1 if both rank every pair alike. */
    public double pValue() {
        double error = standardError();
        return error == 0 ? (difference() == 0 ? 1 : 0) : NormalTail.twoSided(difference() / error);
    }
}
