package io.revops.forecast.pipeline;

import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Contribution;
import io.revops.forecast.Forecast;
import io.revops.forecast.Forecaster;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Closed deals, what sellers call times what came of such calls, and what comes beside it. */
public final class CommitModel implements Forecaster {
    private final CommitNumbers numbers;
    private final Backtest backtest;

    /** A model of numbers that were trained or read. */
    public CommitModel(CommitNumbers numbers) {
        this.numbers = numbers;
        List<BacktestTrial> trials = new ArrayList<>();
        for (int i = 0; i < numbers.periods().size(); i++) {
            for (BacktestTrial t : numbers.periods().get(i).trials()) {
                trials.add(new BacktestTrial(t.origin(), t.horizon(), i + 1, t.forecast(), t.quantiles(), t.actual()));
            }
        }
        trials.sort(Comparator.comparing(BacktestTrial::origin).thenComparing(BacktestTrial::ahead));
        backtest = Backtest.of(method(), trials);
    }

    /** The model as plain numbers. */
    public CommitNumbers numbers() {
        return numbers;
    }

    @Override
    public Quantity quantity() {
        return numbers.quantity();
    }

    @Override
    public String method() {
        return "commit";
    }

    @Override
    public Backtest backtest() {
        return backtest;
    }

    @Override
    public Provenance provenance() {
        return numbers.provenance();
    }

    /** What is known of a period that it was trained for. */
    public CommitPeriod period(Span horizon) {
        return numbers.periods().stream()
                .filter(p -> p.horizon().equals(horizon))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The model was trained for "
                        + numbers.periods().stream().map(CommitPeriod::horizon).toList() + " and not for " + horizon
                        + ". Maybe train it with those horizons."));
    }

    /**
     * What may be won in a period, in the parts {@code closed}, {@code from open} (the deals that are called for it) and
     * {@code from new} (deals that nobody calls for it yet: new ones, and those that will be pulled in).
     */
    @Override
    public Forecast forecast(Span horizon) {
        CommitPeriod period = period(horizon);
        Forecast.Builder forecast = Forecast.of(quantity(), provenance().asOf(), horizon)
                .part(Contribution.known("closed", period.closed()))
                .part(new Contribution(
                        "from open",
                        period.open(),
                        CommitLearning.open(period.called(), period.yields(), period.errors())))
                .part(new Contribution(
                        "from new", period.fresh(), CommitLearning.fresh(period.fresh(), period.errors())))
                .because(reasons(period))
                .from(List.of(provenance()));
        int ahead = numbers.periods().indexOf(period) + 1;
        backtest.accuracy(ahead).value().ifPresent(forecast::measured);
        return forecast.build();
    }

    private List<String> reasons(CommitPeriod period) {
        List<String> reasons = new ArrayList<>();
        reasons.add(
                "Learnt from " + period.resolved() + " periods that have passed, each on the day as far from its end.");
        reasons.addAll(learnt(period, quantity()));
        if (!period.left().isEmpty()) {
            reasons.add(period.left().size() + " deals of the period are not counted: "
                    + period.left().get(0) + (period.left().size() > 1 ? " ..." : ""));
        }
        return reasons;
    }

    /** The yields of the categories, and what is not in them. */
    static List<String> learnt(CommitPeriod period, Quantity quantity) {
        List<String> reasons = new ArrayList<>();
        period.yields().stream().filter(y -> y.owner().isEmpty()).forEach(y -> reasons.add(sentence(y.toString())));
        reasons.add("What nobody had called on that day brought " + quantity.print(period.fresh()) + " on average.");
        if (period.withoutYield() > 0) {
            reasons.add(quantity.print(period.withoutYield())
                    + " is called in categories that were never called before, and is not counted.");
        }
        return reasons;
    }

    private static String sentence(String text) {
        return "Of " + text + ".";
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CommitModel that && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numbers);
    }

    /** {@code Bookings by commit as of 2026-02-15, for 2026-Q1}. */
    @Override
    public String toString() {
        return quantity().title() + " by " + method() + " as of " + provenance().asOf() + ", for "
                + String.join(
                        ", ",
                        numbers.periods().stream()
                                .map(p -> p.horizon().toString())
                                .toList());
    }
}
