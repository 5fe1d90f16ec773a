package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a walk that may be kept and compared; kinds that did not happen are not in its maps. */
record Row(
        AccountId account,
        Span period,
        Optional<String> segment,
        long opening,
        long closing,
        Map<MovementKind, Long> amounts,
        Map<MovementKind, Integer> counts,
        boolean activeAtOpening,
        boolean activeAtClosing,
        int unitsAtOpening,
        int unitsAtClosing) {

    /** What a walk over the periods of a span tells, at closing rates. */
    static List<Row> of(MrrLedger ledger, Span span, Basis basis, Cadence cadence) {
        return of(ledger, span, basis, cadence, null);
    }

    static List<Row> of(MrrLedger ledger, Span span, Basis basis, Cadence cadence, @Nullable Segments segments) {
        return of(ledger, span, basis, cadence, Valuation.closing(ledger), segments);
    }

    static List<Row> of(
            MrrLedger ledger,
            Span span,
            Basis basis,
            Cadence cadence,
            Valuation valuation,
            @Nullable Segments segments) {
        List<Row> rows = new ArrayList<>();
        List<Span> periods = cadence.cut(span);
        ledger.walk(periods, basis, cadence, valuation, segments, row -> rows.add(of(ledger, periods, row)));
        return rows;
    }

    /** The same from the walk for any policy. */
    static List<Row> generally(MrrLedger ledger, Span span, Basis basis, Cadence cadence, @Nullable Segments segments) {
        List<Row> rows = new ArrayList<>();
        List<Span> periods = cadence.cut(span);
        Cadence grid = cadence.compareTo(Cadence.MONTH) < 0 ? cadence : Cadence.MONTH;
        ledger.walkGenerally(
                periods, basis, grid, Valuation.closing(ledger), segments, row -> rows.add(of(ledger, periods, row)));
        return rows;
    }

    /** A row that may be kept, of one that is reused. */
    static Row of(MrrLedger ledger, List<Span> periods, MovementRow row) {
        Map<MovementKind, Long> amounts = new EnumMap<>(MovementKind.class);
        Map<MovementKind, Integer> counts = new EnumMap<>(MovementKind.class);
        for (MovementKind kind : MovementKind.values()) {
            if (row.count(kind) != 0 || row.amount(kind) != 0) {
                amounts.put(kind, row.amount(kind));
                counts.put(kind, row.count(kind));
            }
        }
        return new Row(
                ledger.account(row.account()),
                periods.get(row.period()),
                Optional.ofNullable(row.segment()),
                row.opening(),
                row.closing(),
                amounts,
                counts,
                row.activeAtOpening(),
                row.activeAtClosing(),
                row.unitsAtOpening(),
                row.unitsAtClosing());
    }

    long amount(MovementKind kind) {
        return amounts.getOrDefault(kind, 0L);
    }

    int count(MovementKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Whether something came from another account, or went there. */
    boolean merged() {
        return count(MovementKind.MERGE_IN) + count(MovementKind.MERGE_OUT) > 0;
    }

    /** All movements together, the effect of exchange rates among them. */
    long moved() {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Who came from other segments less who went there. */
    int cameFromSegments() {
        return count(MovementKind.SEGMENT_IN) - count(MovementKind.SEGMENT_OUT);
    }

    /** Who came less who left. */
    int came() {
        return count(MovementKind.NEW) + count(MovementKind.REACTIVATION) - count(MovementKind.CHURN);
    }
}
