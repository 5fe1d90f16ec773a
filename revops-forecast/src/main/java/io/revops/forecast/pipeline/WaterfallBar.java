package io.revops.forecast.pipeline;

import java.util.Locale;

/** What moves a pipeline between two days. */
public enum WaterfallBar {
    /** Deals that did not exist, expected to close in the window; also those that were won or lost meanwhile. */
    CREATED(1),
    /** Deals that had been won or lost and are open again. */
    REOPENED(1),
    /** Open deals that had been expected at another time, at their amount at the start. */
    PULLED_IN(1),
    /** Amounts that rose, also of deals that were then won. */
    INCREASED(1),
    /** Amounts that fell, also of deals that were then won. */
    DECREASED(-1),
    /** Open deals that are now expected at another time, at their amount at the start. */
    PUSHED(-1),
    /** Deals that were won, at what they were won for. */
    WON(-1),
    /** Deals that were lost, at their amount at the start: what a CRM writes on losing says nothing. */
    LOST(-1),
    /** Deals that are no longer there: deleted, or merged into another. */
    REMOVED(-1);

    private final int sign;

    WaterfallBar(int sign) {
        this.sign = sign;
    }

    /** 1 if it adds to the pipeline, −1 if it takes from it. */
    public int sign() {
        return sign;
    }

    /** {@code pulled in}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
