package io.revops.forecast.learn;

import io.revops.forecast.Lanes;
import io.revops.forecast.Refused;
import io.revops.forecast.Threads;
import io.revops.forecast.Training;
import io.revops.metric.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How good a learner is on rows that it has not seen: trained anew for each fold, and measured on the rest of it.
 *
 * <p>A fold on whose rows nothing could be learnt has no measures, and its refusal is kept.
 */
public final class CrossValidation {
    private final String name;
    private final List<Measured> folds;
    private final List<Refused<?>> refusals;
    private final double[] labels;
    private final double[] probabilities;
    private final int[] rows;

    private CrossValidation(
            String name,
            List<Measured> folds,
            List<Refused<?>> refusals,
            double[] labels,
            double[] probabilities,
            int[] rows) {
        this.name = name;
        this.folds = List.copyOf(folds);
        this.refusals = List.copyOf(refusals);
        this.labels = labels;
        this.probabilities = probabilities;
        this.rows = rows;
    }

    /**
     * One fold's result.
     *
     * @param trainedOn how many rows it was learnt from
     * @param measures on the others
     */
    public record Measured(int trainedOn, Measures measures) {}

    /** Trains and measures a learner on each fold. */
    public static CrossValidation of(Learner<? extends Scorer> learner, DataSet data, Folds folds) {
        return of(learner, data, folds, Threads.of(1));
    }

    /** The same, several folds at once. */
    public static CrossValidation of(Learner<? extends Scorer> learner, DataSet data, Folds folds, Threads workers) {
        List<Fold> all =
                folds.of(data).stream().filter(f -> f.test().length > 0).toList();
        Training<?>[] trainings = new Training<?>[all.size()];
        double[][] scores = new double[all.size()][];
        try (Lanes lanes = Lanes.of(workers)) {
            lanes.each(all.size(), f -> {
                Training<? extends Scorer> training =
                        learner.learn(data.select(all.get(f).train()));
                trainings[f] = training;
                scores[f] = training.model()
                        .map(m -> m.probabilities(data.select(all.get(f).test())))
                        .orElse(new double[0]);
            });
        }
        List<Measured> measured = new ArrayList<>();
        List<Refused<?>> refusals = new ArrayList<>();
        double[] probabilities = new double[data.size()];
        boolean[] scored = new boolean[data.size()];
        for (int f = 0; f < scores.length; f++) {
            if (trainings[f] instanceof Refused<?> refused) {
                refusals.add(refused);
                continue;
            }
            int[] test = all.get(f).test();
            for (int i = 0; i < test.length; i++) {
                probabilities[test[i]] = scores[f][i];
                scored[test[i]] = true;
            }
            measured.add(new Measured(
                    all.get(f).train().length, Measures.of(DataSet.pick(data.rawLabels(), test), scores[f])));
        }
        int[] rows = IntStream.range(0, scored.length).filter(i -> scored[i]).toArray();
        return new CrossValidation(
                learner.name(),
                measured,
                refusals,
                DataSet.pick(data.rawLabels(), rows),
                DataSet.pick(probabilities, rows),
                rows);
    }

    /** The learner's name. */
    public String name() {
        return name;
    }

    /** What was measured, fold by fold. */
    public List<Measured> folds() {
        return folds;
    }

    /** Why nothing could be learnt from the rows of some folds. */
    public List<Refused<?>> refusals() {
        return refusals;
    }

    /** The measures of all unseen rows together; empty if every fold was refused. */
    public Optional<Measures> measures() {
        return labels.length == 0 ? Optional.empty() : Optional.of(Measures.of(labels, probabilities));
    }

    /** The places of the rows that were scored while unseen, in order. */
    public int[] rows() {
        return rows.clone();
    }

    /** The labels of those rows. */
    public double[] labels() {
        return labels.clone();
    }

    /** What was said of those rows by a model that had not seen them. */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /** The mean over the folds of a measure that always exists; empty if every fold was refused. */
    public Optional<Double> mean(Function<Measures, Double> measure) {
        return meanReading(m -> Reading.known(measure.apply(m)));
    }

    /** The mean over those folds that have the measure; empty if none has. */
    public Optional<Double> meanReading(Function<Measures, Reading<Double>> measure) {
        double sum = 0;
        int known = 0;
        for (Measured fold : folds) {
            Optional<Double> value = measure.apply(fold.measures()).value();
            if (value.isPresent()) {
                sum += value.get();
                known++;
            }
        }
        return known == 0 ? Optional.empty() : Optional.of(sum / known);
    }

    /** {@code logistic, 5 folds: ...}. */
    @Override
    public String toString() {
        return name + ", " + folds.size() + " folds: "
                + measures().map(Measures::toString).orElse("all were refused");
    }
}
