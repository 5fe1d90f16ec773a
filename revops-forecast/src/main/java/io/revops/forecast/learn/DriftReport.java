package io.revops.forecast.learn;

import io.revops.forecast.arithmetic.Tails;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a model still sees what it was trained on, and is still right, with what to do about it.
 *
 * <p>Of forty columns two exceed a 5 % limit by chance. So a column counts as moved only if Holm's procedure over all columns says so
 * (S. Holm, Scandinavian Journal of Statistics 6, 1979, 65–70), <em>and</em> its index is at least {@value ColumnDrift#MODERATE}: with
 * many rows every difference is beyond chance, and few of them matter. That columns move does not tell that the model is worse: with
 * outcomes ({@link #with}) it is asked directly.
 *
 * @param columns in the order of the features
 * @param score how its own scores moved against those of rows it had not seen when it was trained; empty if the card has none
 * @param level how often chance may give an alarm, over all columns together
 * @param matured what happened to rows that were scored, if that is known
 * @param unseen the area under the curve on rows it had not seen when it was trained; empty if the card has none, or not of how many rows
 * @param unseenError the standard error of that, by the number of those rows alone, each taken as one account
 *     (J. Hanley and B. McNeil, Radiology 143, 1982, 29–36)
 */
public record DriftReport(
        List<ColumnDrift> columns,
        Optional<ColumnDrift> score,
        double level,
        Optional<Matured> matured,
        Optional<Double> unseen,
        double unseenError) {
    /** How often chance may give an alarm unless said. */
    public static final double LEVEL = 0.05;

    /** A fall of the area under the curve that nobody would notice is no reason to train again. */
    private static final double WORTH_IT = 0.01;

    public DriftReport {
        columns = List.copyOf(columns);
        Objects.requireNonNull(score, "score");
        Objects.requireNonNull(matured, "matured");
        Objects.requireNonNull(unseen, "unseen");
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The level is " + level + ". Maybe 0.05.");
        }
    }

    /** Compares rows of today with those that a model was made of. */
    public static DriftReport of(LearntModel model, DataSet now) {
        DataSet rows = model.fitting(now);
        List<ColumnDrift> columns = new ArrayList<>();
        Optional<ColumnDrift> score = Optional.empty();
        for (FrozenBins bins : model.card().bins()) {
            if (!bins.name().equals(ModelCard.SCORE)) {
                columns.add(ColumnDrift.of(bins, rows.column(bins.name())));
            } else {
                score = Optional.of(ColumnDrift.of(bins, model.model().probabilities(rows)));
            }
        }
        ModelCard card = model.card();
        Optional<Double> auc = Optional.ofNullable(card.measures().get("auc")).filter(a -> card.measuredRows() > 0);
        double error = auc.map(a -> error(a, (double) card.measuredEvents(), (double) card.measuredRows()))
                .orElse(0.0);
        return new DriftReport(columns, score, LEVEL, Optional.empty(), auc, error);
    }

    /** The same with rows whose outcome is known by now. */
    public DriftReport with(Matured outcomes) {
        return new DriftReport(columns, score, level, Optional.of(outcomes), unseen, unseenError);
    }

    /** The same with another probability that chance gives an alarm. */
    public DriftReport at(double otherLevel) {
        return new DriftReport(columns, score, otherLevel, matured, unseen, unseenError);
    }

    private static double error(double auc, double events, double rows) {
        double others = rows - events;
        double q1 = auc / (2 - auc);
        double q2 = 2 * auc * auc / (1 + auc);
        double variance = auc * (1 - auc) + (events - 1) * (q1 - auc * auc) + (others - 1) * (q2 - auc * auc);
        return events > 0 && others > 0 ? StrictMath.sqrt(Math.max(0, variance / (events * others))) : 0;
    }

    /** The columns that moved beyond chance and far enough to matter, the furthest first. */
    public List<ColumnDrift> moved() {
        return beyondChance().stream()
                .filter(c -> c.psi() >= ColumnDrift.MODERATE)
                .sorted(Comparator.comparingDouble((ColumnDrift c) -> -c.psi()))
                .toList();
    }

    /** The columns whose shift is beyond chance over all columns together (Holm), however small it is. */
    public List<ColumnDrift> beyondChance() {
        List<ColumnDrift> ordered = columns.stream()
                .sorted(Comparator.comparingDouble(ColumnDrift::pValue))
                .toList();
        int k = (int) IntStream.range(0, ordered.size())
                .takeWhile(i -> ordered.get(i).pValue() <= level / (ordered.size() - i))
                .count();
        return ordered.subList(0, k);
    }

    /** What to do. */
    public ModelAdvice advice() {
        return verdict().advice();
    }

    /** Why, for a reader. */
    public List<String> reasons() {
        return verdict().reasons();
    }

    private record Verdict(ModelAdvice advice, List<String> reasons) {}

    private Verdict verdict() {
        List<String> reasons = new ArrayList<>();
        ModelAdvice advice = ModelAdvice.KEEP;
        List<ColumnDrift> moved = moved();
        if (!moved.isEmpty()) {
            advice = ModelAdvice.WATCH;
            reasons.add(moved.size() + " of " + columns.size() + " columns moved: " + moved.get(0)
                    + (moved.size() > 1 ? ", and " + (moved.size() - 1) + " more" : "") + ".");
        }
        Optional<ColumnDrift> scores = score.filter(s -> s.pValue() <= level && s.psi() >= ColumnDrift.MODERATE);
        if (scores.isPresent()) {
            advice = ModelAdvice.WATCH;
            reasons.add("The scores moved: " + scores.get() + ".");
        }
        if (matured.isPresent()) {
            return matured(matured.get(), advice, reasons);
        }
        if (scores.isPresent() && scores.get().psi() >= ColumnDrift.LARGE) {
            advice = ModelAdvice.RETRAIN;
            reasons.add(
                    "It scores other accounts than it learnt from, and nothing tells yet whether it is right about them.");
        }
        if (reasons.isEmpty()) {
            reasons.add("No column moved beyond chance and by " + ColumnDrift.MODERATE + " or more.");
        }
        if (score.isEmpty()) {
            reasons.add("Whether its scores moved is not told: the card has none of rows it had not seen.");
        }
        return new Verdict(advice, reasons);
    }

    private Verdict matured(Matured outcomes, ModelAdvice moved, List<String> reasons) {
        Optional<Double> auc = outcomes.measures().auc().value();
        if (auc.isPresent() && unseen.isPresent() && outcomes.aucError() > 0) {
            double fall = unseen.get() - auc.get();
            double error = StrictMath.sqrt(outcomes.aucError() * outcomes.aucError() + unseenError * unseenError);
            if (fall > WORTH_IT && Tails.aboveNormal(fall / error) <= level) {
                reasons.add("It ranks worse: AUC " + Rounded.of(auc.get(), 3) + " on "
                        + outcomes.measures().size() + " rows whose outcome is known, " + Rounded.of(unseen.get(), 3)
                        + " when it was trained.");
                return new Verdict(ModelAdvice.RETRAIN, reasons);
            }
        }
        if (outcomes.pValue() <= level) {
            reasons.add("It ranks as it did, but its probabilities are off: " + outcomes + ", slope "
                    + outcomes.line().value().map(l -> Rounded.of(l.slope(), 2)).orElse("unknown")
                    + ".");
            return new Verdict(ModelAdvice.RECALIBRATE, reasons);
        }
        reasons.add("What was said happened: " + outcomes + ".");
        return new Verdict(moved, reasons);
    }

    /** {@code WATCH: 2 of 12 columns moved ...}. */
    @Override
    public String toString() {
        return advice() + ": " + String.join(" ", reasons());
    }
}
