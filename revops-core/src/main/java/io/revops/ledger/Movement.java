package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.util.List;
import java.util.Optional;

/**
 * One movement of one account in one period.
 *
 * @param account who moved
 * @param period in which month, or other period
 * @param kind how
 * @param amount by how much: new, expansion and reactivation above 0, contraction and churn below
 * @param decided the clause of the policy that decided the kind, in words
 * @param because the changes of the account's items in the period; empty for {@link MovementKind#FX}
 */
public record Movement(
        AccountId account, Span period, MovementKind kind, RunRate amount, String decided, List<LedgerChange> because) {
    public Movement {
        because = List.copyOf(because);
    }

    /** The ids of the entries, bills and payments that brought it about, each once, in the order in which they took effect. */
    public List<String> factIds() {
        return because.stream()
                .flatMap(change -> change.because().stream())
                .flatMap(b -> b.factId().stream())
                .distinct()
                .toList();
    }

    /** What of it took effect in a closed period and was recorded too late for it; empty if nothing was posted. */
    public List<LedgerChange> postedLate() {
        return because.stream()
                .filter(change -> change.because().stream().anyMatch(b -> b.clause() == Clause.POSTED_LATE))
                .toList();
    }

    /**
     * Of churn, whether the customer wanted it: not, if a bill was late or unpaid; else as its ending or cancellation says.
     * Absent where nobody wrote it down, and for every other kind.
     */
    public Optional<ChurnCause> churnCause() {
        return kind != MovementKind.CHURN
                ? Optional.empty()
                : because.stream()
                        .filter(change -> change.after().isZero())
                        .flatMap(change -> change.because().stream())
                        .flatMap(b -> cause(b).stream())
                        .reduce((first, last) -> last);
    }

    private static Optional<ChurnCause> cause(Because because) {
        return switch (because.clause()) {
            case UNPAID, PAST_DUE, PAST_DUE_TOO_LONG -> Optional.of(ChurnCause.INVOLUNTARY);
            case ENDED, CANCEL_REQUESTED, SERVICE_ENDED, NOT_RENEWED, POSTED_LATE ->
                because.fact() instanceof Cancellation cancellation
                        ? cancellation.cause()
                        : because.fact() instanceof Ending ending
                                ? ending.cause()
                                : because.fact() instanceof Spell late && lateOrUnpaid(late)
                                        ? Optional.of(ChurnCause.INVOLUNTARY)
                                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean lateOrUnpaid(Spell spell) {
        return spell.kind() == SpellKind.UNPAID || spell.kind() == SpellKind.PAST_DUE;
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
                .append(decided);
        because.forEach(change -> text.append("\n  ").append(change));
        return text.toString();
    }
}
