package io.revops.forecast.churn;

import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DriftReport;
import io.revops.forecast.learn.LearntModel;
import io.revops.forecast.learn.ModelCard;
import io.revops.forecast.learn.Reasons;
import io.revops.metric.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What says how likely accounts are to leave: the edition of the features, the learner that did best, what makes its scores probabilities, and
 * its card.
 *
 * <p>A reason is what a score is <em>associated</em> with in the past of all accounts, not what caused it and not what would help: the
 * account with the highest risk is often not the one that a call can keep.
 *
 * @param horizonDays within how many days an account leaves, or does not
 * @param scorer the model, its calibrator and its card
 * @param candidates every learner that was tried, as it did on rows it had not seen
 */
public record ChurnModel(int horizonDays, LearntModel scorer, List<Candidate> candidates) {
    public ChurnModel {
        Objects.requireNonNull(scorer, "scorer");
        candidates = List.copyOf(candidates);
        if (horizonDays < 1) {
            throw new IllegalArgumentException("The horizon is " + horizonDays + " days. Maybe 90.");
        }
    }

    /** What to know before relying on it. */
    public ModelCard card() {
        return scorer.card();
    }

    /**
     * The scores of accounts, in the words of their features. Who has asked to go has a date and no score: it was not learnt from, and looks
     * like those that stay.
     */
    public RiskScores score(FeatureTable today) {
        RiskScores staying = score(Tables.staying(today), today.set()::tell);
        return new RiskScores(
                staying.model(),
                horizonDays,
                staying.base(),
                staying.baseRate(),
                RiskScores.withLeaving(staying.scores(), today));
    }

    /** The scores of rows, whose groups are the accounts, each as if it had not asked to go; labels are not read. */
    public RiskScores score(DataSet rows) {
        return score(rows, Wording.plain());
    }

    /** The scores of rows, whose groups are the accounts, with reasons in other words. */
    public RiskScores score(DataSet rows, Wording wording) {
        DataSet fitting = scorer.fitting(rows);
        double[] probabilities = scorer.probabilities(fitting);
        double[] logOdds = scorer.model().logOddsOfEach(fitting);
        List<Reasons> reasons = scorer.model().reasonsOfEach(fitting);
        List<RiskScore> scores = new ArrayList<>();
        for (int i = 0; i < fitting.size(); i++) {
            scores.add(score(fitting.group(i), fitting.date(i), probabilities[i], logOdds[i], reasons.get(i), wording));
        }
        return new RiskScores(Optional.of(id()), horizonDays, base(), baseRate(), scores);
    }

    /** The score of one account from its values, in the order of the features; {@code NaN} where one is missing. */
    public RiskScore score(String account, double... values) {
        return score(
                account,
                Optional.empty(),
                scorer.probability(values),
                scorer.model().logOdds(values),
                scorer.reasons(values),
                Wording.plain());
    }

    private static RiskScore score(
            String account,
            Optional<LocalDate> asOf,
            double probability,
            double logOdds,
            Reasons reasons,
            Wording wording) {
        return new RiskScore(
                account,
                asOf,
                Reading.known(probability),
                OptionalDouble.of(logOdds),
                RiskReason.of(reasons, wording),
                Optional.empty());
    }

    /** The log-odds of an account of which nothing is known, which reasons are added to. */
    public double base() {
        double[] nothing = new double[scorer.features().size()];
        Arrays.fill(nothing, Double.NaN);
        return scorer.reasons(nothing).base();
    }

    /** The share of the rows it learnt from that left. */
    public double baseRate() {
        return card().events() / (double) card().rows();
    }

    private String id() {
        return card().provenance().method() + " of " + card().provenance().data();
    }

    /** Whether accounts of today that have not asked to go are like those it was trained on. */
    public DriftReport drift(FeatureTable today) {
        return DriftReport.of(scorer, Tables.staying(today));
    }

    /** Whether rows of today are like those it was trained on. */
    public DriftReport drift(DataSet today) {
        return DriftReport.of(scorer, today);
    }

    /** {@code logistic, churn within 90 days, 7043 rows, 1869 events}. */
    @Override
    public String toString() {
        return scorer.name() + ", churn within " + horizonDays + " days, " + card().rows() + " rows, " + card().events()
                + " events";
    }
}
