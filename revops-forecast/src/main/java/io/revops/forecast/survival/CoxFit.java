package io.revops.forecast.survival;

import io.revops.forecast.arithmetic.Cholesky;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Newton's method on the partial likelihood, with steps that are halved until they rise. */
final class CoxFit {
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 40;
    /** A step in the log-hazard, over the range of a column, that no longer matters. */
    private static final double SETTLED = 1e-10;
    /** The likelihood is flat to this gain ... */
    private static final double FLAT = 1e-6;
    /** ... and yet the log-hazard over the range of a column still moves by this, from beyond this: it has no end. */
    private static final double MOVING = 0.1;

    private static final double FAR = 8;

    /** How the search ended. */
    enum End {
        FOUND,
        SEPARATED,
        COLLINEAR,
        LOST
    }

    final End end;
    /** The columns that are to blame, if it was not found. */
    final List<Integer> guilty;

    private final @Nullable PartialLikelihood highest;

    private CoxFit(End end, List<Integer> guilty, @Nullable PartialLikelihood highest) {
        this.end = end;
        this.guilty = guilty;
        this.highest = highest;
    }

    Optional<PartialLikelihood> highest() {
        return Optional.ofNullable(highest);
    }

    static CoxFit of(RiskSets sets, PartialLikelihood zero, double ridge) {
        PartialLikelihood current = zero;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The training was interrupted.");
            }
            Cholesky cholesky = Cholesky.of(current.information, Cholesky.TOLERANCE);
            if (cholesky.singular().isPresent()) {
                List<Integer> far = far(sets, current.beta, null);
                return far.isEmpty()
                        ? new CoxFit(End.COLLINEAR, List.of(cholesky.singular().getAsInt()), null)
                        : new CoxFit(End.SEPARATED, far, null);
            }
            double[] move = cholesky.solve(current.slope);
            PartialLikelihood next = rise(sets, current, move, ridge);
            double gain = next.log - current.log;
            if (ridge == 0 && gain < FLAT) {
                List<Integer> far = far(sets, next.beta, move);
                if (!far.isEmpty()) {
                    return new CoxFit(End.SEPARATED, far, null);
                }
            }
            boolean settled =
                    IntStream.range(0, move.length).allMatch(j -> Math.abs(move[j]) * sets.range[j] < SETTLED);
            current = next;
            if (settled) {
                return new CoxFit(End.FOUND, List.of(), current);
            }
        }
        return new CoxFit(End.LOST, far(sets, current.beta, null), null);
    }

    private static PartialLikelihood rise(RiskSets sets, PartialLikelihood from, double[] move, double ridge) {
        double share = 1;
        double slack = 1e-13 * Math.max(1, Math.abs(from.log));
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] beta = from.beta.clone();
            for (int j = 0; j < beta.length; j++) {
                beta[j] += share * move[j];
            }
            PartialLikelihood next = PartialLikelihood.at(sets, beta, ridge);
            if (next.isFinite() && next.log >= from.log - slack) {
                return next;
            }
            share /= 2;
        }
        return from;
    }

    private static List<Integer> far(RiskSets sets, double[] beta, double @Nullable [] move) {
        return IntStream.range(0, beta.length)
                .filter(j -> Math.abs(beta[j]) * sets.range[j] > FAR)
                .filter(j -> move == null || Math.abs(move[j]) * sets.range[j] > MOVING)
                .boxed()
                .toList();
    }
}
