package io.revops.report;

import io.revops.metric.Unit;
import io.revops.metric.recurring.Bridge;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a report prints amounts per month: in whole units of the currency where they are large, else in its own digits. */
record Amounts(int digits) {
    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    static Amounts forSize(RunRate largest) {
        boolean large = largest.perMonth(RoundingMode.HALF_UP).amount().abs().compareTo(LARGE) >= 0;
        return new Amounts(large ? 0 : Math.max(0, largest.currency().getDefaultFractionDigits()));
    }

    Cell balance(RunRate rate) {
        return Cell.number(
                Unit.grouped(Bridge.monthly(rate, digits)), rate.perYear().amount());
    }

    static Cell printed(BigDecimal printed, RunRate exact) {
        return Cell.number(Unit.grouped(printed), exact.perYear().amount());
    }
}
