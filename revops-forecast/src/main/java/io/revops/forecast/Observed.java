package io.revops.forecast;

import io.revops.metric.Measurement;
import io.revops.metric.Reading;
import io.revops.metric.Series;
import io.revops.metric.Undefined;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A quantity month by month, without gaps.
 *
 * <p>The numbers are doubles: what is measured from them are errors and spreads, not amounts to be booked.
 */
public final class Observed {
    private final Quantity quantity;
    private final LocalDate first;
    private final double[] values;

    private Observed(Quantity quantity, LocalDate first, double[] values) {
        if (!Cadence.MONTH.floor(first).equals(first)) {
            throw new IllegalArgumentException("The first month of (" + quantity.id() + ") begins on " + first
                    + ". Maybe the first day of a month.");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "A month of (" + quantity.id() + ") is " + value + ". Maybe begin after it, or fill it.");
            }
        }
        this.quantity = quantity;
        this.first = first;
        this.values = values;
    }

    /**
     * A number for each month from a first one on.
     *
     * @param first the first day of the first month
     * @param values finite
     */
    public static Observed ofMonths(Quantity quantity, LocalDate first, double... values) {
        return new Observed(quantity, first, values.clone());
    }

    /**
     * The numbers of a metric's monthly series. It begins with the first month that has a number other than zero: before, nothing
     * had been recorded.
     *
     * @return undefined where a later month is undefined, with its reason
     */
    public static Reading<Observed> of(Series<?> series, Nature nature) {
        List<Measurement<?>> months = new ArrayList<>(series.points());
        months.removeIf(m -> m.span().isEmpty());
        int begin = 0;
        while (begin < months.size() && isNothing(months.get(begin))) {
            begin++;
        }
        if (begin == months.size()) {
            Optional<Undefined<?>> why = months.stream()
                    .map(Measurement::reading)
                    .filter(r -> r instanceof Undefined<?>)
                    .<Undefined<?>>map(r -> (Undefined<?>) r)
                    .reduce((a, b) -> b);
            if (why.isPresent()) {
                return why.get().as();
            }
            LocalDate first = months.isEmpty()
                    ? LocalDate.EPOCH
                    : Cadence.MONTH.next(months.get(months.size() - 1).span().from());
            return Reading.known(ofMonths(Quantity.of(series.definition(), "", nature), first));
        }
        List<Measurement<?>> kept = months.subList(begin, months.size());
        double[] values = new double[kept.size()];
        LocalDate first = kept.get(0).span().from();
        for (int i = 0; i < values.length; i++) {
            Measurement<?> month = kept.get(i);
            if (!month.span().equals(month(first, i))) {
                throw new IllegalArgumentException(
                        "The series (" + series.definition().id() + ") has " + month.span() + " in place of "
                                + month(first, i) + ". Maybe measure it monthly over whole months.");
            }
            if (month.reading() instanceof Undefined<?> undefined) {
                return Reading.undefined(undefined.code(), "In " + month.span() + ": " + undefined.text());
            }
            values[i] = series.definition().unit().decimal(month.orElseThrow()).doubleValue();
        }
        return Reading.known(new Observed(
                Quantity.of(series.definition(), currency(kept.get(0).orElseThrow()), nature), first, values));
    }

    private static boolean isNothing(Measurement<?> month) {
        return month.value()
                .map(v -> month.definition().unit().decimal(v).signum() == 0)
                .orElse(true);
    }

    private static String currency(Object value) {
        if (value instanceof RunRate rate) {
            return rate.currency().getCurrencyCode();
        }
        return value instanceof Money money ? money.currency().getCurrencyCode() : "";
    }

    public Quantity quantity() {
        return quantity;
    }

    /** How many months. */
    public int size() {
        return values.length;
    }

    /** The number of a month, counted from 0. */
    public double value(int index) {
        return values[index];
    }

    /** A month, counted from 0; beyond the last one it is a month to come. */
    public Span month(int index) {
        return month(first, index);
    }

    /** The number of a period: of a flow the sum of its months, of a level that of its last one. Empty if a month is missing. */
    public Optional<Double> over(Span period) {
        long from = index(period.from());
        long to = index(period.to());
        if (period.isEmpty() || from < 0 || to > values.length || !wholeMonths(period)) {
            return Optional.empty();
        }
        if (quantity.nature() == Nature.LEVEL) {
            return Optional.of(values[(int) to - 1]);
        }
        double sum = 0;
        for (int i = (int) from; i < to; i++) {
            sum += values[i];
        }
        return Optional.of(sum);
    }

    /** The months that had ended by the end of a day. */
    public Observed asOf(LocalDate day) {
        long ended = index(Cadence.MONTH.floor(day.plusDays(1)));
        int kept = (int) Math.max(0, Math.min(values.length, ended));
        return new Observed(quantity, first, Arrays.copyOf(values, kept));
    }

    private long index(LocalDate day) {
        return ChronoUnit.MONTHS.between(first, Cadence.MONTH.floor(day));
    }

    private static Span month(LocalDate first, int index) {
        return Span.containing(first.plusMonths(index), Cadence.MONTH);
    }

    private static boolean wholeMonths(Span period) {
        return period.from().getDayOfMonth() == 1 && period.to().getDayOfMonth() == 1;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Observed that
                && quantity.equals(that.quantity)
                && first.equals(that.first)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * quantity.hashCode() + first.hashCode()) + Arrays.hashCode(values);
    }

    /** {@code MRR, 24 months from 2024-01}. */
    @Override
    public String toString() {
        return quantity.title() + ", " + values.length + " months from " + month(0);
    }
}
