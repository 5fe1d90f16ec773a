package io.revops.load;

import java.math.BigDecimal;
import java.util.Currency;

/** What the amounts of a sheet are counted in. */
public enum AmountUnit {
    /** Dollars, euros, yen: {@code 19.99}. */
    MAJOR,
    /** The smallest unit of the currency: {@code 1999} cents, but {@code 1999} yen. */
    MINOR,
    /** Thousands of dollars: {@code 12.5} is 12,500. */
    THOUSANDS,
    /** Millions of dollars: {@code 12.5} is 12,500,000. */
    MILLIONS;

    BigDecimal inMajor(BigDecimal written, Currency currency) {
        return switch (this) {
            case MAJOR -> written;
            case MINOR -> written.movePointLeft(Math.max(0, currency.getDefaultFractionDigits()));
            case THOUSANDS -> written.movePointRight(3);
            case MILLIONS -> written.movePointRight(6);
        };
    }
}
