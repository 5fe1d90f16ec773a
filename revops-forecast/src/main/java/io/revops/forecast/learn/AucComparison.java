package io.revops.forecast.learn;

import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    /**
     * The same where several rows are of one group, such as an account on several days: what a group adds to an area is one case (N.
     * Obuchowski, Biometrics 53, 1997, 567–578), so that copies of rows make nothing surer.
     *
     * @param groups of the rows, in their order
     * @return undefined unless at least two groups have an event, and two have another row: of one alone nothing varies
     */
    public static Reading<AucComparison> of(
            double[] labels, double[] champion, double[] challenger, List<String> groups) {
        Map<String, Integer> places = new HashMap<>();
        groups.forEach(g -> places.putIfAbsent(g, places.size()));
        Reading<AucComparison> alone = of(labels, champion, challenger);
        if (places.size() == labels.length || alone.value().isEmpty()) {
            return alone;
        }
        int[] group = groups.stream().mapToInt(places::get).toArray();
        long withEvents = groups(labels, group, 1);
        long withOthers = groups(labels, group, 0);
        if (withEvents < 2 || withOthers < 2) {
            return Reading.undefined(
                    UndefinedCode.TOO_FEW_CASES,
                    "The events are of " + withEvents + " groups and the other rows of " + withOthers
                            + ", and two of each are needed.");
        }
        int events = (int) Arrays.stream(labels).sum();
        GroupSums a = Components.of(labels, champion, events).byGroup(labels, group, places.size());
        GroupSums b = Components.of(labels, challenger, events).byGroup(labels, group, places.size());
        Corrections by = new Corrections(correction(withEvents), correction(withOthers), correction(places.size()));
        AucComparison rows = alone.orElseThrow();
        return Reading.known(new AucComparison(
                rows.champion(), rows.challenger(), a.covariance(a, by), b.covariance(b, by), a.covariance(b, by)));
    }

    private static long groups(double[] labels, int[] group, int label) {
        return IntStream.range(0, labels.length)
                .filter(i -> labels[i] == label)
                .map(i -> group[i])
                .distinct()
                .count();
    }

    private static double correction(long groups) {
        return groups / (groups - 1.0);
    }

    /** What sums over groups are multiplied with, because their middle is known from them. */
    private record Corrections(double ofEvents, double ofOthers, double ofBoth) {}

    /** What the events and the other rows of each group add to the distance of the area from its middle. */
    private static final class GroupSums {
        private final double[] ofEvents;
        private final double[] ofOthers;

        GroupSums(int groups) {
            ofEvents = new double[groups];
            ofOthers = new double[groups];
        }

        double covariance(GroupSums that, Corrections by) {
            return by.ofEvents() * products(ofEvents, that.ofEvents)
                    + by.ofOthers() * products(ofOthers, that.ofOthers)
                    + by.ofBoth() * (products(ofEvents, that.ofOthers) + products(ofOthers, that.ofEvents));
        }

        private static double products(double[] a, double[] b) {
            double[] products = new double[a.length];
            Arrays.setAll(products, i -> a[i] * b[i]);
            Arrays.sort(products); // so that the order of rows does not matter
            return Arrays.stream(products).sum();
        }
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

        GroupSums byGroup(double[] labels, int[] group, int groups) {
            double area = area();
            GroupSums sums = new GroupSums(groups);
            int high = 0;
            int low = 0;
            for (int i = 0; i < labels.length; i++) {
                if (labels[i] == 1) {
                    sums.ofEvents[group[i]] += (ofEvents[high++] - area) / ofEvents.length;
                } else {
                    sums.ofOthers[group[i]] += (ofOthers[low++] - area) / ofOthers.length;
                }
            }
            return sums;
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
