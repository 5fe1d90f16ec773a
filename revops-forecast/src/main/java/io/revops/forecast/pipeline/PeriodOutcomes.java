package io.revops.forecast.pipeline;

import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Chance;
import io.revops.forecast.Chances;
import io.revops.forecast.Contribution;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.Simulation;
import io.revops.forecast.Support;
import io.revops.metric.Proportion;
import io.revops.metric.Reading;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may come of a period, from the numbers of a model. */
final class PeriodOutcomes {
    private static final String CLOSED = "closed";
    private static final String OPEN = "from open";
    private static final String NEW = "from new";
    private static final double LARGEST = 1000;
    private static final int HALVINGS = 60;

    private final PipelineNumbers numbers;
    private final Snapshot seen;
    private final @Nullable TimeModel time;
    private final @Nullable HazardLevels levels;
    private final Snapshot.@Nullable Fresh fresh;

    PeriodOutcomes(PipelineNumbers numbers) {
        this.numbers = numbers;
        int day = (int) numbers.provenance().asOf().toEpochDay();
        time = numbers.time().map(TimeNumbers::model).orElse(null);
        levels = numbers.time().map(t -> t.levels(day)).orElse(null);
        fresh = numbers.time().map(TimeNumbers::fresh).orElse(null);
        seen = new Snapshot(
                day,
                (int) numbers.first().toEpochDay(),
                HazardNumbers.array(numbers.won()),
                numbers.open(),
                numbers.wonDeals(),
                numbers.lostDeals(),
                numbers.stagesKnown(),
                time,
                null,
                levels,
                fresh);
    }

    private Optional<Expected> expected(Span period) {
        return time == null || levels == null || fresh == null
                ? Optional.empty()
                : Optional.of(Expected.of(seen, time, levels, fresh, period));
    }

    /** The parts of a forecast by the method of the numbers. */
    List<Contribution> parts(Span period) {
        List<Contribution> parts = new ArrayList<>();
        double closed = seen.closed(period);
        parts.add(Contribution.known(CLOSED, closed));
        Optional<Expected> expected = expected(period);
        if (numbers.method() == PipelineMethod.TIME_MODEL) {
            parts.addAll(drawn(expected.orElseThrow()));
            return parts;
        }
        double rest = rest(numbers.method(), period);
        Draws draws = fitted(rest);
        double whole = expected.map(Expected::rest).orElse(0.0);
        if (whole <= 0) {
            parts.add(new Contribution("from open and new", rest, draws));
        } else {
            double open = expected.orElseThrow().open() / whole;
            parts.add(new Contribution(OPEN, rest * open, draws.times(open)));
            parts.add(new Contribution(NEW, rest * (1 - open), draws.times(1 - open)));
        }
        return parts;
    }

    private List<Contribution> drawn(Expected expected) {
        Calibration calibration = numbers.time().orElseThrow().calibration();
        long seed = numbers.provenance().seed().orElseThrow();
        String id = "pipeline@" + numbers.provenance().asOf();
        int worlds = numbers.draws();
        double[] open = PeriodDraws.open(expected, worlds, Simulation.streamFor(seed, id + "/open"));
        double[] fresher = PeriodDraws.fresh(expected, worlds, Simulation.streamFor(seed, id + "/new"));
        double[] shock = PeriodDraws.shock(calibration, worlds, Simulation.streamFor(seed, id + "/shock"));
        for (int w = 0; w < worlds; w++) {
            open[w] *= shock[w];
            fresher[w] *= shock[w];
        }
        Support support = new Support.Simulated(seed, worlds, OptionalInt.empty());
        return List.of(
                new Contribution(OPEN, expected.open() * calibration.bias(), Draws.of(support, open)),
                new Contribution(NEW, expected.fresh() * calibration.bias(), Draws.of(support, fresher)));
    }

    /** What a method says of the rest of a period. */
    private double rest(PipelineMethod method, Span period) {
        if (method == PipelineMethod.TIME_MODEL) {
            return expected(period).orElseThrow().rest()
                    * numbers.time().orElseThrow().bias();
        }
        if (method == PipelineMethod.COMMIT_YIELDS) {
            return CallsWalk.rest(numbers.calls().orElseThrow());
        }
        if (method != PipelineMethod.ENSEMBLE) {
            return Challengers.rest(method, seen, period).orElseThrow();
        }
        SortedMap<PipelineMethod, Double> rests = new TreeMap<>();
        SortedMap<PipelineMethod, Double> weights = new TreeMap<>(numbers.weights());
        for (PipelineMethod each : numbers.weights().keySet()) {
            if (!Challengers.isSimple(each)) {
                rests.put(each, rest(each, period));
            } else {
                Reading<Double> reading = Challengers.rest(each, seen, period);
                reading.value().ifPresent(r -> rests.put(each, r));
            }
        }
        weights.keySet().retainAll(rests.keySet());
        return Walk.mean(weights, rests);
    }

    /** The rest, missed as it was from earlier days. */
    private Draws fitted(double rest) {
        List<BacktestTrial> trials = numbers.trials(numbers.method());
        if (trials.isEmpty()) {
            throw new IllegalArgumentException(
                    "The " + numbers.method() + " has no measured error. Maybe a longer history.");
        }
        List<PastErrors.Missed> errors = trials.stream()
                .map(t -> new PastErrors.Missed(
                        t.origin(), -t.error(), level((int) t.origin().toEpochDay())))
                .toList();
        return PastErrors.outcomes(
                errors, 0, rest, level(seen.day()), numbers.ahead().days());
    }

    private double level(int day) {
        return PastErrors.level(seen.wonByDay(), seen.from(), day);
    }

    List<DealOutlook> deals(Span period) {
        Optional<Expected> expected = expected(period);
        TimeModel model = time;
        HazardLevels at = levels;
        if (expected.isEmpty() || model == null || at == null) {
            return List.of();
        }
        double[] won = expected.get().won();
        double spread = 0;
        for (int i = 0; i < won.length; i++) {
            spread += variance(won[i], numbers.open().get(i).value());
        }
        List<DealOutlook> outlooks = new ArrayList<>();
        for (int i = 0; i < won.length; i++) {
            OpenDeal deal = numbers.open().get(i);
            TimeModel.Fate fate = model.fate(at, deal.state(), seen.day());
            outlooks.add(new DealOutlook(
                    deal,
                    won[i],
                    fate.won(),
                    fate.days() < 0
                            ? Optional.empty()
                            : Optional.of(numbers.provenance().asOf().plusDays(fate.days())),
                    spread == 0 ? 0 : variance(won[i], deal.value()) / spread));
        }
        outlooks.sort(Comparator.comparingDouble((DealOutlook d) -> -d.decides())
                .thenComparing(d -> d.deal().id()));
        return List.copyOf(outlooks);
    }

    Chances chances(Span period) {
        Optional<Expected> expected = expected(period);
        TreeMap<String, Chance> chances = new TreeMap<>();
        for (int i = 0; expected.isPresent() && i < numbers.open().size(); i++) {
            OpenDeal deal = numbers.open().get(i);
            double won = Math.min(1, Math.max(0, expected.get().won()[i]));
            chances.put(deal.id(), Chance.of(won, deal.value()));
        }
        return Chances.of(chances);
    }

    private static double variance(double p, double value) {
        return p * (1 - p) * value * value;
    }

    WhatItTakes whatItTakes(Span period, double target, Forecast forecast) {
        double point = forecast.point();
        Proportion reached = forecast.reaching(target);
        double gap = Math.max(0, target - point);
        OptionalDouble openTimes = OptionalDouble.empty();
        OptionalDouble winTimes = OptionalDouble.empty();
        double open = forecast.part(OPEN).map(Contribution::point).orElse(0.0);
        if (open > 0) {
            openTimes = OptionalDouble.of(Math.max(1, (open + gap) / open));
        }
        double rest = point - seen.closed(period);
        if (gap == 0) {
            winTimes = OptionalDouble.of(1);
        } else if (time != null && rest > 0) {
            winTimes = winTimes(period, (rest + gap) / rest);
        }
        return new WhatItTakes(target, point, reached, forecast.draws().shortfall(target), gap, openTimes, winTimes);
    }

    /** By what the hazards of winning are multiplied for the rest to become so many times what it is; by halving. */
    private OptionalDouble winTimes(Span period, double times) {
        double wanted = expected(period).map(Expected::rest).orElse(0.0) * times;
        if (rest(period, LARGEST) < wanted) {
            return OptionalDouble.empty();
        }
        double low = 1;
        double high = LARGEST;
        for (int i = 0; i < HALVINGS && high - low > 1e-4 * low; i++) {
            double middle = StrictMath.sqrt(low * high);
            if (rest(period, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    private double rest(Span period, double factor) {
        TimeModel model = time;
        HazardLevels at = levels;
        Snapshot.Fresh created = fresh;
        if (model == null || at == null || created == null) {
            return 0;
        }
        TimeModel changed =
                new TimeModel(model.win().stream().map(h -> h.times(factor)).toList(), model.loss());
        return Expected.of(seen, changed, at, created, period).rest();
    }

    static String percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(0, RoundingMode.HALF_UP) + " %";
    }
}
