package io.revops.forecast.churn;

import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.learn.Boosting;
import io.revops.forecast.learn.BoostingModel;
import io.revops.forecast.learn.Calibration;
import io.revops.forecast.learn.CombinationModel;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Explained;
import io.revops.forecast.learn.Folds;
import io.revops.forecast.learn.Learner;
import io.revops.forecast.learn.LearntModel;
import io.revops.forecast.learn.LogisticModel;
import io.revops.forecast.learn.LogisticRegression;
import io.revops.forecast.learn.Measures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Learns who leaves, by the way that does best on rows it has not seen, or says that nothing tells more than the rate of all.
 *
 * <p>Logistic regression, boosting and the mean of their log-odds (and what a host adds) are measured on later days, learnt from rows whose outcome was known by
 * then; on accounts left out where rows are of one day. What does not beat the rate of all by more than {@value #SURE} standard errors
 * is no model. Of the others the simplest within one standard error of the best is taken (L. Breiman et al., Classification and Regression Trees,
 * 1984), in the order in which they were named. Its probabilities are calibrated if that helps on rows left out,
 * and at least {@value #FEW_EVENTS} of those left and as many stayed; candidates are compared before that, and the card measures what was
 * said after it, by calibrators made of other rows.
 *
 * <ul>
 *   <li>Below {@value #FEW_ROWS} rows or {@value #FEW_EVENTS} that left, only the regularised regression is tried, and the reasons say so.
 *   <li>One outcome, or too few of one even for that: refused. Accounts are then {@link RiskBand#UNSCORED}.
 * </ul>
 */
public final class ChurnPropensity implements Learner<ChurnModel> {
    /** Below so many rows only a regression that is held by its ridge is tried. */
    public static final int FEW_ROWS = 200;

    /** Below so many events only a regression that is held by its ridge is tried. */
    public static final int FEW_EVENTS = 50;

    static final double SURE = 1.645;

    private final int horizonDays;
    private final int embargoDays;
    private final Optional<Folds> folds;
    private final List<Learner<? extends Explained>> challengers;

    private ChurnPropensity(
            int horizonDays, int embargoDays, Optional<Folds> folds, List<Learner<? extends Explained>> challengers) {
        this.horizonDays = horizonDays;
        this.embargoDays = embargoDays;
        this.folds = folds;
        this.challengers = List.copyOf(challengers);
    }

    /** Of rows whose label is whether the account left within so many days. */
    public static ChurnPropensity within(int days) {
        return of(ChurnLabel.within(days));
    }

    /** Of rows with that label. */
    public static ChurnPropensity of(ChurnLabel label) {
        return new ChurnPropensity(label.horizonDays(), label.embargoDays(), Optional.empty(), List.of());
    }

    /** The same measured on other folds. */
    public ChurnPropensity with(Folds option) {
        return new ChurnPropensity(horizonDays, embargoDays, Optional.of(option), challengers);
    }

    /** The same with one more that may do best, behind those that are there. */
    public ChurnPropensity with(Learner<? extends Explained> challenger) {
        List<Learner<? extends Explained>> more = new ArrayList<>(challengers);
        more.add(Objects.requireNonNull(challenger, "challenger"));
        return new ChurnPropensity(horizonDays, embargoDays, folds, more);
    }

    /** On which rows of a table ways to learn are measured, and learnt from which. */
    public Folds folds(DataSet data) {
        return folds.orElseGet(() -> Origins.folds(data, embargoDays));
    }

    /**
     * The days from which they are measured, in order: the last of those on which it was known of enough rows what came of them. None if
     * there is no such day, or if other folds were asked for: then accounts are left out, or what those folds say.
     */
    public List<LocalDate> origins(DataSet data) {
        return folds.isPresent() ? List.of() : Origins.days(data, embargoDays);
    }

    @Override
    public String name() {
        return "churn propensity";
    }

    /** The model of accounts as of several days, whose label has the horizon of this. */
    public Training<ChurnModel> learn(ChurnRows rows) {
        if (rows.label().horizonDays() != horizonDays) {
            throw new IllegalArgumentException("The rows say who left within "
                    + rows.label().horizonDays() + " days, and the model is to say it of " + horizonDays
                    + ". Maybe ChurnPropensity.of(rows.label()).");
        }
        return learn(rows.data());
    }

    @Override
    public Training<ChurnModel> learn(DataSet data) {
        LogisticRegression line = LogisticRegression.standard();
        Training<LogisticModel> whole = line.learn(data);
        if (whole instanceof Refused<LogisticModel> refused) {
            return new Refused<>(
                    refused.code(),
                    refused.why(),
                    refused.need(),
                    refused.code() == RefusalCode.TOO_FEW_CASES
                            ? "the rate of all, " + data.events() + " of " + data.size() + ", until there are more"
                            : refused.fallback());
        }
        List<String> reasons = new ArrayList<>();
        boolean few = data.size() < FEW_ROWS || data.events() < FEW_EVENTS;
        Contest contest = Contest.on(data, folds(data));
        contest.enter(line);
        if (few) {
            reasons.add("There are " + data.size() + " rows of which " + data.events() + " left, fewer than " + FEW_ROWS
                    + " or " + FEW_EVENTS
                    + ": only a regression that is held by its ridge was tried, beside the rate of all.");
        } else {
            contest.enter(Boosting.standard());
            contest.enterMean();
            challengers.forEach(contest::enter);
        }
        reasons.addAll(contest.refusals());
        if (contest.candidates().isEmpty()) {
            return new Refused<>(
                    RefusalCode.TOO_FEW_CASES,
                    "There is too little to learn from and to measure on at once: of " + data.size() + " rows "
                            + data.events() + " left. " + String.join(" ", contest.refusals()),
                    Optional.empty(),
                    "the rate of all, " + data.events() + " of " + data.size() + ", until there are more");
        }
        Optional<Contest.Entry> best = contest.best();
        if (best.isEmpty()) {
            return new Refused<>(
                    RefusalCode.NO_BETTER_THAN_BASE_RATE,
                    "On rows that it had not seen nothing told more than the rate of all, by more than chance: "
                            + contest.told() + "."
                            + contest.refusals().stream().map(r -> " " + r).collect(Collectors.joining()),
                    Optional.empty(),
                    "the rate of all, " + data.events() + " of " + data.size() + ", or other features");
        }
        reasons.add(contest.why(best.get()));
        Trained<? extends Explained> trained = trained(best.get(), data, (Trained<LogisticModel>) whole);
        List<String> all = new ArrayList<>(trained.reasons());
        all.addAll(0, reasons);
        LearntModel learnt = LearntModel.of(new Trained<>(trained.fitted(), trained.provenance(), all), data);
        double[] labels = best.get().labels();
        double[] said = best.get().probabilities();
        double events = Arrays.stream(labels).sum();
        double[] shown = said;
        // of few events a calibrator learns what was chance, and is worse than none on the next rows
        if (events >= FEW_EVENTS && labels.length - events >= FEW_EVENTS) {
            Calibration calibration = Calibration.choose(labels, said);
            learnt = learnt.with(calibration.calibrator());
            shown = calibration.heldOut(labels, said);
        }
        learnt = learnt.with(learnt.card().with(Measures.of(labels, shown)).scoring(said));
        ChurnModel model = new ChurnModel(horizonDays, learnt, contest.candidates());
        return new Trained<>(model, trained.provenance(), all);
    }

    private static Trained<? extends Explained> trained(
            Contest.Entry entry, DataSet data, Trained<LogisticModel> line) {
        if (entry.learner().isPresent()) {
            Training<? extends Explained> training = entry.learner().get().learn(data);
            if (training instanceof Trained<? extends Explained> trained) {
                return trained;
            }
            throw new IllegalStateException("Learnt on parts of the data and not on all of them: " + training);
        }
        Trained<BoostingModel> trees =
                (Trained<BoostingModel>) Boosting.standard().learn(data);
        CombinationModel mean = new CombinationModel(List.of(
                new CombinationModel.Member(0.5, line.fitted()), new CombinationModel.Member(0.5, trees.fitted())));
        List<String> reasons = new ArrayList<>(line.reasons());
        reasons.addAll(trees.reasons());
        return new Trained<>(mean, trees.provenance(), reasons);
    }

    /** The scores of accounts by what came of training: without a model everybody is unscored, with the reason. */
    public RiskScores score(Training<ChurnModel> training, FeatureTable today) {
        return training instanceof Refused<ChurnModel> refused
                ? RiskScores.unscored(horizonDays, today, refused.why())
                : training.orElseThrow().score(today);
    }

    /** The scores of rows by what came of training: without a model everybody is unscored, with the reason. */
    public RiskScores score(Training<ChurnModel> training, DataSet today) {
        return training instanceof Refused<ChurnModel> refused
                ? RiskScores.unscored(horizonDays, today, refused.why())
                : training.orElseThrow().score(today);
    }

    /** {@code churn propensity within 90 days}. */
    @Override
    public String toString() {
        return "churn propensity within " + horizonDays + " days";
    }
}
