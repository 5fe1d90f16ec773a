package io.revops.metric;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A number beside an earlier one of the same metric.
 *
 * @param earlier the one before
 * @param later the one after
 */
public record Difference<V>(Measurement<V> earlier, Measurement<V> later) {
    public Difference {
        if (!earlier.definition().id().equals(later.definition().id())) {
            throw new IllegalArgumentException(
                    "A difference of " + earlier.definition().title() + " and "
                            + later.definition().title() + " says nothing. Maybe measure one metric twice.");
        }
    }

    /** Later minus earlier in the metric's unit, percent as ratios; undefined where one of them is, or their currencies differ. */
    public Reading<BigDecimal> change() {
        for (Measurement<V> end : List.of(later, earlier)) {
            if (end.reading() instanceof Undefined<?> missing) {
                return missing.as();
            }
        }
        V before = earlier.orElseThrow();
        V after = later.orElseThrow();
        if (!currency(before).equals(currency(after))) {
            return Reading.undefined(
                    UndefinedCode.MIXED_CURRENCY,
                    earlier + " and " + later + " are in two currencies, and amounts of different currencies are not "
                            + "subtracted. Maybe measure both in one reporting currency.");
        }
        Unit unit = later.definition().unit();
        return Reading.known(unit.decimal(after).subtract(unit.decimal(before)));
    }

    /** Whether the change is good news; empty if it is none, or depends. */
    public Optional<Boolean> isBetter() {
        Better better = later.definition().better();
        return change().value()
                .filter(c -> c.signum() != 0 && better != Better.NEITHER)
                .map(c -> (c.signum() > 0) == (better == Better.UP));
    }

    private static Optional<Currency> currency(Object value) {
        if (value instanceof RunRate rate) {
            return Optional.of(rate.currency());
        }
        return value instanceof Money money ? Optional.of(money.currency()) : Optional.empty();
    }

    /** The later number, and what it was. */
    @Override
    public String toString() {
        return later + " (" + earlier.span() + ": " + earlier.printed() + ")";
    }
}
