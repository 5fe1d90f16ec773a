package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * What contacting all who score at least so much would have brought, for each score.
 *
 * @param points from contacting nobody to contacting everybody
 */
public record ProfitCurve(List<Point> points) {
    public ProfitCurve {
        points = List.copyOf(points);
    }

    /**
     * One threshold.
     *
     * @param threshold the lowest score that is contacted; 1 or more where nobody is
     * @param contacted how many
     * @param events how many of them had the event
     * @param profit events · benefit − contacted · cost
     */
    public record Point(double threshold, int contacted, int events, double profit) {}

    /** The curve of rows whose outcome is known. */
    public static ProfitCurve of(double[] labels, double[] probabilities, Offer offer) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(Math.nextUp(1.0), 0, 0, 0));
        for (Steps.Step step : Steps.of(labels, probabilities)) {
            points.add(new Point(
                    step.score(),
                    step.rows(),
                    step.events(),
                    step.events() * offer.benefit() - step.rows() * offer.cost()));
        }
        return new ProfitCurve(points);
    }

    /** The point that would have brought most; of equals the one that contacts fewest. */
    public Point best() {
        Point best = points.get(0);
        for (Point point : points) {
            best = point.profit() > best.profit() ? point : best;
        }
        return best;
    }

    /** What a threshold would have brought. */
    public Point at(double threshold) {
        Point at = points.get(0);
        for (Point point : points) {
            at = point.threshold() >= threshold ? point : at;
        }
        return at;
    }
}
