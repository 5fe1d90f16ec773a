package io.revops.sample;

/** What the sample's accounts do for a living. */
enum Industry {
    EDUCATION("Education", "Learning", "Campus"),
    FINTECH("Fintech", "Payments", "Ledgerworks"),
    HEALTHCARE("Healthcare", "Clinics", "Diagnostics"),
    LOGISTICS("Logistics", "Freight", "Warehousing"),
    MANUFACTURING("Manufacturing", "Castings", "Tooling"),
    RETAIL("Retail", "Stores", "Outfitters");

    private final String label;
    private final String evenTrade;
    private final String oddTrade;

    Industry(String label, String evenTrade, String oddTrade) {
        this.label = label;
        this.evenTrade = evenTrade;
        this.oddTrade = oddTrade;
    }

    String label() {
        return label;
    }

    /** A word for a company's name. */
    String trade(int number) {
        return number % 2 == 0 ? evenTrade : oddTrade;
    }
}
