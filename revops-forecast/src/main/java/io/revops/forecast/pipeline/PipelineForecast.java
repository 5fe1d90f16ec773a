package io.revops.forecast.pipeline;

import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Fingerprint;
import io.revops.forecast.History;
import io.revops.forecast.MethodAdvisor;
import io.revops.forecast.Nature;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Simulation;
import io.revops.forecast.Trained;
import io.revops.forecast.Trainer;
import io.revops.forecast.Training;
import io.revops.metric.Undefined;
import io.revops.metric.Unit;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What will be won in a period, from the deals of a CRM: every method forecasts periods that lie like the one asked for from earlier
 * days, a week apart, and the one that missed by least is chosen.
 *
 * <p>It is refused where no method has {@value Past#FEWEST} resolved forecasts. The time model takes part from
 * {@value #FEWEST_WON} won and {@value #FEWEST_LOST} lost deals on. The weighted pipeline is measured with the others, but is never
 * chosen: there is no time in it.
 */
public final class PipelineForecast implements Trainer<PipelineModel> {
    static final int FEWEST_WON = 40;
    static final int FEWEST_LOST = 40;
    private static final String NAME = "pipeline";

    private final @Nullable PeriodAhead ahead;
    private final @Nullable Span period;
    private final PipelineOptions options;
    private final DealSegments segments;
    private final Simulation simulation;

    private PipelineForecast(
            @Nullable PeriodAhead ahead,
            @Nullable Span period,
            PipelineOptions options,
            DealSegments segments,
            Simulation simulation) {
        this.ahead = ahead;
        this.period = period;
        this.options = options;
        this.segments = segments;
        this.simulation = simulation;
    }

    /** Of a period that lies like this to the as-of day: the next 30 days. */
    public static PipelineForecast of(PeriodAhead ahead) {
        return new PipelineForecast(
                ahead, null, PipelineOptions.standard(), DealSegments.byType(), Simulation.of(1, 10_000));
    }

    /** Of a period, which ends after the as-of day: {@code Span.quarter(2017, 4)}. */
    public static PipelineForecast of(Span period) {
        return new PipelineForecast(
                null, period, PipelineOptions.standard(), DealSegments.byType(), Simulation.of(1, 10_000));
    }

    /** How the deals of the book are read. */
    public PipelineForecast with(PipelineOptions option) {
        return new PipelineForecast(ahead, period, option, segments, simulation);
    }

    /** What deals are told apart by. */
    public PipelineForecast with(DealSegments option) {
        return new PipelineForecast(ahead, period, options, option, simulation);
    }

    /** From which seed, and how many worlds are drawn. */
    public PipelineForecast with(Simulation option) {
        return new PipelineForecast(ahead, period, options, segments, option);
    }

    @Override
    public Training<PipelineModel> train(History history) {
        return train(
                Pipeline.of(history, options),
                history.view().map(v -> v.policy().conventions()).orElse(List.of()));
    }

    /** The model of deals that a host brings itself, or a part of a company's. */
    public Training<PipelineModel> train(Pipeline pipeline) {
        return train(pipeline, List.of());
    }

    private Training<PipelineModel> train(Pipeline pipeline, List<String> policy) {
        PeriodAhead asked = ahead(pipeline.asOf());
        DealTable table = DealTable.of(pipeline, segments);
        if (table.firstClosing() > table.asOf) {
            return new Refused<>(
                    RefusalCode.TOO_FEW_CASES,
                    pipeline.deals().isEmpty()
                            ? "There is no deal up to " + pipeline.asOf() + "."
                            : "None of the " + pipeline.deals().size() + " deals had closed by " + pipeline.asOf()
                                    + ".",
                    Optional.of(new Refused.Need("closed deals", 1, 0)),
                    "a later as-of day");
        }
        Walk walk = Walk.through(table, asked, simulation);
        return new Conclusion(pipeline, table, walk, asked, provenance(pipeline, policy)).training();
    }

    private PeriodAhead ahead(LocalDate asOf) {
        if (ahead != null) {
            return ahead;
        }
        if (period == null || !period.to().isAfter(asOf.plusDays(1))) {
            throw new IllegalArgumentException(
                    "The period " + period + " is over on " + asOf + ". Maybe one that ends later.");
        }
        return PeriodAhead.of(asOf, period);
    }

    private Provenance provenance(Pipeline pipeline, List<String> policy) {
        Fingerprint print = Fingerprint.start().add(pipeline.asOf().toString()).add(pipeline.currency());
        for (DealPath deal : pipeline.deals()) {
            print.add(deal.id()).add(segments.of(deal));
            deal.steps().forEach(s -> print.add(s.toString()));
        }
        return new Provenance(
                Provenance.LIBRARY,
                NAME + " of " + (ahead == null ? period : ahead) + ", " + segments + ", " + options,
                pipeline.asOf(),
                OptionalLong.of(simulation.seed()),
                print.hex(),
                java.time.zone.ZoneRulesProvider.getVersions("UTC").lastKey(),
                policy);
    }

    /** From the end of the walk to a model. */
    private final class Conclusion {
        private final Pipeline pipeline;
        private final DealTable table;
        private final Walk walk;
        private final PeriodAhead asked;
        private final Provenance provenance;
        private final Snapshot last;
        private final SortedMap<PipelineMethod, List<BacktestTrial>> trials = new TreeMap<>();
        private final SortedMap<PipelineMethod, String> left = new TreeMap<>();

        Conclusion(Pipeline pipeline, DealTable table, Walk walk, PeriodAhead asked, Provenance provenance) {
            this.pipeline = pipeline;
            this.table = table;
            this.walk = walk;
            this.asked = asked;
            this.provenance = provenance;
            last = walk.last();
            walk.past().forEach((method, past) -> trials.put(method, past.trials()));
        }

        Training<PipelineModel> training() {
            Span span = asked.from(pipeline.asOf());
            SortedMap<PipelineMethod, Double> weights = walk.weights();
            for (PipelineMethod method : PipelineMethod.values()) {
                why(method, span).ifPresent(w -> left.put(method, w));
            }
            weights.keySet().removeAll(left.keySet());
            if (weights.size() < 2) {
                left.putIfAbsent(PipelineMethod.ENSEMBLE, "Fewer than two methods could be weighed.");
            }
            List<PipelineMethod> able = new ArrayList<>(List.of(PipelineMethod.values()));
            able.removeAll(left.keySet());
            able.remove(PipelineMethod.WEIGHTED_PIPELINE);
            if (able.isEmpty()) {
                return refused();
            }
            PipelineModel any = new PipelineModel(numbers(able.get(0), weights));
            Trained<PipelineModel> chosen =
                    MethodAdvisor.choose(able.stream().map(any::by).toList());
            List<String> reasons = new ArrayList<>(chosen.reasons());
            if (!left.containsKey(PipelineMethod.TIME_MODEL)) {
                walk.categories().ifPresent(reasons::add);
            }
            left.forEach((method, why) -> {
                if (method != PipelineMethod.COMMIT_YIELDS || walk.hasCategories()) {
                    reasons.add("Left out: the " + method + ". " + why);
                }
            });
            return new Trained<>(chosen.fitted(), provenance, reasons);
        }

        /** Why a method has nothing to say, if it has not. */
        private Optional<String> why(PipelineMethod method, Span span) {
            if (method == PipelineMethod.TIME_MODEL && last.time() == null) {
                return Optional.of("It needs " + FEWEST_WON + " won and " + FEWEST_LOST + " lost deals, and there are "
                        + last.won() + " and " + last.lost() + ".");
            }
            if (Challengers.isSimple(method)
                    && Challengers.rest(method, last, span) instanceof Undefined<Double> undefined) {
                return Optional.of(undefined.text());
            }
            if (method == PipelineMethod.COMMIT_YIELDS && walk.calls() instanceof Undefined<CommitPeriod> undefined) {
                return Optional.of(undefined.text());
            }
            int resolved = trials.getOrDefault(method, List.of()).size();
            return resolved < Past.FEWEST
                    ? Optional.of("It needs " + Past.FEWEST + " resolved forecasts of such a period, and there are "
                            + resolved + ".")
                    : Optional.empty();
        }

        private Training<PipelineModel> refused() {
            long most = trials.values().stream().mapToInt(List::size).max().orElse(0);
            return new Refused<>(
                    RefusalCode.HISTORY_TOO_SHORT,
                    "No method has " + Past.FEWEST + " resolved forecasts of " + asked + " up to " + pipeline.asOf()
                            + "; deals have closed since " + DealTable.date(last.from()) + ".",
                    Optional.of(new Refused.Need("resolved forecasts", Past.FEWEST, most)),
                    "a shorter period, or the open deals with their categories");
        }

        private PipelineNumbers numbers(PipelineMethod method, SortedMap<PipelineMethod, Double> weights) {
            TimeModel time = walk.time();
            Snapshot.Fresh fresh = last.fresh();
            return new PipelineNumbers(
                    PipelineNumbers.VERSION,
                    new Quantity("bookings", "Bookings", Unit.MONEY, pipeline.currency(), Nature.FLOW),
                    method,
                    asked,
                    DealTable.date(last.from()),
                    HazardNumbers.list(last.wonByDay()),
                    last.won(),
                    last.lost(),
                    last.open(),
                    last.hasStages(),
                    time == null || fresh == null
                            ? Optional.empty()
                            : Optional.of(TimeNumbers.of(table, time, fresh, walk.calibration())),
                    walk.calls().value(),
                    trials,
                    chosenThen(),
                    weights,
                    walk.reliability(),
                    left,
                    simulation.draws(),
                    pipeline.notes(),
                    provenance);
        }

        private List<BacktestTrial> chosenThen() {
            List<Backtest> able = new ArrayList<>();
            trials.forEach((method, made) -> {
                if (method != PipelineMethod.WEIGHTED_PIPELINE && !made.isEmpty()) {
                    able.add(Backtest.of(method.toString(), made));
                }
            });
            return MethodAdvisor.choosingAtEachOrigin(able, Past.FEWEST, walk::actual);
        }
    }
}
