package io.revops.metric;

import io.revops.book.AccountId;
import io.revops.book.FactId;
import io.revops.ledger.LedgerChange;
import io.revops.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a number is concluded from: one line for each subject that matters, with typed parts, in one currency; or the reason
 * why there are no lines to add. Columns inside, lines on demand.
 */
public final class Evidence {
    private final @Nullable Currency currency;
    private final @Nullable Undefined<?> undefined;
    private final FactId[] subjects;
    private final @Nullable String @Nullable [] segments;
    private final Map<Part<?>, long[]> columns;
    private final Function<FactId, String> names;
    private final Function<FactId, List<LedgerChange>> changes;

    private Evidence(Builder from) {
        currency = from.currency;
        undefined = null;
        subjects = from.subjects.toArray(new FactId[0]);
        segments = from.cut ? from.segments.toArray(new String[0]) : null;
        columns = new LinkedHashMap<>();
        from.columns.forEach((part, column) -> columns.put(part, Arrays.copyOf(column, subjects.length)));
        names = from.names;
        changes = from.changes;
    }

    private Evidence(Evidence from, int[] rows) {
        currency = from.currency;
        undefined = from.undefined;
        subjects = new FactId[rows.length];
        segments = null;
        columns = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i++) {
            subjects[i] = from.subjects[rows[i]];
        }
        from.columns.forEach((part, column) ->
                columns.put(part, IntStream.of(rows).mapToLong(r -> column[r]).toArray()));
        names = from.names;
        changes = from.changes;
    }

    private Evidence(Evidence from, Function<FactId, List<LedgerChange>> changes, Function<FactId, String> names) {
        currency = from.currency;
        undefined = from.undefined;
        subjects = from.subjects;
        segments = from.segments;
        columns = from.columns;
        this.names = names;
        this.changes = changes;
    }

    private Evidence(Undefined<?> undefined) {
        currency = null;
        this.undefined = undefined;
        subjects = new FactId[0];
        segments = null;
        columns = Map.of();
        names = FactId::value;
        changes = id -> List.of();
    }

    /** Begins evidence in a currency, by its ISO 4217 code. */
    public static Builder in(String currencyCode) {
        return in(Money.currency(currencyCode));
    }

    /** Begins evidence in a currency. */
    public static Builder in(Currency currency) {
        return new Builder(Objects.requireNonNull(currency, "currency"));
    }

    /** Begins evidence that only counts. */
    public static Builder counting() {
        return new Builder(null);
    }

    /** No evidence, and why. */
    public static Evidence undefined(UndefinedCode code, String text) {
        return new Evidence(new Undefined<>(code, text));
    }

    /** Why there are no lines, if there is a reason other than that nothing happened. */
    public Optional<Undefined<?>> undefined() {
        return Optional.ofNullable(undefined);
    }

    /** What amounts are in; absent if it only counts. */
    public Optional<Currency> currency() {
        return Optional.ofNullable(currency);
    }

    /** How many lines there are. */
    public int size() {
        return subjects.length;
    }

    /** Every line, by subject and segment. */
    public Stream<Line> lines() {
        return IntStream.range(0, size()).mapToObj(row -> new Line(this, row));
    }

    /** The parts that any line has, in the order of the formula. */
    public List<Part<?>> parts() {
        return List.copyOf(columns.keySet());
    }

    /** The exact sum of a part over all lines. */
    public <T> T total(Part<T> part) {
        return part.decode(units(part), currency);
    }

    /** How many lines bring something to a part. */
    long linesWith(Part<?> part) {
        long lines = 0;
        for (long value : columns.getOrDefault(part, new long[0])) {
            lines += value == 0 ? 0 : 1;
        }
        return lines;
    }

    /** The lines that bring most to a part, either way, the greatest first; of equals, in the order of subjects. */
    public List<Line> top(int n, Part<?> part) {
        long[] column = columns.get(part);
        if (column == null || n <= 0) {
            return List.of();
        }
        Comparator<Integer> greatestFirst = Comparator.<Integer>comparingLong(row -> -magnitude(column[row]))
                .thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(greatestFirst.reversed());
        for (int row = 0; row < column.length; row++) {
            boolean in = kept.size() < n || magnitude(column[row]) > magnitude(column[kept.element()]);
            if (column[row] != 0 && in) {
                kept.add(row);
                if (kept.size() > n) {
                    kept.remove();
                }
            }
        }
        return kept.stream()
                .sorted(greatestFirst)
                .map(row -> new Line(this, row))
                .toList();
    }

    /** The segments of a cut, in their order. */
    Map<String, Evidence> bySegment() {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < size(); row++) {
            rows.computeIfAbsent(segment(row).orElse(""), s -> new ArrayList<>())
                    .add(row);
        }
        Map<String, Evidence> parts = new LinkedHashMap<>();
        rows.forEach((segment, of) -> parts.put(
                segment,
                new Evidence(this, of.stream().mapToInt(Integer::intValue).toArray())));
        return parts;
    }

    /** The same numbers without a hold on the ledger and the book. */
    Evidence detached() {
        Map<FactId, String> kept = new HashMap<>();
        for (FactId subject : subjects) {
            kept.put(subject, names.apply(subject));
        }
        return new Evidence(this, id -> List.of(), id -> kept.getOrDefault(id, id.value()));
    }

    FactId subject(int row) {
        return subjects[row];
    }

    Optional<String> segment(int row) {
        return segments == null ? Optional.empty() : Optional.ofNullable(segments[row]);
    }

    String name(int row) {
        return names.apply(subjects[row]);
    }

    String label(int row) {
        String name = name(row);
        return name.equals(subjects[row].value()) ? name : name + " (" + subjects[row].value() + ")";
    }

    long units(int row, Part<?> part) {
        long[] column = columns.get(part);
        return column == null ? 0 : column[row];
    }

    BigInteger units(Part<?> part) {
        BigInteger total = BigInteger.ZERO;
        long sum = 0;
        for (long value : columns.getOrDefault(part, new long[0])) {
            long next = sum + value;
            if (((sum ^ next) & (value ^ next)) < 0) {
                total = total.add(BigInteger.valueOf(sum));
                next = value;
            }
            sum = next;
        }
        return total.add(BigInteger.valueOf(sum));
    }

    <T> T value(int row, Part<T> part) {
        return part.decode(BigInteger.valueOf(units(row, part)), currency);
    }

    List<LedgerChange> changes(int row) {
        return changes.apply(subjects[row]);
    }

    private static long magnitude(long value) {
        return value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value);
    }

    /** How many lines there are, and the totals of their parts. */
    @Override
    public String toString() {
        if (undefined != null) {
            return "Evidence: " + undefined;
        }
        StringBuilder text = new StringBuilder("Evidence: ").append(size()).append(" lines");
        for (Part<?> part : parts()) {
            text.append(", ").append(part).append(' ').append(total(part));
        }
        return text.toString();
    }

    /** Collects lines. */
    public static final class Builder {
        private final @Nullable Currency currency;
        private final List<FactId> subjects = new ArrayList<>();
        private final List<@Nullable String> segments = new ArrayList<>();
        private final Map<Part<?>, long[]> columns = new LinkedHashMap<>();
        private Function<FactId, String> names = FactId::value;
        private Function<FactId, List<LedgerChange>> changes = id -> List.of();
        private boolean cut;

        private Builder(@Nullable Currency currency) {
            this.currency = currency;
        }

        /** The parts, in the order of the formula; a part that is not named here comes after them when it is first set. */
        public Builder parts(Part<?>... inOrder) {
            for (Part<?> part : inOrder) {
                columns.computeIfAbsent(part, p -> new long[16]);
            }
            return this;
        }

        /** How a subject is called. */
        public Builder named(Function<FactId, String> by) {
            names = Objects.requireNonNull(by, "by");
            return this;
        }

        /** Where the changes behind a subject are found when they are asked for. */
        public Builder changes(Function<FactId, List<LedgerChange>> by) {
            changes = Objects.requireNonNull(by, "by");
            return this;
        }

        boolean hasCurrency() {
            return currency != null;
        }

        /** Begins a line; what follows sets its parts. */
        public Builder line(FactId subject) {
            subjects.add(Objects.requireNonNull(subject, "subject"));
            segments.add(null);
            return this;
        }

        /** Begins the line of an account. */
        public Builder line(String account) {
            return line(new AccountId(account));
        }

        /** Begins a line in a segment. */
        public Builder line(FactId subject, @Nullable String segment) {
            line(subject);
            segments.set(segments.size() - 1, segment);
            cut |= segment != null;
            return this;
        }

        /** Sets a part of the line that was begun last. */
        public <T> Builder set(Part<T> part, T value) {
            if (value instanceof io.revops.money.RunRate rate) {
                same(rate.currency());
            } else if (value instanceof Money money) {
                same(money.currency());
            }
            return units(part, part.encode(value));
        }

        /**
         * Sets a part of the line that was begun last, in the units of the evidence: micro-units of the currency (per year
         * where it recurs), or a count.
         */
        public Builder units(Part<?> part, long value) {
            if (subjects.isEmpty()) {
                throw new IllegalStateException(
                        "There is no line to set " + part + " of. Maybe begin one with line(...).");
            }
            if (part.isMoney() && currency == null) {
                throw new IllegalStateException("The part " + part
                        + " is money, and the evidence only counts. Maybe begin it with Evidence.in.");
            }
            long[] column = columns.computeIfAbsent(part, p -> new long[16]);
            if (column.length < subjects.size()) {
                column = Arrays.copyOf(column, Math.max(column.length * 2, subjects.size()));
                columns.put(part, column);
            }
            column[subjects.size() - 1] = value;
            return this;
        }

        public Evidence build() {
            return new Evidence(this);
        }

        private void same(Currency of) {
            if (!of.equals(currency)) {
                throw new IllegalArgumentException(
                        "The evidence is in " + currency + ", and a part in " + of + ". Maybe convert it first.");
            }
        }
    }
}
