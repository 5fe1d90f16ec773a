package io.revops.forecast.plan;

import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;

/**
 * What it costs to hire one rep in a month, and what comes of it within the plan.
 *
 * @param month of the start, from 1
 * @param cost recruiting and every month that survives, expected
 * @param rampedMonths months of a full rep that it brings, expected
 */
public record HiringCost(int month, double cost, double rampedMonths) {
    /** The price of a month of a full rep: undefined where the hire is not ramped before the plan ends. */
    public Reading<Double> perRampedMonth() {
        return rampedMonths > 0
                ? Reading.known(cost / rampedMonths)
                : Reading.undefined(
                        UndefinedCode.TOO_FEW_MONTHS,
                        "Who starts in month " + month + " sells nothing before the plan ends.");
    }
}
