package io.revops.forecast.learn;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much better a learner gets with more rows: whether it is worth waiting for them.
 *
 * @param points from few rows to all
 */
public record LearningCurve(List<Point> points) {
    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * One size.
     *
     * @param share of each fold's rows that it was learnt from
     * @param unseen on the same rows of each fold as every other size
     */
    public record Point(double share, CrossValidation unseen) {}

    /**
     * Measures a learner on parts of its rows, drawn by a hash of seed and row id, the same share of either outcome.
     *
     * @param shares above 0, at most 1
     */
    public static LearningCurve of(
            Learner<? extends Scorer> learner, DataSet data, Folds folds, long seed, double... shares) {
        double[] lots = IntStream.range(0, data.size())
                .mapToDouble(i -> Normals.uniform(Simulation.streamFor(seed, data.id(i))))
                .toArray();
        List<Point> points = new ArrayList<>();
        for (double share : shares) {
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("A share is " + share + ". Maybe 0.1, 0.5 and 1.");
            }
            Folds smaller = rows -> folds.of(rows).stream()
                    .map(f -> Fold.of(part(rows, f.train(), lots, share), f.test()))
                    .toList();
            points.add(new Point(share, CrossValidation.of(learner, data, smaller)));
        }
        return new LearningCurve(points);
    }

    private static int[] part(DataSet data, int[] train, double[] lots, double share) {
        Map<Double, Integer> all = new HashMap<>();
        for (int row : train) {
            all.merge(data.label(row), 1, Integer::sum);
        }
        Map<Double, Integer> taken = new HashMap<>();
        List<Integer> kept = new ArrayList<>();
        for (int i : Order.ascending(DataSet.pick(lots, train))) {
            double label = data.label(train[i]);
            if (taken.merge(label, 1, Integer::sum) <= Math.ceil(share * all.getOrDefault(label, 0))) {
                kept.add(train[i]);
            }
        }
        return kept.stream().mapToInt(r -> r).sorted().toArray();
    }
}
