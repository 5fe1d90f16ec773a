package io.revops.metric.recurring;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.Part;
import io.revops.money.RunRate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What items are worth at the close of a span under two policies that differ by one convention: a line for each that is worth something. */
final class TwoPolicies {
    private record Place(AccountId account, ItemId item) {}

    private TwoPolicies() {}

    /**
     * @param more the policy that counts more
     * @param less the one that counts less
     * @param whole the part for what counts under the first; null: none, and only items that differ have a line
     * @param gap the part for what counts under the first alone
     */
    static Evidence gather(
            RevenueView view,
            Cut cut,
            RevenuePolicy more,
            RevenuePolicy less,
            @Nullable Part<RunRate> whole,
            Part<RunRate> gap) {
        return ItemLines.noBook(view).orElseGet(() -> lines(view, cut, more, less, whole, gap));
    }

    private static Evidence lines(
            RevenueView view,
            Cut cut,
            RevenuePolicy more,
            RevenuePolicy less,
            @Nullable Part<RunRate> whole,
            Part<RunRate> gap) {
        RevenueView with = under(view, more);
        RevenueView without = under(view, less);
        Valuation valuation = Valuation.atClosing(with.ledger(), view.span());
        Optional<Evidence> problem = ItemLines.problem(valuation);
        if (problem.isPresent()) {
            return problem.get();
        }
        Map<Place, Long> greater = closing(with, valuation);
        Map<Place, Long> smaller = without.ledger().accounts() == 0
                ? Map.of()
                : closing(without, Valuation.atClosing(without.ledger(), view.span()));
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines = ItemLines.begin(with, valuation);
        if (whole != null) {
            lines.parts(whole);
        }
        lines.parts(gap);
        Map<Place, Long> all = new LinkedHashMap<>(greater);
        smaller.forEach(all::putIfAbsent);
        all.keySet().forEach(place -> {
            long worth = greater.getOrDefault(place, 0L);
            long difference = Math.subtractExact(worth, smaller.getOrDefault(place, 0L));
            if (difference != 0 || (whole != null && worth != 0)) {
                lines.line(place.item(), ItemLines.segment(cut, view, place.account(), place.item(), end));
                if (whole != null) {
                    lines.units(whole, worth);
                }
                lines.units(gap, difference);
            }
        });
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    private static RevenueView under(RevenueView view, RevenuePolicy policy) {
        return policy.equals(view.policy()) ? view : RevenueView.of(view.book(), policy, view.span());
    }

    private static Map<Place, Long> closing(RevenueView view, Valuation valuation) {
        Map<Place, Long> worth = new LinkedHashMap<>();
        ItemLines.walk(
                view,
                valuation,
                (account, ends) -> ends.forEach(item -> worth.put(new Place(account, item.item()), item.closing())));
        return worth;
    }
}
