package io.revops.ledger;

import io.revops.book.Entry;
import io.revops.time.Moment;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of subscription periods as what brought a state about.
 *
 * @param id names the row: {@code periods.csv:17}
 * @param effective the day on which the row begins, or after which it has ended
 */
record RowEntry(String id, Moment effective) implements Entry {
    @Override
    public Optional<Instant> recorded() {
        return Optional.empty();
    }
}
