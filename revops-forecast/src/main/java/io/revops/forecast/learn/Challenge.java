package io.revops.forecast.learn;

import io.revops.metric.Reading;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Whether a model that is in use makes way for another: both on the same rows, which neither has seen.
 *
 * <p>The challenger has to save log-loss by more than chance: of the mean over rows drawn again with replacement, 95 % of the drawings are above 0. A model
 * that is as good is no reason to change what people have learnt to read.
 *
 * @param champion the one in use
 * @param challenger the other
 * @param saved the log-loss a row that the challenger saves, with its drawings
 * @param ranking both areas under the curve (DeLong); undefined with fewer than two of either outcome
 */
public record Challenge(Measures champion, Measures challenger, PairedBootstrap saved, Reading<AucComparison> ranking) {
    private static final int DRAWINGS = 1_000;
    private static final double SURE = 0.05;

    public Challenge {
        Objects.requireNonNull(champion, "champion");
        Objects.requireNonNull(challenger, "challenger");
        Objects.requireNonNull(saved, "saved");
        Objects.requireNonNull(ranking, "ranking");
    }

    /**
     * Compares two models on rows whose outcome is known, and which neither was trained on. Rows of one group, such as an account on several
     * days, are drawn together, and count as one case where rankings are compared.
     *
     * @param seed of the drawings
     * @throws IllegalArgumentException if a column is missing that one of them reads, or the features are of another edition
     */
    public static Challenge of(Scorer champion, Scorer challenger, DataSet rows, long seed) {
        return of(
                rows.labels(),
                said(champion, rows),
                said(challenger, rows),
                IntStream.range(0, rows.size()).mapToObj(rows::group).toList(),
                seed);
    }

    private static double[] said(Scorer scorer, DataSet rows) {
        List<String> read =
                rows.names().stream().filter(scorer.features()::contains).toList();
        return scorer.probabilities(scorer.fitting(rows.only(read)));
    }

    /**
     * Compares what two models said of the same rows.
     *
     * @param labels 0 or 1
     * @param groups of the rows, in their order
     */
    public static Challenge of(
            double[] labels, double[] champion, double[] challenger, List<String> groups, long seed) {
        return new Challenge(
                Measures.of(labels, champion),
                Measures.of(labels, challenger),
                PairedBootstrap.ofLogLoss(labels, champion, challenger, groups, seed, DRAWINGS),
                AucComparison.of(labels, champion, challenger, groups));
    }

    /**
     * Compares what two models said of the same rows, each of which is a case of its own: no account twice.
     *
     * @param labels 0 or 1
     */
    public static Challenge of(double[] labels, double[] champion, double[] challenger, long seed) {
        return new Challenge(
                Measures.of(labels, champion),
                Measures.of(labels, challenger),
                PairedBootstrap.ofLogLoss(labels, champion, challenger, seed, DRAWINGS),
                AucComparison.of(labels, champion, challenger));
    }

    /** Whether the challenger takes over. */
    public boolean isWon() {
        return saved.quantile(SURE).orElseThrow() > 0;
    }

    /** Who stays or takes over, and why. */
    public String why() {
        String numbers = "log-loss " + Rounded.of(challenger.logLoss(), 4) + " against "
                + Rounded.of(champion.logLoss(), 4) + " on " + champion.size() + " rows"
                + ranking.value()
                        .map(r -> ", AUC " + Rounded.of(r.challenger(), 3) + " against " + Rounded.of(r.champion(), 3)
                                + (r.pValue() < 0.001 ? " (p < 0.001)" : " (p = " + Rounded.of(r.pValue(), 3) + ")"))
                        .orElse("");
        return isWon()
                ? "The challenger takes over: " + numbers + "."
                : "The champion stays, the challenger does not beat it by more than chance: " + numbers + ".";
    }

    @Override
    public String toString() {
        return why();
    }
}
