package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The pipeline that a source must build in a month for the wins of a later one.
 *
 * @param month in which it must be built
 * @param closes in which it is won
 * @param source whose
 * @param pipeline wins of that month × share / win rate, half-up to the cent
 * @param opportunities pipeline / average deal
 * @param stages how many must be in each stage before an opportunity, the first stage first
 */
public record PipelineNeed(
        Span month, Span closes, String source, Money pipeline, double opportunities, Map<String, Double> stages) {
    public PipelineNeed {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(source, "source");
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    }
}
