package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A year's target by months. */
public final class PlanTargets {
    private PlanTargets() {}

    /** By season, adding up to the cent; each running total is the nearest cent. */
    public static List<Money> byMonth(Money target, Seasonality seasonality, Span year) {
        double[] weights = seasonality.of(year);
        BigDecimal[] exact = new BigDecimal[weights.length];
        for (int m = 0; m < exact.length; m++) {
            exact[m] = BigDecimal.valueOf(weights[m]);
        }
        List<Money> months = new ArrayList<>();
        for (BigInteger month : Allotment.overTime(Cents.of(target), exact)) {
            months.add(Cents.money(month, target.currency()));
        }
        return List.copyOf(months);
    }
}
