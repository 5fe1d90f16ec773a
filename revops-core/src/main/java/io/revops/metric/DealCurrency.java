package io.revops.metric;

import io.revops.ledger.RevenueView;
import io.revops.money.Conversion;
import io.revops.money.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In which currency deals are told, and at the exchange rate of which day. */
public final class DealCurrency {
    private final RevenueView view;
    private final LocalDate day;
    private final @Nullable Currency currency;
    private @Nullable Evidence problem;

    /**
     * @param amounts every amount that will be told
     * @param day the day whose rate holds
     */
    public DealCurrency(RevenueView view, Collection<Money> amounts, LocalDate day) {
        this.view = view;
        this.day = day;
        TreeSet<Currency> there = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        amounts.forEach(a -> there.add(a.currency()));
        Optional<Currency> set = view.policy().currency();
        if (set.isEmpty() && there.isEmpty()) {
            there.addAll(view.ledger().currencies());
        }
        currency = set.orElse(there.size() == 1 ? there.first() : null);
        if (currency == null) {
            problem = there.isEmpty()
                    ? Evidence.undefined(
                            UndefinedCode.NO_CURRENCY,
                            "There is no amount, so there is no currency to report in. Maybe load deals, or set a reporting "
                                    + "currency in the policy.")
                    : Evidence.undefined(
                            UndefinedCode.MIXED_CURRENCY,
                            "The deals are in " + there
                                    + ", and amounts of different currencies are not added. Maybe set a "
                                    + "reporting currency in the policy, and load exchange rates.");
        }
    }

    /** Why amounts cannot be told, known before or found while converting. */
    public Optional<Evidence> problem() {
        return Optional.ofNullable(problem);
    }

    /** What amounts are told in; only if there is no problem. */
    public Currency currency() {
        return java.util.Objects.requireNonNull(currency);
    }

    /** The amount in the currency of the deals, at the rate of the day. */
    public Money told(Money amount) {
        return told(amount, day);
    }

    /** The amount in the currency of the deals, at the rate of another day. */
    public Money told(Money amount, LocalDate on) {
        Optional<Conversion> conversion = view.book().rates().conversion(amount.currency(), currency(), on);
        if (conversion.isEmpty()) {
            problem = Evidence.undefined(
                    UndefinedCode.MISSING_RATE,
                    "There is no exchange rate from " + amount.currency() + " to " + currency + " on or before " + on
                            + ". Maybe load exchange_rates.csv.");
            return Money.zero(currency());
        }
        return conversion.get().apply(amount);
    }
}
