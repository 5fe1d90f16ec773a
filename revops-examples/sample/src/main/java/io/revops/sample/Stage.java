package io.revops.sample;

/** The steps of a sale, with what the CRM derives from each. */
enum Stage {
    QUALIFICATION("Qualification", 10, "Pipeline", "Pipeline"),
    DISCOVERY("Discovery", 20, "Pipeline", "Pipeline"),
    SOLUTION_FIT("Solution Fit", 40, "Pipeline", "Pipeline"),
    PROPOSAL("Proposal", 60, "BestCase", "Best Case"),
    NEGOTIATION("Negotiation", 80, "Forecast", "Commit"),
    CLOSED_WON("Closed Won", 100, "Closed", "Closed"),
    CLOSED_LOST("Closed Lost", 0, "Omitted", "Omitted");

    private final String label;
    private final int probability;
    private final String category;
    private final String categoryName;

    Stage(String label, int probability, String category, String categoryName) {
        this.label = label;
        this.probability = probability;
        this.category = category;
        this.categoryName = categoryName;
    }

    String label() {
        return label;
    }

    int probability() {
        return probability;
    }

    String category() {
        return category;
    }

    String categoryName() {
        return categoryName;
    }

    boolean isClosed() {
        return this == CLOSED_WON || this == CLOSED_LOST;
    }
}
