package io.revops.forecast.plan;

import io.revops.book.DealType;
import io.revops.ledger.RevenueView;
import io.revops.metric.Proportion;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who sold how much of which quota, and how that is spread.
 *
 * <p>A quota of 0 is in the sums and in no share. Shares are told of each row; {@link #byRep()}, {@link #byTeam()} and
 * {@link #byPeriod()} cut them, and {@link #perRep()} adds up each rep's periods first.
 */
public final class Attainments {
    private static final int BANDS = 6;
    private static final double WIDTH = 0.25;

    private final List<Attainment> rows;
    private final List<String> notes;

    private Attainments(List<Attainment> rows, List<String> notes) {
        this.rows = rows;
        this.notes = List.copyOf(notes);
    }

    /** By hand, in any order; all in one currency. */
    public static Attainments of(List<Attainment> rows) {
        return of(rows, List.of());
    }

    static Attainments of(List<Attainment> rows, List<String> notes) {
        for (Attainment row : rows) {
            if (!row.quota().currency().equals(rows.get(0).quota().currency())) {
                throw InvalidPlanException.of(
                        PlanFaultCode.MIXED_CURRENCY,
                        row.rep(),
                        "quota",
                        "The quotas of (" + rows.get(0).rep() + ") and (" + row.rep() + ") are in "
                                + rows.get(0).quota().currency() + " and "
                                + row.quota().currency() + ". Maybe convert one of them with ExchangeRates first.");
            }
        }
        return new Attainments(
                rows.stream()
                        .sorted(Comparator.comparing(Attainment::rep)
                                .thenComparing(r -> r.period().from())
                                .thenComparing(r -> r.period().to())
                                .thenComparing(Attainment::quota)
                                .thenComparing(Attainment::closed))
                        .toList(),
                notes);
    }

    /**
     * Of the quotas of a book that lie in the view's span, and the deals that their reps won in each.
     *
     * <p>A deal counts for its owner on the day of the win. Managers whose quota repeats those of reps below them are left
     * out. Amounts are converted at the rate of the day before the span, quotas and deals alike, so that no rate makes an
     * attainment.
     *
     * @return undefined without a book, without quotas, or where amounts cannot be told in one currency
     */
    public static Reading<Attainments> of(RevenueView view) {
        return BookAttainments.of(view, EnumSet.allOf(DealType.class));
    }

    /**
     * The same, where only some types of deals count: new business and expansion, where nobody has a quota on renewals. A
     * deal whose type is not known counts.
     */
    public static Reading<Attainments> of(RevenueView view, DealType first, DealType... others) {
        return BookAttainments.of(view, EnumSet.of(first, others));
    }

    /** By rep, then period. */
    public List<Attainment> rows() {
        return rows;
    }

    /** What was left out, and why. */
    public List<String> notes() {
        return notes;
    }

    /** Each rep's periods added up. */
    public Attainments perRep() {
        return of(byRep().values().stream().map(Attainments::sum).toList(), notes);
    }

    /** Of each rep, by name. */
    public Map<String, Attainments> byRep() {
        return by(Attainment::rep, Comparator.naturalOrder());
    }

    /** Of each team, by name; the empty name for those without one. */
    public Map<String, Attainments> byTeam() {
        return by(Attainment::team, Comparator.naturalOrder());
    }

    /** Of each period, in order. */
    public Map<Span, Attainments> byPeriod() {
        return by(Attainment::period, Comparator.comparing(Span::from).thenComparing(Span::to));
    }

    private <K> Map<K, Attainments> by(Function<Attainment, K> key, Comparator<K> order) {
        Map<K, List<Attainment>> groups = new TreeMap<>(order);
        rows.forEach(r ->
                groups.computeIfAbsent(key.apply(r), k -> new ArrayList<>()).add(r));
        Map<K, Attainments> cut = new LinkedHashMap<>();
        groups.forEach((k, some) -> cut.put(k, of(some, List.of())));
        return Collections.unmodifiableMap(cut);
    }

    /** All quotas together. */
    public Reading<Money> quota() {
        return rows.isEmpty() ? none() : Reading.known(sum().quota());
    }

    /** All that was closed. */
    public Reading<Money> closed() {
        return rows.isEmpty() ? none() : Reading.known(sum().closed());
    }

    /** Σ closed / Σ quota. */
    public Reading<Ratio> ofAll() {
        return rows.isEmpty() ? none() : sum().share();
    }

    /** The mean of the attainments. */
    public Reading<Ratio> mean() {
        List<BigDecimal> shares = shares();
        return shares.isEmpty() ? none() : Reading.known(ratio(sum(shares), BigDecimal.valueOf(shares.size())));
    }

    /** The middle attainment; of an even number the mean of the two in the middle. */
    public Reading<Ratio> median() {
        List<BigDecimal> shares = shares();
        if (shares.isEmpty()) {
            return none();
        }
        int half = shares.size() / 2;
        return Reading.known(
                shares.size() % 2 == 1
                        ? new Ratio(shares.get(half).doubleValue())
                        : ratio(shares.get(half - 1).add(shares.get(half)), BigDecimal.valueOf(2)));
    }

    /** How many sold their quota or more, of those who had one. */
    public Reading<Proportion> atQuota() {
        long with = rows.stream().filter(r -> r.quota().signum() > 0).count();
        return with == 0
                ? none()
                : Reading.known(
                        new Proportion(rows.stream().filter(Attainment::atQuota).count(), with));
    }

    /**
     * How unequal attainments are, 0 (all the same) towards 1 (one sold everything): Σ (2i − n − 1) xᵢ / (n Σ x) over the
     * attainments in ascending order (C. Gini, 1912).
     */
    public Reading<Ratio> gini() {
        List<BigDecimal> shares = shares();
        BigDecimal sum = sum(shares);
        if (sum.signum() <= 0) {
            return none();
        }
        BigDecimal weighed = BigDecimal.ZERO;
        int n = shares.size();
        for (int i = 1; i <= n; i++) {
            weighed = weighed.add(shares.get(i - 1).multiply(BigDecimal.valueOf(2L * i - n - 1)));
        }
        return Reading.known(ratio(weighed, sum.multiply(BigDecimal.valueOf(n))));
    }

    /** How many lie in each quarter of a quota; the last band is 150 % and more, and what is below 0 is in the first. */
    public List<AttainmentBand> distribution() {
        long[] counts = new long[BANDS + 1];
        for (BigDecimal share : shares()) {
            int band = share.divide(BigDecimal.valueOf(WIDTH), MathContext.DECIMAL128)
                    .max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(BANDS))
                    .intValue();
            counts[band]++;
        }
        List<AttainmentBand> bands = new ArrayList<>();
        for (int i = 0; i <= BANDS; i++) {
            bands.add(
                    new AttainmentBand(i * WIDTH, i == BANDS ? Double.POSITIVE_INFINITY : (i + 1) * WIDTH, counts[i]));
        }
        return List.copyOf(bands);
    }

    private Attainment sum() {
        Attainment first = rows.get(0);
        Money quota = Money.zero(first.quota().currency());
        Money closed = quota;
        LocalDate from = first.period().from();
        LocalDate to = first.period().to();
        for (Attainment row : rows) {
            quota = quota.plus(row.quota());
            closed = closed.plus(row.closed());
            from = row.period().from().isBefore(from) ? row.period().from() : from;
            to = row.period().to().isAfter(to) ? row.period().to() : to;
        }
        boolean one = rows.stream().allMatch(r -> r.rep().equals(first.rep()));
        boolean team = rows.stream().allMatch(r -> r.team().equals(first.team()));
        return new Attainment(one ? first.rep() : "all", team ? first.team() : "", Span.of(from, to), quota, closed);
    }

    /** Ascending. */
    private List<BigDecimal> shares() {
        return rows.stream()
                .filter(r -> r.quota().signum() > 0)
                .map(r -> r.closed().amount().divide(r.quota().amount(), MathContext.DECIMAL128))
                .sorted()
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Ratio ratio(BigDecimal numerator, BigDecimal denominator) {
        return Ratio.of(numerator, denominator);
    }

    private static <V> Reading<V> none() {
        return Reading.undefined(
                UndefinedCode.NO_QUOTA, "Nobody had a quota, or nobody sold. Maybe load quotas.csv, or another span.");
    }

    /** {@code 12 of 41 at quota, mean 71.3 %}. */
    @Override
    public String toString() {
        return atQuota()
                .value()
                .map(p -> p + " at quota, mean "
                        + PlanExplanation.percent(mean().orElseThrow().value()))
                .orElse("nobody had a quota");
    }
}
