package io.revops.book;

/** How sure a seller says that a deal is. */
public enum ForecastCategory {
    PIPELINE,
    BEST_CASE,
    MOST_LIKELY,
    COMMIT,
    CLOSED,
    OMITTED
}
