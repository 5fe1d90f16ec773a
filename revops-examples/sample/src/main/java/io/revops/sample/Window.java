package io.revops.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The months that the company is told for, and the older time its first accounts come from. */
record Window(LocalDate start, int months) {
    static final int MONTHS_BEFORE = 24;

    LocalDate end() {
        return start.plusMonths(months);
    }

    /** The first instant that is no longer known to the exports. */
    Instant endInstant() {
        return end().atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    LocalDate earliest() {
        return start.minusMonths(MONTHS_BEFORE);
    }

    boolean knows(Instant instant) {
        return instant.isBefore(endInstant());
    }
}
