package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Draws;
import io.revops.forecast.Support;
import io.revops.time.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learns yields for one period from those before it: each is looked at on the day that was as far from its end, with what was seen
 * on that day; what came of it is what is seen on the day of whoever asks.
 */
final class CommitLearning {
    private static final Comparator<CalledAmount> ORDER =
            Comparator.comparing(CalledAmount::category).thenComparing(CalledAmount::owner);

    private final CategoryMap stages;
    private final ResolvedPeriods periods;
    private final double strength;
    private final List<Look> looks = new ArrayList<>();

    CommitLearning(CategoryMap stages, ResolvedPeriods periods, double strength) {
        this.stages = stages;
        this.periods = periods;
        this.strength = strength;
    }

    /** A deal that was won: for how much, and when. */
    private record Won(LocalDate day, double amount) {}

    /** A period as it was seen on its day. */
    private static final class Look {
        private final Span period;
        private final LocalDate day;
        private final PeriodDeals deals;
        private final Map<String, Won> won = new LinkedHashMap<>();
        private final double closed;
        private final List<CalledAmount> called;
        private List<CategoryYield> yields = List.of();
        private double fresh;
        private int resolved;

        Look(Span period, Pipeline seen, CategoryMap stages) {
            this.period = period;
            day = seen.asOf();
            deals = PeriodDeals.of(seen, period, stages);
            for (DealPath deal : seen.deals()) {
                if (deal.isWon()) {
                    won.put(
                            deal.id(),
                            new Won(deal.closed().orElseThrow(), deal.last().amountOrZero()));
                }
            }
            SortedMap<CalledAmount, Double> sums = new TreeMap<>(ORDER);
            double sum = 0;
            for (CalledDeal deal : deals.counted()) {
                double amount = deal.amount().amount().doubleValue();
                if (deal.category() == ForecastCategory.CLOSED) {
                    sum += amount;
                } else if (deal.category() != ForecastCategory.OMITTED) {
                    sums.merge(new CalledAmount(deal.category(), deal.owner(), 0), amount, Double::sum);
                }
            }
            closed = sum;
            called = sums.entrySet().stream()
                    .map(e -> new CalledAmount(e.getKey().category(), e.getKey().owner(), e.getValue()))
                    .toList();
        }

        boolean isCalled() {
            return !called.isEmpty();
        }

        boolean isOverOn(LocalDate other) {
            return !period.to().isAfter(other.plusDays(1));
        }

        double expected() {
            return closed + CommitPeriod.expected(called, yields) + fresh;
        }
    }

    /** What of a look had come, as seen from a later one. */
    private static final class Came {
        private final Map<ForecastCategory, Map<String, double[]>> byOwner = new TreeMap<>();
        private double open;
        private double total;

        Came(Look then, Look now) {
            for (CalledDeal deal : then.deals.counted()) {
                ForecastCategory category = deal.category();
                if (category == ForecastCategory.CLOSED || category == ForecastCategory.OMITTED) {
                    continue;
                }
                double[] sums = byOwner.computeIfAbsent(category, c -> new TreeMap<>())
                        .computeIfAbsent(deal.owner(), o -> new double[2]);
                sums[0] += deal.amount().amount().doubleValue();
                Won won = now.won.get(deal.deal());
                if (won != null && won.day().isAfter(then.day) && then.period.contains(won.day())) {
                    sums[1] += won.amount();
                    open += won.amount();
                }
            }
            for (Won won : now.won.values()) {
                total += then.period.contains(won.day()) ? won.amount() : 0;
            }
        }

        /** What came beside what had closed and what was called. */
        double fresh(Look then) {
            return total - then.closed - open;
        }
    }

    /** All that is learnt for a period on the pipeline's day. */
    CommitPeriod learn(Pipeline pipeline, Span horizon) {
        look(pipeline, horizon);
        for (int i = looks.size() - 1; i >= 0; i--) {
            learn(looks.get(i), looks.subList(i + 1, looks.size()));
        }
        Look now = looks.get(0);
        List<Look> measured = looks.subList(1, looks.size()).stream()
                .filter(l -> l.resolved >= ResolvedPeriods.LEAST - 1 && l.isOverOn(now.day))
                .toList();
        List<CommitError> errors = new ArrayList<>();
        List<BacktestTrial> trials = new ArrayList<>();
        for (int i = measured.size() - 1; i >= 0; i--) {
            Look then = measured.get(i);
            errors.add(error(then, now));
            List<CommitError> known = new ArrayList<>();
            for (int k = measured.size() - 1; k > i; k--) {
                if (measured.get(k).isOverOn(then.day)) {
                    known.add(error(measured.get(k), then));
                }
            }
            SortedMap<Double, Double> quantiles = known.isEmpty()
                    ? new TreeMap<>()
                    : Backtest.quantiles(outcomes(then.closed, then.called, then.yields, then.fresh, known));
            trials.add(
                    new BacktestTrial(then.day, then.period, 1, then.expected(), quantiles, new Came(then, now).total));
        }
        return new CommitPeriod(
                horizon, now.closed, now.called, now.yields, now.fresh, now.resolved, errors, trials, now.deals.left());
    }

    /** Goes back from period to period, as long as somebody had called something, or there were deals. */
    private void look(Pipeline pipeline, Span horizon) {
        long days = ChronoUnit.DAYS.between(pipeline.asOf(), horizon.to());
        looks.add(new Look(horizon, pipeline, stages));
        LocalDate first = pipeline.deals().stream()
                .map(DealPath::opened)
                .min(Comparator.naturalOrder())
                .orElse(pipeline.asOf());
        Span period = horizon.previous();
        // a period more than is learnt from for each that an error is measured on
        for (int i = 0; i < 2 * periods.most(); i++) {
            LocalDate day = period.to().minusDays(days);
            if (day.isBefore(first) || !pipeline.reaches(day)) {
                break;
            }
            Look look = new Look(period, pipeline.asOf(day), stages);
            if (look.isCalled()) {
                looks.add(look);
            }
            period = period.previous();
        }
    }

    private void learn(Look now, List<Look> earlier) {
        List<Look> over = earlier.stream()
                .filter(l -> l.isOverOn(now.day))
                .limit(periods.most())
                .toList();
        YieldSums sums = new YieldSums();
        double fresh = 0;
        for (Look then : over) {
            Came came = new Came(then, now);
            fresh += came.fresh(then);
            sums.add(came.byOwner);
        }
        now.resolved = over.size();
        now.fresh = over.isEmpty() ? 0 : fresh / over.size();
        now.yields = sums.yields(strength, 1);
    }

    private static CommitError error(Look then, Look now) {
        Came came = new Came(then, now);
        double exposure = CommitPeriod.exposure(then.called, then.yields);
        double missed = came.open - CommitPeriod.expected(then.called, then.yields);
        return new CommitError(
                then.day,
                exposure > 0 ? missed / exposure : 0,
                came.fresh(then) - then.fresh + (exposure > 0 ? 0 : missed));
    }

    static Draws outcomes(
            double closed,
            List<CalledAmount> called,
            List<CategoryYield> yields,
            double fresh,
            List<CommitError> errors) {
        return Draws.exact(closed).plus(open(called, yields, errors)).plus(fresh(fresh, errors));
    }

    /** What may come of the deals that are called: never less than nothing. */
    static Draws open(List<CalledAmount> called, List<CategoryYield> yields, List<CommitError> errors) {
        double expected = CommitPeriod.expected(called, yields);
        double exposure = CommitPeriod.exposure(called, yields);
        return Draws.of(
                support(errors),
                errors.stream()
                        .mapToDouble(e -> Math.max(0, expected + e.open() * exposure))
                        .toArray());
    }

    /** What may come beside them. */
    static Draws fresh(double expected, List<CommitError> errors) {
        return Draws.of(
                support(errors),
                errors.stream()
                        .mapToDouble(e -> Math.max(0, expected + e.fresh()))
                        .toArray());
    }

    private static Support support(List<CommitError> errors) {
        return new Support.Fitted(errors.stream().map(CommitError::origin).toList());
    }
}
