package io.revops.metric.bookings;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.util.Optional;

/**
 * A stretch of a contract with an even price.
 *
 * @param amount what is paid in so many months
 * @param months over how many months the amount is spread, at least 1
 * @param from where it begins, in months from the start of the contract
 * @param to where it ends; absent: nowhere
 */
record Stretch(Money amount, int months, Months from, Optional<Months> to) {
    /** What it brings from the start of the contract up to a month, rounded once. */
    Money until(Months end) {
        Months last = to.map(t -> t.min(end)).orElse(end);
        Months length = last.minus(from).max(Months.NONE);
        return length.share(amount, months);
    }

    /** What it is worth per year while it lasts. */
    RunRate perYear() {
        return RunRate.perYear(Months.of(12).share(amount, months));
    }

    /** Whether it is running just before a month. */
    boolean isRunningBefore(Months end) {
        return from.compareTo(end) < 0 && to.map(t -> t.compareTo(end) >= 0).orElse(true);
    }
}
