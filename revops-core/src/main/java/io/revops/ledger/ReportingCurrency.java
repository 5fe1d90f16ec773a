package io.revops.ledger;

import io.revops.money.Money;
import java.util.Currency;
import java.util.Objects;

/**
 * The currency in which every amount is reported, converted with the book's exchange rates.
 *
 * @param currency what amounts are converted to
 */
public record ReportingCurrency(Currency currency) implements PolicyOption {
    public ReportingCurrency {
        Objects.requireNonNull(currency, "currency");
    }

    /** A currency by its ISO 4217 code. */
    public static ReportingCurrency of(String code) {
        return new ReportingCurrency(Money.currency(code));
    }

    @Override
    public String option() {
        return "reporting currency";
    }

    @Override
    public String says() {
        return code();
    }

    @Override
    public String code() {
        return currency.getCurrencyCode();
    }
}
