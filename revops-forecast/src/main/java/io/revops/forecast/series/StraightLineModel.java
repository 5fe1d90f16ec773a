package io.revops.forecast.series;

import io.revops.forecast.Backtest;
import io.revops.forecast.Contribution;
import io.revops.forecast.Draws;
import io.revops.forecast.Forecast;
import io.revops.forecast.Forecaster;
import io.revops.forecast.Nature;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import io.revops.forecast.Support;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The last month or the line through all of them, carried on, with what was missed before. */
public final class StraightLineModel implements Forecaster {
    private final StraightLineNumbers numbers;
    private final StraightFit fit;
    private final Backtest backtest;

    /** A model of numbers that were trained or read. */
    public StraightLineModel(StraightLineNumbers numbers) {
        this.numbers = numbers;
        this.fit = new StraightFit(numbers.centre(), numbers.mean(), numbers.slope());
        this.backtest = Backtest.of(numbers.method().toString(), numbers.trials());
    }

    /** The model as plain numbers. */
    public StraightLineNumbers numbers() {
        return numbers;
    }

    @Override
    public Quantity quantity() {
        return numbers.quantity();
    }

    @Override
    public String method() {
        return numbers.method().toString();
    }

    @Override
    public Backtest backtest() {
        return backtest;
    }

    @Override
    public Provenance provenance() {
        return numbers.provenance();
    }

    /** The months that it can be asked for, the nearest first. */
    public List<Span> months() {
        return Cadence.MONTH.cut(Span.of(begin(), begin().plusMonths(numbers.ahead())));
    }

    /**
     * What may happen in a month, or in several whole months that follow each other: of a flow their sum, of a level the last.
     *
     * @throws IllegalArgumentException if it begins before the first month to come, or ends after the last it was trained for
     */
    @Override
    public Forecast forecast(Span horizon) {
        int from = ahead(horizon.from());
        int to = ahead(horizon.to()) - 1;
        boolean whole = horizon.from().getDayOfMonth() == 1 && horizon.to().getDayOfMonth() == 1 && !horizon.isEmpty();
        if (!whole || from < 1 || to > numbers.ahead()) {
            throw new IllegalArgumentException("The model forecasts months of "
                    + Span.of(begin(), begin().plusMonths(numbers.ahead())) + " and not " + horizon
                    + ". Maybe whole months, or train with MonthsAhead.of(" + Math.max(to, 1) + ").");
        }
        int begin = quantity().nature() == Nature.LEVEL ? to : from;
        Forecast.Builder forecast = Forecast.of(quantity(), provenance().asOf(), horizon)
                .part(part(begin, to))
                .because(reasons(to))
                .from(List.of(provenance()));
        if (begin == to) {
            backtest.accuracy(to).value().ifPresent(forecast::measured);
        }
        return forecast.build();
    }

    private Contribution part(int from, int to) {
        double sum = 0;
        for (int h = from; h <= to; h++) {
            sum += point(h);
        }
        List<LocalDate> origins = new ArrayList<>();
        List<Double> outcomes = new ArrayList<>();
        for (OriginErrors earlier : numbers.errors()) {
            if (earlier.missed().size() >= to) {
                double outcome = 0;
                for (int h = from; h <= to; h++) {
                    outcome += numbers.side().keep(point(h) + earlier.missed().get(h - 1));
                }
                origins.add(earlier.origin());
                outcomes.add(outcome);
            }
        }
        double[] values = outcomes.stream().mapToDouble(Double::doubleValue).toArray();
        return new Contribution(method(), sum, Draws.of(new Support.Fitted(origins), values));
    }

    private double point(int ahead) {
        return numbers.side().keep(fit.at(numbers.months() + ahead - 1));
    }

    private List<String> reasons(int to) {
        Span last = Span.containing(begin().minusDays(1), Cadence.MONTH);
        String line = numbers.method() == LineMethod.RUN_RATE
                ? "The run rate is that of " + last + ", carried on."
                : "The growth line goes through " + numbers.months() + " months up to " + last + " and changes by "
                        + quantity().print(numbers.slope()) + " a month.";
        double error = backtest.accuracy(to).orElseThrow().meanError();
        String many =
                backtest.trials(to).size() + " forecasts " + to + (to == 1 ? " month" : " months") + " ahead were ";
        String missed = error == 0
                ? many + "right on average."
                : many + "too " + (error < 0 ? "low" : "high") + " by "
                        + quantity().print(Math.abs(error)) + " on average.";
        return List.of(line, missed, "The interval allows for what was missed on average; the forecast does not.");
    }

    private LocalDate begin() {
        return numbers.first().plusMonths(numbers.months());
    }

    /** 1 for a day in the first month to come. */
    private int ahead(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(begin(), Cadence.MONTH.floor(day)) + 1;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof StraightLineModel that && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numbers);
    }

    /** {@code MRR by run rate, 24 months up to 2025-12}. */
    @Override
    public String toString() {
        return quantity().title() + " by " + method() + ", " + numbers.months() + " months up to "
                + Span.containing(begin().minusDays(1), Cadence.MONTH);
    }
}
