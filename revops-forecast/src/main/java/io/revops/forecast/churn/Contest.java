package io.revops.forecast.churn;

import io.revops.forecast.learn.AucComparison;
import io.revops.forecast.learn.BaseRate;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Explained;
import io.revops.forecast.learn.Fold;
import io.revops.forecast.learn.Folds;
import io.revops.forecast.learn.Learner;
import io.revops.forecast.learn.Measures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Ways to learn, measured on the same rows that none of them had seen. */
final class Contest {
    private final DataSet data;
    private final List<Fold> folds;
    private final CrossValidation base;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private Contest(DataSet data, List<Fold> folds) {
        this.data = data;
        this.folds = folds;
        this.base = CrossValidation.of(BaseRate.standard(), data, d -> folds);
    }

    static Contest on(DataSet data, Folds folds) {
        return new Contest(data, folds.of(data));
    }

    /** One of them; its arrays are for reading only. */
    static final class Entry {
        private final Optional<Learner<? extends Explained>> learner;
        private final CrossValidation unseen;
        private final double[] labels;
        private final double[] probabilities;
        private final double[] losses;
        private final Candidate candidate;

        private Entry(
                Optional<Learner<? extends Explained>> learner,
                CrossValidation unseen,
                double[] labels,
                double[] probabilities,
                double[] losses,
                Candidate candidate) {
            this.learner = learner;
            this.unseen = unseen;
            this.labels = labels;
            this.probabilities = probabilities;
            this.losses = losses;
            this.candidate = candidate;
        }

        /** Empty for the mean of the first two. */
        Optional<Learner<? extends Explained>> learner() {
            return learner;
        }

        CrossValidation unseen() {
            return unseen;
        }

        double[] labels() {
            return labels;
        }

        double[] probabilities() {
            return probabilities;
        }

        double[] losses() {
            return losses;
        }

        Candidate candidate() {
            return candidate;
        }
    }

    /** Measures a learner; one that is refused on a fold's rows is left out, with the reason. */
    void enter(Learner<? extends Explained> learner) {
        CrossValidation unseen = CrossValidation.of(learner, data, d -> folds);
        if (!unseen.refusals().isEmpty()) {
            refusals.add("Left out: " + learner.name() + ". On the rows of a fold: "
                    + unseen.refusals().get(0).why());
            return;
        }
        entries.add(entry(Optional.of(learner), learner.name(), unseen, unseen.probabilities()));
    }

    /** Measures the mean of the log-odds of the first two, if there are two. */
    void enterMean() {
        if (entries.size() < 2) {
            return;
        }
        double[] first = entries.get(0).probabilities();
        double[] second = entries.get(1).probabilities();
        double[] mean = new double[first.length];
        Arrays.setAll(mean, i -> sigmoid((logit(first[i]) + logit(second[i])) / 2));
        entries.add(entry(Optional.empty(), "combination", entries.get(1).unseen(), mean));
    }

    private static double logit(double p) {
        double held = Math.min(1 - 1e-12, Math.max(1e-12, p));
        return StrictMath.log(held) - StrictMath.log1p(-held);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private Entry entry(
            Optional<Learner<? extends Explained>> learner, String name, CrossValidation unseen, double[] said) {
        double[] labels = unseen.labels();
        double[] losses = losses(labels, said);
        double[] ofBase = losses(labels, base.probabilities());
        double[] gains = new double[losses.length];
        Arrays.setAll(gains, i -> ofBase[i] - losses[i]);
        Measures measures = Measures.of(labels, said);
        Candidate candidate = new Candidate(
                name,
                measures.logLoss(),
                mean(gains),
                error(gains, unseen.rows()),
                measures.auc().value().map(OptionalDouble::of).orElse(OptionalDouble.empty()));
        return new Entry(learner, unseen, labels, said, losses, candidate);
    }

    private static double[] losses(double[] labels, double[] said) {
        double[] losses = new double[labels.length];
        Arrays.setAll(losses, i -> -StrictMath.log(Math.max(0x1.0p-52, labels[i] == 1 ? said[i] : 1 - said[i])));
        return losses;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The standard error of a mean over rows, of which those of one account come together. */
    private double error(double[] values, int[] rows) {
        double mean = mean(values);
        Map<String, Double> sums = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            sums.merge(data.group(rows[i]), values[i] - mean, Double::sum);
        }
        double[] squares =
                sums.values().stream().mapToDouble(s -> s * s).sorted().toArray();
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return StrictMath.sqrt(sum) / values.length;
    }

    List<String> refusals() {
        return refusals;
    }

    List<Candidate> candidates() {
        return entries.stream().map(Entry::candidate).toList();
    }

    /** Of those that beat the rate of all, the first within one standard error of the best. */
    Optional<Entry> best() {
        List<Entry> able = entries.stream()
                .filter(e -> e.candidate().isBetterThanBaseRate())
                .toList();
        if (able.isEmpty()) {
            return Optional.empty();
        }
        Entry least = able.get(0);
        for (Entry entry : able) {
            least = entry.candidate().logLoss() < least.candidate().logLoss() ? entry : least;
        }
        for (Entry entry : able) {
            double[] more = new double[entry.losses().length];
            Entry best = least;
            Arrays.setAll(more, i -> entry.losses()[i] - best.losses()[i]);
            if (mean(more) <= error(more, entry.unseen().rows())) { // of the best itself both are 0
                return Optional.of(entry);
            }
        }
        return Optional.of(least);
    }

    /** Each with its measures. */
    String told() {
        double[] labels = base.labels();
        return String.join("; ", candidates().stream().map(Candidate::toString).toList())
                + "; rate of all: log-loss "
                + Told.number(mean(losses(labels, base.probabilities())), 4) + ", on " + labels.length + " rows";
    }

    /** Why one was taken. */
    String why(Entry taken) {
        StringBuilder why = new StringBuilder("Taken: " + taken.candidate().name() + ", of " + told() + ".");
        for (Entry other : entries) {
            if (other.candidate().logLoss() < taken.candidate().logLoss()) {
                why.append(" It is simpler than ")
                        .append(other.candidate().name())
                        .append(", which is better by less than one standard error.");
            }
        }
        for (Entry other : entries) {
            if (!other.equals(taken)) {
                List<String> accounts = Arrays.stream(taken.unseen().rows())
                        .mapToObj(data::group)
                        .toList();
                AucComparison.of(taken.labels(), taken.probabilities(), other.probabilities(), accounts)
                        .value()
                        .ifPresent(c -> why.append(" AUC of ")
                                .append(other.candidate().name())
                                .append(" less that of ")
                                .append(taken.candidate().name())
                                .append(": ")
                                .append(Told.number(c.difference(), 4))
                                .append(
                                        c.pValue() < 0.001
                                                ? " (p < 0.001)."
                                                : " (p = " + Told.number(c.pValue(), 3) + ")."));
            }
        }
        return why.toString();
    }
}
