package io.revops.health;

import io.revops.metric.Known;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.util.List;

/** Adds what customers are worth. */
final class RunRates {
    private RunRates() {}

    /** The exact sum; undefined if one is, and if there is none to take the currency from. */
    static Reading<RunRate> sum(List<Reading<RunRate>> rates) {
        RunRate sum = null;
        for (Reading<RunRate> rate : rates) {
            if (rate instanceof Undefined<RunRate> undefined) {
                return undefined;
            }
            RunRate known = ((Known<RunRate>) rate).number();
            sum = sum == null ? known : sum.plus(known);
        }
        return sum == null
                ? Reading.undefined(UndefinedCode.NO_ACCOUNTS, "there is nobody to add up")
                : Reading.known(sum);
    }

    /** {@code USD 12,000.00 a year}, or why not. */
    static String print(Reading<RunRate> rate) {
        return rate.value().map(r -> Unit.MONEY_PER_YEAR.print(r) + " a year").orElseGet(rate::toString);
    }
}
