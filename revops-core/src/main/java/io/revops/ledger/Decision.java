package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.time.Span;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Why a movement is of its kind and of no other, by the clause of the policy that decided. */
final class Decision {
    private static final int NAMED = 3;

    private final MrrLedger ledger;
    private final RevenuePolicy policy;

    Decision(MrrLedger ledger) {
        this.ledger = ledger;
        this.policy = ledger.policy();
    }

    String of(MovementKind kind, AccountId account, Span period) {
        return switch (kind) {
            case NEW -> fresh(account, period);
            case REACTIVATION ->
                "it became active again; " + Clause.REACTIVATED.text()
                        + (policy.reactivation().equals(Reactivation.ANY)
                                ? ", and any return counts"
                                : "; reactivation: " + policy.reactivation().says());
            case CHURN ->
                policy.freeAccount() == FreeAccount.CHURNED
                        ? "nothing of the " + unit() + " is worth anything any more; free is not active"
                        : "nothing of the " + unit() + " runs any more";
            case EXPANSION -> "it is active before and after, and worth more";
            case CONTRACTION -> "not churn: " + still(account, period.end(policy.zone())) + "; grain = " + unit();
            case FX -> Clause.CLOSING_RATE.text();
            case MERGE_IN -> Clause.MERGED_IN.text();
            case MERGE_OUT -> Clause.MERGED_AWAY.text();
            case SEGMENT_IN, SEGMENT_OUT -> "the " + unit() + " is active in another segment too";
        };
    }

    private String unit() {
        return policy.grain().name().toLowerCase(Locale.ROOT);
    }

    private String fresh(AccountId account, Span period) {
        boolean before = !policy.reactivation().equals(Reactivation.ANY)
                && ledger.changes(account, Span.of(java.time.LocalDate.EPOCH, period.from())).stream()
                        .anyMatch(c -> c.after().signum() > 0);
        return before
                ? "it became active again, and that is new; reactivation: "
                        + policy.reactivation().says()
                : "it became active and never paid before";
    }

    private String still(AccountId account, Instant close) {
        List<String> active = ledger.states(account, close).entrySet().stream()
                .filter(e -> e.getValue().signum() > 0)
                .map(e -> e.getKey().subscription().value())
                .distinct()
                .toList();
        if (active.size() == 1) {
            return "subscription " + active.get(0) + " is still active";
        }
        if (active.size() > 1) {
            String more = active.size() > NAMED ? " and " + (active.size() - NAMED) + " more" : "";
            return "subscriptions " + String.join(", ", active.subList(0, Math.min(NAMED, active.size()))) + more
                    + " are still active";
        }
        if (policy.pause() == Pause.ZERO_ACTIVE || policy.freeAccount() == FreeAccount.ACTIVE) {
            return "a subscription goes on at 0, which keeps the account active";
        }
        return "the account was still active after it";
    }
}
