package io.revops.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How often a customer who left had a lower score than one who stayed, ties counting half: the area under the ROC curve, by
 * ranks, with an interval that knows that scores of one customer belong together.
 *
 * <p>The variance is that of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988, 837–845), added up by customer as Obuchowski
 * does (Biometrics 53, 1997, 567–578).
 *
 * @param auc 0 to 1; 0.5 is what guessing reaches
 * @param low the lower end of the 95 % interval
 * @param high the upper end
 * @param left how many scores were followed by a departure
 * @param stayed how many were not
 */
public record RankAccuracy(double auc, double low, double high, int left, int stayed) {
    private static final double Z = 1.959963984540054;

    /** One score of a customer, and whether it left. */
    record Case(String customer, double score, boolean left) {}

    /** Absent if nobody left, or nobody stayed. */
    static @Nullable RankAccuracy of(List<Case> cases) {
        double[] left = scores(cases, true);
        double[] stayed = scores(cases, false);
        if (left.length == 0 || stayed.length == 0) {
            return null;
        }
        double[] placements = cases.stream()
                .mapToDouble(c -> c.left() ? above(stayed, c.score()) : 1 - above(left, c.score()))
                .toArray();
        double auc = 0;
        for (int i = 0; i < placements.length; i++) {
            auc += cases.get(i).left() ? placements[i] : 0;
        }
        auc /= left.length;
        double half = Z * StrictMath.sqrt(variance(cases, placements, auc, left.length, stayed.length));
        return new RankAccuracy(auc, Math.max(0, auc - half), Math.min(1, auc + half), left.length, stayed.length);
    }

    private static double variance(List<Case> cases, double[] placements, double auc, int left, int stayed) {
        Map<String, double[]> byCustomer = new TreeMap<>();
        TreeSet<String> leavers = new TreeSet<>();
        TreeSet<String> stayers = new TreeSet<>();
        for (int i = 0; i < placements.length; i++) {
            Case one = cases.get(i);
            (one.left() ? leavers : stayers).add(one.customer());
            byCustomer.computeIfAbsent(one.customer(), c -> new double[2])[one.left() ? 0 : 1] += placements[i] - auc;
        }
        double ofLeft = 0;
        double ofStayed = 0;
        double ofBoth = 0;
        for (double[] sums : byCustomer.values()) {
            ofLeft += sums[0] * sums[0];
            ofStayed += sums[1] * sums[1];
            ofBoth += sums[0] * sums[1];
        }
        if (leavers.size() < 2 || stayers.size() < 2) {
            return Double.POSITIVE_INFINITY; // of one customer alone nothing varies that could be measured
        }
        double variance = ofLeft * correction(leavers.size()) / ((double) left * left)
                + ofStayed * correction(stayers.size()) / ((double) stayed * stayed)
                + 2 * ofBoth * correction(byCustomer.size()) / ((double) left * stayed);
        return Math.max(0, variance);
    }

    private static double correction(int customers) {
        return customers / (customers - 1.0);
    }

    private static double[] scores(List<Case> cases, boolean left) {
        return cases.stream()
                .filter(c -> c.left() == left)
                .mapToDouble(Case::score)
                .sorted()
                .toArray();
    }

    /** The share of sorted scores that are above one, those equal to it counting half. */
    private static double above(double[] sorted, double score) {
        int below = first(sorted, score);
        int upTo = first(sorted, Math.nextUp(score));
        return (sorted.length - upTo + 0.5 * (upTo - below)) / sorted.length;
    }

    /** How many are below a limit: halved and halved again, however many are equal to it. */
    private static int first(double[] sorted, double limit) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < limit) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** {@code 0.812 (0.744 to 0.880)}. */
    @Override
    public String toString() {
        return three(auc) + " (" + three(low) + " to " + three(high) + ")";
    }

    private static String three(double share) {
        return new java.math.BigDecimal(share)
                .setScale(3, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
