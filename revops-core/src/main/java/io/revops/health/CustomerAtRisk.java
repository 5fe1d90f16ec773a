package io.revops.health;

import io.revops.metric.Reading;
import io.revops.money.RunRate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A customer that may leave, with every reason.
 *
 * @param health how it is
 * @param probability of leaving, if a model said so
 * @param reasons at least one, in the order of their kinds
 */
public record CustomerAtRisk(HealthScore health, OptionalDouble probability, List<AtRiskReason> reasons) {
    public CustomerAtRisk {
        reasons = List.copyOf(reasons);
    }

    /** All that it is worth a year, as all of it may go. */
    public Reading<RunRate> arr() {
        return health.arr();
    }

    /** {@code Acme 35.0 RED, USD 12,000.00 a year: …}. */
    @Override
    public String toString() {
        return health.headline() + ", " + RunRates.print(arr()) + ": "
                + String.join("; ", reasons.stream().map(AtRiskReason::text).toList());
    }
}
