package io.revops.metric.recurring;

import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.ItemLines;
import io.revops.metric.ItemLines.Ends;
import io.revops.metric.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gathers a line for each item of the accounts that are active at both ends of a span: why it is worth more or less. */
final class ItemCauses {
    private ItemCauses() {}

    /** At the rates of the close, as the movements of a span; a segment holds what is in it at the close. */
    static Evidence gather(RevenueView view, Cut cut) {
        Valuation valuation = Valuation.atClosing(view.ledger(), view.span());
        Optional<Evidence> none = ItemLines.noBook(view).or(() -> ItemLines.problem(valuation));
        if (none.isPresent()) {
            return none.get();
        }
        Instant end = view.span().end(view.policy().zone());
        Evidence.Builder lines =
                ItemLines.begin(view, valuation).parts(ItemPair.parts().toArray(new Part<?>[0]));
        ItemLines.walk(view, valuation, (account, ends) -> {
            if (isActive(ends)) {
                for (ItemPair pair : ItemPair.of(view, ends)) {
                    lines.line(pair.item(), ItemLines.segment(cut, view, account, pair.item(), end));
                    pair.write(lines);
                }
            }
        });
        return ItemLines.problem(valuation).orElseGet(lines::build);
    }

    /** Whether an account is active at both ends: what came and what left is no expansion, nor contraction. */
    static boolean isActive(List<Ends> ends) {
        return ends.stream().anyMatch(Ends::activeAtOpening) && ends.stream().anyMatch(Ends::active);
    }
}
