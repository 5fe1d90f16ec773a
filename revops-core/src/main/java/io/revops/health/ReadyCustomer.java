package io.revops.health;

import java.util.List;

/**
 * A customer that may buy more, with what shows it.
 *
 * @param health how it is
 * @param signals at least one, by kind
 */
public record ReadyCustomer(HealthScore health, List<Signal> signals) {
    public ReadyCustomer {
        signals = List.copyOf(signals);
    }

    /** {@code Acme 82.0 GREEN, USD 12,000.00 a year: …}. */
    @Override
    public String toString() {
        return health.headline() + ", " + RunRates.print(health.arr()) + ": "
                + String.join("; ", signals.stream().map(Signal::text).toList());
    }
}
