package io.revops.sample;

import java.util.List;

/** Where the sample's accounts are, and what they pay in there. */
enum Region {
    NORTH_AMERICA("North America"),
    EUROPE("Europe"),
    UK_AND_IRELAND("UK & Ireland"),
    ASIA_PACIFIC("Asia Pacific");

    private final String label;

    Region(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** A country that is named twice is twice as likely. */
    List<String> countries() {
        return switch (this) {
            case NORTH_AMERICA -> List.of("United States", "United States", "Canada");
            case EUROPE -> List.of("Germany", "France", "Netherlands", "Spain", "Sweden");
            case UK_AND_IRELAND -> List.of("United Kingdom", "United Kingdom", "Ireland");
            case ASIA_PACIFIC -> List.of("Japan", "Japan", "Australia", "Singapore");
        };
    }

    static Currency currencyOf(String country) {
        return switch (country) {
            case "Germany", "France", "Netherlands", "Spain", "Ireland" -> Currency.EUR;
            case "United Kingdom" -> Currency.GBP;
            case "Japan" -> Currency.JPY;
            default -> Currency.USD;
        };
    }
}
