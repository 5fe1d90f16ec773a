package io.revops.forecast.pipeline;

import io.revops.book.Outcome;
import io.revops.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A deal as it stood at the end of a day.
 *
 * @param deal its id
 * @param outcome how it stood
 * @param amount what it would bring, or brought; zero if nobody said
 * @param closeDate the day on which it is expected to close, or did; empty if nobody said, and then it is in no window
 */
public record SnapshotDeal(String deal, Outcome outcome, Money amount, Optional<LocalDate> closeDate) {
    public SnapshotDeal {
        Objects.requireNonNull(deal, "deal");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(closeDate, "closeDate");
    }

    /** A deal with a close date. */
    public static SnapshotDeal of(String deal, Outcome outcome, Money amount, LocalDate closeDate) {
        return new SnapshotDeal(deal, outcome, amount, Optional.of(closeDate));
    }

    /** Every deal of a pipeline at the end of its day; the close date of a closed one is the day on which it closed. */
    public static List<SnapshotDeal> of(Pipeline pipeline) {
        return pipeline.deals().stream()
                .map(d -> new SnapshotDeal(
                        d.id(),
                        d.last().outcome(),
                        OneCurrency.money(d.last().amountOrZero(), pipeline.currency()),
                        d.isOpen() ? d.last().closeDate() : d.closed()))
                .toList();
    }
}
