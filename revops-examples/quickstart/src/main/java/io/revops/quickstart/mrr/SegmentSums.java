package io.revops.quickstart.mrr;

import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementRow;
import io.revops.ledger.MovementTable;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigInteger;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The movements of one segment, added up for each month; exact however large. */
final class SegmentSums {
    private static final List<MovementKind> KINDS = List.of(MovementKind.values());
    private static final int OPENING = KINDS.size();
    private static final int CLOSING = KINDS.size() + 1;

    private final List<Span> months;
    private final Sum[][] amounts;
    private final long[][] counts;
    private final long[] activeAtOpening;
    private final long[] active;

    SegmentSums(List<Span> months) {
        this.months = months;
        amounts = new Sum[months.size()][KINDS.size() + 2];
        counts = new long[months.size()][KINDS.size()];
        activeAtOpening = new long[months.size()];
        active = new long[months.size()];
    }

    void add(MovementRow row) {
        int month = row.period();
        add(month, OPENING, row.opening());
        add(month, CLOSING, row.closing());
        activeAtOpening[month] += row.unitsAtOpening();
        active[month] += row.unitsAtClosing();
        for (int at = 0; at < KINDS.size(); at++) {
            MovementKind kind = KINDS.get(at);
            if (row.count(kind) != 0) {
                add(month, at, row.amount(kind));
                counts[month][at] += row.count(kind);
            }
        }
    }

    private void add(int month, int what, long micros) {
        if (amounts[month][what] == null) {
            amounts[month][what] = new Sum();
        }
        amounts[month][what].add(micros);
    }

    MovementTable.Row row(int month, Currency currency) {
        Map<MovementKind, RunRate> moved = new EnumMap<>(MovementKind.class);
        Map<MovementKind, Long> howOften = new EnumMap<>(MovementKind.class);
        for (int at = 0; at < KINDS.size(); at++) {
            moved.put(KINDS.get(at), rate(month, at, currency));
            howOften.put(KINDS.get(at), counts[month][at]);
        }
        return new MovementTable.Row(
                months.get(month),
                rate(month, OPENING, currency),
                moved,
                howOften,
                rate(month, CLOSING, currency),
                activeAtOpening[month],
                active[month]);
    }

    private RunRate rate(int month, int what, Currency currency) {
        Sum sum = amounts[month][what];
        return sum == null ? RunRate.zero(currency) : RunRate.ofMicrosPerYear(sum.exact(), currency);
    }

    /** A sum that is a long as long as it fits. */
    private static final class Sum {
        private long low;
        private BigInteger high = BigInteger.ZERO;

        void add(long micros) {
            long next = low + micros;
            if (((low ^ next) & (micros ^ next)) < 0) {
                high = high.add(BigInteger.valueOf(low));
                next = micros;
            }
            low = next;
        }

        BigInteger exact() {
            return high.add(BigInteger.valueOf(low));
        }
    }
}
