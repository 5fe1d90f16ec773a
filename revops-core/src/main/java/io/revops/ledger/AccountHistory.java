package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the rows of one account: what it was worth, and what changed that. */
final class AccountHistory {
    private AccountHistory() {}

    /** Every change within a span, in the order in which they happened. */
    static List<LedgerChange> changes(LedgerBlock.Pick pick, AccountId account, Span span, ZoneId zone) {
        long from = LedgerBlock.micros(span.start(zone));
        long to = LedgerBlock.micros(span.end(zone));
        List<LedgerChange> found = new ArrayList<>();
        LedgerBlock block = pick.block();
        int a = pick.account();
        long[] now = new long[block.firstItem[a + 1] - block.firstItem[a]];
        for (int row = block.firstRow[a]; row < block.firstRow[a + 1]; row++) {
            int item = block.item[row];
            long before = now[item - block.firstItem[a]];
            now[item - block.firstItem[a]] = block.micros[row];
            if (block.at[row] >= from && block.at[row] < to) {
                Currency currency = block.currencies[item];
                found.add(new LedgerChange(
                        account,
                        block.item(item),
                        LedgerBlock.instant(block.at[row]),
                        RunRate.ofMicrosPerYear(before, currency),
                        RunRate.ofMicrosPerYear(block.micros[row], currency),
                        block.because(row)));
            }
        }
        return found;
    }

    /** What each item is worth just before an instant, without what is worth nothing. */
    static Map<ItemId, RunRate> states(LedgerBlock.Pick pick, Instant before) {
        Map<ItemId, RunRate> worth = new TreeMap<>(LedgerBlock.BY_ID);
        long limit = LedgerBlock.micros(before);
        LedgerBlock block = pick.block();
        for (int row = block.firstRow[pick.account()]; row < block.firstRow[pick.account() + 1]; row++) {
            if (block.at[row] < limit) {
                int item = block.item[row];
                worth.put(block.item(item), RunRate.ofMicrosPerYear(block.micros[row], block.currencies[item]));
            }
        }
        worth.values().removeIf(RunRate::isZero);
        return worth;
    }
}
