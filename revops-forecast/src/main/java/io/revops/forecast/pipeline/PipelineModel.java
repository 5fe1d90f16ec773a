package io.revops.forecast.pipeline;

import io.revops.forecast.Backtest;
import io.revops.forecast.Chances;
import io.revops.forecast.Forecast;
import io.revops.forecast.Forecaster;
import io.revops.forecast.Odds;
import io.revops.forecast.Provenance;
import io.revops.forecast.Quantity;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What will be won, by the method that was chosen, with all others beside it: each is one {@link #by} away, with its own backtest.
 *
 * <p>A forecast has the parts {@code closed}, {@code from open} and {@code from new}. A method that does not tell open and new apart is
 * split as the time model splits it; where there is none, the two are one part, {@code from open and new}.
 */
public final class PipelineModel implements Forecaster {
    private final PipelineNumbers numbers;
    private final PeriodOutcomes outcomes;
    private final Backtest backtest;

    /** A model of numbers that were trained or read. */
    public PipelineModel(PipelineNumbers numbers) {
        this.numbers = Objects.requireNonNull(numbers, "numbers");
        outcomes = new PeriodOutcomes(numbers);
        backtest = Backtest.of(numbers.method().toString(), numbers.trials(numbers.method()));
    }

    /** The model as plain numbers. */
    public PipelineNumbers numbers() {
        return numbers;
    }

    /** The methods that have something to say today. */
    public List<PipelineMethod> methods() {
        List<PipelineMethod> methods = new ArrayList<>();
        for (PipelineMethod method : PipelineMethod.values()) {
            if (!numbers.left().containsKey(method)) {
                methods.add(method);
            }
        }
        return List.copyOf(methods);
    }

    /** The same by another method. */
    public PipelineModel by(PipelineMethod method) {
        String why = numbers.left().get(method);
        if (why != null) {
            throw new IllegalArgumentException("The " + method + " has nothing to say. " + why);
        }
        return method == numbers.method() ? this : new PipelineModel(numbers.with(method));
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
    public Provenance provenance() {
        return numbers.provenance();
    }

    @Override
    public Backtest backtest() {
        return backtest;
    }

    /** The backtest of another method, over the same origins where it had something to say. */
    public Backtest backtest(PipelineMethod method) {
        return Backtest.of(method.toString(), numbers.trials(method));
    }

    /**
     * What choosing by backtest would have forecast: at each origin the method that had missed by least in the periods that were
     * resolved by then. The backtest of the method that is chosen today has seen the periods it is measured on; this has not.
     */
    public Backtest backtestOfChoosing() {
        return Backtest.of("chosen at each origin", numbers.chosenThen());
    }

    /** Whether the probabilities of deals held, over all origins. */
    public DealReliability reliability() {
        return numbers.reliability();
    }

    /**
     * What may be won in a period. Of any period by the time model; by another method of one that lies to the as-of day as the one
     * that it was measured for.
     */
    @Override
    public Forecast forecast(Span horizon) {
        PeriodAhead asked = PeriodAhead.of(asOf(), horizon);
        boolean same = asked.equals(numbers.ahead());
        if (!same && numbers.method() != PipelineMethod.TIME_MODEL) {
            throw new IllegalArgumentException(
                    "The " + method() + " was measured for " + numbers.ahead() + " and not for " + asked
                            + ". Maybe train with PipelineForecast.of(" + horizon + "), or ask the time model.");
        }
        Forecast.Builder forecast =
                Forecast.of(quantity(), asOf(), horizon).because(reasons(same)).from(List.of(provenance()));
        outcomes.parts(horizon).forEach(forecast::part);
        if (same) {
            backtest.accuracy().value().ifPresent(forecast::measured);
        }
        return forecast.build();
    }

    private List<String> reasons(boolean same) {
        List<String> reasons = new ArrayList<>();
        numbers.time().ifPresent(t -> {
            if (numbers.method() == PipelineMethod.TIME_MODEL && t.bias() != 1) {
                reasons.add("In the periods that were resolved, " + PeriodOutcomes.percent(t.bias())
                        + " of what the hazards expected was won, and so it is taken to be now.");
            }
        });
        if (numbers.method() != PipelineMethod.TIME_MODEL && numbers.time().isPresent()) {
            reasons.add("The " + method() + " does not tell open and new deals apart; they are split as the time model"
                    + " splits them.");
        }
        if (numbers.method() == PipelineMethod.COMMIT_YIELDS) {
            numbers.calls().ifPresent(c -> reasons.addAll(CommitModel.learnt(c, quantity())));
        }
        if (!same) {
            reasons.add("Its errors were measured for " + numbers.ahead() + ", so that none is known for this period.");
        }
        reasons.addAll(numbers.notes());
        return reasons;
    }

    private LocalDate asOf() {
        return numbers.provenance().asOf();
    }

    /**
     * What the time model says of each open deal, those first that decide the period: whose outcome moves it most.
     *
     * @return empty if there is no time model
     */
    public List<DealOutlook> deals(Span period) {
        return outcomes.deals(period);
    }

    /**
     * What each open deal brings in a period and with which probability, as if it had only its own luck: no bias, and nothing that all
     * deals of a period share. By the id of the deal.
     *
     * @return of no deal if there is no time model
     */
    public Chances chances(Span period) {
        return outcomes.chances(period);
    }

    /**
     * How many of the open deals are won in a period, exactly (nothing is drawn), as if each had only its own luck. What they bring is
     * {@code Odds.of(chances(period).toNearest(1000))}.
     */
    public Odds wins(Span period) {
        return Odds.of(chances(period).counted()).orElseThrow();
    }

    /** What would have to be true for a number to be reached on average. */
    public WhatItTakes whatItTakes(Span period, double target) {
        return outcomes.whatItTakes(period, target, forecast(period));
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof PipelineModel that && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numbers.provenance(), numbers.method(), numbers.open());
    }

    /** {@code Bookings by time model, 191 open deals, 1126 wins, 1652 losses up to 2024-12-31}; a deal that was opened again has more than one. */
    @Override
    public String toString() {
        return quantity().title() + " by " + method() + ", " + numbers.open().size() + " open deals, "
                + numbers.wonDeals() + " wins, " + numbers.lostDeals() + " losses up to " + asOf();
    }
}
