package io.revops.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one unit of a currency was worth in another from a date on, until a later rate replaces it.
 *
 * @param date the first day on which the rate holds
 * @param base the currency of which one unit is valued
 * @param quote the currency it is valued in
 * @param rate units of {@code quote} for one {@code base}, above 0
 */
public record ExchangeRate(LocalDate date, Currency base, Currency quote, BigDecimal rate) {
    public ExchangeRate {
        requireNonNull(date, "date");
        Money.checked(rate);
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("The rate of " + base + " on " + date + " is " + rate.toPlainString()
                    + ". Maybe a number above 0, in units of " + quote + " for one " + base + ".");
        }
        if (base.equals(quote)) {
            throw new IllegalArgumentException(
                    "A rate is from " + base + " to itself. Maybe one of the two columns is wrong.");
        }
        rate = rate.stripTrailingZeros();
    }

    /** What it is called where facts have ids: {@code EUR/USD 2025-01-31}. */
    public String name() {
        return base + "/" + quote + " " + date;
    }

    /** One {@code base} is worth {@code rate} of {@code quote} from {@code date} on. */
    public static ExchangeRate of(LocalDate date, String base, String quote, String rate) {
        return new ExchangeRate(date, Money.currency(base), Money.currency(quote), Money.decimal(rate));
    }
}
