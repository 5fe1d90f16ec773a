package io.revops.forecast.plan;

import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pipeline that must be built, by source and month, so that the wins of a year can come out of it: as much as the win
 * rate needs, and as early as the sales cycle needs.
 *
 * @param year the plan's span
 * @param wins what must be won in each of its months
 * @param sources where it comes from; their shares add up to 1
 * @param needs by month of building, then by source
 */
public record PipelinePlan(Span year, List<Money> wins, List<PipelineSource> sources, List<PipelineNeed> needs) {
    public PipelinePlan {
        wins = List.copyOf(wins);
        sources = List.copyOf(sources);
        needs = List.copyOf(needs);
    }

    /** For what must be won in each month of a year. */
    public static PipelinePlan of(Span year, List<Money> wins, List<PipelineSource> sources) {
        List<Span> months = QuotaPlanner.wholeMonths(year).months();
        if (wins.size() != months.size()) {
            throw new IllegalArgumentException("There are wins of " + wins.size() + " months, and " + year + " has "
                    + months.size() + ". Maybe one amount for each.");
        }
        check(wins, sources);
        List<PipelineNeed> needs = new ArrayList<>();
        for (PipelineSource source : sources) {
            for (int m = 0; m < months.size(); m++) {
                Money pipeline = pipeline(wins.get(m), source);
                Span closes = months.get(m);
                double opportunities = pipeline.amount()
                        .divide(source.averageDeal().amount(), MathContext.DECIMAL128)
                        .doubleValue();
                needs.add(new PipelineNeed(
                        Span.of(
                                closes.from().minusMonths(source.cycleMonths()),
                                closes.from().minusMonths(source.cycleMonths()).plusMonths(1)),
                        closes,
                        source.name(),
                        pipeline,
                        opportunities,
                        source.funnel().needed(opportunities)));
            }
        }
        needs.sort(Comparator.comparing((PipelineNeed n) -> n.month().from()).thenComparing(PipelineNeed::source));
        return new PipelinePlan(year, wins, sources, needs);
    }

    /** For the target of a plan, by its season. */
    public static PipelinePlan of(Plan plan, List<PipelineSource> sources) {
        return of(plan.year(), PlanTargets.byMonth(plan.target(), plan.planner().seasonality(), plan.year()), sources);
    }

    private static void check(List<Money> wins, List<PipelineSource> sources) {
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> names = new HashSet<>();
        for (PipelineSource source : sources) {
            sum = sum.add(BigDecimal.valueOf(source.share()));
            if (!names.add(source.name())) {
                throw InvalidPlanException.of(
                        PlanFaultCode.DUPLICATE,
                        source.name(),
                        "name",
                        "Two sources are named (" + source.name() + "). Maybe name one of them otherwise.");
            }
            for (Money win : wins) {
                if (!win.currency().equals(source.averageDeal().currency())) {
                    throw InvalidPlanException.of(
                            PlanFaultCode.MIXED_CURRENCY,
                            source.name(),
                            "averageDeal",
                            "A deal of (" + source.name() + ") is worth " + source.averageDeal()
                                    + ", and wins are in " + win.currency()
                                    + ". Maybe convert one of them with ExchangeRates first.");
                }
            }
        }
        if (sum.subtract(BigDecimal.ONE).abs().doubleValue() > 1e-9) {
            throw InvalidPlanException.of(
                    PlanFaultCode.OUT_OF_RANGE,
                    "sources",
                    "share",
                    "The shares of the sources add up to " + sum + " and not to 1. Maybe a source is missing.");
        }
    }

    private static Money pipeline(Money win, PipelineSource source) {
        BigDecimal exact = win.amount()
                .multiply(BigDecimal.valueOf(source.share()))
                .divide(BigDecimal.valueOf(source.winRate()), MathContext.DECIMAL128);
        int digits = Math.max(0, win.currency().getDefaultFractionDigits());
        return Money.of(exact.setScale(digits, RoundingMode.HALF_UP), win.currency());
    }

    /** All pipeline that the year's wins need. */
    public Money total() {
        return sum(needs);
    }

    /** What must have been built before the plan begins. */
    public List<PipelineNeed> before() {
        return needs.stream()
                .filter(n -> n.month().from().isBefore(year.from()))
                .toList();
    }

    /** What a source must build, by month of building. */
    public Map<Span, Money> of(String source) {
        if (sources.stream().noneMatch(s -> s.name().equals(source))) {
            throw new IllegalArgumentException("There is no source (" + source + "). Maybe one of "
                    + sources.stream().map(PipelineSource::name).toList() + ".");
        }
        Map<Span, Money> months = new LinkedHashMap<>();
        needs.stream().filter(n -> n.source().equals(source)).forEach(n -> months.put(n.month(), n.pipeline()));
        return months;
    }

    /** A line for each source. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (PipelineSource source : sources) {
            List<PipelineNeed> its =
                    needs.stream().filter(n -> n.source().equals(source.name())).toList();
            List<PipelineNeed> early = before().stream().filter(its::contains).toList();
            StringBuilder line =
                    new StringBuilder(source.name()).append(": pipeline ").append(Cents.print(sum(its)));
            if (!early.isEmpty()) {
                line.append(", ")
                        .append(Cents.print(sum(early)))
                        .append(" of it before ")
                        .append(year.from());
            }
            Map<String, Double> stages = source.funnel()
                    .needed(its.stream()
                            .mapToDouble(PipelineNeed::opportunities)
                            .sum());
            stages.forEach((stage, count) -> line.append(", ")
                    .append((long) Math.ceil(count - 1e-9))
                    .append(' ')
                    .append(stage));
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private Money sum(List<PipelineNeed> some) {
        return some.stream()
                .map(PipelineNeed::pipeline)
                .reduce(Money::plus)
                .orElse(Money.zero(wins.get(0).currency()));
    }
}
