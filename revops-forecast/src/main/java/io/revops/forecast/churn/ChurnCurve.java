package io.revops.forecast.churn;

import io.revops.forecast.survival.DiscountRate;
import io.revops.forecast.survival.Doubles;
import io.revops.forecast.survival.LifetimeCurve;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How likely it is that an account is still there after each period ahead, and for which cause it is not.
 *
 * <p>It falls at the end of each period; after the last one nothing is known.
 *
 * @param scale the unit of a period
 * @param survival after the first period, the second ...; never rising
 * @param incidence for each cause, the probability to have ended for it after the first period, the second ...; together 1 − survival
 */
public record ChurnCurve(TimeScale scale, Doubles survival, SortedMap<String, Doubles> incidence)
        implements LifetimeCurve {
    public ChurnCurve {
        Objects.requireNonNull(scale, "scale");
        incidence = Collections.unmodifiableSortedMap(new TreeMap<>(incidence));
        for (Doubles each : incidence.values()) {
            if (each.size() != survival.size()) {
                throw new IllegalArgumentException("A cause has " + each.size() + " periods of " + survival.size()
                        + ". Maybe one number for each.");
            }
        }
    }

    /** How many periods ahead anything is known of. */
    public int periods() {
        return survival.size();
    }

    /** S(t); after the last period it stays where it was. */
    @Override
    public double at(double time) {
        return time >= 1 ? survival.at(step(time)) : at0(time);
    }

    private static double at0(double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("There is no time (" + time + "). Maybe one from 0 on.");
        }
        return 1;
    }

    private int step(double time) {
        return (int) Math.min(survival.size(), Math.floor(time)) - 1;
    }

    /** The probability to have ended for a cause by a time. */
    public double incidence(String cause, double time) {
        Doubles of = incidence.get(cause);
        if (of == null) {
            throw new IllegalArgumentException(
                    "There is no cause (" + cause + "). Maybe one of " + incidence.keySet() + ".");
        }
        return time >= 1 ? of.at(step(time)) : 1 - at0(time);
    }

    @Override
    public OptionalDouble quantile(double ended) {
        if (!(ended > 0 && ended < 1)) {
            throw new IllegalArgumentException("There is no share (" + ended + "). Maybe one between 0 and 1.");
        }
        for (int k = 0; k < survival.size(); k++) {
            if (survival.at(k) <= 1 - ended) {
                return OptionalDouble.of(k + 1);
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * The last day of the period after which it is as likely to be gone as to be there; empty if that is further than anybody can see.
     *
     * @throws IllegalArgumentException for periods whose length no calendar knows
     */
    public Optional<LocalDate> expectedEnd(LocalDate asOf) {
        OptionalDouble median = median();
        return median.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        after(asOf.plusDays(1), (long) median.getAsDouble()).minusDays(1));
    }

    private LocalDate after(LocalDate from, long n) {
        return switch (scale) {
            case DAY -> from.plusDays(n);
            case WEEK -> from.plusWeeks(n);
            case MONTH -> from.plusMonths(n);
            case QUARTER -> from.plusMonths(3 * n);
            case YEAR -> from.plusYears(n);
            case RENEWAL ->
                throw new IllegalArgumentException("No calendar tells when a renewal is. Maybe TimeScale.MONTH.");
        };
    }

    @Override
    public double mean(double horizon) {
        if (!(horizon >= 0) || (horizon > survival.size() && survival.at(survival.size() - 1) > 0)) {
            throw new IllegalArgumentException("The curve reaches " + survival.size() + " " + scale + " and not "
                    + horizon + ". Maybe a nearer horizon: the mean of what nobody has seen is a guess.");
        }
        double area = 0;
        for (int k = 0; k < survival.size() && k < horizon; k++) {
            area += (k == 0 ? 1 : survival.at(k - 1)) * Math.min(1, horizon - k);
        }
        return area;
    }

    /** How many of the periods ahead it is expected to be there for: the remaining lifetime as far as anybody can see. */
    public double expectedPeriods() {
        return mean(survival.size());
    }

    /**
     * What it is expected to pay in the periods ahead, as worth today: Σ S(k) · amount / (1 + d)^k from k = 0 on, paid when a period begins
     * by those who are there. What comes after the last period is not in it: it would be a guess (or 1 / churn, which is one).
     *
     * @param amount a period
     */
    public double remainingValue(double amount, DiscountRate discount) {
        double sum = 0;
        double worth = 1;
        for (int k = 0; k < survival.size(); k++) {
            sum += (k == 0 ? 1 : survival.at(k - 1)) * amount * worth;
            worth /= 1 + discount.rate();
        }
        return sum;
    }

    /** {@code 0.71 after 12 months, median not reached}. */
    @Override
    public String toString() {
        OptionalDouble median = median();
        return survival.at(survival.size() - 1) + " after " + survival.size() + " " + scale + ", median "
                + (median.isPresent() ? median.getAsDouble() + " " + scale : "not reached");
    }
}
