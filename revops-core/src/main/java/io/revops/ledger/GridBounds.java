package io.revops.ledger;

import io.revops.time.Cadence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/** Where the periods of a cadence begin, as instants of a zone: looked up in a table near a day, and computed far from it. */
final class GridBounds {
    private static final int BEFORE = 1200;
    private static final int AFTER = 600;

    private final Cadence cadence;
    private final ZoneId zone;
    private final long[] bounds;

    /**
     * @param near a day, by the first of which most of what is asked for lies
     */
    GridBounds(Cadence cadence, ZoneId zone, LocalDate near) {
        this.cadence = cadence;
        this.zone = zone;
        long[] table = new long[BEFORE + AFTER];
        int used = 0;
        LocalDate far = LocalDate.of(9999, 1, 1);
        LocalDate day = switch (cadence) {
            case DAY -> near.minusDays(BEFORE);
            case WEEK -> near.minusWeeks(BEFORE);
            default -> near.minusMonths(BEFORE);
        };
        for (; used < table.length && day.isBefore(far); used++) {
            table[used] = start(day);
            day = cadence.next(day);
        }
        bounds = Arrays.copyOf(table, used);
    }

    /** The first boundary after an instant, both in microseconds since the epoch. */
    long next(long at) {
        if (bounds.length > 0 && at >= bounds[0] && at < bounds[bounds.length - 1]) {
            int found = Arrays.binarySearch(bounds, at);
            return bounds[found >= 0 ? found + 1 : -found - 1];
        }
        LocalDate day = LedgerBlock.instant(at).atZone(zone).toLocalDate();
        return start(cadence.next(day));
    }

    private long start(LocalDate day) {
        return LedgerBlock.micros(day.atStartOfDay(zone).toInstant());
    }
}
