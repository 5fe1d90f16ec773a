package io.revops.ledger;

import io.revops.book.ItemId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** A row of a ledger, taken out of its columns. */
record LedgerRow(Instant at, ItemId item, Currency currency, long micros, byte standing, List<Because> because) {
    LedgerRow of(ItemId other) {
        return new LedgerRow(at, other, currency, micros, standing, because);
    }

    /** The rows of an account in a block, in their order. */
    static List<LedgerRow> of(LedgerBlock.Pick pick) {
        LedgerBlock block = pick.block();
        return java.util.stream.IntStream.range(block.firstRow[pick.account()], block.firstRow[pick.account() + 1])
                .mapToObj(row -> new LedgerRow(
                        LedgerBlock.instant(block.at[row]),
                        block.item(block.item[row]),
                        block.currencies[block.item[row]],
                        block.micros[row],
                        block.standing(row),
                        block.because(row)))
                .toList();
    }
}
