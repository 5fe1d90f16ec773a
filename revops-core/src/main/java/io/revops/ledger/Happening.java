package io.revops.ledger;

import io.revops.book.Entry;
import io.revops.book.FactId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Something about a subscription that takes effect at an instant. */
record Happening(
        Instant at,
        Clause clause,
        @Nullable Entry fact,
        @Nullable FactId other) {
    /** By instant; at one instant the entry recorded last holds, then the greater id. */
    static final Comparator<Happening> IN_ORDER = Comparator.comparing(Happening::at)
            .thenComparing(
                    h -> h.fact() == null ? Instant.MIN : h.fact().recorded().orElse(Instant.MIN))
            .thenComparing(h -> h.fact() == null ? "" : h.fact().id());

    Happening(Instant at, Clause clause, @Nullable Entry fact) {
        this(at, clause, fact, null);
    }

    Because because() {
        return new Because(clause, fact, other);
    }
}
