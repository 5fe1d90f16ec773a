package io.revops.forecast.learn;

import io.revops.forecast.Threads;

/** Everything that decides how trees are grown. */
record BoostingOptions(
        LearningRate rate,
        Rounds rounds,
        Leaves leaves,
        Depth depth,
        LeafRows leafRows,
        LeafPenalty penalty,
        Monotone monotone,
        Threads workers) {
    static BoostingOptions standard() {
        return new BoostingOptions(
                LearningRate.of(0.05),
                Rounds.of(150),
                Leaves.of(8),
                Depth.of(6),
                LeafRows.of(20),
                LeafPenalty.of(1),
                Monotone.none(),
                Threads.of(1));
    }

    /** What was asked for, by name: without {@code workers}, which change nothing. */
    BoostingOptions with(Object option) {
        return new BoostingOptions(
                option instanceof LearningRate o ? o : rate,
                option instanceof Rounds o ? o : rounds,
                option instanceof Leaves o ? o : leaves,
                option instanceof Depth o ? o : depth,
                option instanceof LeafRows o ? o : leafRows,
                option instanceof LeafPenalty o ? o : penalty,
                option instanceof Monotone o ? o : monotone,
                option instanceof Threads o ? o : workers);
    }

    /** {@code rate 0.05, 150 rounds, 8 leaves, depth 6, 20 rows a leaf, penalty 1.0}. */
    @Override
    public String toString() {
        return "rate " + rate.share() + ", " + (rounds.kind() == Rounds.Kind.FIXED ? "" : "up to ") + rounds.most()
                + " rounds, " + leaves.most() + " leaves, depth " + depth.most() + ", " + leafRows.least()
                + " rows a leaf, penalty " + penalty.lambda()
                + (monotone.directions().isEmpty() ? "" : ", monotone " + monotone);
    }
}
