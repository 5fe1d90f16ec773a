package io.revops.book;

import io.revops.time.Moment;
import java.time.Instant;
import java.util.Optional;

/** One dated part of a fact that changes over time. */
public interface Entry {
    /** Names the entry within its fact; a later recording of the same id replaces it. */
    String id();

    /** When it took effect. */
    Moment effective();

    /** When it became known; absent: when it took effect. */
    Optional<Instant> recorded();
}
