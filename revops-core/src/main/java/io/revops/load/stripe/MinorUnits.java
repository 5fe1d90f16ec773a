package io.revops.load.stripe;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;

/**
 * Amounts as Stripe counts them, in its own minor units, which are not always those of ISO 4217.
 *
 * <p>Fifteen currencies have no decimals and five have three; all others are counted in hundredths, also those that have none
 * in daily life: 500 is 5 krónur (ISK) and 5 shillings (UGX), "to maintain backwards compatibility". The ariary (MGA) has
 * none, though ISO gives it two. See <a href="https://docs.stripe.com/currencies">docs.stripe.com/currencies</a>, zero-decimal
 * currencies, three-decimal currencies and special cases.
 */
final class MinorUnits {
    private static final Set<String> NO_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");

    private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    private MinorUnits() {}

    static Money money(BigDecimal minorUnits, Currency currency) {
        String code = currency.getCurrencyCode();
        int digits = NO_DECIMALS.contains(code) ? 0 : THREE_DECIMALS.contains(code) ? 3 : 2;
        return Money.of(minorUnits.movePointLeft(digits), currency);
    }
}
