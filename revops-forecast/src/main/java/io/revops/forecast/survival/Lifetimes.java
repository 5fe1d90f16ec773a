package io.revops.forecast.survival;

import io.revops.forecast.Fingerprint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known, as of a day, of how long accounts last.
 *
 * <p>Rows are kept in the order of their ids, whatever the order in which they came: sums have the same last digit. A row that
 * cannot be is left out and named in {@link #problems()}; rows that are kept and rows that are left out add up to those that came.
 * Of rows with the same id a plain copy is left out; if they differ, all of them are, for nobody can tell which one is true.
 */
public final class Lifetimes {
    private final TimeScale scale;
    private final LocalDate asOf;
    private final List<String> columns;
    private final List<Lifetime> rows;
    private final List<RowProblem> problems;
    private volatile @Nullable String fingerprint;

    private Lifetimes(
            TimeScale scale, LocalDate asOf, List<String> columns, List<Lifetime> rows, List<RowProblem> problems) {
        this.scale = scale;
        this.asOf = asOf;
        this.columns = columns;
        this.rows = List.copyOf(rows);
        this.problems = List.copyOf(problems);
    }

    /** Lifetimes in a unit, as they were known at the end of a day. */
    public static Builder in(TimeScale scale, LocalDate asOf) {
        return new Builder(scale, asOf);
    }

    public TimeScale scale() {
        return scale;
    }

    /** The last day that was seen. */
    public LocalDate asOf() {
        return asOf;
    }

    /** What is known of each, in order. */
    public List<String> columns() {
        return columns;
    }

    /** Those that could be read, in the order of their ids. */
    public List<Lifetime> rows() {
        return rows;
    }

    /** Those that could not, in the order of their ids. */
    public List<RowProblem> problems() {
        return problems;
    }

    public int size() {
        return rows.size();
    }

    /** How many ended, unweighted. */
    public int ended() {
        return (int) rows.stream().filter(r -> r.cause().isPresent()).count();
    }

    /** Why they ended, in alphabetical order. */
    public NavigableSet<String> causes() {
        NavigableSet<String> causes = new TreeSet<>();
        rows.forEach(r -> r.cause().ifPresent(causes::add));
        return causes;
    }

    /** The groups with a shape of their own, in alphabetical order. */
    public NavigableSet<String> strata() {
        NavigableSet<String> strata = new TreeSet<>();
        rows.forEach(r -> strata.add(r.stratum()));
        return strata;
    }

    /** Each group by itself, without strata. */
    public SortedMap<String, Lifetimes> byStratum() {
        SortedMap<String, List<Lifetime>> groups = new TreeMap<>();
        rows.forEach(
                r -> groups.computeIfAbsent(r.stratum(), g -> new ArrayList<>()).add(r.in("")));
        SortedMap<String, Lifetimes> each = new TreeMap<>();
        groups.forEach((name, group) -> each.put(name, with(group)));
        return each;
    }

    /** Some of them. */
    public Lifetimes only(Predicate<Lifetime> wanted) {
        return with(rows.stream().filter(wanted).toList());
    }

    /**
     * The same where only one cause counts: what ended for another one is taken as last seen then. This is right for the hazard of
     * a cause (Cox, log-rank) and wrong for its probability, see {@link AalenJohansen}.
     */
    public Lifetimes endingBy(String cause) {
        return map(r -> r.cause().filter(c -> !c.equals(cause)).isEmpty() ? r : censored(r));
    }

    /** The same without strata. */
    public Lifetimes unstratified() {
        return map(r -> r.in(""));
    }

    /** The same, each counted once. */
    Lifetimes unweighted() {
        return map(r -> r.weighing(1));
    }

    private static Lifetime censored(Lifetime row) {
        return Lifetime.running(row.id(), row.exit())
                .enteringAt(row.entry())
                .weighing(row.weight())
                .in(row.stratum())
                .having(row.values());
    }

    private Lifetimes map(UnaryOperator<Lifetime> change) {
        return with(rows.stream().map(change).toList());
    }

    private Lifetimes with(List<Lifetime> others) {
        return new Lifetimes(scale, asOf, columns, others, problems);
    }

    /** Whether some count more often than others by a part: then weights are no copies, and errors are taken from the residuals. */
    boolean hasFractionalWeights() {
        return rows.stream().anyMatch(r -> r.weight() != Math.rint(r.weight()));
    }

    boolean isWeighted() {
        return rows.stream().anyMatch(r -> r.weight() != 1);
    }

    /** The fingerprint of the rows, whatever the order in which they came. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            Fingerprint print = Fingerprint.start().add(scale.name()).add(asOf.toString());
            columns.forEach(print::add);
            for (Lifetime row : rows) {
                print.add(row.id())
                        .add(row.entry())
                        .add(row.exit())
                        .add(row.cause().orElse(""))
                        .add(row.weight())
                        .add(row.stratum());
                for (int j = 0; j < columns.size(); j++) {
                    print.add(row.value(j));
                }
            }
            known = print.hex();
            fingerprint = known;
        }
        return known;
    }

    /** {@code 7043 lifetimes in months as of 2025-12-31, 1869 ended}. */
    @Override
    public String toString() {
        return rows.size() + " lifetimes in " + scale + " as of " + asOf + ", " + ended() + " ended"
                + (problems.isEmpty() ? "" : ", " + problems.size() + " left out");
    }

    /** Takes lifetimes in any order. */
    public static final class Builder {
        private final TimeScale scale;
        private final LocalDate asOf;
        private List<String> columns = List.of();
        private final List<Lifetime> given = new ArrayList<>();

        private Builder(TimeScale scale, LocalDate asOf) {
            this.scale = Objects.requireNonNull(scale, "scale");
            this.asOf = Objects.requireNonNull(asOf, "asOf");
        }

        /** What is known of each, in the order of {@link Lifetime#having}. */
        public Builder columns(String... names) {
            if (new HashSet<>(Arrays.asList(names)).size() < names.length) {
                throw new IllegalArgumentException(
                        "Two columns have the same name in " + Arrays.toString(names) + ". Maybe rename one.");
            }
            columns = List.of(names);
            return this;
        }

        public Builder add(Lifetime row) {
            given.add(Objects.requireNonNull(row, "row"));
            return this;
        }

        public Builder addAll(Iterable<Lifetime> rows) {
            rows.forEach(this::add);
            return this;
        }

        public Lifetimes build() {
            List<Lifetime> ordered = new ArrayList<>(given);
            ordered.sort(Comparator.comparing(Lifetime::id));
            List<Lifetime> good = new ArrayList<>();
            List<RowProblem> bad = new ArrayList<>();
            for (int i = 0, next; i < ordered.size(); i = next) {
                Lifetime first = ordered.get(i);
                next = i + 1;
                boolean same = true;
                while (next < ordered.size() && ordered.get(next).id().equals(first.id())) {
                    same &= ordered.get(next).equals(first);
                    next++;
                }
                String twice = "The id (" + first.id() + ") is there " + (next - i) + " times";
                for (int k = i; k < next; k++) {
                    RowProblem problem = RowChecks.problem(ordered.get(k), columns);
                    if (problem == null && next > i + 1 && (k > i || !same)) {
                        problem = new RowProblem(
                                RowProblem.Kind.DUPLICATE_ID,
                                first.id(),
                                twice
                                        + (same
                                                ? ", each time the same. Maybe the file was read twice."
                                                : ", and not the same. Maybe one row for each contract, with an id of its own."));
                    }
                    if (problem == null) {
                        good.add(ordered.get(k));
                    } else {
                        bad.add(problem);
                    }
                }
            }
            return new Lifetimes(scale, asOf, columns, good, bad);
        }
    }
}
