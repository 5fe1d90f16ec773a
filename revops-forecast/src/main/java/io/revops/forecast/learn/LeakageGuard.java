package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Warns of a column that alone knows the outcome: what an honest column never does.
 *
 * <p>For each source column the rows are put into bins (its words or values, at most {@value #MOST_BINS}, missing ones in a bin of
 * their own), and each row is ranked by the share of events that its bin had in the <em>other</em> half of the rows; a column
 * of numbers also ranks them itself, either way. A larger area under the curve than {@value #LARGEST_AUC} is named: a date, a
 * reason or a status that was written when the account had left.
 */
final class LeakageGuard {
    static final double LARGEST_AUC = 0.95;
    private static final int MOST_BINS = 64;
    private static final int LEAST_ROWS = 20;
    private static final int LEAST_OF_EACH = 5;

    private final DataSet data;
    private final int[] half;
    private final double base;

    private LeakageGuard(DataSet data) {
        this.data = data;
        this.half = new int[data.size()];
        this.base = (double) data.events() / data.size();
        int[] seen = new int[2];
        for (int i = 0; i < half.length; i++) {
            half[i] = seen[(int) data.label(i)]++ % 2;
        }
    }

    static List<Finding> of(DataSet data) {
        int events = data.events();
        if (data.size() < LEAST_ROWS || Math.min(events, data.size() - events) < LEAST_OF_EACH || !data.isBinary()) {
            return List.of();
        }
        LeakageGuard guard = new LeakageGuard(data);
        Map<String, List<Integer>> sources = new LinkedHashMap<>();
        for (int f = 0; f < data.features().size(); f++) {
            sources.computeIfAbsent(data.features().get(f).source(), s -> new ArrayList<>())
                    .add(f);
        }
        List<Finding> findings = new ArrayList<>();
        sources.forEach((source, columns) -> guard.check(source, columns).ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> check(String source, List<Integer> columns) {
        int[] bins = columns.size() == 1 ? binsOf(data.raw(columns.get(0))) : binsOf(columns);
        double auc = auc(bins);
        boolean separates = isPure(bins);
        if (columns.size() == 1) {
            double own = ownAuc(data.raw(columns.get(0)));
            separates |= own == 1;
            auc = Math.max(auc, own);
        }
        if (separates) {
            return Optional.of(new Finding(
                    FindingCode.SEPARATING_COLUMN,
                    source,
                    data.size(),
                    "The column (" + source
                            + ") alone tells every event from every other row. Maybe it is the outcome in"
                            + " other words; leave it out."));
        }
        if (auc > LARGEST_AUC) {
            return Optional.of(
                    new Finding(
                            FindingCode.LEAKAGE,
                            source,
                            data.size(),
                            "The column (" + source + ") alone ranks the rows with an AUC of "
                                    + Math.round(auc * 1000) / 1000.0
                                    + ". Maybe it is filled when the outcome is known; leave it out unless it is known before."));
        }
        return Optional.empty();
    }

    /** Each row's bin by value: one for each of a few values, or of about the same number of rows; 0 where it is missing. */
    private static int[] binsOf(double[] values) {
        double[] present =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] distinct = Arrays.stream(present).distinct().toArray();
        double[] edges = distinct;
        if (distinct.length > MOST_BINS) {
            edges = new double[MOST_BINS];
            for (int b = 0; b < MOST_BINS; b++) {
                edges[b] = present[(int) ((long) present.length * b / MOST_BINS)];
            }
        }
        int[] bins = new int[values.length];
        for (int i = 0; i < bins.length; i++) {
            int place = Double.isNaN(values[i]) ? -1 : Arrays.binarySearch(edges, values[i]);
            bins[i] = Double.isNaN(values[i]) ? 0 : place >= 0 ? place + 1 : -place - 1;
        }
        return bins;
    }

    /** Each row's bin by the word that several columns stand for. */
    private int[] binsOf(List<Integer> columns) {
        Map<List<Double>, Integer> words = new HashMap<>();
        int[] bins = new int[data.size()];
        for (int i = 0; i < bins.length; i++) {
            int row = i;
            List<Double> word = columns.stream().map(f -> data.value(row, f)).toList();
            bins[i] = words.computeIfAbsent(word, w -> words.size());
        }
        return bins;
    }

    private double auc(int[] bins) {
        int most = Arrays.stream(bins).max().orElse(0) + 1;
        double[][] rows = new double[2][most];
        double[][] events = new double[2][most];
        for (int i = 0; i < bins.length; i++) {
            rows[half[i]][bins[i]]++;
            events[half[i]][bins[i]] += data.label(i);
        }
        double[] shares = new double[bins.length];
        for (int i = 0; i < bins.length; i++) {
            int other = 1 - half[i];
            shares[i] = (events[other][bins[i]] + 2 * base) / (rows[other][bins[i]] + 2);
        }
        return Measures.of(data.rawLabels(), shares).auc().orElseThrow();
    }

    /** Whether there are few bins, and each has events only or none. */
    private boolean isPure(int[] bins) {
        Map<Integer, double[]> counts = new HashMap<>();
        for (int i = 0; i < bins.length; i++) {
            counts.computeIfAbsent(bins[i], b -> new double[2])[(int) data.label(i)]++;
        }
        return counts.size() <= Math.max(2, bins.length / 20)
                && counts.values().stream().allMatch(c -> c[0] == 0 || c[1] == 0);
    }

    /** How well the numbers themselves rank the rows, whichever way is better; 0.5 if a row in twenty has none. */
    private double ownAuc(double[] values) {
        int[] present = java.util.stream.IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .toArray();
        double[] labels = DataSet.pick(data.rawLabels(), present);
        double events = Arrays.stream(labels).sum();
        if (present.length * 20L < values.length * 19L || events == 0 || events == labels.length) {
            return 0.5;
        }
        double[] ranks = Order.midranks(DataSet.pick(values, present));
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += labels[i] * ranks[i];
        }
        double auc = (sum - events * (events + 1) / 2) / (events * (labels.length - events));
        return Math.max(auc, 1 - auc);
    }
}
