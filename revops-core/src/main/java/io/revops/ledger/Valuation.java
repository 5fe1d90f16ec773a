package io.revops.ledger;

import io.revops.money.Conversion;
import io.revops.money.ExchangeRates;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which currency, and at which exchange rates, the two ends of periods are valued.
 *
 * <p>{@link #closing}: the opening of a period at the closing rate of the one before, all else at its own closing rate; the
 * closing rate of a period is the last one dated on or before its last day. {@link #atOpening}: everything at the rate of a
 * span's opening, so that a rate's change is neither expansion nor churn. A rate that is missing is a {@link Problem}, but
 * only once something has to be converted at it.
 */
public final class Valuation {
    /** Why amounts cannot be told in one currency. */
    public enum ProblemKind {
        /** There is nothing in any currency, and none was set. */
        NO_CURRENCY,
        /** There are several currencies, and no way to convert them. */
        MIXED_CURRENCY,
        /** There are rates, but not the one that is needed. */
        MISSING_RATE
    }

    /**
     * Why amounts cannot be told in one currency.
     *
     * @param text for the reader of a report, with the next step
     */
    public record Problem(ProblemKind kind, String text) {}

    private final ExchangeRates rates;
    private final @Nullable LocalDate fixed;
    private final boolean counts;
    private final boolean constant;
    private final @Nullable Currency currency;
    private @Nullable Problem problem;
    private final Map<Currency, Map<LocalDate, Optional<Conversion>>> cache = new HashMap<>();

    private Valuation(MrrLedger ledger, @Nullable LocalDate fixed) {
        FxMethod method = ledger.policy().exchangeRates();
        this.rates = method.rates(ledger.rates(), ledger.policy().currency().orElse(null));
        this.fixed = method.fixedDay() != null ? method.fixedDay() : fixed;
        this.counts = false;
        this.constant = method.rule() == FxMethod.Rule.CONSTANT;
        List<Currency> there = ledger.currencies();
        Optional<Currency> set = ledger.policy().currency();
        if (set.isEmpty() && there.size() > 1) {
            problem = new Problem(
                    ProblemKind.MIXED_CURRENCY,
                    "The subscriptions are in " + there
                            + ", and amounts of different currencies are not added. Maybe set a "
                            + "reporting currency in the policy, and load exchange rates.");
        } else if (set.isEmpty() && there.isEmpty()) {
            problem = new Problem(
                    ProblemKind.NO_CURRENCY,
                    "No subscription is worth anything, so there is no currency to report in. Maybe load subscriptions, or set "
                            + "a reporting currency in the policy.");
        } else if (rates.isEmpty() && there.size() > 1 && method.rule() != FxMethod.Rule.CONSTANT) {
            problem = new Problem(
                    ProblemKind.MIXED_CURRENCY,
                    "The subscriptions are in " + there
                            + ", and there are no exchange rates. Maybe load exchange_rates.csv.");
        }
        if (problem == null) {
            problem = ledger.problem().orElse(null);
        }
        currency = set.orElse(there.size() == 1 ? there.get(0) : null);
    }

    private Valuation() {
        rates = ExchangeRates.none();
        fixed = null;
        counts = true;
        constant = false;
        currency = null;
    }

    static String missing(Currency from, Currency to, LocalDate day) {
        return "There is no exchange rate from " + from + " to " + to + " on or before " + day
                + ". Maybe exchange_rates.csv begins too late.";
    }

    /** Nothing is valued: who is active and who moved is counted, for which no currency is needed. Every amount is 0. */
    public static Valuation counting() {
        return new Valuation();
    }

    /** Each end of a period at its own closing rate. */
    public static Valuation closing(MrrLedger ledger) {
        return new Valuation(ledger, null);
    }

    /** Everything at the rate of a span's opening. */
    public static Valuation atOpening(MrrLedger ledger, Span span) {
        return new Valuation(ledger, span.from().minusDays(1));
    }

    /** Everything at the rate of a span's close: for a balance there, whose opening needs no rate. */
    public static Valuation atClosing(MrrLedger ledger, Span span) {
        return new Valuation(ledger, span.to().minusDays(1));
    }

    /** What amounts are in; absent if there is a problem with that. */
    public Optional<Currency> currency() {
        return problem == null ? Optional.ofNullable(currency) : Optional.empty();
    }

    /** Why amounts cannot be told, known before or found while converting. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Whether amounts of a currency are left as they are at every boundary. */
    boolean keeps(Currency from) {
        return counts || currency == null || from.equals(currency);
    }

    /** The value of something in a currency that it {@link #keeps}. */
    long asIs(long micros) {
        return counts ? 0 : micros;
    }

    /** The value of something at the end of the day before a boundary: of a period's end, at its closing rate. */
    long value(long micros, Currency from, LocalDate boundary) {
        if (counts) {
            return 0;
        }
        if (micros == 0 || currency == null || from.equals(currency)) {
            return micros;
        }
        LocalDate day = fixed != null ? fixed : boundary.minusDays(1);
        Optional<Conversion> conversion = cache.computeIfAbsent(from, c -> new HashMap<>())
                .computeIfAbsent(day, d -> rates.conversion(from, currency, d));
        if (conversion.isEmpty()) {
            if (problem == null) {
                problem = new Problem(
                        ProblemKind.MISSING_RATE,
                        constant
                                ? "The policy has no constant rate for " + from
                                        + ". Maybe add one to FxMethod.constant."
                                : missing(from, currency, day));
            }
            return 0;
        }
        return conversion.get().apply(micros);
    }
}
