package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that was written down, with its id, when it took effect, when it was recorded and where it was read. */
public interface Fact {
    FactId id();

    /** When it took effect; absent: it was always so. */
    Optional<Moment> effective();

    /** When it became known; absent: when it took effect. */
    Optional<Instant> recorded();

    /** Where it was read. */
    Source source();

    /** The account it is about, if it is about one. */
    default Optional<AccountId> accountId() {
        return Optional.empty();
    }

    /** Every other fact that it names. */
    default List<FactId> references() {
        return List.of();
    }
}
