package io.revops.forecast.plan;

import io.revops.metric.Unit;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/** Whole minor units of one currency: what quotas are counted in while they are shared out. */
final class Cents {
    private Cents() {}

    static boolean isWhole(Money money) {
        return money.rounded(RoundingMode.DOWN).equals(money);
    }

    static BigInteger of(Money whole) {
        return whole.amount().movePointRight(digits(whole.currency())).toBigIntegerExact();
    }

    static Money money(BigInteger cents, Currency currency) {
        return Money.ofMinor(new BigDecimal(cents), currency);
    }

    /** An amount of a currency that came out of doubles, rounded half-up to its own digits. */
    static Money nearest(double amount, Currency currency) {
        return Money.of(new BigDecimal(amount).setScale(digits(currency), RoundingMode.HALF_UP), currency);
    }

    /** {@code USD 1,234.56}. */
    static String print(Money money) {
        return Unit.MONEY.print(money);
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
