package io.revops.forecast;

import io.revops.time.Span;

/** A model that forecasts one quantity, and knows how wrong it was. */
public interface Forecaster {
    Quantity quantity();

    /** The method in a few words: {@code run rate}. */
    String method();

    /**
     * What may happen in a period after the as-of day.
     *
     * @throws IllegalArgumentException if the model was not trained for the period
     */
    Forecast forecast(Span horizon);

    /** Its forecasts of periods that have passed, each made from what came before, beside what happened. */
    Backtest backtest();

    Provenance provenance();
}
