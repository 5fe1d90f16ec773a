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
     * @param begin the period's first day
     * @param end the day after its last
     * @param closed what was seen to be won in it by then
     * @param rest what was forecast for the rest of it
     * @param level what was won a day then
     */
    record Made(int origin, int begin, int end, double closed, double rest, double level) {
        /** What the rest brought less what was forecast, as it is seen later: what was written down even later is not known yet. */
        double missed(Snapshot seen) {
            return seen.won(begin, end) - closed - rest;
        }
    }

    private final List<Made> made = new ArrayList<>();
    private final List<BacktestTrial> trials = new ArrayList<>();

    /** The trials, in order. */
    List<BacktestTrial> trials() {
        return trials;
    }

    /** @param actual what the period brought, as it is seen in the end */
    void add(Made forecast, Span period, SortedMap<Double, Double> quantiles, double actual) {
        made.add(forecast);
        trials.add(new BacktestTrial(
                LocalDate.ofEpochDay(forecast.origin()),
                period,
                1,
                forecast.closed() + forecast.rest(),
                quantiles,
                actual));
    }

    /** Those whose period had passed by the end of a day. */
    private List<Made> resolved(Snapshot seen) {
        return made.stream().filter(m -> m.end() <= seen.day() + 1).toList();
    }

    /** Their errors. */
    List<PastErrors.Missed> errors(Snapshot seen) {
        return resolved(seen).stream()
                .map(m -> new PastErrors.Missed(LocalDate.ofEpochDay(m.origin()), m.missed(seen), m.level()))
                .toList();
    }

    /** The mean squared error of those; not a number if they are too few. */
    double squared(Snapshot seen) {
        List<Made> passed = resolved(seen);
        List<Made> resolved = passed.subList(Math.max(0, passed.size() - PastErrors.remembered(0)), passed.size());
        return resolved.size() < FEWEST
                ? Double.NaN
                : resolved.stream()
                                .mapToDouble(m -> m.missed(seen) * m.missed(seen))
                                .sum()
                        / resolved.size();
    }

    /** The weights of methods in a mean: one over the mean squared error of each that has enough resolved periods. */
    static SortedMap<PipelineMethod, Double> weights(SortedMap<PipelineMethod, Past> methods, Snapshot seen) {
        SortedMap<PipelineMethod, Double> weights = new TreeMap<>();
        double sum = 0;
        for (var method : methods.entrySet()) {
            double squared = method.getValue().squared(seen);
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
