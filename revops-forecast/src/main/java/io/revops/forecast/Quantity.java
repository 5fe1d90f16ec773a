package io.revops.forecast;

import io.revops.metric.MetricDefinition;
import io.revops.metric.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * What is forecast.
 *
 * @param id names it for programs; of a metric, the metric's id
 * @param title names it for readers
 * @param unit what its numbers are counted in: run rates per month or per year, as the unit says
 * @param currency an ISO code; empty where the unit is no money
 * @param nature how its periods go together
 */
public record Quantity(String id, String title, Unit unit, String currency, Nature nature) {
    public Quantity {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(nature, "nature");
    }

    /** What a metric measures; no currency where it is no money. */
    public static Quantity of(MetricDefinition definition, String currency, Nature nature) {
        return new Quantity(definition.id(), definition.title(), definition.unit(), currency, nature);
    }

    /** The same under another name: the total of several. */
    public Quantity named(String newId, String newTitle) {
        return new Quantity(newId, newTitle, unit, currency, nature);
    }

    /** Whether two can be added: the same unit, currency and nature, whatever their names. */
    public boolean addsTo(Quantity other) {
        return unit == other.unit && currency.equals(other.currency) && nature == other.nature;
    }

    /** A number for a reader: {@code USD 12,345.67}, {@code 31.2 %}, {@code 157.0}. */
    public String print(double value) {
        if (!currency.isEmpty()) {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            return currency + " " + fixed(value, digits);
        }
        return unit == Unit.PERCENT ? fixed(value * 100, 1) + " %" : fixed(value, unit == Unit.RATIO ? 2 : 1);
    }

    private static String fixed(double value, int digits) {
        return Unit.grouped(new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP));
    }
}
