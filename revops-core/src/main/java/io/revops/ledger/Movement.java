package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.util.List;

/**
 * One movement of one account in one period.
 *
 * @param account who moved
 * @param period in which month, or other period
 * @param kind how
 * @param amount by how much: new, expansion and reactivation above 0, contraction and churn below
 * @param because the changes of the account's items in the period; empty for {@link MovementKind#FX}
 */
public record Movement(AccountId account, Span period, MovementKind kind, RunRate amount, List<LedgerChange> because) {
    public Movement {
        because = List.copyOf(because);
    }

    /** The clause that decided the kind, in words. */
    public String decided() {
        return switch (kind) {
            case NEW -> "it became active and never paid before";
            case REACTIVATION -> "it became active again; " + Clause.REACTIVATED.text() + ", and any return counts";
            case CHURN -> "nothing of the account is worth anything any more; free is not active";
            case EXPANSION -> "it is active before and after, and worth more";
            case CONTRACTION -> "not churn: the account is still active; grain = account";
            case FX -> Clause.CLOSING_RATE.text();
            case SEGMENT_IN, SEGMENT_OUT -> "the account is active in another segment too";
        };
    }

    /** Period, account, kind and amount; then what brought it about. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(period)
                .append(' ')
                .append(account)
                .append(' ')
                .append(kind)
                .append(' ')
                .append(amount)
                .append(", ")
                .append(decided());
        because.forEach(change -> text.append("\n  ").append(change));
        return text.toString();
    }
}
