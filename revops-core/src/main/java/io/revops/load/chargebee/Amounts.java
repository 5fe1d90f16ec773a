package io.revops.load.chargebee;

import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Amounts and quantities, of which each has a second field that may hold decimals and then counts. */
final class Amounts {
    private Amounts() {}

    /** {@code field_in_decimal} in the currency itself, or {@code field} in its smallest unit. */
    static Optional<Money> money(ApiObject object, String field, Currency currency) {
        return object.decimal(field + "_in_decimal")
                .map(major -> Money.of(checked(object, field + "_in_decimal", major), currency))
                .or(() -> object.decimal(field).map(minor -> minor(object, field, minor, currency)));
    }

    private static Money minor(ApiObject object, String field, BigDecimal minor, Currency currency) {
        if (minor.scale() > 0) {
            throw object.bad(
                    field,
                    "The amount is not whole, and it is in the smallest unit of the currency. Maybe a table in the currency"
                            + " itself: ChargebeeExport.reader().with(AmountUnit.MAJOR).");
        }
        return Money.ofMinor(checked(object, field, minor), currency);
    }

    private static BigDecimal checked(ApiObject object, String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw object.bad(field, "It is negative. Maybe a credit was exported as a price.");
        }
        return amount;
    }

    static Optional<BigDecimal> quantity(ApiObject object, String field) {
        String written = object.has(field + "_in_decimal") ? field + "_in_decimal" : field;
        Optional<BigDecimal> quantity = object.decimal(written);
        if (quantity.isPresent() && quantity.get().signum() < 0) {
            throw object.bad(written, "It is negative. Maybe a correction was exported as a quantity.");
        }
        return quantity.map(q -> q.signum() == 0 ? BigDecimal.ZERO : q.stripTrailingZeros())
                .map(q -> q.scale() < 0 ? q.setScale(0) : q);
    }
}
