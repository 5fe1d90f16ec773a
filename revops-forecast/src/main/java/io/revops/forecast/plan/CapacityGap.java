package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.util.List;
import java.util.Objects;

/**
 * Capacity against target, month by month.
 *
 * @param months in order, at least one
 */
public record CapacityGap(List<Month> months) {
    /**
     * One month.
     *
     * @param month which
     * @param target what must be sold
     * @param capacity what can be sold, expected
     */
    public record Month(Span month, Money target, double capacity) {
        public Month {
            Objects.requireNonNull(month, "month");
            Objects.requireNonNull(target, "target");
        }

        /** What is missing; negative where more can be sold than must be. */
        public double gap() {
            return target.amount().doubleValue() - capacity;
        }
    }

    public CapacityGap {
        months = List.copyOf(months);
        if (months.isEmpty()) {
            throw new IllegalArgumentException("There is no month. Maybe a capacity of a year.");
        }
    }

    /** The whole target. */
    public Money target() {
        return months.stream().map(Month::target).reduce(Money::plus).orElseThrow();
    }

    /** The whole capacity. */
    public double capacity() {
        return months.stream().mapToDouble(Month::capacity).sum();
    }

    /** What the year is missing; negative where more can be sold than must be. */
    public double gap() {
        return target().amount().doubleValue() - capacity();
    }

    /** A line for each month, and the year. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("month    target  capacity  missing");
        months.forEach(m -> text.append('\n').append(line(m.month().toString(), m.target(), m.capacity())));
        return text.append('\n').append(line("year", target(), capacity())).toString();
    }

    private String line(String period, Money target, double capacity) {
        Money can = Cents.nearest(capacity, target.currency());
        return period + "  " + Cents.print(target) + "  " + Cents.print(can) + "  " + Cents.print(target.minus(can));
    }

    /** The months that miss something by themselves. */
    public List<Month> shortMonths() {
        return months.stream().filter(m -> m.gap() > 0.005).toList();
    }
}
