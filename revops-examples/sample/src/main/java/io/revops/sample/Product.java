package io.revops.sample;

import java.util.Locale;

/** What the company sells. List prices are in US dollars per month and unit. */
enum Product {
    FREE("Quillmere Free", 0, "workspace"),
    TEAM("Quillmere Platform Team", 29, "seat"),
    BUSINESS("Quillmere Platform Business", 55, "seat"),
    ENTERPRISE("Quillmere Platform Enterprise", 89, "seat"),
    INSIGHTS("Quillmere Insights", 75, "pack of 5 seats"),
    SUPPORT("Quillmere Premium Support", 390, "contract"),
    API("Quillmere API", 0.4, "thousand calls"),
    API_VOLUME("Quillmere API Volume", 0.4, "thousand calls"),
    OVERAGE("Quillmere API Overage", 0.0005, "call");

    private final String label;
    private final double dollars;
    private final String unitLabel;

    Product(String label, double dollars, String unitLabel) {
        this.label = label;
        this.dollars = dollars;
        this.unitLabel = unitLabel;
    }

    String id() {
        return "prod_" + name().toLowerCase(Locale.ROOT).replace('_', '0');
    }

    String label() {
        return label;
    }

    double dollars() {
        return dollars;
    }

    String unitLabel() {
        return unitLabel;
    }
}
