package io.revops.forecast.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of the events are among those that score highest, tenth by tenth.
 *
 * <p>Rows with the same score are spread evenly over the tenths they fall into, so that a constant score has a lift of 1.
 *
 * @param tenths from the highest scores down
 */
public record Gains(List<Tenth> tenths) {
    private static final int PARTS = 10;

    public Gains {
        tenths = List.copyOf(tenths);
    }

    /**
     * A tenth of the rows.
     *
     * @param number 1 for the highest scores
     * @param events in it
     * @param rate events among its rows
     * @param lift rate over the rate of all
     * @param captured the share of all events in it and those before
     */
    public record Tenth(int number, double events, double rate, double lift, double captured) {}

    /** Of rows of which at least one had the event. */
    public static Gains of(double[] labels, double[] scores) {
        List<Steps.Step> steps = Steps.of(labels, scores);
        int rows = labels.length;
        int all = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).events();
        if (all == 0) {
            throw new IllegalArgumentException(
                    "None of " + rows + " rows had the event. Maybe a longer horizon, or more rows.");
        }
        List<Tenth> tenths = new ArrayList<>();
        double before = 0;
        for (int t = 1; t <= PARTS; t++) {
            double until = upTo((double) rows * t / PARTS, steps);
            double events = until - before;
            double rate = events / ((double) rows / PARTS);
            tenths.add(new Tenth(t, events, rate, rate / ((double) all / rows), until / all));
            before = until;
        }
        return new Gains(tenths);
    }

    /** How many events are among so many of the highest scores. */
    private static double upTo(double rows, List<Steps.Step> steps) {
        for (Steps.Step step : steps) {
            if (step.rows() >= rows) {
                double share = (rows - (step.rows() - step.moreRows())) / step.moreRows();
                return step.events() - step.moreEvents() + share * step.moreEvents();
            }
        }
        return steps.get(steps.size() - 1).events();
    }
}
