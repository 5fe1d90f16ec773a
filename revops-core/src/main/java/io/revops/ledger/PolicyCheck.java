package io.revops.ledger;

import java.util.List;

/** Which conventions do not go together. */
final class PolicyCheck {
    private PolicyCheck() {}

    /**
     * Refuses what cannot be meant.
     *
     * @param given what was set just now: a choice that is also the default says more when it is given
     */
    static void of(RevenuePolicy policy, List<PolicyOption> given) {
        Basis basis = policy.basis();
        SourceBasis source = policy.source();
        if (basis == Basis.NET) {
            refuse(
                    given.contains(SamePeriod.COUNT_BOTH),
                    SamePeriod.COUNT_BOTH,
                    basis,
                    "net movements do not show who came and left in between",
                    "set the basis EVENT with it");
            refuse(
                    policy.grouping().minutes() > 0,
                    policy.grouping(),
                    basis,
                    "net movements are grouped by their period already",
                    "set the basis EVENT with it, or Grouping.NONE");
        } else {
            refuse(
                    policy.monthValue() != MonthValue.CLOSE,
                    policy.monthValue(),
                    basis,
                    "events lead from one close to the next",
                    "set the basis NET with it, or MonthValue.CLOSE");
        }
        if (source == SourceBasis.INVOICE_LINE) {
            refuse(
                    policy.discount() == DiscountRule.FOREVER_ONLY || policy.discount() == DiscountRule.RECURRING_ONLY,
                    policy.discount(),
                    source,
                    "a bill does not say how long its discount lasts",
                    "ALL_ACTIVE or NONE");
            refuse(
                    policy.usage().rule() == Usage.Rule.COMMITTED
                            || policy.usage().rule() == Usage.Rule.TRAILING_AVG,
                    policy.usage(),
                    source,
                    "a bill says what was used and not what was committed or is usual",
                    "ACTUAL or EXCLUDE");
        } else {
            refuse(
                    policy.tax() == Tax.INCLUDE,
                    policy.tax(),
                    source,
                    "only a bill knows of tax",
                    "set the source INVOICE_LINE with it");
            refuse(
                    policy.proratedLines() != ProratedLines.USE,
                    policy.proratedLines(),
                    source,
                    "only a bill has lines",
                    "set the source INVOICE_LINE with it");
        }
    }

    private static void refuse(boolean impossible, PolicyOption one, PolicyOption other, String why, String maybe) {
        if (impossible) {
            throw new IllegalArgumentException("The options " + one.option() + " " + one.code() + " and "
                    + other.option() + " " + other.code() + " do not go together: " + why + ". Maybe " + maybe + ".");
        }
    }
}
