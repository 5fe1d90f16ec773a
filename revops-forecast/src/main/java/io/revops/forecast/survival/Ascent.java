package io.revops.forecast.survival;

import io.revops.forecast.arithmetic.Cholesky;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Newton's way up a log-likelihood that is curved the right way only near its top: where the information is not positive, its
 * diagonal is raised until it is, and a step that does not rise is halved.
 */
final class Ascent {
    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    private static final double SETTLED = 1e-10;

    private Ascent() {}

    /** A place on the way. */
    static final class Point {
        final double[] at;
        final double value;
        final double[] slope;
        /** Minus the second derivatives. */
        final double[][] information;

        Point(double[] at, double value, double[] slope, double[][] information) {
            this.at = at;
            this.value = value;
            this.slope = slope;
            this.information = information;
        }

        boolean isFinite() {
            return Double.isFinite(value);
        }
    }

    /**
     * Where the way ended.
     *
     * @param last the last place
     * @param found whether it is the top, and not just where a coordinate went beyond a limit or the steps were too many
     */
    record Way(Point last, boolean found) {}

    static Way up(Function<double[], Point> likelihood, double[] start, double limit) {
        Point current = likelihood.apply(start);
        for (int step = 0; step < MOST_STEPS && current.isFinite(); step++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The training was interrupted.");
            }
            double[][] raised = current.information;
            Cholesky cholesky = Cholesky.of(raised, Cholesky.TOLERANCE);
            boolean plain = cholesky.singular().isEmpty();
            for (double extra = 1e-3; cholesky.singular().isPresent() && extra < 1e12; extra *= 10) {
                raised = raised(current.information, extra);
                cholesky = Cholesky.of(raised, Cholesky.TOLERANCE);
            }
            if (cholesky.singular().isPresent()) {
                return new Way(current, false);
            }
            double[] move = cholesky.solve(current.slope);
            current = rise(likelihood, current, move);
            if (IntStream.range(0, move.length).anyMatch(far(current, limit))) {
                return new Way(current, false);
            }
            if (plain && IntStream.range(0, move.length).allMatch(j -> Math.abs(move[j]) < SETTLED)) {
                return new Way(current, true);
            }
        }
        return new Way(current, false);
    }

    private static IntPredicate far(Point point, double limit) {
        return j -> Math.abs(point.at[j]) > limit;
    }

    private static double[][] raised(double[][] matrix, double extra) {
        double size = 0;
        for (int j = 0; j < matrix.length; j++) {
            size = Math.max(size, Math.abs(matrix[j][j]));
        }
        double[][] raised = new double[matrix.length][];
        for (int j = 0; j < matrix.length; j++) {
            raised[j] = matrix[j].clone();
            raised[j][j] += extra * Math.max(size, 1e-6);
        }
        return raised;
    }

    private static Point rise(Function<double[], Point> likelihood, Point from, double[] move) {
        double share = 1;
        double slack = 1e-13 * Math.max(1, Math.abs(from.value));
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] at = from.at.clone();
            for (int j = 0; j < at.length; j++) {
                at[j] += share * move[j];
            }
            Point next = likelihood.apply(at);
            if (next.isFinite() && next.value >= from.value - slack) {
                return next;
            }
            share /= 2;
        }
        return from;
    }
}
