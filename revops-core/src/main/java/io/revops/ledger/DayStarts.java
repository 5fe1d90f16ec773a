package io.revops.ledger;

import java.time.LocalDate;
import java.time.ZoneId;

/** When days begin in a zone, in microseconds since the epoch: looked up for a few centuries, computed beyond them. */
final class DayStarts {
    private static final int MOST = 1 << 17;

    private final ZoneId zone;
    private final int first;
    private final long[] starts;
    private final boolean twins;

    /** Of the days between two, both included. */
    DayStarts(ZoneId zone, int first, int last) {
        this.zone = zone;
        this.first = first;
        starts = new long[(int) Math.max(0, Math.min(MOST, (long) last - first + 1))];
        boolean same = false;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = compute(first + i);
            same |= i > 0 && starts[i] == starts[i - 1];
        }
        twins = same || (long) last - first >= MOST;
    }

    long of(int day) {
        int at = day - first;
        return at >= 0 && at < starts.length ? starts[at] : compute(day);
    }

    /** Whether two of the days may begin at one instant, as where a country crosses the date line and skips a day. */
    boolean mayCoincide() {
        return twins;
    }

    private long compute(int day) {
        return LedgerBlock.micros(LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant());
    }
}
