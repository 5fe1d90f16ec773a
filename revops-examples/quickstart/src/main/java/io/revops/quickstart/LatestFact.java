package io.revops.quickstart;

import io.revops.book.Entry;
import io.revops.book.Fact;
import io.revops.book.Opportunity;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.time.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last day on which a book says that something was recorded or, where no recording is written, took effect. */
public final class LatestFact {
    private LatestFact() {}

    /** Empty where nothing is dated. */
    public static Optional<LocalDate> of(RevenueBook book) {
        return book.facts()
                .flatMap(LatestFact::moments)
                .max(Comparator.naturalOrder())
                .map(at -> at.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static Stream<Instant> moments(Fact fact) {
        List<? extends Entry> entries = List.of();
        if (fact instanceof Subscription subscription) {
            entries = Stream.of(
                            subscription.items().stream(),
                            subscription.spells().stream(),
                            subscription.cancellations().stream())
                    .flatMap(s -> s)
                    .toList();
        } else if (fact instanceof Opportunity deal) {
            entries = deal.changes();
        }
        Stream<Instant> dated = entries.stream().flatMap(e -> known(e.recorded(), Optional.of(e.effective())));
        return Stream.concat(dated, known(fact.recorded(), fact.effective()));
    }

    private static Stream<Instant> known(Optional<Instant> recorded, Optional<Moment> effective) {
        return recorded.or(() -> effective.map(m -> m.instant(ZoneOffset.UTC))).stream();
    }
}
