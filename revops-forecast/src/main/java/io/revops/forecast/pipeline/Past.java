package io.revops.forecast.pipeline;

import io.revops.forecast.BacktestTrial;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one method said from earlier days of the rest of a period, beside what that brought. */
final class Past {
    /** With fewer resolved periods nothing is concluded from a method's errors. */
    static final int FEWEST = 5;

    /**
     * One forecast.
     *
     * @param end the day after the period's last
     * @param closed what was won in the period by then
     * @param rest what was forecast for the rest of it
     * @param actual what the rest of it brought
     * @param level what was won a day then
     */
    record Made(int origin, int end, double closed, double rest, double actual, double level) {
        double missed() {
            return actual - rest;
        }
    }

    private final List<Made> made = new ArrayList<>();
    private final List<BacktestTrial> trials = new ArrayList<>();

    /** The trials, in order. */
    List<BacktestTrial> trials() {
        return trials;
    }

    void add(Made forecast, Span period, SortedMap<Double, Double> quantiles) {
        made.add(forecast);
        trials.add(new BacktestTrial(
                LocalDate.ofEpochDay(forecast.origin()),
                period,
                1,
                forecast.closed() + forecast.rest(),
                quantiles,
                forecast.closed() + forecast.actual()));
    }

    /** Those whose period had passed by the end of a day. */
    List<Made> resolved(int day) {
        return made.stream().filter(m -> m.end() <= day + 1).toList();
    }

    /** Their errors. */
    List<PastErrors.Missed> errors(int day) {
        return resolved(day).stream()
                .map(m -> new PastErrors.Missed(LocalDate.ofEpochDay(m.origin()), m.missed(), m.level()))
                .toList();
    }

    /** The mean squared error of those; not a number if they are too few. */
    double squared(int day) {
        List<Made> passed = resolved(day);
        List<Made> resolved = passed.subList(Math.max(0, passed.size() - PastErrors.remembered(0)), passed.size());
        return resolved.size() < FEWEST
                ? Double.NaN
                : resolved.stream().mapToDouble(m -> m.missed() * m.missed()).sum() / resolved.size();
    }

    /** The weights of methods in a mean: one over the mean squared error of each that has enough resolved periods. */
    static SortedMap<PipelineMethod, Double> weights(SortedMap<PipelineMethod, Past> methods, int day) {
        SortedMap<PipelineMethod, Double> weights = new TreeMap<>();
        double sum = 0;
        for (var method : methods.entrySet()) {
            double squared = method.getValue().squared(day);
            if (squared > 0) {
                weights.put(method.getKey(), 1 / squared);
                sum += 1 / squared;
            }
        }
        double all = sum;
        weights.replaceAll((m, w) -> w / all);
        return weights;
    }
}
