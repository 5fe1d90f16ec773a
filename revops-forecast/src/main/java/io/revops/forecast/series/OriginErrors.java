package io.revops.forecast.series;

import java.time.LocalDate;
import java.util.List;

/**
 * What was missed from one earlier day.
 *
 * @param origin the last day that was seen
 * @param missed what happened less what was forecast, one month ahead, two months ahead ...; as many as had passed
 */
public record OriginErrors(LocalDate origin, List<Double> missed) {
    public OriginErrors {
        missed = List.copyOf(missed);
    }
}
