package io.revops.forecast.pipeline;

import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Simulation;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How far off the time model was for parts of the pipeline: teams, categories, anything that was known of a deal on the day.
 *
 * <p>From each week of the history, what one and the same model (that of the whole company) expected of each deal that was open is
 * beside what this deal brought in the period. Deals that were not open yet are in neither: they have no owner and no category. A
 * part's own forecast with its new deals is a {@link PipelineForecast} of {@link Pipeline#only}.
 */
public final class OpenDealBacktest {
    /** One deal at one origin. */
    private record Case(LocalDate origin, Span period, DealPath seen, double expected, double brought) {}

    private final List<Case> cases;

    private OpenDealBacktest(List<Case> cases) {
        this.cases = cases;
    }

    /**
     * From every week on which there were hazards, for periods that lie to it like this and have passed.
     *
     * @return of no deal if there never were {@value PipelineForecast#FEWEST_WON} won and {@value PipelineForecast#FEWEST_LOST} lost
     *     deals
     */
    public static OpenDealBacktest of(Pipeline pipeline, PeriodAhead ahead, DealSegments segments) {
        Map<String, DealPath> ends = new HashMap<>();
        pipeline.deals().forEach(d -> ends.put(d.id(), d));
        List<Case> cases = new ArrayList<>();
        DealTable table = DealTable.of(pipeline, segments);
        if (table.firstClosing() <= table.asOf) {
            Walk.through(table, ahead, Simulation.of(1, 1), (seen, period, expected, bias) -> {
                LocalDate origin = LocalDate.ofEpochDay(seen.day());
                for (int i = 0; i < expected.won().length; i++) {
                    OpenDeal deal = expected.deals().get(i);
                    DealPath end = Objects.requireNonNull(ends.get(deal.id()));
                    double brings = bias * expected.won()[i] * deal.value();
                    end.asOf(origin)
                            .ifPresent(then -> cases.add(new Case(origin, period, then, brings, brought(end, period))));
                }
            });
        }
        return new OpenDealBacktest(List.copyOf(cases));
    }

    /** What a deal brought in a period, as it is seen in the end. */
    private static double brought(DealPath end, Span period) {
        return end.isWon() && period.contains(end.closed().orElseThrow())
                ? end.last().amountOrZero()
                : 0;
    }

    /** All open deals together. */
    public Backtest all() {
        return by(d -> Optional.of("")).getOrDefault("", Backtest.of("time model, open deals", List.of()));
    }

    /**
     * By a part that each deal belongs to.
     *
     * @param part of a deal as it was seen at the end of the day of the forecast, nothing later is in it; a deal without one is left out
     */
    public SortedMap<String, Backtest> by(Function<DealPath, Optional<String>> part) {
        SortedMap<String, SortedMap<LocalDate, double[]>> sums = new TreeMap<>();
        Map<LocalDate, Span> periods = new HashMap<>();
        for (Case each : cases) {
            periods.put(each.origin(), each.period());
            part.apply(each.seen()).ifPresent(name -> {
                double[] sum = sums.computeIfAbsent(name, n -> new TreeMap<>())
                        .computeIfAbsent(each.origin(), o -> new double[2]);
                sum[0] += each.expected();
                sum[1] += each.brought();
            });
        }
        SortedMap<String, Backtest> backtests = new TreeMap<>();
        sums.forEach((name, origins) -> {
            List<BacktestTrial> trials = new ArrayList<>();
            origins.forEach((origin, sum) -> trials.add(new BacktestTrial(
                    origin, Objects.requireNonNull(periods.get(origin)), 1, sum[0], new TreeMap<>(), sum[1])));
            backtests.put(name, Backtest.of("time model, open deals" + (name.isEmpty() ? "" : " of " + name), trials));
        });
        return backtests;
    }

    /** {@code 41 origins, 2120 cases}. */
    @Override
    public String toString() {
        return cases.stream().map(Case::origin).distinct().count() + " origins, " + cases.size() + " cases";
    }
}
