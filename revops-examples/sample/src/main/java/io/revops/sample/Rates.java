package io.revops.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Month-end exchange rates to US dollars, invented: a slow swing with some noise. */
final class Rates {
    private final long seed;
    private final Window window;

    Rates(long seed, Window window) {
        this.seed = seed;
        this.window = window;
    }

    /** From the day before the window to its last day. */
    List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        for (int month = 0; month <= window.months(); month++) {
            dates.add(window.start().plusMonths(month).minusDays(1));
        }
        return dates;
    }

    BigDecimal rate(Currency currency, int month) {
        double noise = Draw.of(seed, Draw.Purpose.RATES, place(currency) * 10_000L + month)
                .between(-0.008, 0.008);
        double swing = StrictMath.sin(month / 5.5 + place(currency));
        return switch (currency) {
            case USD -> BigDecimal.ONE;
            case EUR -> decimal(1.09 * (1 + 0.03 * swing + noise), 5);
            case GBP -> decimal(1.27 * (1 + 0.035 * swing + noise), 5);
            case JPY -> decimal(0.0070 * (1 + 0.05 * swing + noise), 7);
        };
    }

    private static int place(Currency currency) {
        return List.of(Currency.values()).indexOf(currency);
    }

    private static BigDecimal decimal(double rate, int digits) {
        return new BigDecimal(rate).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
