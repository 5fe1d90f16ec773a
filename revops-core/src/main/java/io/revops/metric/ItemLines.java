package io.revops.metric;

import io.revops.book.AccountId;
import io.revops.book.FactId;
import io.revops.book.ItemId;
import io.revops.book.Subscription;
import io.revops.ledger.Basis;
import io.revops.ledger.LedgerChange;
import io.revops.ledger.Merging;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.time.Cadence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every item of an account is worth at the two ends of a span: for metrics whose lines are finer than an account. The
 * values of the items add up to those of {@link AccountLines} exactly, since both are walked by the ledger; accounts that merged
 * by the end are one at both ends.
 */
public final class ItemLines {
    /**
     * One item at the two ends of a span, in micro-units per year of the valuation's currency; 0 where it only counts.
     *
     * @param active whether it is worth something at the close
     */
    public record Ends(ItemId item, long opening, long closing, boolean activeAtOpening, boolean active) {}

    private ItemLines() {}

    /** Tells of each account, in the order of ids, the items that are worth something at one of the ends, in the order of theirs. */
    public static void walk(RevenueView view, Valuation valuation, BiConsumer<AccountId, List<Ends>> sink) {
        Map<String, ItemId> items = new HashMap<>();
        List<Ends> ends = new ArrayList<>();
        int[] account = {-1};
        view.ledger()
                .walk(
                        List.of(view.span()),
                        Basis.NET,
                        Cadence.MONTH,
                        valuation,
                        (of, item, before) -> {
                            String key = key(item);
                            items.putIfAbsent(key, item);
                            return key;
                        },
                        Merging.FROM_THE_START,
                        row -> {
                            if (row.account() != account[0]) {
                                flush(view, account[0], ends, sink);
                                account[0] = row.account();
                            }
                            if (row.opening() != 0
                                    || row.closing() != 0
                                    || row.activeAtOpening()
                                    || row.activeAtClosing()) {
                                ends.add(new Ends(
                                        Objects.requireNonNull(items.get(row.segment())),
                                        row.opening(),
                                        row.closing(),
                                        row.activeAtOpening(),
                                        row.activeAtClosing()));
                            }
                        });
        flush(view, account[0], ends, sink);
    }

    private static void flush(RevenueView view, int account, List<Ends> ends, BiConsumer<AccountId, List<Ends>> sink) {
        if (account >= 0 && !ends.isEmpty()) {
            sink.accept(view.ledger().account(account), List.copyOf(ends));
        }
        ends.clear();
    }

    /** Ids that contain a slash may share a value, and are told apart by their parts. */
    private static String key(ItemId item) {
        return item.value() + '\n' + item.subscription().value() + '\n' + item.item();
    }

    /** Evidence without lines, if the view has no book to read what a ledger does not keep. */
    public static Optional<Evidence> noBook(RevenueView view) {
        return view.book().isEmpty()
                ? Optional.of(Evidence.undefined(
                        UndefinedCode.NO_BOOK,
                        "The view has a ledger and no facts, and this needs what the subscriptions say. Maybe make it with "
                                + "RevenueView.of(book, ...)."))
                : Optional.empty();
    }

    /** Evidence without lines, if amounts cannot be told in one currency. */
    public static Optional<Evidence> problem(Valuation valuation) {
        return valuation
                .problem()
                .map(p -> Evidence.undefined(UndefinedCode.valueOf(p.kind().name()), p.text()));
    }

    /** Begins lines of accounts or items, in the currency of a valuation, or counting. */
    public static Evidence.Builder begin(RevenueView view, Valuation valuation) {
        return valuation
                .currency()
                .map(Evidence::in)
                .orElseGet(Evidence::counting)
                .named(AccountLines.names(view))
                .changes(changes(view));
    }

    /** The segment of an item just before an instant, of its account where the dimension is one of accounts; null for a whole. */
    public static @Nullable String segment(
            Cut cut, RevenueView view, AccountId account, ItemId item, java.time.Instant before) {
        return cut.segment(view, cut.isWithinAccounts() ? item : account, before);
    }

    private static Function<FactId, List<LedgerChange>> changes(RevenueView view) {
        return id -> {
            if (id instanceof AccountId account) {
                return AccountLines.changes(view, account, Merging.FROM_THE_START);
            }
            if (id instanceof ItemId item) {
                return view.book().find(Subscription.class, item.subscription()).stream()
                        .flatMap(s ->
                                AccountLines.changes(view, view.book().canonical(s.account()), Merging.FROM_THE_START)
                                        .stream())
                        .filter(c -> c.item().equals(item))
                        .toList();
            }
            return List.of();
        };
    }
}
