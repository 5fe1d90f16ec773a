package io.revops.forecast.series;

import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Draws;
import io.revops.forecast.Fingerprint;
import io.revops.forecast.History;
import io.revops.forecast.MethodAdvisor;
import io.revops.forecast.Nature;
import io.revops.forecast.Observed;
import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Support;
import io.revops.forecast.Trained;
import io.revops.forecast.Trainer;
import io.revops.forecast.Training;
import io.revops.metric.Metric;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Straight-line forecasting: the months go on as the last one was, or along a line through all of them.
 *
 * <p>The interval comes from what the same method missed before: it is told from the first months alone and asked for those that
 * followed, then from one month more, and so on (rolling origins). Each horizon has its own errors, because the next month is
 * easier than the one after. Nothing is assumed about their shape; what is assumed is that the errors to come are like those that
 * were, which a change of prices or of the market makes untrue. The errors of a growth line are measured from six months on, or from
 * fewer where the history is short. A quantity that was never below zero is not forecast below it, nor
 * one that was never above zero above it.
 *
 * <p>Use it where the history is short, and as the method that others have to beat. It knows no season, no pipeline and no
 * renewals. It is refused where there is not one measured error at the farthest horizon; quantiles that the number of errors cannot
 * carry are undefined, so that an 80 % interval needs nine errors at its horizon.
 *
 * <p>Reference: R. J. Hyndman, G. Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 2021, 5.2 (naïve and drift) and
 * 5.10 (rolling origins).
 */
public final class StraightLine implements Trainer<StraightLineModel> {
    private static final int AHEAD = 3;

    private final Function<History, Reading<Observed>> months;
    private final LineMethod method;
    private final MonthsAhead ahead;

    private StraightLine(Function<History, Reading<Observed>> months, LineMethod method, MonthsAhead ahead) {
        this.months = months;
        this.method = method;
        this.ahead = ahead;
    }

    /** Of a metric that stands at the end of a month: MRR, active customers. Three months ahead by run rate, unless said. */
    public static StraightLine ofLevel(Metric<?> metric) {
        return of(h -> h.monthly(metric, Nature.LEVEL));
    }

    /** Of a metric that adds up over months: new MRR, bookings. Three months ahead by run rate, unless said. */
    public static StraightLine ofFlow(Metric<?> metric) {
        return of(h -> h.monthly(metric, Nature.FLOW));
    }

    /** Of a series that the host brings itself, by its id. */
    public static StraightLine of(String seriesId) {
        return of(h -> Reading.known(h.series(seriesId)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no series (" + seriesId + ") in " + h + ". Maybe pass it to History.of."))));
    }

    private static StraightLine of(Function<History, Reading<Observed>> months) {
        return new StraightLine(months, LineMethod.RUN_RATE, MonthsAhead.of(AHEAD));
    }

    public StraightLine with(LineMethod option) {
        return new StraightLine(months, Objects.requireNonNull(option, "option"), ahead);
    }

    public StraightLine with(MonthsAhead option) {
        return new StraightLine(months, method, Objects.requireNonNull(option, "option"));
    }

    /** Both methods; the model is that of the one that missed by less from the same earlier days. */
    public Trainer<StraightLineModel> better() {
        return MethodAdvisor.of(with(LineMethod.RUN_RATE), with(LineMethod.GROWTH_LINE));
    }

    @Override
    public Training<StraightLineModel> train(History history) {
        Reading<Observed> reading = months.apply(history);
        if (reading instanceof Undefined<Observed> undefined) {
            return new Refused<>(
                    RefusalCode.SERIES_UNDEFINED,
                    undefined.text(),
                    Optional.empty(),
                    "begin the span after the last month without a number");
        }
        Observed series = reading.orElseThrow();
        int needed = method.fewestMonths() + ahead.months();
        if (series.size() < needed) {
            return tooShort(series, needed);
        }
        String title = method + ", " + ahead.months() + (ahead.months() == 1 ? " month" : " months") + " ahead";
        Provenance provenance = Provenance.of(title, history, OptionalLong.empty(), Fingerprint.of(series));
        return Trained.of(new StraightLineModel(numbers(series, provenance)), provenance);
    }

    private Refused<StraightLineModel> tooShort(Observed series, int needed) {
        int shorter = series.size() - method.fewestMonths();
        String fallback = shorter >= 1
                ? "ask for " + shorter + (shorter == 1 ? " month ahead" : " months ahead")
                : method == LineMethod.GROWTH_LINE && series.size() > LineMethod.RUN_RATE.fewestMonths()
                        ? "carry the run rate on one month"
                        : "read the last month as it is, and wait";
        return new Refused<>(
                RefusalCode.HISTORY_TOO_SHORT,
                "The " + method + " of " + series.quantity().title() + " needs " + needed
                        + " months to have one measured error " + ahead.months() + " ahead, and there are "
                        + series.size() + ".",
                Optional.of(new Refused.Need("months", needed, series.size())),
                fallback);
    }

    private StraightLineNumbers numbers(Observed series, Provenance provenance) {
        double[] values = new double[series.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = series.value(i);
        }
        int from = method.measuredFrom(values.length, ahead.months());
        List<OriginErrors> errors = new ArrayList<>();
        List<BacktestTrial> trials = new ArrayList<>();
        for (int seen = method.fewestMonths(); seen < values.length; seen++) {
            LocalDate origin = series.month(seen).from().minusDays(1);
            StraightFit fit = method.fit(values, seen);
            Side side = Side.of(values, seen);
            int first = method.measuredFrom(seen, ahead.months()) - method.fewestMonths();
            List<Double> missed = new ArrayList<>();
            for (int h = 1; h <= ahead.months() && seen + h <= values.length; h++) {
                int month = seen + h - 1;
                double point = side.keep(fit.at(month));
                SortedMap<Double, Double> then = new TreeMap<>();
                if (seen >= from && first < errors.size()) {
                    then = quantilesThen(errors.subList(first, errors.size()), origin, h, point, side);
                }
                if (seen >= from) {
                    trials.add(new BacktestTrial(origin, series.month(month), h, point, then, values[month]));
                }
                missed.add(values[month] - point);
            }
            errors.add(new OriginErrors(origin, missed));
        }
        StraightFit fit = method.fit(values, values.length);
        return new StraightLineNumbers(
                StraightLineNumbers.VERSION,
                series.quantity(),
                method,
                series.month(0).from(),
                values.length,
                fit.centre(),
                fit.mean(),
                fit.slope(),
                Side.of(values, values.length),
                ahead.months(),
                errors.subList(from - method.fewestMonths(), errors.size()),
                trials,
                provenance);
    }

    /** From the errors that could be known at the origin: those of forecasts whose month had passed by then. */
    private static SortedMap<Double, Double> quantilesThen(
            List<OriginErrors> before, LocalDate origin, int ahead, double point, Side side) {
        List<LocalDate> origins = new ArrayList<>();
        List<Double> missed = new ArrayList<>();
        for (OriginErrors earlier : before) {
            LocalDate known = earlier.origin().plusDays(1).plusMonths(ahead).minusDays(1);
            if (!known.isAfter(origin)) {
                origins.add(earlier.origin());
                missed.add(earlier.missed().get(ahead - 1));
            }
        }
        if (origins.isEmpty()) {
            return new TreeMap<>();
        }
        return Backtest.quantiles(Draws.of(
                new Support.Fitted(origins),
                missed.stream().mapToDouble(m -> side.keep(point + m)).toArray()));
    }
}
