package io.revops.ledger;

import io.revops.book.Entry;
import io.revops.book.FactId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a state is what it is from an instant on: a clause, and what brought it about.
 *
 * @param clause the rule or plain fact that decided
 * @param fact the dated entry of the subscription; absent where a date follows from the subscription itself
 * @param other a fact besides the subscription that brought it about: an invoice, a payment
 */
public record Because(
        Clause clause, @Nullable Entry fact, @Nullable FactId other) {
    /** Brought about by an entry of the subscription, or by nothing but its own dates. */
    public Because(Clause clause, @Nullable Entry fact) {
        this(clause, fact, null);
    }

    /** The id of what brought it about, if there is one. */
    public Optional<String> factId() {
        return fact != null
                ? Optional.of(fact.id())
                : Optional.ofNullable(other).map(FactId::value);
    }

    /** The clause, with the id of what brought it about behind it. */
    @Override
    public String toString() {
        return clause.text() + factId().map(id -> " (" + id + ")").orElse("");
    }
}
