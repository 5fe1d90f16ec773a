package io.revops.metric.recurring;

import io.revops.book.AccountId;
import io.revops.book.RevenueBook;
import io.revops.ledger.Movement;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementTable;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.metric.Unit;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became another number between two instants: for each month, account and kind of movement what it was as known then and
 * what it is as known now, with the facts that were recorded in between. The changes of a month add up to the change of its
 * close less that of its opening, exactly. Under a policy with {@link io.revops.ledger.Closing closed periods} the closed months
 * have no lines, and what was late is a line of the first open one.
 */
public final class Restatement {
    /**
     * One kind of movement of one account in one month that is not what it was.
     *
     * @param then its amount as known then, 0 if there was none
     * @param now its amount as known now, 0 if there is none any more
     * @param facts what was recorded in between and brought it about: the ids of entries, bills and merges that can move it,
     *     then the exchange rates that it is converted at ({@link io.revops.money.ExchangeRate#name})
     */
    public record Line(
            Span month, AccountId account, MovementKind kind, RunRate then, RunRate now, List<String> facts) {
        public Line {
            facts = List.copyOf(facts);
        }

        /** By how much it changed. */
        public RunRate change() {
            return now.minus(then);
        }

        /** {@code 2025-01 acme NEW USD 0.00 -> USD 40.00 (i1)}, per month. */
        @Override
        public String toString() {
            return month + " " + account + " " + kind + " " + Unit.MONEY_PER_MONTH.print(then) + " -> "
                    + Unit.MONEY_PER_MONTH.print(now) + " (" + String.join(", ", facts) + ")";
        }
    }

    /**
     * One month's balances.
     *
     * @param opening by how much the opening changed
     * @param closing by how much the close changed
     */
    public record Month(Span month, RunRate opening, RunRate closing) {}

    private record Key(Span month, AccountId account, MovementKind kind) {}

    private final Span span;
    private final Instant knownThen;
    private final Instant knownNow;
    private final List<Line> lines;
    private final List<Month> months;

    private Restatement(Span span, Instant knownThen, Instant knownNow, List<Line> lines, List<Month> months) {
        this.span = span;
        this.knownThen = knownThen;
        this.knownNow = knownNow;
        this.lines = List.copyOf(lines);
        this.months = List.copyOf(months);
    }

    /**
     * What the months of a span became another number by.
     *
     * @throws IllegalArgumentException if the second instant is before the first
     * @throws IllegalStateException if amounts cannot be told in one currency, then or now
     */
    public static Restatement between(
            RevenueBook book, RevenuePolicy policy, Span span, Instant knownThen, Instant knownNow) {
        if (knownNow.isBefore(knownThen)) {
            throw new IllegalArgumentException(
                    "What was known at " + knownNow + " is compared with what was known later, at " + knownThen
                            + ". Maybe name the earlier instant first.");
        }
        RevenueBook was = book.asKnownAt(knownThen);
        RevenueBook is = book.asKnownAt(knownNow);
        MrrLedger before = MrrLedger.of(was, policy);
        MrrLedger after = MrrLedger.of(is, policy);
        return new Restatement(
                span,
                knownThen,
                knownNow,
                lines(movements(before, span), movements(after, span), new RecordedBetween(was, is, before, after)),
                months(before, after, span));
    }

    private static List<Movement> movements(MrrLedger ledger, Span span) {
        return ledger.accounts() == 0 ? List.of() : ledger.movements(span);
    }

    private static List<Line> lines(List<Movement> before, List<Movement> after, RecordedBetween recorded) {
        Map<Key, Movement> then = byKey(before);
        Map<Key, Movement> now = byKey(after);
        Map<Key, Movement> all = new HashMap<>(then);
        all.putAll(now);
        List<Line> lines = new ArrayList<>();
        all.forEach((key, any) -> {
            RunRate none = RunRate.zero(any.amount().currency());
            @Nullable Movement old = then.get(key);
            @Nullable Movement present = now.get(key);
            RunRate was = old == null ? none : old.amount();
            RunRate is = present == null ? none : present.amount();
            if (!was.equals(is)) {
                lines.add(new Line(key.month(), key.account(), key.kind(), was, is, recorded.behind(old, present)));
            }
        });
        lines.sort(Comparator.comparing((Line line) -> line.month().from())
                .thenComparing(line -> line.account().value())
                .thenComparing(Line::kind));
        return lines;
    }

    private static Map<Key, Movement> byKey(List<Movement> movements) {
        return movements.stream()
                .collect(Collectors.toMap(m -> new Key(m.period(), m.account(), m.kind()), m -> m, (a, b) -> a));
    }

    private static List<Month> months(MrrLedger before, MrrLedger after, Span span) {
        if (after.accounts() == 0 && before.accounts() == 0) {
            return List.of();
        }
        Optional<MovementTable> then = table(before, span);
        Optional<MovementTable> now = table(after, span);
        RunRate none = RunRate.zero(now.or(() -> then).orElseThrow().currency());
        List<Month> months = new ArrayList<>();
        List<Span> all = span.months();
        for (int i = 0; i < all.size(); i++) {
            int at = i;
            months.add(new Month(
                    all.get(i),
                    now.map(t -> t.rows().get(at).opening())
                            .orElse(none)
                            .minus(then.map(t -> t.rows().get(at).opening()).orElse(none)),
                    now.map(t -> t.rows().get(at).closing())
                            .orElse(none)
                            .minus(then.map(t -> t.rows().get(at).closing()).orElse(none))));
        }
        return months;
    }

    private static Optional<MovementTable> table(MrrLedger ledger, Span span) {
        return ledger.accounts() == 0 ? Optional.empty() : Optional.of(ledger.table(span, Cadence.MONTH));
    }

    public Span span() {
        return span;
    }

    public Instant knownThen() {
        return knownThen;
    }

    public Instant knownNow() {
        return knownNow;
    }

    /** Everything that changed, by month, account and kind. */
    public List<Line> lines() {
        return lines;
    }

    /** What changed in one month. */
    public List<Line> of(Span month) {
        return lines.stream().filter(line -> line.month().equals(month)).toList();
    }

    /** How the two balances of every month changed, also of those that did not; none if there is no subscription at all. */
    public List<Month> months() {
        return months;
    }

    /** By how much each kind of movement changed over the span; kinds that did not are missing. */
    public Map<MovementKind, RunRate> changes() {
        Map<MovementKind, RunRate> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.kind(), line.change(), RunRate::plus));
        return sums;
    }

    /** Whether nothing changed. */
    public boolean isEmpty() {
        return lines.isEmpty() && months.stream().allMatch(m -> m.opening().isZero());
    }

    /** What was compared, and a line for each change; then by how much the opening of the span changed, if it did. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Restatement of ")
                .append(span)
                .append(", as known at ")
                .append(knownThen)
                .append(" and at ")
                .append(knownNow)
                .append(lines.isEmpty() ? ": nothing moved otherwise" : "");
        lines.forEach(line -> text.append("\n  ").append(line));
        months.stream()
                .findFirst()
                .map(Month::opening)
                .filter(opening -> !opening.isZero())
                .ifPresent(opening ->
                        text.append("\n  the opening changed by ").append(Unit.MONEY_PER_MONTH.print(opening)));
        return text.toString();
    }
}
