package io.revops.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which conventions do not go together. */
final class PolicyCheck {
    private @Nullable PolicyConflict found;

    private PolicyCheck() {}

    /**
     * The first choice that cannot be meant.
     *
     * @param given what was set just now: a choice that is also the default says more when it is given
     */
    static Optional<PolicyConflict> of(RevenuePolicy policy, List<PolicyOption> given) {
        PolicyCheck check = new PolicyCheck();
        check.basis(policy, given);
        check.source(policy);
        return Optional.ofNullable(check.found);
    }

    private void basis(RevenuePolicy policy, List<PolicyOption> given) {
        Basis basis = policy.basis();
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
    }

    private void source(RevenuePolicy policy) {
        SourceBasis source = policy.source();
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

    private void refuse(boolean impossible, PolicyOption one, PolicyOption other, String why, String maybe) {
        if (impossible && found == null) {
            found = new PolicyConflict(one, other, why, maybe);
        }
    }
}
