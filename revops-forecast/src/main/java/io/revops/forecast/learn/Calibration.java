package io.revops.forecast.learn;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which calibration the probabilities of a model want: the one whose log-loss is least on rows that it had not seen, in five folds;
 * none unless another is better by more than {@value #WORTH_IT}.
 *
 * @param method the one that was chosen
 * @param calibrator made of all rows
 * @param losses the log-loss of each method that was tried, on rows it had not seen
 */
public record Calibration(CalibrationMethod method, Calibrator calibrator, Map<CalibrationMethod, Double> losses) {
    private static final double WORTH_IT = 1e-4;
    private static final int FOLDS = 5;

    public Calibration {
        losses = Collections.unmodifiableMap(new EnumMap<>(losses));
    }

    /**
     * Chooses for rows that were scored while unseen, such as those of a {@link CrossValidation}.
     *
     * @param labels 0 or 1, at least ten of each
     * @param probabilities as they were said
     */
    public static Calibration choose(double[] labels, double[] probabilities) {
        double events = Arrays.stream(labels).sum();
        if (events < 10 || labels.length - events < 10) {
            throw new IllegalArgumentException(
                    "There are " + labels.length + " rows with " + (long) events
                            + " events, and calibration needs ten of either outcome. Maybe leave the probabilities as they are.");
        }
        int[] order = Order.ascending(probabilities);
        double[] y = DataSet.pick(labels, order);
        double[] x = Arrays.stream(DataSet.pick(probabilities, order))
                .map(LogOdds::of)
                .toArray();
        sortTies(x, y);
        Map<CalibrationMethod, Double> losses = new EnumMap<>(CalibrationMethod.class);
        CalibrationMethod best = CalibrationMethod.NONE;
        double least = Double.POSITIVE_INFINITY;
        for (CalibrationMethod method : CalibrationMethod.values()) {
            if (method == CalibrationMethod.ISOTONIC && labels.length < CalibrationMethod.LEAST_ISOTONIC) {
                continue;
            }
            double loss = heldOut(method, y, x);
            losses.put(method, loss);
            least = method == CalibrationMethod.NONE ? loss : least;
            if (loss < least - (best == CalibrationMethod.NONE ? WORTH_IT : 0)) {
                best = method;
                least = loss;
            }
        }
        return new Calibration(best, best.fit(y, x), losses);
    }

    /** Rows with the same score in the order of their labels, so that the order of the table does not matter. */
    private static void sortTies(double[] x, double[] y) {
        for (int from = 0; from < x.length; ) {
            int to = from + 1;
            while (to < x.length && x[to] == x[from]) {
                to++;
            }
            Arrays.sort(y, from, to);
            from = to;
        }
    }

    /**
     * What the rows of {@link #choose} are said to be after calibration, each by a calibrator of the chosen method that was made of other
     * rows: to measure what calibration brings. In their order.
     */
    public double[] heldOut(double[] labels, double[] probabilities) {
        if (method == CalibrationMethod.NONE) {
            return probabilities.clone();
        }
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i])
                        .thenComparingDouble(i -> labels[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] x = Arrays.stream(DataSet.pick(probabilities, order))
                .map(LogOdds::of)
                .toArray();
        double[] said = said(method, DataSet.pick(labels, order), x);
        double[] all = new double[said.length];
        for (int i = 0; i < order.length; i++) {
            all[order[i]] = said[i];
        }
        return all;
    }

    private static double heldOut(CalibrationMethod method, double[] y, double[] x) {
        double[] said = said(method, y, x);
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += LogOdds.loss(y[i], said[i]);
        }
        return sum / y.length;
    }

    private static double[] said(CalibrationMethod method, double[] y, double[] x) {
        // by lot: in the order of the scores, every fifth row of a label has its like on either side of it
        RandomGenerator lots = Simulation.streamFor(y.length, "calibration folds");
        int[] fold = new int[y.length];
        Arrays.setAll(fold, i -> (int) (FOLDS * Normals.uniform(lots)));
        double[] said = new double[y.length];
        for (int f = 0; f < FOLDS; f++) {
            int left = f;
            int[] train =
                    IntStream.range(0, y.length).filter(i -> fold[i] != left).toArray();
            Calibrator calibrator = method.fit(DataSet.pick(y, train), DataSet.pick(x, train));
            for (int i = 0; i < y.length; i++) {
                said[i] = fold[i] == left ? calibrator.probability(x[i]) : said[i];
            }
        }
        return said;
    }

    /** {@code none (none 0.4111, platt 0.4112, beta 0.4113)}. */
    @Override
    public String toString() {
        return word(method) + " ("
                + losses.entrySet().stream()
                        .map(e -> word(e.getKey()) + " " + e.getValue())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String word(CalibrationMethod method) {
        return method.name().toLowerCase(java.util.Locale.ROOT);
    }
}
