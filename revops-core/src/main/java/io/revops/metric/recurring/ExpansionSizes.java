package io.revops.metric.recurring;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.ledger.Grain;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementRow;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Segments;
import io.revops.ledger.Valuation;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.ItemTerms;
import io.revops.metric.Part;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers a line for each account (and segment) that expanded: how much of it was minor, and how much major. */
final class ExpansionSizes {
    private static final char BETWEEN = '\n';

    private final RevenueView view;
    private final MinorUpTo limit;
    private final Evidence.Builder lines;
    private final TreeMap<String, long[]> account = new TreeMap<>();
    private final boolean cut;
    private int index = -1;

    private ExpansionSizes(RevenueView view, MinorUpTo limit, Evidence.Builder lines, boolean cut) {
        this.view = view;
        this.limit = limit;
        this.lines = lines;
        this.cut = cut;
    }

    static Evidence gather(RevenueView view, Cut cut, Cadence cadence, MinorUpTo limit) {
        Valuation valuation = Valuation.closing(view.ledger());
        return ItemLines.problem(valuation).orElseGet(() -> {
            Evidence.Builder lines = ItemLines.begin(view, valuation).parts(Part.MINOR_EXPANSION, Part.MAJOR_EXPANSION);
            Segments segments = cut.isWithinAccounts()
                    ? cut.dated(view)
                    : cut.fixed(view, view.span().end(view.policy().zone()));
            List<Span> periods = view.span().isEmpty() ? List.of(view.span()) : cadence.cut(view.span());
            ExpansionSizes sizes = new ExpansionSizes(view, limit, lines, segments != null);
            view.ledger()
                    .walk(
                            periods,
                            view.policy().basis(),
                            cadence,
                            valuation,
                            units(view.policy().grain(), segments),
                            sizes::row);
            sizes.flush();
            return ItemLines.problem(valuation).orElseGet(lines::build);
        });
    }

    /** Each unit by itself, in its segment; null if accounts are the units, and nothing is cut. */
    private static @Nullable Segments units(Grain grain, @Nullable Segments segments) {
        if (grain == Grain.ACCOUNT || grain == Grain.PARENT) {
            return segments;
        }
        return (account, item, before) ->
                (segments == null ? "" : segments.of(account, item, before)) + BETWEEN + unit(grain, item);
    }

    private static String unit(Grain grain, ItemId item) {
        String subscription = item.subscription().value();
        return grain == Grain.ITEM ? subscription + BETWEEN + ItemTerms.name(item) : subscription;
    }

    private void row(MovementRow row) {
        if (row.account() != index) {
            flush();
            index = row.account();
        }
        long expansion = row.amount(MovementKind.EXPANSION);
        if (row.count(MovementKind.EXPANSION) > 0) {
            long[] sums = account.computeIfAbsent(segment(row), s -> new long[2]);
            int size = limit.isMinor(expansion, before(row)) ? 0 : 1;
            sums[size] = Math.addExact(sums[size], expansion);
        }
    }

    /** What was there when it expanded: the opening at the rates of the close, and all that came in beside the expansion. */
    private static long before(MovementRow row) {
        long before = row.opening();
        for (MovementKind kind : List.of(
                MovementKind.FX,
                MovementKind.NEW,
                MovementKind.REACTIVATION,
                MovementKind.SEGMENT_IN,
                MovementKind.MERGE_IN)) {
            before = Math.addExact(before, row.amount(kind));
        }
        return before;
    }

    private static String segment(MovementRow row) {
        String both = row.segment();
        int end = both == null ? -1 : both.indexOf(BETWEEN);
        return both == null ? "" : end < 0 ? both : both.substring(0, end);
    }

    private void flush() {
        if (index >= 0 && !account.isEmpty()) {
            AccountId id = view.ledger().account(index);
            account.forEach((segment, sums) -> lines.line(id, cut ? segment : null)
                    .units(Part.MINOR_EXPANSION, sums[0])
                    .units(Part.MAJOR_EXPANSION, sums[1]));
        }
        account.clear();
    }
}
