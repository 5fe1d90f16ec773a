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

/** By what churn is told apart: the reason that was given, or whether the customer wanted it. */
enum ChurnLabel {
    REASON,
    CAUSE;

    /** Where nothing was written. */
    static final String UNKNOWN = "unknown";

    private Optional<String> ofEnding(Ending ending) {
        return this == REASON ? ending.reason() : ending.cause().map(ChurnLabel::word);
    }

    private Optional<String> ofCancellation(Cancellation cancellation) {
        return this == REASON ? cancellation.reason() : cancellation.cause().map(ChurnLabel::word);
    }

    static String word(ChurnCause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    /** As the subscription's ending says, else the cancellation that was not taken back and ends it first. */
    String of(RevenueBook book, ItemId item, ZoneId zone) {
        Optional<Subscription> subscription = book.find(Subscription.class, item.subscription());
        List<Ending> endings =
                subscription.map(s -> Entries.current(s.endings())).orElse(List.of());
        Optional<String> written = endings.isEmpty() ? Optional.empty() : ofEnding(endings.get(endings.size() - 1));
        return written.or(() -> subscription.stream()
                        .flatMap(s -> Entries.current(s.cancellations()).stream())
                        .filter(c -> c.withdrawn().isEmpty())
                        .min(Comparator.comparing(c -> c.ends().instant(zone)))
                        .flatMap(this::ofCancellation))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(UNKNOWN);
    }
}
