package io.revops.forecast;

import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Forecasts of periods that have passed, each made as of an earlier day, beside what happened (rolling origins).
 *
 * <p>{@link #run} rebuilds the history at every origin, so that nothing later can leak into it; a trainer that measures its own
 * errors does the same inside the history that it was given.
 */
public final class Backtest {
    /** The quantiles that are kept of each forecast: of the 80 % and the 50 % interval, and the middle. */
    public static final List<Double> LEVELS = List.of(0.1, 0.25, 0.5, 0.75, 0.9);

    private final String method;
    private final List<BacktestTrial> trials;
    private final SortedMap<LocalDate, Refused<?>> refused;

    private Backtest(String method, List<BacktestTrial> trials, Map<LocalDate, Refused<?>> refused) {
        this.method = Objects.requireNonNull(method, "method");
        this.trials = List.copyOf(trials);
        this.refused = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** Trials of a method that were made elsewhere. */
    public static Backtest of(String method, List<BacktestTrial> trials) {
        return new Backtest(method, trials, Map.of());
    }

    /**
     * Trains as of each day, and forecasts the periods that follow it and have passed by the history's own day.
     *
     * @param origins the days, in order
     * @param horizons the periods that are forecast from a day
     * @param actual what happened in a period; a period where that is undefined is left out
     * @param listener is told after each origin
     * @throws CancellationException if the thread is interrupted
     */
    public static Backtest run(
            Trainer<? extends Forecaster> trainer,
            History history,
            List<LocalDate> origins,
            Horizons horizons,
            Function<Span, Reading<Double>> actual,
            ProgressListener listener) {
        List<BacktestTrial> trials = new ArrayList<>();
        Map<LocalDate, Refused<?>> refused = new TreeMap<>();
        String method = "";
        int done = 0;
        for (LocalDate origin : origins) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(
                        "The backtest was interrupted. Maybe run it again, with fewer origins.");
            }
            Training<? extends Forecaster> training = trainer.train(history.asOf(origin));
            if (training instanceof Refused<?> why) {
                refused.put(origin, why);
            } else {
                Forecaster model = training.orElseThrow();
                method = model.method();
                trials.addAll(trials(model, origin, horizons.of(origin), history.asOf(), actual));
            }
            listener.done(++done, origins.size());
        }
        return new Backtest(method, trials, refused);
    }

    private static List<BacktestTrial> trials(
            Forecaster model,
            LocalDate origin,
            List<Span> periods,
            LocalDate end,
            Function<Span, Reading<Double>> actual) {
        List<BacktestTrial> trials = new ArrayList<>();
        for (int i = 0; i < periods.size(); i++) {
            Span period = periods.get(i);
            if (period.to().isAfter(end.plusDays(1))) {
                continue;
            }
            Optional<Double> happened = actual.apply(period).value();
            if (happened.isPresent()) {
                Forecast forecast = model.forecast(period);
                trials.add(new BacktestTrial(
                        origin, period, i + 1, forecast.point(), quantiles(forecast.draws()), happened.get()));
            }
        }
        return trials;
    }

    /** Those of the {@link #LEVELS} that there are cases for. */
    public static SortedMap<Double, Double> quantiles(Draws draws) {
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        for (double p : LEVELS) {
            draws.quantile(p).value().ifPresent(value -> quantiles.put(p, value));
        }
        return quantiles;
    }

    /** What was forecast. */
    public String method() {
        return method;
    }

    /** All trials, by origin and then by period. */
    public List<BacktestTrial> trials() {
        return trials;
    }

    /** The trials that many periods ahead, from 1. */
    public List<BacktestTrial> trials(int ahead) {
        return trials.stream().filter(t -> t.ahead() == ahead).toList();
    }

    /** The origins at which there was no model, and why. */
    public SortedMap<LocalDate, Refused<?>> refused() {
        return refused;
    }

    /** The errors of all trials together; undefined if there is none. */
    public Reading<Accuracy> accuracy() {
        return accuracy(trials);
    }

    /** The errors that many periods ahead; undefined if there is no such trial. */
    public Reading<Accuracy> accuracy(int ahead) {
        return accuracy(trials(ahead));
    }

    /** The errors of trials that have something in common, by it: the week of the quarter of their origin, their horizon, a team. */
    public <K extends Comparable<K>> SortedMap<K, Accuracy> accuracyBy(Function<BacktestTrial, K> cut) {
        SortedMap<K, List<BacktestTrial>> cuts = new TreeMap<>();
        trials.forEach(
                t -> cuts.computeIfAbsent(cut.apply(t), k -> new ArrayList<>()).add(t));
        SortedMap<K, Accuracy> errors = new TreeMap<>();
        cuts.forEach((k, some) -> errors.put(k, Accuracy.of(some)));
        return java.util.Collections.unmodifiableSortedMap(errors);
    }

    private Reading<Accuracy> accuracy(List<BacktestTrial> some) {
        return some.isEmpty()
                ? Reading.undefined(
                        UndefinedCode.TOO_FEW_CASES,
                        "No period that was forecast has passed. Maybe a longer history, or a nearer period.")
                : Reading.known(Accuracy.of(some));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Backtest that
                && method.equals(that.method)
                && trials.equals(that.trials)
                && refused.equals(that.refused);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, trials);
    }

    /** {@code run rate: 33 forecasts from 12 origins}. */
    @Override
    public String toString() {
        return method + ": " + trials.size() + " forecasts from "
                + trials.stream().map(BacktestTrial::origin).distinct().count() + " origins";
    }
}
