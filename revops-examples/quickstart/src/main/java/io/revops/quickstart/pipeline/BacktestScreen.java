package io.revops.quickstart.pipeline;

import static io.revops.quickstart.pipeline.Screen.covered;
import static io.revops.quickstart.pipeline.Screen.decimal;
import static io.revops.quickstart.pipeline.Screen.left;
import static io.revops.quickstart.pipeline.Screen.percent;
import static io.revops.quickstart.pipeline.Screen.right;

import io.revops.forecast.Accuracy;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Training;
import io.revops.forecast.pipeline.DealPath;
import io.revops.forecast.pipeline.DealReliability;
import io.revops.forecast.pipeline.OpenDealBacktest;
import io.revops.forecast.pipeline.PeriodAhead;
import io.revops.forecast.pipeline.PipelineMethod;
import io.revops.forecast.pipeline.PipelineModel;
import io.revops.metric.Unit;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** The tables of a backtest, in fixed columns. */
final class BacktestScreen {
    private static final int WIDTH = 27;
    private static final int PARTS = 12;

    private final Screen screen;
    private final Optional<Span> origins;

    /** @param origins in which forecasts that are shown were made; empty for all */
    BacktestScreen(Screen screen, Optional<Span> origins) {
        this.screen = screen;
        this.origins = origins;
    }

    private Backtest shown(Backtest backtest) {
        return origins.map(span -> Backtest.of(
                        backtest.method(),
                        backtest.trials().stream()
                                .filter(t -> span.contains(t.origin()))
                                .toList()))
                .orElse(backtest);
    }

    /** All methods, the honest line of choosing, and the probabilities of deals. */
    void methods(PipelineModel model) {
        screen.line("");
        screen.line("Backtest: a forecast of " + model.numbers().ahead()
                + " a week apart, each from what was known then"
                + origins.map(span -> ", made in " + span).orElse(""));
        head("method");
        for (PipelineMethod method : PipelineMethod.values()) {
            shown(model.backtest(method)).accuracy().value().ifPresent(accuracy -> row(method.toString(), accuracy));
        }
        Backtest chosen = shown(model.backtestOfChoosing());
        chosen.accuracy().value().ifPresent(accuracy -> row(chosen.method(), accuracy));
        if (!chosen.trials().isEmpty()) {
            screen.line("");
            screen.line("  Chosen at each origin, by the week of the quarter it was made in");
            chosen.accuracyBy(BacktestScreen::week).forEach((week, accuracy) -> row("week " + week, accuracy));
        }
        reliability(model.reliability());
    }

    private static int week(BacktestTrial trial) {
        return 1 + (int) ChronoUnit.WEEKS.between(Cadence.QUARTER.floor(trial.origin()), trial.origin());
    }

    private void reliability(DealReliability reliability) {
        if (reliability.bins().isEmpty()) {
            return;
        }
        screen.line("");
        screen.line("  Probabilities of deals to be won in the period: Brier " + decimal(reliability.brier(), 4)
                + ", of the rate of all " + decimal(reliability.base(), 4));
        screen.line(
                "  " + left("probability from", WIDTH) + right("deals", 10) + right("expected", 10) + right("won", 10));
        reliability
                .bins()
                .forEach(b -> screen.line("  " + left(decimal(100 * b.from(), 0) + " %", WIDTH)
                        + right(Unit.grouped(BigDecimal.valueOf(b.cases())), 10)
                        + right(decimal(100 * b.expected(), 1) + " %", 10)
                        + right(decimal(100 * b.won(), 1) + " %", 10)));
    }

    /** The time model by parts of the pipeline: what it expected of deals that were open beside what these brought. */
    void parts(OpenDealBacktest open, Function<DealPath, Optional<String>> team) {
        if (shown(open.all()).trials().isEmpty()) {
            return;
        }
        screen.line("");
        screen.line(
                "  Deals that were open, by the time model: what was expected of them in the period, beside what they"
                        + " brought");
        head("part");
        row("all", shown(open.all()));
        parts("team", open.by(team));
        parts(
                "category",
                open.by(d -> d.last()
                        .category()
                        .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
    }

    private void parts(String kind, SortedMap<String, Backtest> parts) {
        int printed = 0;
        for (Map.Entry<String, Backtest> part : parts.entrySet()) {
            if (printed++ < PARTS) {
                row(kind + " " + part.getKey(), shown(part.getValue()));
            }
        }
        if (parts.size() > PARTS) {
            screen.line("  ... and " + (parts.size() - PARTS) + " more");
        }
    }

    /** Forecasts of other lengths: by choosing at each origin, and by the method that is chosen today. */
    void horizons(Map<PeriodAhead, Training<PipelineModel>> trained) {
        if (trained.isEmpty()) {
            return;
        }
        screen.line("");
        screen.line("  Forecasts of other lengths: by choosing at each origin, and by the method that is chosen today");
        head("horizon");
        trained.forEach((ahead, training) -> {
            Optional<PipelineModel> model = training.model();
            if (model.isEmpty()) {
                screen.line("  " + left(ahead.toString(), WIDTH) + right("0", 10));
            } else {
                row(ahead.toString(), shown(model.get().backtestOfChoosing()));
                row("  " + model.get().method(), shown(model.get().backtest()));
            }
        });
    }

    private void head(String name) {
        screen.line("  " + left(name, WIDTH) + right("forecasts", 10) + right("WAPE", 10) + right("MAPE", 10)
                + right("bias", 10) + right("in 80 %", 11) + right("in 50 %", 11));
    }

    private void row(String name, Backtest backtest) {
        backtest.accuracy().value().ifPresent(accuracy -> row(name, accuracy));
    }

    private void row(String name, Accuracy accuracy) {
        screen.line("  " + left(name, WIDTH) + right("" + accuracy.cases(), 10) + right(percent(accuracy.wape()), 10)
                + right(percent(accuracy.mape()), 10) + right(percent(accuracy.bias()), 10)
                + right(covered(accuracy, 0.8), 11) + right(covered(accuracy, 0.5), 11));
    }
}
