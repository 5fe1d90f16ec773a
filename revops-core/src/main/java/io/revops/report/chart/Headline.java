package io.revops.report.chart;

import java.util.Objects;
import java.util.Optional;

/**
 * One figure that is read first.
 *
 * @param figure what its row of the table is called
 * @param change how it differs from before, as it is printed; empty where that cannot be told
 * @param news whether the change is good
 * @param spark how it went, if a table of the report tells
 */
public record Headline(String figure, String change, News news, Optional<Spark> spark) {
    public Headline {
        Objects.requireNonNull(figure, "figure");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(news, "news");
        Objects.requireNonNull(spark, "spark");
    }

    /** Whether a change is good news. */
    public enum News {
        GOOD,
        BAD,
        /** It is none, or it depends. */
        NEITHER
    }
}
