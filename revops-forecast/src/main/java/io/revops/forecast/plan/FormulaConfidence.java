package io.revops.forecast.plan;

/** How far a quota of the formula can be trusted, by the quality of its data. */
public enum FormulaConfidence {
    /** A data quality above 0.8. */
    HIGH("High"),
    /** Any other: the guide's formula knows no lower one. */
    MEDIUM("Medium"),
    /** A data quality of 0.5 or less, where three steps are told apart; never by the guide's formula. */
    LOW("Low");

    private static final double TRUSTED = 0.8;
    private static final double DOUBTED = 0.5;

    private final String label;

    FormulaConfidence(String label) {
        this.label = label;
    }

    /** In the guide's two steps: above 0.8, strictly, is high. */
    public static FormulaConfidence ofGuide(double dataQuality) {
        return dataQuality > TRUSTED ? HIGH : MEDIUM;
    }

    /** In three steps: above 0.8 is high, 0.5 or less is low, and so is what is no number. */
    public static FormulaConfidence of(double dataQuality) {
        return dataQuality > TRUSTED ? HIGH : dataQuality > DOUBTED ? MEDIUM : LOW;
    }

    /** As the guide writes it. */
    public String label() {
        return label;
    }
}
