package io.revops.forecast;

import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which periods are forecast from a day. */
@FunctionalInterface
public interface Horizons {
    /** The periods that are forecast at the end of a day, the nearest first. */
    List<Span> of(LocalDate asOf);

    /** The next whole periods of a cadence, each for itself. */
    static Horizons next(int count, Cadence cadence) {
        if (count < 1) {
            throw new IllegalArgumentException("There are " + count + " periods to forecast. Maybe 1 or more.");
        }
        return asOf -> {
            List<Span> periods = new ArrayList<>();
            LocalDate day = asOf.plusDays(1);
            LocalDate from = cadence.floor(day).equals(day) ? day : cadence.next(day);
            while (periods.size() < count) {
                Span period = Span.containing(from, cadence);
                periods.add(period);
                from = period.to();
            }
            return List.copyOf(periods);
        };
    }

    /** The next whole months, each for itself. */
    static Horizons months(int count) {
        return next(count, Cadence.MONTH);
    }
}
