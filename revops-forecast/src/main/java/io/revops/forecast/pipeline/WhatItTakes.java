package io.revops.forecast.pipeline;

import io.revops.metric.Proportion;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What would have to be true for a period to reach a number on average.
 *
 * @param target the number
 * @param forecast what is forecast
 * @param reached in how many of the possible outcomes it is reached
 * @param shortfall what is missing on the mean of all outcomes; one that reaches it lacks nothing
 * @param gap what is missing on average: the target less the forecast, 0 if it is reached
 * @param openTimes how many times the open pipeline there would have to be, all else as it is; empty if nothing is open
 * @param winTimes by what the hazard of winning of all deals, open and new, would have to be multiplied; empty if that cannot reach it
 */
public record WhatItTakes(
        double target,
        double forecast,
        Proportion reached,
        double shortfall,
        double gap,
        OptionalDouble openTimes,
        OptionalDouble winTimes) {
    public WhatItTakes {
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(openTimes, "openTimes");
        Objects.requireNonNull(winTimes, "winTimes");
    }
}
