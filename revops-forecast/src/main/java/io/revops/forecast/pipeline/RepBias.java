package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.metric.Ratio;
import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By how much somebody's calls missed what came: Σ actual / Σ called over resolved periods, drawn towards what is usual.
 *
 * <p>Of calls that somebody made, 1 is usual. Of calls that are read from a pipeline ({@link #learnt}) it is the middle of the
 * ratios of all sellers: in the middle of a quarter everybody's commit is less than what the quarter brings, and nobody is to
 * blame. With n periods and a prior worth k, the factor is (n · ratio + k · usual) / (n + k): one lucky quarter says little. Above
 * what is usual the person calls less than others (sandbagging), below it more (happy ears). It is called so only from
 * {@value #FEWEST_PERIODS} periods on, if the factor is more than {@value #NOTABLE} times the usual away from it, and if what
 * comes beyond the usual part of each call is, on average, more than {@value #STANDARD_ERRORS} standard errors away from zero: a
 * seller of few large deals misses without a habit. A call is corrected by the factor; the call itself stays as it was said.
 */
public final class RepBias {
    /** How many periods what is usual is worth, unless said. */
    public static final double STRENGTH = 4;

    /** From how many periods on a bias is named. */
    public static final int FEWEST_PERIODS = 3;

    /** From which share of what is usual on a bias is named. */
    public static final double NOTABLE = 0.1;

    /** How many standard errors from zero on the average of what was missed is no chance. */
    public static final double STANDARD_ERRORS = 2;

    /** What a bias is called. */
    public enum Kind {
        /** Less is called than comes. */
        SANDBAGGING,
        /** More is called than comes. */
        HAPPY_EARS,
        /** The calls are near enough, or too few to tell. */
        NONE_SEEN
    }

    /**
     * What somebody called for a period, and what came.
     *
     * @param period that has passed
     * @param called what was said would come
     * @param actual what came
     */
    public record Call(Span period, Money called, Money actual) {
        public Call {
            Objects.requireNonNull(period, "period");
            OneCurrency.of(called, actual);
            if (called.signum() < 0 || actual.signum() < 0) {
                throw new IllegalArgumentException("In " + period + " there were called " + called + " and came "
                        + actual + ". Maybe numbers from 0 up.");
            }
        }
    }

    private final String who;
    private final List<Call> calls;
    private final Shrinkage usual;
    private final Money called;
    private final Money actual;

    private RepBias(String who, List<Call> calls, Shrinkage usual) {
        this.who = Objects.requireNonNull(who, "who");
        List<Call> sorted = new ArrayList<>(calls);
        sorted.sort(Comparator.comparing((Call c) -> c.period().from())
                .thenComparing(c -> c.period().to()));
        this.calls = List.copyOf(sorted);
        this.usual = usual;
        var currency = OneCurrency.of(calls.stream().map(Call::called).toList());
        called = OneCurrency.sum(currency, calls.stream().map(Call::called));
        actual = OneCurrency.sum(currency, calls.stream().map(Call::actual));
        if (called.isZero() && usual.strength() == 0) {
            throw new IllegalArgumentException(
                    who + " called nothing, and no prior is worth anything. Maybe a strength above 0.");
        }
    }

    /**
     * Somebody's calls of resolved periods, with a prior of 1 worth {@value #STRENGTH} periods.
     *
     * @param calls at least one
     */
    public static RepBias of(String who, List<Call> calls) {
        return new RepBias(who, calls, Shrinkage.toward(1, STRENGTH));
    }

    /**
     * The bias of each seller of a pipeline. What they called for a past period is what had closed and what they had in commit on the
     * day that was as far from its end as the as-of day is from the end of the horizon; what came is what they won in it.
     *
     * @param stages which category a stage stands for, where a deal has none
     * @return by seller, held against all of them together; without those who never called anything
     */
    public static SortedMap<String, RepBias> learnt(
            Pipeline pipeline, Span horizon, CategoryMap stages, ResolvedPeriods periods) {
        long days = ChronoUnit.DAYS.between(pipeline.asOf(), horizon.to());
        Map<String, List<Call>> calls = new TreeMap<>();
        Span period = horizon.previous();
        for (int i = 0; i < periods.most(); i++, period = period.previous()) {
            Span past = period;
            LocalDate day = past.to().minusDays(days);
            if (past.to().isAfter(pipeline.asOf().plusDays(1)) || !pipeline.reaches(day)) {
                continue;
            }
            Pipeline seen = pipeline.asOf(day);
            Map<String, Money> called = new TreeMap<>();
            for (CalledDeal deal : PeriodDeals.of(seen, past, stages).counted()) {
                boolean sure = deal.category() == ForecastCategory.COMMIT || deal.category() == ForecastCategory.CLOSED;
                if (sure && !deal.owner().isEmpty()) {
                    called.merge(deal.owner(), deal.amount(), Money::plus);
                }
            }
            Map<String, Double> won = new TreeMap<>();
            for (DealPath deal : pipeline.won(past)) {
                deal.last().owner().ifPresent(o -> won.merge(o, deal.last().amountOrZero(), Double::sum));
            }
            called.forEach((seller, amount) -> calls.computeIfAbsent(seller, s -> new ArrayList<>())
                    .add(new Call(
                            past, amount, OneCurrency.money(won.getOrDefault(seller, 0.0), pipeline.currency()))));
        }
        SortedMap<String, RepBias> biases = new TreeMap<>();
        double usual = middle(calls.entrySet().stream()
                .map(e -> of(e.getKey(), e.getValue()))
                .filter(b -> b.periods() > 0)
                .mapToDouble(RepBias::ratio)
                .sorted()
                .toArray());
        calls.forEach((seller, all) -> biases.put(seller, new RepBias(seller, all, Shrinkage.toward(usual, STRENGTH))));
        return Collections.unmodifiableSortedMap(biases);
    }

    /** The middle of sorted ratios, 1 if there is none: a few who call next to nothing move it little. */
    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return 1;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The same, where what is usual is worth that many periods. */
    public RepBias withPriorPeriods(double periods) {
        return new RepBias(who, calls, Shrinkage.toward(usual.prior(), periods));
    }

    /** Whose calls they are. */
    public String who() {
        return who;
    }

    /** The calls by their periods. */
    public List<Call> calls() {
        return calls;
    }

    /** The periods in which something was called. */
    public int periods() {
        return (int) calls.stream().filter(c -> c.called().signum() > 0).count();
    }

    /** Σ actual / Σ called, as it was; what is usual where nothing was called. */
    public double ratio() {
        return called.isZero() ? usual() : Ratio.of(actual, called).value();
    }

    /**
     * The average of what came beyond the usual part of each call, in its own standard errors: mean / (deviation / √n). Without a
     * deviation it is infinite, or 0 where nothing was missed; of one period it is 0.
     */
    public double standardErrors() {
        double[] missed = calls.stream()
                .filter(c -> c.called().signum() > 0)
                .mapToDouble(c -> c.actual().amount().doubleValue()
                        - usual() * c.called().amount().doubleValue())
                .toArray();
        if (missed.length < 2) {
            return 0;
        }
        double mean = 0;
        for (double each : missed) {
            mean += each / missed.length;
        }
        double squares = 0;
        for (double each : missed) {
            squares += (each - mean) * (each - mean);
        }
        double error = StrictMath.sqrt(squares / (missed.length - 1) / missed.length);
        return mean == 0 ? 0 : mean / error;
    }

    /** What the calls of others bring: 1, or the middle of the ratios of all sellers of a pipeline. */
    public double usual() {
        return usual.prior();
    }

    /** The ratio drawn towards what is usual. */
    public double factor() {
        return usual.of(ratio(), periods());
    }

    /** A call times the factor, rounded half-even to six digits after the point. */
    public Money corrected(Money call) {
        BigDecimal exact = call.amount().multiply(BigDecimal.valueOf(factor()));
        return Money.of(exact.setScale(6, RoundingMode.HALF_EVEN), call.currency());
    }

    public Kind kind() {
        if (periods() < FEWEST_PERIODS
                || Math.abs(factor() - usual()) <= NOTABLE * usual()
                || Math.abs(standardErrors()) <= STANDARD_ERRORS) {
            return Kind.NONE_SEEN;
        }
        return factor() > usual() ? Kind.SANDBAGGING : Kind.HAPPY_EARS;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RepBias that
                && who.equals(that.who)
                && calls.equals(that.calls)
                && usual.equals(that.usual);
    }

    @Override
    public int hashCode() {
        return Objects.hash(who, calls, usual);
    }

    /** {@code Anna: happy ears, 79.7 % of what was called came in 4 periods; corrected by 0.899}. */
    @Override
    public String toString() {
        String name = kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return who + ": " + (kind() == Kind.NONE_SEEN ? "no bias seen" : name) + ", " + StageWeight.percent(ratio())
                + " of what was called came in " + periods() + (periods() == 1 ? " period" : " periods")
                + (usual() == 1 ? "" : ", where " + StageWeight.percent(usual()) + " is usual")
                + "; corrected by "
                + new BigDecimal(factor()).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }
}
