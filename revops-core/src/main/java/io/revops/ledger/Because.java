package io.revops.ledger;

import io.revops.book.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a state is what it is from an instant on: a clause, and the entry of the subscription that brought it about.
 *
 * @param clause the rule or plain fact that decided
 * @param fact the dated entry; absent where a date follows from the subscription itself
 */
public record Because(Clause clause, @Nullable Entry fact) {
    /** The entry's id, if there is one. */
    public Optional<String> factId() {
        return Optional.ofNullable(fact).map(Entry::id);
    }

    /** The clause, with the entry's id behind it. */
    @Override
    public String toString() {
        return clause.text() + factId().map(id -> " (" + id + ")").orElse("");
    }
}
