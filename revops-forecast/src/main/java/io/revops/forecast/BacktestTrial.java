package io.revops.forecast;

import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A forecast of a period that has passed, made from what came before, beside what happened.
 *
 * @param origin the last day that the forecast saw
 * @param horizon the period that was forecast
 * @param ahead how many periods after the origin it is, from 1
 * @param forecast the number that was forecast
 * @param quantiles the quantiles that were forecast, by their probability; only those that there were cases for
 * @param actual what happened
 */
public record BacktestTrial(
        LocalDate origin,
        Span horizon,
        int ahead,
        double forecast,
        SortedMap<Double, Double> quantiles,
        double actual) {
    public BacktestTrial {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(horizon, "horizon");
        quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
        if (ahead < 1 || !Double.isFinite(forecast) || !Double.isFinite(actual)) {
            throw new IllegalArgumentException("A trial " + ahead + " ahead has the forecast " + forecast
                    + " and the actual " + actual + ". Maybe leave it out.");
        }
    }

    /** Forecast less actual: above 0 it was too high. */
    public double error() {
        return forecast - actual;
    }
}
