package io.revops.metric;

import io.revops.money.Money;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** What a number is counted in, and how it is printed. */
public enum Unit {
    /** A run rate, read per month. */
    MONEY_PER_MONTH,
    /** A run rate, read per year. */
    MONEY_PER_YEAR,
    MONEY,
    /** A ratio, printed in percent. */
    PERCENT,
    /** A ratio, printed as it is. */
    RATIO,
    /** A ratio between 0 and 1 that is mostly small, printed in four digits. */
    INDEX,
    ACCOUNTS,
    DEALS,
    SUBSCRIPTIONS,
    USERS,
    TICKETS,
    /** A length of time, or a number of days, printed with one digit. */
    DAYS,
    /** A length of time, printed with one digit. */
    HOURS;

    /** The number as a decimal: a monthly or yearly amount, a ratio, a count. Exact but for the monthly reading of a run rate. */
    public BigDecimal decimal(Object value) {
        if (value instanceof RunRate rate) {
            return this == MONEY_PER_YEAR
                    ? rate.perYear().amount()
                    : rate.perMonth(10, RoundingMode.HALF_EVEN).amount();
        }
        if (value instanceof Money money) {
            return money.amount();
        }
        if (value instanceof Ratio ratio) {
            return BigDecimal.valueOf(ratio.value());
        }
        if (value instanceof Proportion share) {
            return BigDecimal.valueOf(share.value());
        }
        if (value instanceof MedianWait wait) {
            return BigDecimal.valueOf(wait.median());
        }
        if (value instanceof Long count) {
            return BigDecimal.valueOf(count);
        }
        if (value instanceof BigDecimal quantity) {
            return quantity;
        }
        throw new IllegalArgumentException(
                "A " + value.getClass().getSimpleName() + " is no number in " + this + ". Maybe print it itself.");
    }

    /** The number for a reader: {@code USD 12,345.67}, {@code 108.4 %}, {@code 27.3 % (20.7 to 35.1 %, n = 150)}. */
    public String print(Object value) {
        if (value instanceof RunRate rate) {
            return this == MONEY_PER_YEAR ? print(rate.perYear()) : print(rate.perMonth(RoundingMode.HALF_UP));
        }
        if (value instanceof Money money) {
            Money rounded = money.rounded(RoundingMode.HALF_UP);
            return rounded.currency().getCurrencyCode() + " " + grouped(rounded.amount());
        }
        if (value instanceof MedianWait wait) {
            return wait.print(this);
        }
        if (value instanceof Ratio ratio && isTime()) {
            return length(ratio.value()) + " " + word();
        }
        if (value instanceof Ratio ratio) {
            return this == PERCENT
                    ? percent(ratio.value()) + " %"
                    : grouped(new BigDecimal(ratio.value()).setScale(this == INDEX ? 4 : 2, RoundingMode.HALF_EVEN));
        }
        if (value instanceof Proportion share) {
            BigDecimal exact = BigDecimal.valueOf(share.hits())
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(share.cases()), 1, RoundingMode.HALF_EVEN);
            return grouped(exact) + " % (" + percent(share.low()) + " to " + percent(share.high()) + " %, n = "
                    + share.cases() + ")";
        }
        if (value instanceof Long count) {
            return grouped(BigDecimal.valueOf(count));
        }
        if (value instanceof BigDecimal quantity) {
            return grouped(quantity.signum() == 0 ? BigDecimal.ZERO : quantity.stripTrailingZeros());
        }
        return value.toString();
    }

    private boolean isTime() {
        return this == DAYS || this == HOURS;
    }

    /** {@code days}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One digit after the point, half-even. */
    static String length(double value) {
        return grouped(new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN));
    }

    /** A decimal with marks for thousands, all its digits, and the same look in every locale. */
    public static String grouped(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** The exact double a hundredfold, rounded once, half-even: a product of doubles would have been rounded before. */
    private static String percent(double share) {
        return grouped(new BigDecimal(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN));
    }
}
