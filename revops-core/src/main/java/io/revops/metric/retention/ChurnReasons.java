package io.revops.metric.retention;

import io.revops.metric.Ratio;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import java.util.List;
import java.util.Optional;

/**
 * Why accounts left: one entry for each reason that was written, and {@code unknown} for what nobody wrote. Together exactly
 * the churned MRR, and the churned accounts.
 *
 * @param reasons by name, unknown at the end
 */
public record ChurnReasons(List<Reason> reasons) {
    /**
     * One reason.
     *
     * @param name as written
     * @param churn what was lost, 0 or below
     * @param accounts how many accounts left mainly for it
     * @param share of what was lost for any reason
     */
    public record Reason(String name, RunRate churn, long accounts, Ratio share) {
        /** {@code too expensive 45.5 % (USD -100.00 a month, 2 accounts)}. */
        @Override
        public String toString() {
            return name + " " + Unit.PERCENT.print(share) + " (" + Unit.MONEY_PER_MONTH.print(churn) + " a month, "
                    + accounts + (accounts == 1 ? " account)" : " accounts)");
        }
    }

    public ChurnReasons {
        reasons = List.copyOf(reasons);
    }

    /** One reason by its name. */
    public Optional<Reason> of(String name) {
        return reasons.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** Every reason. */
    @Override
    public String toString() {
        return String.join(", ", reasons.stream().map(Reason::toString).toList());
    }
}
