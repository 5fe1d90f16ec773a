package io.revops.metric.recurring;

import io.revops.metric.Evidence;
import io.revops.metric.Part;
import io.revops.money.RunRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * From what recurred at an opening to what recurred at a close: opening + every movement = closing, exactly, and again as
 * printed.
 *
 * @param opening what recurred at the opening, at its own exchange rate
 * @param newAccounts from accounts that never paid before
 * @param expansion from accounts that pay more
 * @param contraction from accounts that pay less, 0 or below
 * @param churn from accounts that pay no more, 0 or below
 * @param reactivation from accounts that pay again
 * @param fx from exchange rates
 * @param segmentIn from other segments, where this is one
 * @param segmentOut to other segments, 0 or below
 * @param mergeIn what accounts had that were merged into others; of all accounts, as much as went out
 * @param mergeOut the same as what went from them, 0 or below
 * @param activeAtOpening how many accounts were active at the opening; those that merged in the span are one
 * @param news how many became active and never were before
 * @param reactivated how many became active again
 * @param churned how many ceased to be active
 * @param active how many are active at the close
 */
public record Bridge(
        RunRate opening,
        RunRate newAccounts,
        RunRate expansion,
        RunRate contraction,
        RunRate churn,
        RunRate reactivation,
        RunRate fx,
        RunRate segmentIn,
        RunRate segmentOut,
        RunRate mergeIn,
        RunRate mergeOut,
        long activeAtOpening,
        long news,
        long reactivated,
        long churned,
        long active) {

    static Bridge of(Evidence evidence) {
        return new Bridge(
                evidence.total(Part.OPENING),
                evidence.total(Part.NEW),
                evidence.total(Part.EXPANSION),
                evidence.total(Part.CONTRACTION),
                evidence.total(Part.CHURN),
                evidence.total(Part.REACTIVATION),
                evidence.total(Part.FX),
                evidence.total(Part.SEGMENT_IN),
                evidence.total(Part.SEGMENT_OUT),
                evidence.total(Part.MERGE_IN),
                evidence.total(Part.MERGE_OUT),
                evidence.total(Part.ACTIVE_AT_OPENING),
                evidence.total(Part.NEW_ACCOUNTS),
                evidence.total(Part.REACTIVATED_ACCOUNTS),
                evidence.total(Part.CHURNED_ACCOUNTS),
                evidence.total(Part.ACTIVE));
    }

    /** What recurs at the close. */
    public RunRate closing() {
        return opening.plus(net());
    }

    /** All movements together. */
    public RunRate net() {
        RunRate net = RunRate.zero(opening.currency());
        for (RunRate movement : movements()) {
            net = net.plus(movement);
        }
        return net;
    }

    /** The movements in the order of the components. */
    public List<RunRate> movements() {
        return List.of(
                newAccounts, expansion, contraction, churn, reactivation, fx, segmentIn, segmentOut, mergeIn, mergeOut);
    }

    /**
     * The movements per month as they are printed, in so many digits, so that the rounded opening and they add up to the
     * rounded closing. Each is rounded down, and what is missing goes, a unit each, to those with the largest remainders, of
     * equal ones to the first; what is 0 stays 0.
     */
    public List<BigDecimal> printedMovements(int digits) {
        BigDecimal target = monthly(closing(), digits).subtract(monthly(opening, digits));
        return PrintedShares.of(movements(), target, digits);
    }

    /** A balance per month as it is printed, rounded half-up to so many digits. */
    public static BigDecimal monthly(RunRate balance, int digits) {
        return balance.perYear().amount().divide(BigDecimal.valueOf(12), digits, RoundingMode.HALF_UP);
    }

    /** Opening, what is not zero, and closing, per month. */
    @Override
    public String toString() {
        List<String> names = List.of(
                "new",
                "expansion",
                "contraction",
                "churn",
                "reactivation",
                "fx",
                "segment in",
                "segment out",
                "merge in",
                "merge out");
        int digits = Math.max(0, opening.currency().getDefaultFractionDigits());
        List<BigDecimal> printed = printedMovements(digits);
        StringBuilder text = new StringBuilder(opening.currency().getCurrencyCode())
                .append(' ')
                .append(io.revops.metric.Unit.grouped(monthly(opening, digits)));
        for (int i = 0; i < printed.size(); i++) {
            if (!movements().get(i).isZero()) {
                text.append(printed.get(i).signum() < 0 ? " - " : " + ")
                        .append(io.revops.metric.Unit.grouped(printed.get(i).abs()))
                        .append(' ')
                        .append(names.get(i));
            }
        }
        return text.append(" = ")
                .append(io.revops.metric.Unit.grouped(monthly(closing(), digits)))
                .toString();
    }
}
