package io.revops.metric.cohort;

import io.revops.book.AccountId;
import io.revops.book.Dimension;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Valuation;
import io.revops.metric.AccountLines;
import io.revops.metric.Cut;
import io.revops.metric.Evidence;
import io.revops.metric.Explanation;
import io.revops.metric.MetricDefinition;
import io.revops.metric.Part;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row for each cohort, a column for each age, and in every cell a number or why there is none: as of the close of a span.
 *
 * @param <V> the type of a cell
 */
public final class Triangle<V> {
    private static final String OPEN = "The period is not over at the close of the span. Maybe a span that ends later.";

    private final CohortMetric<V> metric;
    private final RevenueView view;
    private final List<Span> cohorts;
    private final List<CohortLine> lines;
    private final @Nullable Currency currency;
    private final @Nullable Undefined<?> undefined;
    private final int[] reached;
    private final long[] sizes;
    private final BigInteger[] began;
    private final BigInteger[][] left;

    private Triangle(
            CohortMetric<V> metric,
            RevenueView view,
            List<Span> cohorts,
            int[] ofAll,
            List<CohortLine> lines,
            @Nullable Currency currency,
            @Nullable Undefined<?> undefined) {
        this.metric = metric;
        this.view = view;
        this.cohorts = cohorts;
        this.lines = lines;
        this.currency = currency;
        this.undefined = undefined;
        int n = cohorts.size();
        reached = ofAll.clone();
        int[] least = new int[n];
        java.util.Arrays.fill(least, Integer.MAX_VALUE);
        sizes = new long[n];
        began = new BigInteger[n];
        left = new BigInteger[n][n];
        java.util.Arrays.fill(began, BigInteger.ZERO);
        for (BigInteger[] row : left) {
            java.util.Arrays.fill(row, BigInteger.ZERO);
        }
        for (CohortLine line : lines) {
            int c = line.cohort;
            least[c] = Math.min(least[c], line.reached);
            sizes[c] += line.counted;
            began[c] = began[c].add(BigInteger.valueOf(counts() ? line.counted : line.began));
            for (int age = 0; age < n; age++) {
                left[c][age] = left[c][age].add(BigInteger.valueOf(left(line, age)));
            }
        }
        for (int c = 0; c < n; c++) {
            reached[c] = least[c] == Integer.MAX_VALUE ? reached[c] : least[c];
        }
    }

    static <V> Triangle<V> of(CohortMetric<V> metric, RevenueView view) {
        CohortWalk walk = new CohortWalk(view, metric.cadence(), metric.age());
        Valuation valuation = metric.valuation(view);
        List<CohortLine> lines = walk.lines(valuation, null);
        return valuation
                .problem()
                .map(p -> problem(metric, view, p))
                .orElseGet(() -> new Triangle<>(
                        metric,
                        view,
                        walk.cohorts(),
                        reached(walk),
                        lines,
                        valuation.currency().orElse(null),
                        null));
    }

    private static int[] reached(CohortWalk walk) {
        int[] reached = new int[walk.cohorts().size()];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = walk.reachedByAll(i);
        }
        return reached;
    }

    private static <V> Triangle<V> problem(CohortMetric<V> metric, RevenueView view, Valuation.Problem problem) {
        Undefined<V> why = new Undefined<>(UndefinedCode.valueOf(problem.kind().name()), problem.text());
        return new Triangle<>(metric, view, List.of(), new int[0], List.of(), null, why);
    }

    public MetricDefinition definition() {
        return metric.definition();
    }

    /** The span at whose close it stands. */
    public Span span() {
        return view.span();
    }

    /** How long a cohort and an age are. */
    public Cadence cadence() {
        return metric.cadence();
    }

    public CohortAge age() {
        return metric.age();
    }

    /** The periods in which accounts began, from the first to the one in which the span closes; the last may be short. */
    public List<Span> cohorts() {
        return cohorts;
    }

    /** How many ages there are: 0 up to one less than this. */
    public int ages() {
        return cohorts.size();
    }

    /** How many accounts began in a cohort: of a segment, in it. */
    public long size(Span cohort) {
        return sizes[place(cohort)];
    }

    /** A cell. */
    public Reading<V> cell(Span cohort, int age) {
        int c = place(cohort);
        checked(age);
        return age < reached[c] ? metric.conclude(began[c], left[c][age], currency) : open();
    }

    /** A cell of the cohort that is written {@code 2025-03}, {@code 2025-Q1} or {@code 2025}. */
    public Reading<V> cell(String cohort, int age) {
        return cell(Span.parse(cohort), age);
    }

    /** All cohorts that have reached an age together, each by its weight. */
    public Reading<V> total(int age) {
        checked(age);
        if (undefined != null) {
            return undefined.as();
        }
        BigInteger allBegan = BigInteger.ZERO;
        BigInteger allLeft = BigInteger.ZERO;
        boolean any = false;
        for (int c = 0; c < cohorts.size(); c++) {
            if (age < reached[c]) {
                any = true;
                allBegan = allBegan.add(began[c]);
                allLeft = allLeft.add(left[c][age]);
            }
        }
        return any ? metric.conclude(allBegan, allLeft, currency) : open();
    }

    /**
     * The accounts behind a cell: of a ratio and of counts whether each began and is active, of amounts what each was worth
     * when it began and is worth at the age.
     */
    public Evidence evidence(Span cohort, int age) {
        int c = place(cohort);
        Reading<V> cell = cell(cohort, age);
        if (cell instanceof Undefined<V> none && none.code() == UndefinedCode.INCOMPLETE) {
            return Evidence.undefined(none.code(), none.text());
        }
        Evidence.Builder evidence = currency == null
                ? Evidence.counting().parts(Part.NEW_ACCOUNTS, Part.ACTIVE)
                : Evidence.in(currency).parts(Part.NEW, Part.CLOSING);
        evidence.named(AccountLines.names(view))
                .changes(id -> view.ledger().changes((AccountId) id, Span.of(cohort.from(), span().to())));
        for (CohortLine line : lines) {
            if (line.cohort == c) {
                evidence.line(line.account, line.segment)
                        .units(counts() ? Part.NEW_ACCOUNTS : Part.NEW, counts() ? line.counted : line.began)
                        .units(counts() ? Part.ACTIVE : Part.CLOSING, left(line, age));
            }
        }
        return evidence.build();
    }

    /** The accounts behind a cell of the cohort that is written {@code 2025-03}, {@code 2025-Q1} or {@code 2025}. */
    public Evidence evidence(String cohort, int age) {
        return evidence(Span.parse(cohort), age);
    }

    /** A triangle with the same cohorts for each segment of a dimension, in the order of names. */
    public Map<String, Triangle<V>> by(Dimension dimension) {
        Cut cut = Cut.by(dimension);
        if (undefined != null) {
            return Map.of();
        }
        CohortWalk walk = new CohortWalk(view, cadence(), age());
        List<CohortLine> split = cut.isWithinAccounts()
                ? walk.lines(metric.valuation(view), cut.dated(view))
                : lines.stream().map(line -> line.in(segment(cut, line))).toList();
        Map<String, List<CohortLine>> segments = new TreeMap<>();
        for (CohortLine line : split) {
            segments.computeIfAbsent(java.util.Objects.requireNonNull(line.segment), s -> new ArrayList<>())
                    .add(line);
        }
        Map<String, Triangle<V>> triangles = new java.util.LinkedHashMap<>();
        segments.forEach((name, of) ->
                triangles.put(name, new Triangle<>(metric, view, cohorts, reached, List.copyOf(of), currency, null)));
        return java.util.Collections.unmodifiableMap(triangles);
    }

    private String segment(Cut cut, CohortLine line) {
        return java.util.Objects.requireNonNull(cut.segment(
                view, line.account, cohorts.get(line.cohort).end(view.policy().zone())));
    }

    /** How the total of an age was concluded. */
    public Explanation explain(int age) {
        List<String> totals = new ArrayList<>();
        for (int c = 0; c < cohorts.size() && undefined == null; c++) {
            if (age < reached[c]) {
                totals.add(cohorts.get(c) + ": " + sizes[c] + " accounts began, at age " + age + " "
                        + TriangleText.printed(definition(), cell(cohorts.get(c), age)));
            }
        }
        return new Explanation(
                TriangleText.headline(this, age),
                definition().formula(),
                totals,
                view.policy().conventions(),
                List.of(),
                definition().edges());
    }

    /** Why there are no cells, if there is a reason other than that no account ever began. */
    java.util.Optional<Undefined<?>> undefined() {
        return java.util.Optional.ofNullable(undefined);
    }

    private boolean counts() {
        return currency == null;
    }

    private long left(CohortLine line, int age) {
        return counts() ? line.active(age) : line.worth(age);
    }

    private int place(Span cohort) {
        int c = cohorts.indexOf(cohort);
        if (c < 0) {
            throw new IllegalArgumentException("There is no cohort (" + cohort + "). Maybe "
                    + (cohorts.isEmpty()
                            ? "there is none at all."
                            : "one from " + cohorts.get(0) + " to " + cohorts.get(cohorts.size() - 1) + "."));
        }
        return c;
    }

    private static void checked(int age) {
        if (age < 0) {
            throw new IllegalArgumentException("There is no age (" + age + "). Maybe 0, which is the first period.");
        }
    }

    private static <V> Reading<V> open() {
        return Reading.undefined(UndefinedCode.INCOMPLETE, OPEN);
    }

    /** A headline, then a row for each cohort and one for all; a dash is a period that is not over. */
    @Override
    public String toString() {
        return TriangleText.of(this);
    }
}
