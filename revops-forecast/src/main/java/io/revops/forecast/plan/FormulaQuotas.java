package io.revops.forecast.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The quotas that the formula gives, by territory.
 *
 * @param quotas by name, in the order of the first with each name
 * @param warnings what a reader should know of them before anybody is given one
 */
public record FormulaQuotas(Map<String, FormulaQuota> quotas, List<PlanFault> warnings) {
    public FormulaQuotas {
        quotas = Collections.unmodifiableMap(new LinkedHashMap<>(quotas));
        warnings = List.copyOf(warnings);
    }

    /** The quota of a territory. */
    public FormulaQuota of(String territory) {
        FormulaQuota quota = quotas.get(territory);
        if (quota == null) {
            throw new IllegalArgumentException(
                    "There is no territory (" + territory + "). Maybe one of " + quotas.keySet() + ".");
        }
        return quota;
    }

    @Override
    public String toString() {
        return String.join(
                "\n", quotas.values().stream().map(FormulaQuota::toString).toList());
    }
}
