package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Draws;
import io.revops.forecast.Simulation;
import io.revops.forecast.Support;
import io.revops.metric.Reading;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the deals of a pipeline, week by week: at each origin every method forecasts a period that lies like the one asked
 * for, from what was known then, and learns from its errors once the period has passed. What was learnt by one origin is carried on to
 * the next and not learnt again.
 */
final class Walk {
    /** The days from one origin to the next. */
    static final int EVERY = 7;

    /** How many worlds an interval of the past is taken from. */
    private static final int WORLDS = 1000;

    private final PeriodAhead ahead;
    private final Simulation simulation;
    private final Listener listener;
    private final Learning learning;
    private final CallsWalk calls;
    private final double[] won;
    private final Map<String, Integer> wonOn = new HashMap<>();
    private final SortedMap<PipelineMethod, Past> past = new TreeMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    /** The same of hazards that also depend on categories. */
    private final List<Waiting> calledWaiting = new ArrayList<>();

    private final CategoryEvidence evidence;
    /** What was seen to be won on each day, by origin. */
    private final SortedMap<LocalDate, double[]> seenWon = new TreeMap<>();

    private final DealReliability.Counts reliability = new DealReliability.Counts();
    private @Nullable Snapshot end;

    /** What the time model expected of a period, until it has passed. */
    private record Waiting(Past.Made made, double expected, double variance) {
        Calibration.Resolved resolved(Snapshot seen) {
            double actual = seen.won(made.begin(), made.end()) - made.closed();
            return new Calibration.Resolved(made.end(), expected, variance, made.rest(), actual);
        }
    }

    private Walk(DealTable table, PeriodAhead ahead, Simulation simulation, Listener listener) {
        this.listener = listener;
        this.ahead = ahead;
        this.simulation = simulation;
        learning = new Learning(table);
        calls = new CallsWalk(table.deals);
        evidence = new CategoryEvidence(table.deals, ahead.days());
        won = Booked.all(table, learning.from);
        for (PipelineMethod method : PipelineMethod.values()) {
            past.put(method, new Past());
        }
        for (int deal = 0; deal < table.size(); deal++) {
            int last = table.first[deal + 1] - 1;
            if (table.outcome[last] == Outcome.WON) {
                wonOn.put(table.deals[deal].id(), (int)
                        table.deals[deal].closed().orElseThrow().toEpochDay());
            }
        }
    }

    /** Hears what the time model expects from each origin. */
    interface Listener {
        /**
         * It expects so much of a period.
         *
         * @param bias the factor on all that is expected
         */
        void expected(Snapshot seen, Span period, Expected expected, double bias);
    }

    static Walk through(DealTable table, PeriodAhead ahead, Simulation simulation) {
        return through(table, ahead, simulation, (seen, period, expected, bias) -> {});
    }

    static Walk through(DealTable table, PeriodAhead ahead, Simulation simulation, Listener listener) {
        Walk walk = new Walk(table, ahead, simulation, listener);
        int first = walk.learning.from + EVERY;
        int start = first + Math.floorMod(table.asOf - first, EVERY);
        for (int origin = start; origin <= table.asOf; origin += EVERY) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException(
                        "The walk through the deals was interrupted. Maybe run it again, over a shorter history.");
            }
            Span period = ahead.from(LocalDate.ofEpochDay(origin));
            if (period.to().toEpochDay() <= table.asOf + 1) {
                walk.learning.learnTo(origin);
                walk.forecast(walk.learning.snapshot(), period);
            }
        }
        walk.learning.learnTo(table.asOf);
        walk.end = walk.learning.snapshot();
        walk.evidence.learnTo(LocalDate.ofEpochDay(table.asOf));
        return walk;
    }

    private void forecast(Snapshot seen, Span period) {
        double closed = seen.closed(period);
        double actual = actual(period);
        seenWon.put(LocalDate.ofEpochDay(seen.day()), seen.wonByDay());
        SortedMap<PipelineMethod, Double> rests = new TreeMap<>();
        for (PipelineMethod method : PipelineMethod.values()) {
            if (Challengers.isSimple(method)) {
                Reading<Double> rest = Challengers.rest(method, seen, period);
                rest.value().ifPresent(r -> rests.put(method, r));
            }
        }
        calls.at(seen, period).value().ifPresent(c -> rests.put(PipelineMethod.COMMIT_YIELDS, CallsWalk.rest(c)));
        calls.remember(seen, period);
        SortedMap<Double, Double> intervals = timeModel(seen, period, closed, rests);
        SortedMap<PipelineMethod, Double> weights = weights(seen);
        weights.keySet().retainAll(rests.keySet());
        if (weights.size() > 1) {
            rests.put(PipelineMethod.ENSEMBLE, mean(weights, rests));
        }
        rests.forEach((method, rest) -> {
            Past own = past.computeIfAbsent(method, m -> new Past());
            SortedMap<Double, Double> quantiles =
                    method == PipelineMethod.TIME_MODEL ? intervals : quantiles(own, seen, closed, rest);
            own.add(made(seen, period, closed, rest), period, quantiles, actual);
        });
    }

    private static Past.Made made(Snapshot seen, Span period, double closed, double rest) {
        int begin = (int) period.from().toEpochDay();
        return new Past.Made(seen.day(), begin, (int) period.to().toEpochDay(), closed, rest, level(seen));
    }

    static double mean(SortedMap<PipelineMethod, Double> weights, SortedMap<PipelineMethod, Double> rests) {
        double sum = 0;
        double all = 0;
        for (var weight : weights.entrySet()) {
            sum += weight.getValue() * rests.getOrDefault(weight.getKey(), 0.0);
            all += weight.getValue();
        }
        return sum / all;
    }

    private SortedMap<PipelineMethod, Double> weights(Snapshot seen) {
        SortedMap<PipelineMethod, Past> methods = new TreeMap<>(past);
        methods.remove(PipelineMethod.ENSEMBLE);
        methods.remove(PipelineMethod.WEIGHTED_PIPELINE);
        return Past.weights(methods, seen);
    }

    private SortedMap<Double, Double> timeModel(
            Snapshot seen, Span period, double closed, SortedMap<PipelineMethod, Double> rests) {
        TimeModel time = seen.time();
        HazardLevels levels = seen.levels();
        Snapshot.Fresh fresh = seen.fresh();
        if (time == null || levels == null || fresh == null) {
            return new TreeMap<>();
        }
        Expected expected = Expected.of(seen, time, levels, fresh, period);
        Calibration calibration = calibration(seen, waiting);
        wait(waiting, seen, period, expected, calibration);
        evidence.learnTo(LocalDate.ofEpochDay(seen.day()));
        TimeModel called = seen.called();
        if (called != null) {
            Expected other = Expected.of(seen, called, levels, fresh, period);
            Calibration otherCalibration = calibration(seen, calledWaiting);
            wait(calledWaiting, seen, period, other, otherCalibration);
            evidence.ask(period, expected, other);
            if (evidence.isBetter()) {
                expected = other;
                calibration = otherCalibration;
            }
        }
        double rest = expected.rest() * calibration.bias();
        rests.put(PipelineMethod.TIME_MODEL, rest);
        SortedMap<Double, Double> quantiles = new TreeMap<>();
        if (calibration.shock().isPresent()) {
            String id = "pipeline@" + LocalDate.ofEpochDay(seen.day());
            double[] outcomes = PeriodDraws.rest(expected, calibration, simulation.seed(), id, WORLDS);
            for (int w = 0; w < outcomes.length; w++) {
                outcomes[w] += closed;
            }
            quantiles = Backtest.quantiles(
                    Draws.of(new Support.Simulated(simulation.seed(), WORLDS, OptionalInt.empty()), outcomes));
        }
        count(expected, period);
        listener.expected(seen, period, expected, calibration.bias());
        return quantiles;
    }

    private static void wait(
            List<Waiting> waiting, Snapshot seen, Span period, Expected expected, Calibration calibration) {
        Past.Made made = made(seen, period, seen.closed(period), expected.rest() * calibration.bias());
        waiting.add(new Waiting(made, expected.rest(), PeriodDraws.variance(expected)));
    }

    private void count(Expected expected, Span period) {
        for (int i = 0; i < expected.won().length; i++) {
            Integer day = wonOn.get(expected.deals().get(i).id());
            boolean happened = day != null
                    && day >= period.from().toEpochDay()
                    && day < period.to().toEpochDay();
            reliability.add(expected.won()[i], happened);
        }
    }

    /** From the errors that could be known. */
    private SortedMap<Double, Double> quantiles(Past past, Snapshot seen, double closed, double rest) {
        List<PastErrors.Missed> errors = past.errors(seen);
        return errors.isEmpty()
                ? new TreeMap<>()
                : Backtest.quantiles(PastErrors.outcomes(errors, closed, rest, level(seen), ahead.days()));
    }

    private static double level(Snapshot seen) {
        return PastErrors.level(seen.wonByDay(), seen.from(), seen.day());
    }

    private double actual(Span period) {
        double sum = 0;
        int from = learning.from;
        for (int t = Math.max((int) period.from().toEpochDay(), from);
                t < period.to().toEpochDay();
                t++) {
            sum += t - from < won.length ? won[t - from] : 0;
        }
        return sum;
    }

    /** What is known at the as-of day. */
    Snapshot last() {
        return Objects.requireNonNull(end);
    }

    /** What sellers call for the period asked for, and what came of such calls before. */
    Reading<CommitPeriod> calls() {
        return calls.at(last(), ahead.from(LocalDate.ofEpochDay(last().day())));
    }

    /** Whether any deal ever had a category. */
    boolean hasCategories() {
        return calls.hasCategories();
    }

    /** The weights of the methods on it. */
    SortedMap<PipelineMethod, Double> weights() {
        return weights(last());
    }

    /** What the period of a trial brought, as it was seen at a later origin. */
    double actual(BacktestTrial trial, LocalDate origin) {
        double[] byDay = Objects.requireNonNull(seenWon.get(origin));
        double sum = 0;
        int first = (int) trial.horizon().from().toEpochDay() - learning.from;
        int end = (int) trial.horizon().to().toEpochDay() - learning.from;
        for (int t = Math.max(0, first); t < Math.min(end, byDay.length); t++) {
            sum += byDay[t];
        }
        return sum;
    }

    /** What each method said from earlier days. */
    SortedMap<PipelineMethod, Past> past() {
        return past;
    }

    /** The hazards that are chosen on it: with categories, where these say more; absent before there are enough deals. */
    @Nullable
    TimeModel time() {
        return readsCategories() ? last().called() : last().time();
    }

    private boolean readsCategories() {
        return last().called() != null && evidence.isBetter();
    }

    /** Whether categories say more than the rest, in words; empty where there are none, or too few. */
    Optional<String> categories() {
        return last().called() == null ? Optional.empty() : evidence.told();
    }

    /** Of the hazards that are chosen. */
    Calibration calibration() {
        return calibration(last(), readsCategories() ? calledWaiting : waiting);
    }

    private Calibration calibration(Snapshot seen, List<Waiting> made) {
        List<Calibration.Resolved> passed = made.stream()
                .filter(w -> w.made().end() <= seen.day() + 1)
                .map(w -> w.resolved(seen))
                .toList();
        return Calibration.of(passed, seen.day(), EVERY, ahead.days());
    }

    DealReliability reliability() {
        return reliability.table();
    }
}
