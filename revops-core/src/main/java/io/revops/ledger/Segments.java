package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.ItemId;
import java.time.Instant;

/** Which segment an item of an account is in, as it was just before an instant. */
@FunctionalInterface
public interface Segments {
    /**
     * The segment of an item.
     *
     * @param before the instant just before which the segment is read
     * @return the segment, never null
     */
    String of(AccountId account, ItemId item, Instant before);
}
