package io.revops.metric.bookings;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An exact number of months: whole ones, and a part of one by its days. */
record Months(BigInteger over, BigInteger under) implements Comparable<Months> {
    static final Months NONE = of(0);

    static Months of(int whole) {
        return new Months(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /**
     * From a day to a later one: the months that are over, each counted from the first day, and of the month that is running
     * as many days as there are, over all it has.
     */
    static Months between(LocalDate from, LocalDate to) {
        int whole = 0;
        if (to.isAfter(from)) {
            whole = (int) ChronoUnit.MONTHS.between(from, to);
            while (!from.plusMonths(whole + 1L).isAfter(to)) {
                whole++; // a month from the 31st is over on the 30th
            }
        }
        LocalDate begun = from.plusMonths(whole);
        long days = Math.max(0, ChronoUnit.DAYS.between(begun, to));
        long all = ChronoUnit.DAYS.between(begun, from.plusMonths(whole + 1L));
        return new Months(BigInteger.valueOf(whole * all + days), BigInteger.valueOf(all));
    }

    Months minus(Months other) {
        return new Months(over.multiply(other.under).subtract(other.over.multiply(under)), under.multiply(other.under));
    }

    Months min(Months other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Months max(Months other) {
        return compareTo(other) >= 0 ? this : other;
    }

    int signum() {
        return over.signum();
    }

    /** So many of these months of an amount that is spread evenly over some, rounded half-even to a micro-unit. */
    Money share(Money amount, int months) {
        BigDecimal share = amount.amount()
                .multiply(new BigDecimal(over))
                .divide(
                        new BigDecimal(under.multiply(BigInteger.valueOf(months))),
                        RunRate.SCALE,
                        RoundingMode.HALF_EVEN);
        return Money.of(share, amount.currency());
    }

    @Override
    public int compareTo(Months other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    @Override
    public String toString() {
        return under.equals(BigInteger.ONE) ? over.toString() : over + "/" + under;
    }
}
