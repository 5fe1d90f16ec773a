package io.revops.forecast.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stages as an absorbing Markov chain: from each stage a deal goes on, back, stays, is won or is lost, and where it goes depends
 * only on where it is.
 *
 * <p>The probability to be won in the end is b = (I − T)⁻¹ w, the expected number of steps is t = (I − T)⁻¹ 1, with T the
 * probabilities between stages and w those of winning. Both are solved by taking one stage out after the other without a
 * subtraction, so that they are exact to the last digits, never below 0 or above 1, and the chances to be won and to be lost add
 * up to 1.
 *
 * <p>Real deals have a memory: one that has stood long is not as likely to move as one that came yesterday. Use the chain to see
 * the funnel, not to forecast a period.
 *
 * <p>References: J. G. Kemeny, J. L. Snell, Finite Markov Chains, 1960, chapter 3; W. K. Grassmann, M. I. Taksar, D. P. Heyman,
 * Regenerative Analysis and Steady State Distributions for Markov Chains, Operations Research 33, 1985 (no subtraction).
 */
public final class StageChain {
    private static final double ROUNDING = 1e-9;

    private final List<String> stages;
    private final double[][] moves;
    private final double[] wins;
    private final double[] losses;
    private final double[] won;
    private final double[] lost;
    private final double[] steps;

    private StageChain(List<String> stages, double[][] moves, double[] wins, double[] losses) {
        this.stages = List.copyOf(stages);
        this.moves = moves;
        this.wins = wins;
        this.losses = losses;
        int n = stages.size();
        won = new double[n];
        lost = new double[n];
        steps = new double[n];
        solve();
    }

    /** Begins a chain. */
    public static Builder builder() {
        return new Builder();
    }

    /** The stages that a deal can be in, in the order in which they were told. */
    public List<String> stages() {
        return stages;
    }

    /** The probability that the next step from one stage leads to another, or that it stays. */
    public double move(String from, String to) {
        return moves[index(from)][index(to)];
    }

    /** The probability that the next step from a stage wins the deal. */
    public double winsNext(String from) {
        return wins[index(from)];
    }

    /** The probability that the next step from a stage loses the deal. */
    public double losesNext(String from) {
        return losses[index(from)];
    }

    /** The probability that a deal in a stage is won some day. */
    public double won(String stage) {
        return won[index(stage)];
    }

    /** The probability that a deal in a stage is lost some day. */
    public double lost(String stage) {
        return lost[index(stage)];
    }

    /** How many steps a deal in a stage takes on average until it is won or lost. */
    public double expectedSteps(String stage) {
        return steps[index(stage)];
    }

    /**
     * The probability that a deal in a stage is won in that many steps, or sooner.
     *
     * @param within 0 or more
     */
    public double wonWithin(String stage, int within) {
        if (within < 0) {
            throw new IllegalArgumentException("There are " + within + " steps. Maybe 0 or more.");
        }
        double[] reached = new double[stages.size()];
        for (int k = 0; k < within; k++) {
            double[] next = wins.clone();
            for (int i = 0; i < next.length; i++) {
                for (int j = 0; j < next.length; j++) {
                    next[i] += moves[i][j] * reached[j];
                }
            }
            reached = next;
        }
        return Math.min(1, reached[index(stage)]);
    }

    private int index(String stage) {
        int at = stages.indexOf(stage);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "There is no stage (" + stage + ") in the chain. Maybe one of " + stages + ".");
        }
        return at;
    }

    private void solve() {
        int n = stages.size();
        double[][] p = new double[n][];
        for (int i = 0; i < n; i++) {
            p[i] = moves[i].clone();
        }
        double[] toWon = wins.clone();
        double[] toLost = losses.clone();
        double[] time = new double[n];
        Arrays.fill(time, 1);
        double[] leaves = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            leaves[k] = toWon[k] + toLost[k];
            for (int j = 0; j < k; j++) {
                leaves[k] += p[k][j];
            }
            if (!(leaves[k] > 0)) {
                throw new IllegalArgumentException("From the stage (" + stages.get(k)
                        + ") no way leads to won or lost. Maybe leave it out, or say how its deals end.");
            }
            for (int i = 0; i < k; i++) {
                double share = p[i][k] / leaves[k];
                for (int j = 0; j < k; j++) {
                    p[i][j] += share * p[k][j];
                }
                toWon[i] += share * toWon[k];
                toLost[i] += share * toLost[k];
                time[i] += share * time[k];
            }
        }
        for (int i = 0; i < n; i++) {
            double wonSum = toWon[i];
            double lostSum = toLost[i];
            double stepSum = time[i];
            for (int j = 0; j < i; j++) {
                wonSum += p[i][j] * won[j];
                lostSum += p[i][j] * lost[j];
                stepSum += p[i][j] * steps[j];
            }
            double both = wonSum + lostSum;
            won[i] = wonSum / both;
            lost[i] = lostSum / both;
            steps[i] = stepSum / leaves[i];
        }
    }

    /** {@code Q 24.4 %, P 39.0 %, N 65.2 % won in the end}. */
    @Override
    public String toString() {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            each.add(stages.get(i) + " " + StageWeight.percent(won[i]));
        }
        return String.join(", ", each) + " won in the end";
    }

    /** Collects the probabilities of a chain; what leaves a stage adds up to 1. */
    public static final class Builder {
        private final Map<String, Map<String, Double>> rows = new LinkedHashMap<>();
        private final Map<String, Double> wins = new LinkedHashMap<>();
        private final Map<String, Double> losses = new LinkedHashMap<>();

        private Builder() {}

        /** From a stage to another, or to itself: it stays. */
        public Builder move(String from, String to, double probability) {
            put(rows.computeIfAbsent(from, f -> new LinkedHashMap<>()), from, to, probability);
            return this;
        }

        /** From a stage to won. */
        public Builder won(String from, double probability) {
            rows.computeIfAbsent(from, f -> new LinkedHashMap<>());
            put(wins, from, from, probability);
            return this;
        }

        /** From a stage to lost. */
        public Builder lost(String from, double probability) {
            rows.computeIfAbsent(from, f -> new LinkedHashMap<>());
            put(losses, from, from, probability);
            return this;
        }

        private static void put(Map<String, Double> row, String from, String to, double probability) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("The probability from (" + from + ") to (" + to + ") is "
                        + probability + ". Maybe between 0 and 1.");
            }
            if (row.putIfAbsent(to, probability) != null) {
                throw new IllegalArgumentException(
                        "The way from (" + from + ") to (" + to + ") is told twice. Maybe add the two up.");
            }
        }

        /**
         * The chain.
         *
         * @throws IllegalArgumentException if the probabilities of a stage do not add up to 1, or its deals never end
         */
        public StageChain build() {
            Set<String> names = new LinkedHashSet<>(rows.keySet());
            rows.values().forEach(row -> names.addAll(row.keySet()));
            if (names.isEmpty()) {
                throw new IllegalArgumentException("The chain has no stage. Maybe say where its deals go.");
            }
            List<String> stages = List.copyOf(names);
            int n = stages.size();
            double[][] moves = new double[n][n];
            double[] won = new double[n];
            double[] lost = new double[n];
            for (int i = 0; i < n; i++) {
                String from = stages.get(i);
                won[i] = wins.getOrDefault(from, 0.0);
                lost[i] = losses.getOrDefault(from, 0.0);
                double sum = won[i] + lost[i];
                Map<String, Double> row = rows.getOrDefault(from, Collections.emptyMap());
                for (int j = 0; j < n; j++) {
                    moves[i][j] = row.getOrDefault(stages.get(j), 0.0);
                    sum += moves[i][j];
                }
                if (Math.abs(sum - 1) > ROUNDING) {
                    throw new IllegalArgumentException("What leaves the stage (" + from + ") adds up to " + sum
                            + " and not to 1. Maybe say what stays.");
                }
            }
            return new StageChain(stages, moves, won, lost);
        }
    }
}
