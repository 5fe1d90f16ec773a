package io.revops.ledger;

import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The movements of all accounts, added up for each period: opening + all movements = closing, in every row.
 *
 * @param currency what amounts are in
 * @param rows one for each period, in order, also for those in which nothing moved
 */
public record MovementTable(Currency currency, List<Row> rows) {
    public MovementTable {
        rows = List.copyOf(rows);
    }

    /**
     * The movements of one period.
     *
     * @param amounts by kind; a kind that did not happen is 0
     * @param counts how many movements of each kind there were
     * @param activeAtOpening how many accounts, or units of the policy's grain, were active at the opening
     * @param active how many were active at the close
     */
    public record Row(
            Span period,
            RunRate opening,
            Map<MovementKind, RunRate> amounts,
            Map<MovementKind, Long> counts,
            RunRate closing,
            long activeAtOpening,
            long active) {
        public Row {
            amounts = java.util.Collections.unmodifiableMap(new EnumMap<>(amounts));
            counts = java.util.Collections.unmodifiableMap(new EnumMap<>(counts));
        }

        /** The sum of the movements of a kind. */
        public RunRate amount(MovementKind kind) {
            return amounts.getOrDefault(kind, RunRate.zero(opening.currency()));
        }

        /** How many movements of a kind there were. */
        public long count(MovementKind kind) {
            return counts.getOrDefault(kind, 0L);
        }

        /** {@code 2025-03 USD 100.00/month + NEW USD 20.00/month = USD 120.00/month, 4 active}. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder().append(period).append(' ').append(opening);
            counts.forEach((kind, count) -> {
                if (count > 0) {
                    text.append(" + ").append(kind).append(' ').append(amount(kind));
                }
            });
            return text.append(" = ")
                    .append(closing)
                    .append(", ")
                    .append(active)
                    .append(" active")
                    .toString();
        }
    }

    /** A row a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("MovementTable in ").append(currency);
        rows.forEach(row -> text.append("\n  ").append(row));
        return text.toString();
    }

    /** Adds up what a walk tells; a stretch in which nothing happens costs as much as one period. */
    static final class Adder implements MovementWalk.Sink {
        private final List<Span> periods;
        private final ExactSums openings;
        private final ExactSums closings;
        private final ExactSums amounts;
        private final long[] counts;
        private final ExactSums still; // what a stretch begins and ends with: its sums so far are what stays as it is
        private final long[] activeAtOpening;
        private final long[] active;
        private final long[] stillActive;

        Adder(List<Span> periods) {
            this.periods = periods;
            int n = periods.size();
            openings = new ExactSums(n);
            closings = new ExactSums(n);
            amounts = new ExactSums(n * MovementKind.COUNT);
            counts = new long[n * MovementKind.COUNT];
            still = new ExactSums(n + 1);
            activeAtOpening = new long[n];
            active = new long[n];
            stillActive = new long[n + 1];
        }

        @Override
        public void row(MovementRow row) {
            int p = row.period;
            openings.add(p, row.opening);
            closings.add(p, row.closing);
            activeAtOpening[p] += row.unitsAtOpening();
            active[p] += row.unitsAtClosing();
            for (int kind = 0; kind < MovementKind.COUNT; kind++) {
                if (row.moves.count(kind) != 0) {
                    amounts.add(p * MovementKind.COUNT + kind, row.moves.amount(kind));
                    counts[p * MovementKind.COUNT + kind] += row.moves.count(kind);
                }
            }
        }

        @Override
        public void still(MovementRow row, int until) {
            still.add(row.period, row.opening);
            still.add(until, Math.negateExact(row.opening));
            stillActive[row.period] += row.unitsAtOpening();
            stillActive[until] -= row.unitsAtOpening();
        }

        Adder plus(Adder other) {
            openings.add(other.openings);
            closings.add(other.closings);
            amounts.add(other.amounts);
            still.add(other.still);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
            for (int i = 0; i < active.length; i++) {
                activeAtOpening[i] += other.activeAtOpening[i];
                active[i] += other.active[i];
                stillActive[i] += other.stillActive[i];
            }
            return this;
        }

        MovementTable in(Currency currency) {
            List<Row> rows = new ArrayList<>();
            BigInteger same = BigInteger.ZERO;
            long activeAsBefore = 0;
            for (int p = 0; p < periods.size(); p++) {
                same = same.add(still.get(p));
                activeAsBefore += stillActive[p];
                Map<MovementKind, RunRate> moved = new EnumMap<>(MovementKind.class);
                Map<MovementKind, Long> howOften = new EnumMap<>(MovementKind.class);
                int at = p * MovementKind.COUNT;
                for (MovementKind kind : MovementKind.values()) {
                    moved.put(kind, RunRate.ofMicrosPerYear(amounts.get(at), currency));
                    howOften.put(kind, counts[at]);
                    at++;
                }
                rows.add(new Row(
                        periods.get(p),
                        RunRate.ofMicrosPerYear(openings.get(p).add(same), currency),
                        moved,
                        howOften,
                        RunRate.ofMicrosPerYear(closings.get(p).add(same), currency),
                        activeAtOpening[p] + activeAsBefore,
                        active[p] + activeAsBefore));
            }
            return new MovementTable(currency, rows);
        }
    }
}
