package io.revops.forecast.plan;

/** How far a quota of the formula can be trusted, by the quality of its data. */
public enum FormulaConfidence {
    /** A data quality above 0.8. */
    HIGH("High"),
    /** Any other: the formula knows no lower one. */
    MEDIUM("Medium");

    private final String label;

    FormulaConfidence(String label) {
        this.label = label;
    }

    /** As the guide writes it. */
    public String label() {
        return label;
    }
}
