package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.money.RunRate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One item of an account took another value: what a movement was made of, down to the entries and clauses that decided.
 *
 * @param account whose item
 * @param item which item, in its own currency
 * @param at from when it is worth {@code after}
 * @param before what it was worth until then
 * @param after what it is worth from then on
 * @param because what brought it about
 */
public record LedgerChange(
        AccountId account, ItemId item, Instant at, RunRate before, RunRate after, List<Because> because) {
    public LedgerChange {
        because = List.copyOf(because);
    }

    /** {@code 2025-03-01T00:00:00Z sub_1/si_1: USD 100.00/month -> USD 80.00/month, a discount began (di_1)}. */
    @Override
    public String toString() {
        return at + " " + item + ": " + before + " -> " + after + ", "
                + because.stream().map(Because::toString).collect(Collectors.joining("; "));
    }
}
