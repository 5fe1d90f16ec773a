package io.revops.forecast.plan;

/** What a quota is shared out by. */
public enum QuotaBasis {
    /** What could be sold: the market that is still open, the pipeline. */
    POTENTIAL,
    /** What was sold before. */
    HISTORY,
    /** Who is there to sell: people, as far as they are ramped. */
    CAPACITY;

    /** In the middle of a sentence. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
