package io.revops.metric.retention;

import io.revops.book.Cancellation;
import io.revops.book.ChurnCause;
import io.revops.book.Ending;
import io.revops.book.Entries;
import io.revops.book.ItemId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** By what churn is told apart: the reason that was given, or whether the customer wanted it. */
enum ChurnLabel {
    REASON(e -> e.reason(), c -> c.reason()),
    CAUSE(e -> e.cause().map(ChurnLabel::word), c -> c.cause().map(ChurnLabel::word));

    /** Where nothing was written. */
    static final String UNKNOWN = "unknown";

    private final Function<Ending, Optional<String>> ofEnding;
    private final Function<Cancellation, Optional<String>> ofCancellation;

    ChurnLabel(Function<Ending, Optional<String>> ofEnding, Function<Cancellation, Optional<String>> ofCancellation) {
        this.ofEnding = ofEnding;
        this.ofCancellation = ofCancellation;
    }

    static String word(ChurnCause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    /** As the subscription's ending says, else the cancellation that was not taken back and ends it first. */
    String of(RevenueBook book, ItemId item, ZoneId zone) {
        Optional<Subscription> subscription = book.find(Subscription.class, item.subscription());
        List<Ending> endings =
                subscription.map(s -> Entries.current(s.endings())).orElse(List.of());
        Optional<String> written =
                endings.isEmpty() ? Optional.empty() : ofEnding.apply(endings.get(endings.size() - 1));
        return written.or(() -> subscription.stream()
                        .flatMap(s -> Entries.current(s.cancellations()).stream())
                        .filter(c -> c.withdrawn().isEmpty())
                        .min(Comparator.comparing(c -> c.ends().instant(zone)))
                        .flatMap(ofCancellation))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(UNKNOWN);
    }
}
