package io.revops.ledger;

import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The cells in which units are looked at: the months of periods, or the periods themselves if they are finer than months. */
final class Grid {
    private final Cadence cadence;
    private final ZoneId zone;
    private final MonthValue value;
    private final GridBounds calendar;
    private final long[] bounds;
    private final long[] cells;
    private final int[] firstCell;

    Grid(List<Span> periods, Cadence cadence, ZoneId zone, MonthValue value) {
        this.cadence = cadence;
        this.zone = zone;
        this.value = value;
        calendar = new GridBounds(cadence, zone, periods.get(0).from());
        bounds = new long[periods.size() + 1];
        firstCell = new int[periods.size() + 1];
        List<Long> starts = new ArrayList<>();
        for (int p = 0; p < periods.size(); p++) {
            bounds[p] = LedgerBlock.micros(periods.get(p).start(zone));
            firstCell[p] = starts.size();
            for (Span cell : cadence.cut(periods.get(p))) {
                starts.add(LedgerBlock.micros(cell.start(zone)));
            }
        }
        bounds[periods.size()] =
                LedgerBlock.micros(periods.get(periods.size() - 1).end(zone));
        firstCell[periods.size()] = starts.size();
        starts.add(bounds[periods.size()]);
        cells = starts.stream().mapToLong(Long::longValue).toArray();
    }

    /** Whether a cell's value is the one at its end. */
    boolean closes() {
        return value == MonthValue.CLOSE;
    }

    long start(int period) {
        return bounds[period];
    }

    long end(int period) {
        return bounds[period + 1];
    }

    int firstCell(int period) {
        return firstCell[period];
    }

    int endCell(int period) {
        return firstCell[period + 1];
    }

    long cellStart(int cell) {
        return cells[cell];
    }

    long cellEnd(int cell) {
        return cells[cell + 1];
    }

    /** The start of the cell of the calendar that an instant before all periods is in. */
    long floor(long at) {
        return micros(cadence.floor(day(at)));
    }

    /** The end of the cell of the calendar that an instant is in. */
    long next(long at) {
        return calendar.next(at);
    }

    /** The value that a period opens with: that of the cell before it. */
    void opening(int period, UnitHistory history, UnitHistory.Look into) {
        int cell = firstCell[period] - 1;
        long end = bounds[period];
        long start = cell >= 0 ? cells[cell] : floor(end - 1);
        look(start, end, history, into);
    }

    /** The value that a period closes with: that of its last cell. */
    void closing(int period, UnitHistory history, UnitHistory.Look into) {
        look(cells[firstCell[period + 1] - 1], bounds[period + 1], history, into);
    }

    private void look(long start, long end, UnitHistory history, UnitHistory.Look into) {
        switch (value) {
            case CLOSE -> history.look(history.before(end), into);
            case START -> history.look(history.before(start + 1), into);
            case AVERAGE -> history.mean(start, end, into);
        }
    }

    /** Just after which instant a period's opening value is read. */
    long openingRead(int period) {
        int cell = firstCell[period] - 1;
        if (value != MonthValue.START) {
            return bounds[period];
        }
        return (cell >= 0 ? cells[cell] : floor(bounds[period] - 1)) + 1;
    }

    /**
     * When a net unit has been seen to have paid: the end of the first cell whose value found it active; the greatest instant if
     * none did.
     */
    long paidFrom(UnitHistory history) {
        for (int k = 0; k < history.size(); k++) {
            if (!history.active(k) || history.active(k - 1)) {
                continue;
            }
            int last = k;
            while (last + 1 < history.size() && history.active(last + 1)) {
                last++;
            }
            long since = history.at(k);
            long until = last + 1 < history.size() ? history.at(last + 1) : Long.MAX_VALUE;
            long boundary = next(since);
            switch (value) {
                case CLOSE -> {
                    if (boundary <= until) {
                        return boundary;
                    }
                }
                case START -> {
                    long begins = floor(since) == since ? since : boundary;
                    if (begins < until) {
                        return next(begins);
                    }
                }
                case AVERAGE -> {
                    return boundary;
                }
            }
        }
        return Long.MAX_VALUE;
    }

    private LocalDate day(long at) {
        return LedgerBlock.instant(at).atZone(zone).toLocalDate();
    }

    private long micros(LocalDate day) {
        return LedgerBlock.micros(day.atStartOfDay(zone).toInstant());
    }
}
