package io.revops.ledger;

import io.revops.book.BillingInterval;
import io.revops.book.PeriodRows;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/** What of a policy decides on states, read once for a whole ledger. */
final class StateRules {
    final RevenuePolicy policy;
    final ZoneId zone;
    final SourceBasis source;
    final ProratedLines prorated;
    final DiscountRule discount;
    final Trial trial;
    final PastDue pastDue;
    final Pause pause;
    final ChurnTiming timing;
    final Refund refund;
    final Usage usage;
    final Tax tax;
    final StateRounding rounding;
    /** Whether a state at 0 has to say how its item stands. */
    final boolean standing;

    private final Fraction days;
    private final Fraction weeks;

    private StateRules(RevenuePolicy policy, SourceBasis source) {
        this.policy = policy;
        this.source = source;
        zone = policy.zone();
        prorated = policy.proratedLines();
        discount = policy.discount();
        trial = policy.trial();
        pastDue = policy.pastDue();
        pause = policy.pause();
        timing = policy.churnTiming();
        refund = policy.refund();
        usage = policy.usage();
        tax = policy.tax();
        rounding = policy.rounding();
        standing = policy.standsAtZero() || policy.gapTolerance().days() > 0;
        days = Fraction.of(policy.dayFactor().perYear());
        weeks = Fraction.of(policy.weekFactor().perYear());
    }

    static StateRules of(RevenuePolicy policy) {
        return new StateRules(policy, policy.source());
    }

    /** The same for what is not billed: rows of periods, and subscriptions that no bill names. */
    static StateRules unbilled(RevenuePolicy policy) {
        return new StateRules(
                policy, policy.source() == SourceBasis.INVOICE_LINE ? SourceBasis.SUBSCRIPTION_STATE : policy.source());
    }

    /** Whether rows of periods at a monthly price are plain steps from one price to the next, whatever else is chosen. */
    boolean stepsOnly(PeriodRows rows) {
        return policy.gapTolerance().days() == 0
                && (policy.currency().isEmpty()
                        || !policy.exchangeRates().convertsStates()
                        || isIn(policy.currency().get(), rows));
    }

    private static boolean isIn(Currency reporting, PeriodRows rows) {
        for (int kind = 0; kind < rows.kinds(); kind++) {
            if (!rows.currency(kind).equals(reporting)) {
                return false;
            }
        }
        return true;
    }

    /** Whether states depend on more of a book than the subscriptions of each account. */
    boolean readsBook() {
        return readsOtherFacts() || policy.source() == SourceBasis.INVOICE_LINE || policy.grain() == Grain.PARENT;
    }

    /** What is paid per interval, per year. */
    Fraction perYear(Fraction amount, BillingInterval interval) {
        BigInteger every = BigInteger.valueOf(interval.count());
        return switch (interval.unit()) {
            case DAY -> amount.times(days).times(BigInteger.ONE, every);
            case WEEK -> amount.times(weeks).times(BigInteger.ONE, every);
            case MONTH -> amount.times(BigInteger.valueOf(12), every);
            case YEAR -> amount.times(BigInteger.ONE, every);
        };
    }

    /** What is paid for a number of days, per year. */
    Fraction perYearOfDays(Fraction amount, long length) {
        return length % 7 == 0
                ? amount.times(weeks).times(BigInteger.ONE, BigInteger.valueOf(length / 7))
                : amount.times(days).times(BigInteger.ONE, BigInteger.valueOf(length));
    }

    /** So many calendar days later in the reporting zone. */
    Instant daysLater(Instant at, int count) {
        return at.atZone(zone).plusDays(count).toInstant();
    }

    /** Whether something besides the subscription itself is read. */
    boolean readsOtherFacts() {
        return source != SourceBasis.SUBSCRIPTION_STATE || refund != Refund.IGNORE || metersUsage();
    }

    boolean metersUsage() {
        return usage.rule() == Usage.Rule.ACTUAL || usage.rule() == Usage.Rule.TRAILING_AVG;
    }
}
