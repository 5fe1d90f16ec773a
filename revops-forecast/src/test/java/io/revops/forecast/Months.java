package io.revops.forecast;

import io.revops.metric.Unit;
import java.time.LocalDate;

/** Series told in a line: dollars a month from January 2024 on. */
public final class Months {
    public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private Months() {}

    public static Observed flow(String id, double... values) {
        return Observed.ofMonths(quantity(id, Nature.FLOW), FIRST, values);
    }

    public static Observed level(String id, double... values) {
        return Observed.ofMonths(quantity(id, Nature.LEVEL), FIRST, values);
    }

    public static Quantity quantity(String id, Nature nature) {
        return new Quantity(id, "Sales of " + id, Unit.MONEY, "USD", nature);
    }

    /** Months that go up and down without a pattern: a small congruential generator, so that anybody can make them again. */
    public static double[] uneven(int count, long seed, double start, double slope, double noise) {
        double[] values = new double[count];
        long state = seed;
        for (int t = 0; t < count; t++) {
            state = (state * 1103515245L + 12345L) % (1L << 31);
            values[t] = start + slope * t + (state / (double) (1L << 31) - 0.5) * noise;
        }
        return values;
    }
}
