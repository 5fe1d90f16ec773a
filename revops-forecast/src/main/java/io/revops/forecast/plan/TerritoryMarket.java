package io.revops.forecast.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the quota formula reads of a territory. Nothing is checked here; {@link QuotaFormula} does that.
 *
 * @param name the territory's
 * @param totalAddressableMarket what all its buyers could spend in a year, in money
 * @param currentPenetration how much of it is ours, 0 to 1
 * @param repExperienceYears of who sells there, from 0
 * @param repCapacity of a full rep, 100 is one
 * @param competitorStrength 0 (nobody) to 1
 * @param dataQuality 0 to 1
 */
public record TerritoryMarket(
        String name,
        double totalAddressableMarket,
        double currentPenetration,
        double repExperienceYears,
        double repCapacity,
        double competitorStrength,
        double dataQuality) {
    private static final List<String> FIELDS = List.of(
            "total_addressable_market",
            "current_penetration",
            "rep_experience_years",
            "rep_capacity",
            "competitor_strength",
            "data_quality");

    public TerritoryMarket {
        Objects.requireNonNull(name, "name");
    }

    /**
     * A territory by the names of its columns: {@code total_addressable_market}, {@code current_penetration},
     * {@code rep_experience_years}, {@code rep_capacity}, {@code competitor_strength}, {@code data_quality}.
     *
     * @throws InvalidPlanException if one of them is missing, whatever else is there
     */
    public static TerritoryMarket of(String name, Map<String, ? extends Number> figures) {
        List<PlanFault> missing = new ArrayList<>();
        double[] values = new double[FIELDS.size()];
        for (int i = 0; i < values.length; i++) {
            String field = FIELDS.get(i);
            Number value = figures.get(field);
            if (value == null) {
                missing.add(new PlanFault(
                        PlanFaultCode.MISSING,
                        name,
                        field,
                        "The territory (" + name + ") has no " + field + ", and has " + sorted(figures)
                                + ". Maybe add the column."));
            } else {
                values[i] = value.doubleValue();
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidPlanException(missing);
        }
        return new TerritoryMarket(name, values[0], values[1], values[2], values[3], values[4], values[5]);
    }

    private static List<String> sorted(Map<String, ? extends Number> figures) {
        return figures.keySet().stream().sorted().toList();
    }

    /** The figures in the order of the record, for a check. */
    double[] figures() {
        return new double[] {
            totalAddressableMarket, currentPenetration, repExperienceYears, repCapacity, competitorStrength, dataQuality
        };
    }

    static List<String> fields() {
        return FIELDS;
    }
}
