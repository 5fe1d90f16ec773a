package io.revops.quickstart;

import static io.revops.catalog.Metrics.OPEN_PIPELINE;
import static io.revops.catalog.Metrics.WIN_RATE;

import io.revops.book.DealType;
import io.revops.book.Dimension;
import io.revops.book.Outcome;
import io.revops.forecast.Forecast;
import io.revops.forecast.Simulation;
import io.revops.forecast.plan.Attainment;
import io.revops.forecast.plan.Attainments;
import io.revops.forecast.plan.Attrition;
import io.revops.forecast.plan.Blend;
import io.revops.forecast.plan.CapacityModel;
import io.revops.forecast.plan.CapacityRisk;
import io.revops.forecast.plan.CapacitySimulation;
import io.revops.forecast.plan.HiringPlan;
import io.revops.forecast.plan.HiringPlanner;
import io.revops.forecast.plan.OverAssignment;
import io.revops.forecast.plan.PipelinePlan;
import io.revops.forecast.plan.PipelineSource;
import io.revops.forecast.plan.Plan;
import io.revops.forecast.plan.PlanCheck;
import io.revops.forecast.plan.PlanOutlook;
import io.revops.forecast.plan.PlanReview;
import io.revops.forecast.plan.PlanUnit;
import io.revops.forecast.plan.QuotaBasis;
import io.revops.forecast.plan.QuotaPlanner;
import io.revops.forecast.plan.RampCurve;
import io.revops.forecast.plan.Seasonality;
import io.revops.forecast.plan.Sensitivity;
import io.revops.ledger.RevenueView;
import io.revops.metric.Deals;
import io.revops.metric.Measurement;
import io.revops.money.Money;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plan of the year after a view's: everything that can be measured is, and the rest is assumed and said.
 *
 * @param before how the year's quotas were attained, of new business and expansion
 * @param plan quotas of the next
 * @param hiring capacity against target, and the hires that close the gap
 * @param sensitivity what moves the capacity most
 * @param pipeline what must be built
 * @param outlook the chance of the target, with the hires, and of each rep's quota
 * @param review what does not fit
 * @param assumed what nobody measured
 */
record YearPlan(
        Attainments before,
        Plan plan,
        HiringPlan hiring,
        Sensitivity sensitivity,
        PipelinePlan pipeline,
        PlanOutlook outlook,
        PlanReview review,
        List<String> assumed) {
    private static final long SEED = 2026;
    private static final int WORLDS = 10_000;
    private static final double GROWTH = 1.2;
    private static final double ATTRITION = 0.15;
    private static final int TIME_TO_HIRE = 2;

    static YearPlan of(RevenueView view, Optional<BigDecimal> wanted) {
        Attainments before =
                Attainments.of(view, DealType.NEW, DealType.EXPANSION).orElseThrow();
        Money closed = before.closed().orElseThrow();
        if (closed.signum() <= 0) {
            throw new IllegalArgumentException("Nothing of new business or expansion was won in " + view.span()
                    + ", and a plan goes by what was sold before. Maybe another year with --to, or load the deals that"
                    + " were won.");
        }
        Money target = wanted.map(w -> Money.of(w, closed.currency().getCurrencyCode()))
                .orElseGet(() -> grown(closed));
        LocalDate from = view.span().to();
        Span year = Span.of(from, from.plusYears(1));
        Map<String, Measurement<Money>> open = OPEN_PIPELINE
                .measure(view.during(year))
                .by(Dimension.DEAL_OWNER)
                .segments();
        Seasonality season = season(before);
        Plan plan = QuotaPlanner.of(target, year)
                .with(OverAssignment.percent(20))
                .with(Blend.of(QuotaBasis.HISTORY, 0.5)
                        .and(QuotaBasis.POTENTIAL, 0.3)
                        .and(QuotaBasis.CAPACITY, 0.2))
                .with(season)
                .plan(teams(before, open))
                .orElseThrow();
        double attainment = before.ofAll().orElseThrow().value();
        int reps = before.byRep().size();
        Money each = Money.of(
                before.quota().orElseThrow().amount().divide(BigDecimal.valueOf(reps * 12L), 2, RoundingMode.HALF_UP),
                closed.currency());
        CapacityModel team = CapacityModel.of(year, each)
                .withRamped(reps)
                .with(RampCurve.linear(4))
                .with(Attrition.perYear(ATTRITION))
                .with(season)
                .withAttainment(attainment);
        HiringPlan hiring =
                HiringPlanner.of(team, plan).withTimeToHire(TIME_TO_HIRE).plan();
        double winRate = WIN_RATE.measure(view).orElseThrow().value();
        PipelineSource source = PipelineSource.of("all sources", 1, winRate, cycle(view), average(view, closed));
        List<Double> past = before.perRep().rows().stream()
                .flatMap(r -> r.share().value().stream())
                .map(s -> s.value())
                .toList();
        PlanOutlook outlook = plan.against(sold(before, hiring, season, CapacityRisk.ofPast(past, 0.1)));
        return new YearPlan(
                before,
                plan,
                hiring,
                Sensitivity.of(hiring.staffed()),
                PipelinePlan.of(plan, List.of(source)),
                outlook,
                review(plan, hiring, open, winRate),
                List.of(
                        "over-assignment 20 %; quotas half by history, the rest by open pipeline and heads",
                        "attrition 15 % a year; two months to hire, four to ramp; attainment as last year",
                        "chances: each rep sells as last year, times an attainment of all those of it; attrition as above",
                        "win rate by count; the market moves all attainments together by 10 %"));
    }

    /** Everybody sells as the year before, times an attainment drawn of all those of it, and the hires as planned. */
    private static Forecast sold(Attainments before, HiringPlan hiring, Seasonality season, CapacityRisk risk) {
        Simulation worlds = Simulation.of(SEED, WORLDS);
        CapacityModel team = hiring.staffed();
        List<CapacityModel> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        parts.add(team.withRamped(0));
        names.add("hires");
        before.byRep().forEach((rep, its) -> {
            Money closed = its.closed().orElseThrow();
            if (closed.signum() > 0) {
                Money month = Money.of(
                        closed.amount().divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP), closed.currency());
                parts.add(CapacityModel.of(team.year(), month)
                        .withRamped(1)
                        .with(Attrition.perYear(ATTRITION))
                        .with(season));
                names.add(rep);
            }
        });
        Forecast sold =
                CapacitySimulation.of(parts.get(0), risk).named(names.get(0)).forecast(worlds);
        for (int i = 1; i < parts.size(); i++) {
            sold = sold.plus(CapacitySimulation.of(parts.get(i), risk)
                    .named(names.get(i))
                    .forecast(worlds));
        }
        return sold;
    }

    /** A fifth more, up to the next ten thousand. */
    private static Money grown(Money closed) {
        BigDecimal more = closed.amount().multiply(BigDecimal.valueOf(GROWTH));
        BigDecimal tens = BigDecimal.valueOf(10_000);
        return Money.of(more.divide(tens, 0, RoundingMode.CEILING).multiply(tens), closed.currency());
    }

    private static Seasonality season(Attainments before) {
        double[] quotas = before.byPeriod().values().stream()
                .mapToDouble(p -> p.quota().orElseThrow().amount().doubleValue())
                .toArray();
        return quotas.length == 4 && Arrays.stream(quotas).sum() > 0 ? Seasonality.quarters(quotas) : Seasonality.EVEN;
    }

    private static List<PlanUnit> teams(Attainments before, Map<String, Measurement<Money>> open) {
        List<PlanUnit> teams = new ArrayList<>();
        before.byTeam().forEach((team, its) -> {
            List<PlanUnit> reps = new ArrayList<>();
            for (Attainment rep : its.perRep().rows()) {
                reps.add(PlanUnit.rep(rep.rep())
                        .withHistory(rep.closed().amount().doubleValue())
                        .withPotential(open(open, rep.rep())
                                .map(m -> m.amount().doubleValue())
                                .orElse(0.0)));
            }
            teams.add(
                    PlanUnit.team(team.isEmpty() ? "no team" : team + "'s team").withUnits(reps));
        });
        return teams;
    }

    private static Optional<Money> open(Map<String, Measurement<Money>> open, String rep) {
        return Optional.ofNullable(open.get(rep)).flatMap(m -> m.reading().value());
    }

    private static PlanReview review(
            Plan plan, HiringPlan hiring, Map<String, Measurement<Money>> open, double winRate) {
        PlanCheck check = PlanCheck.of(plan).with(hiring.after());
        for (String rep : plan.byPerson().keySet()) {
            Money pipeline = open(open, rep).orElse(Money.zero(plan.target().currency()));
            check = check.withCoverage(rep, plan.quarters(rep).get(0), pipeline, winRate);
        }
        return check.review();
    }

    /** The mean of created to won, in whole months. */
    private static int cycle(RevenueView view) {
        ZoneId zone = view.policy().zone();
        double days = Deals.closed(view, Outcome.WON).stream()
                .mapToLong(d -> ChronoUnit.DAYS.between(
                        d.deal().created().date(zone),
                        d.state().closed().orElseThrow().date(zone)))
                .average()
                .orElse(0);
        return (int) Math.round(days * 12 / 365.25);
    }

    private static Money average(RevenueView view, Money closed) {
        long won = Deals.closed(view, Outcome.WON).stream()
                .filter(d -> d.deal().type().filter(DealType.RENEWAL::equals).isEmpty())
                .count();
        return Money.of(
                closed.amount().divide(BigDecimal.valueOf(Math.max(1, won)), 2, RoundingMode.HALF_UP),
                closed.currency());
    }
}
