package io.revops.forecast.learn;

import io.revops.forecast.Refused;
import io.revops.forecast.Threads;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import java.util.List;
import java.util.Optional;

/**
 * Gradient boosting: trees grown one after the other, each on what those before it missed (J. Friedman, Annals of Statistics 29,
 * 2001, 1189–1232; on bins, leaf by leaf, to second order, as LightGBM and XGBoost do).
 *
 * <p>Missing values go, split by split, to the side where they gain more. Nothing is drawn: no rows or columns are sampled, and the
 * same rows give the same trees in any order and with any number of threads. A column's scale does not matter, only its order.
 *
 * <p>The defaults are careful: rate 0.05, 150 rounds, 8 leaves, at least 20 rows a leaf. With 31 leaves at 0.1 a table of a few
 * thousand accounts is learnt by heart.
 *
 * <ul>
 *   <li>Fewer than {@value #LEAST_ROWS} rows, or {@value #LEAST_OF_EACH} of either outcome, are refused.
 *   <li>Outside the values that it has seen, a tree says what it says at the nearest: it does not carry a line on.
 * </ul>
 */
public final class Boosting implements Learner<BoostingModel> {
    static final int LEAST_ROWS = 200;
    static final int LEAST_OF_EACH = 50;

    private final BoostingOptions options;

    private Boosting(BoostingOptions options) {
        this.options = options;
    }

    /** With the careful defaults. */
    public static Boosting standard() {
        return new Boosting(BoostingOptions.standard());
    }

    public Boosting with(LearningRate option) {
        return new Boosting(options.with(option));
    }

    public Boosting with(Rounds option) {
        return new Boosting(options.with(option));
    }

    public Boosting with(Leaves option) {
        return new Boosting(options.with(option));
    }

    public Boosting with(Depth option) {
        return new Boosting(options.with(option));
    }

    public Boosting with(LeafRows option) {
        return new Boosting(options.with(option));
    }

    public Boosting with(LeafPenalty option) {
        return new Boosting(options.with(option));
    }

    public Boosting with(Monotone option) {
        return new Boosting(options.with(option));
    }

    /** The same trees, grown by several threads. */
    public Boosting with(Threads option) {
        return new Boosting(options.with(option));
    }

    /** The same way of growing trees, for labels that are numbers: squared loss. */
    public Learner<ValueModel> ofValues() {
        return new OfValues(options);
    }

    @Override
    public String name() {
        return "boosting";
    }

    @Override
    public Training<BoostingModel> learn(DataSet data) {
        Optional<Refused<BoostingModel>> refusal = refusal(data);
        return refusal.isPresent()
                ? refusal.get()
                : trained(data, BoostingRun.Loss.LOGISTIC, options).as(BoostingModel::new);
    }

    Optional<Refused<BoostingModel>> refusal(DataSet data) {
        return Grounds.against(
                data,
                LEAST_ROWS,
                LEAST_OF_EACH,
                "a logistic regression, which is held by its ridge: LogisticRegression.standard()");
    }

    /** The log-odds of rows by trees that had not seen them, and how many rounds there should be. */
    HeldOut heldOut(DataSet canonical) {
        return HeldOut.of(canonical, BoostingRun.Loss.LOGISTIC, options);
    }

    private record Grown(Trees trees, DataSet data, BoostingOptions options, List<String> reasons) {
        <M> Training<M> as(java.util.function.Function<Trees, M> model) {
            return new Trained<>(model.apply(trees), Grounds.provenance("boosting, " + options, data), reasons);
        }
    }

    private static Grown trained(DataSet data, BoostingRun.Loss loss, BoostingOptions options) {
        int rounds = options.rounds().most();
        List<String> reasons = List.of();
        if (options.rounds().kind() == Rounds.Kind.HELD_OUT) {
            rounds = HeldOut.of(CanonicalOrder.of(data), loss, options).rounds();
            reasons = List.of("Of up to " + options.rounds().most() + " rounds " + rounds + " missed rows left out of "
                    + HeldOut.FOLDS + " folds by least.");
        }
        return new Grown(BoostingRun.grow(data, loss, options, rounds, (round, tree) -> true), data, options, reasons);
    }

    private record OfValues(BoostingOptions options) implements Learner<ValueModel> {
        @Override
        public String name() {
            return "boosting of values";
        }

        @Override
        public Training<ValueModel> learn(DataSet data) {
            if (data.size() < LEAST_ROWS) {
                return Grounds.tooFew("rows", LEAST_ROWS, data.size(), "the mean of the rows");
            }
            return trained(data, BoostingRun.Loss.SQUARED, options).as(ValueModel::new);
        }
    }

    /** {@code boosting, rate 0.05, 150 rounds, ...}. */
    @Override
    public String toString() {
        return "boosting, " + options;
    }
}
