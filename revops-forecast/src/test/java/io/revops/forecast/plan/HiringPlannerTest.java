package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.money.Money;
import io.revops.time.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Hires that close a gap, by hand and beside ojAlgo's integer programs. */
class HiringPlannerTest {
    private static final Span YEAR = Span.year(2026);
    private static final RampCurve CURVE = RampCurve.of(0, .25, .5, .75, 1);

    private static final CapacityModel TEAM =
            CapacityModel.of(YEAR, usd("75000")).withRamped(8).with(CURVE).withAttainment(.8);

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static List<Money> months(String each) {
        return Collections.nCopies(12, usd(each));
    }

    @Test
    void partsOfPeopleCloseTheYearsGapExactly() {
        HiringPlan plan = HiringPlanner.of(TEAM.with(Attrition.perYear(.15)), months("600000"))
                .plan();
        assertThat(plan.before().gap()).isPositive();
        assertThat(plan.afterExact().gap()).isCloseTo(0, within(1e-4));
        assertThat(plan.after().gap()).isNegative();
        assertThat(plan.proven()).isTrue();
        assertThat(plan.cost()).isGreaterThanOrEqualTo(plan.exactCost());
    }

    @Test
    void earliestStartIsTheCheapestMonthOfAFullRep() {
        HiringPlan plan = HiringPlanner.of(TEAM, months("600000"))
                .withCost(usd("10000"), usd("20000"))
                .plan();
        HiringCost january = plan.costs().get(0);
        assertThat(january.cost()).isEqualTo(20_000 + 12 * 10_000);
        assertThat(january.rampedMonths()).isEqualTo(.25 + .5 + .75 + 8);
        assertThat(january.perRampedMonth().orElseThrow()).isEqualTo(140_000 / 9.5);
        assertThat(plan.costs().get(11).perRampedMonth().value()).isEmpty();
        double needed = (7_200_000 - 8 * 12 * 60_000) / 60_000.0;
        assertThat(plan.exact()).singleElement().satisfies(h -> {
            assertThat(h.month()).isEqualTo(1);
            assertThat(h.reps()).isCloseTo(needed / 9.5, within(1e-9));
        });
        assertThat(plan.people()).isEqualTo(3);
        assertThat(plan.toString()).startsWith("3 hires: ").contains("exactly 2.53");
        Plan quotas = QuotaPlanner.of(usd("1000000"), YEAR)
                .with(QuotaBasis.CAPACITY)
                .with(CURVE)
                .plan(plan.positions())
                .orElseThrow();
        assertThat(quotas.leaves()).hasSize(3);
        assertThat(quotas.quota("2026-02 hire 1").months().get(0)).isEqualTo(usd("0"));
    }

    @Test
    void everyMonthIsClosedWhereAHireCanReachIt() {
        HiringPlan plan = HiringPlanner.of(TEAM, months("540000"))
                .with(HiringGoal.EVERY_MONTH)
                .withTimeToHire(2)
                .plan();
        assertThat(plan.unreached())
                .containsExactly(
                        Span.month(2026, 1), Span.month(2026, 2), Span.month(2026, 3)); // start in March, ramp 0
        assertThat(plan.whole()).first().isEqualTo(new Hires(3, 4)); // one full rep is missing, a quarter each in April
        assertThat(plan.after().shortMonths())
                .extracting(CapacityGap.Month::month)
                .isEqualTo(plan.unreached());
        assertThat(plan.opening(plan.whole().get(0))).isEqualTo(Span.month(2026, 1));
        assertThat(plan.toString()).contains("4 in 2026-03 (open in 2026-01)", "no hire closes [2026-01");
    }

    @Test
    void cumulativeGapIsClosedAtTheEndOfEveryMonth() {
        List<Money> targets = new ArrayList<>(months("500000"));
        targets.set(11, usd("2000000"));
        HiringPlan plan = HiringPlanner.of(TEAM.withRamped(9), targets)
                .with(HiringGoal.CUMULATIVE)
                .plan();
        double sum = 0;
        for (CapacityGap.Month month : plan.after().months()) {
            sum += month.gap();
            assertThat(sum).isLessThanOrEqualTo(1e-6);
        }
    }

    @Test
    void asManyAsTheLimitAllowsWhereItIsTooLow() {
        HiringPlan plan =
                HiringPlanner.of(TEAM, months("900000")).withMostPerMonth(1).plan();
        assertThat(plan.unreached()).containsExactly(Span.month(2026, 12));
        assertThat(plan.whole()).hasSize(11).allMatch(h -> h.reps() == 1); // who starts in December sells nothing
        assertThat(plan.after().gap()).isPositive();
    }

    @Test
    void nobodyIsHiredWithoutAGapOrWithoutAttainment() {
        assertThat(HiringPlanner.of(TEAM, months("1")).plan()).hasToString("no hires");
        HiringPlan idle = HiringPlanner.of(TEAM.withAttainment(0), months("1")).plan();
        assertThat(idle.whole()).isEmpty();
        assertThat(idle.unreached()).containsExactly(Span.month(2026, 12));
    }

    /** 30.67 rep-months are missing, and any 31 cost the same: that no 30.67 can be had proves it. */
    @Test
    void whereAllCostsAreWholeTheNextCheaperPlanIsAWholeStepAway() {
        HiringPlan plan = HiringPlanner.of(
                        CapacityModel.of(Span.year(2026), usd("75000")).withRamped(3),
                        PlanTargets.byMonth(usd("5000000"), Seasonality.EVEN, Span.year(2026)))
                .plan();
        assertThat(plan.cost()).isEqualTo(31);
        assertThat(plan.proven()).isTrue();
        assertThat(plan.toString()).startsWith("3 hires: ").endsWith("; exactly 2.56");
    }

    @Test
    void whatIsTypedIsShownInWords() {
        CapacityModel team = TEAM.with(Attrition.perYear(.15)).withHires(3, 1).withAttainment(.8);
        assertThat(HiringPlanner.of(team, months("600000")).withTimeToHire(2).toString())
                .startsWith("hires for USD 7,200,000.00 by YEAR, 2 months to hire; now ")
                .endsWith(", hires [1.0 in month 3], ramp " + team.curve()
                        + ", attrition 15.0 % a year, attainment 80.0 %, season even");
        assertThat(CapacitySimulation.of(team, CapacityRisk.of(.4, .1).withLateStarts(2)))
                .hasToString(
                        team + "; attainments spread by 40.0 %, all together by 10.0 %, hires up to 2 months late");
        assertThat(team.capacity().against(months("600000")).toString().lines())
                .hasSize(14)
                .startsWith("month    target  capacity  missing")
                .last()
                .asString()
                .startsWith("year  USD 7,200,000.00  USD ");
    }

    @Test
    void searchThatIsCutShortSaysSo() {
        HiringPlanner hard = HiringPlanner.of(TEAM.with(Attrition.perYear(.15)), months("777000"))
                .with(HiringGoal.EVERY_MONTH)
                .withCost(usd("9000"), usd("31000"));
        HiringPlan cut = hard.withSteps(1).plan();
        assertThat(cut.proven()).isFalse();
        assertThat(cut.toString()).contains("ended before it was proven");
        assertThat(cut.cost()).isGreaterThanOrEqualTo(hard.plan().cost());
    }

    @Test
    void whatMeansNothingIsRefused() {
        HiringPlanner planner = HiringPlanner.of(TEAM, months("1"));
        assertThatThrownBy(() -> planner.withTimeToHire(-1)).hasMessageContaining("Maybe 0 or more");
        assertThatThrownBy(() -> planner.withMostPerMonth(0)).hasMessageContaining("Maybe 1 or more");
        assertThatThrownBy(() -> planner.withSteps(0)).hasMessageContaining("Maybe 20,000");
        assertThatThrownBy(() -> planner.withCost(usd("0"), usd("0"))).hasMessageContaining("Maybe a monthly cost");
        assertThatThrownBy(() -> planner.withCost(Money.of(1, "EUR"), usd("0")))
                .isInstanceOf(InvalidPlanException.class);
        assertThatThrownBy(() -> HiringPlanner.of(TEAM, List.of())).hasMessageContaining("0 targets");
    }

    /** If it failed, somebody would be hired whom the year does not need. */
    @Property(tries = 60)
    void noHiresAreCheaper(@ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        CapacityModel team = TEAM.with(Attrition.perYear(random.nextInt(30) / 100.0));
        List<Money> targets = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            targets.add(usd(String.valueOf(400_000 + random.nextInt(400_000))));
        }
        HiringGoal goal = HiringGoal.values()[random.nextInt(3)];
        int time = random.nextInt(3);
        HiringPlanner planner = HiringPlanner.of(team, targets)
                .with(goal)
                .withTimeToHire(time)
                .withCost(usd("9000"), usd(String.valueOf(random.nextInt(40_000))));
        HiringPlan plan = random.nextBoolean()
                ? planner.plan()
                : planner.withMostPerMonth(3).plan();
        boolean limited = plan.whole().stream().allMatch(h -> h.reps() <= 3)
                && !plan.unreached().isEmpty();
        if (limited && goal != HiringGoal.EVERY_MONTH) {
            return; // as many as allowed: nothing to minimise
        }
        assertThat(plan.exactCost()).isLessThanOrEqualTo(plan.cost() + 1e-6);
        for (CapacityGap.Month month : plan.after().months()) {
            if (goal == HiringGoal.EVERY_MONTH && !plan.unreached().contains(month.month())) {
                assertThat(month.gap()).isLessThanOrEqualTo(1e-4);
            }
        }
        if (goal == HiringGoal.YEAR && plan.unreached().isEmpty()) {
            assertThat(plan.after().gap()).isLessThanOrEqualTo(1e-4);
        }
    }

    /** If it failed, our simplex and our branch and bound would share a mistake. */
    @Property(tries = 40)
    void integerProgramOfAnotherSolverCostsNoLess(@ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        CapacityModel team = TEAM.with(Attrition.perYear(random.nextInt(30) / 100.0));
        List<Money> targets = new ArrayList<>();
        for (int m = 0; m < 12; m++) {
            targets.add(usd(String.valueOf(450_000 + random.nextInt(200_000))));
        }
        HiringPlan plan = HiringPlanner.of(team, targets)
                .with(HiringGoal.CUMULATIVE)
                .withCost(usd("9000"), usd("20000"))
                .plan();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> hires = new ArrayList<>();
        for (HiringCost cost : plan.costs()) {
            hires.add(model.newVariable("h" + cost.month())
                    .lower(0)
                    .upper(60)
                    .integer(true)
                    .weight(cost.cost()));
        }
        double missing = 0;
        double[] sum = new double[12];
        for (int m = 1; m <= 12; m++) {
            missing += plan.before().months().get(m - 1).gap() / 60_000;
            boolean reached = false;
            for (int h = 1; h <= 12; h++) {
                sum[h - 1] += m < h
                        ? 0
                        : CURVE.at(m - h) * StrictMath.pow(team.attrition().monthlySurvival(), m - h);
                reached |= sum[h - 1] > 0;
            }
            if (reached && missing > 0) {
                double ours = plan.whole().stream()
                        .mapToDouble(some -> some.reps() * sum[some.month() - 1])
                        .sum();
                assertThat(ours).isGreaterThan(missing - 1e-9);
                Expression row = model.newExpression("m" + m).lower(missing);
                for (int h = 0; h < 12; h++) {
                    row.set(hires.get(h), sum[h]);
                }
            }
        }
        Optimisation.Result best = model.minimise();
        assertThat(best.getState().isOptimal()).isTrue();
        assertThat(plan.proven()).isTrue();
        // of seed 1676 the other solver calls hires the cheapest that cost 1,098,000, where ours meet every row for
        // 640,000
        assertThat(plan.cost()).isLessThan(best.getValue() + 1e-3);
    }

    /** If it failed, a budget would be called the least that is not, or a need impossible that can be met. */
    @Property(tries = 200)
    void simplexFindsWhatAnotherSolverFinds(@ForAll @LongRange(max = 10_000_000) long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(6);
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> unknowns = new ArrayList<>();
        double[] cost = new double[n];
        for (int j = 0; j < n; j++) {
            cost[j] = random.nextInt(10);
            unknowns.add(model.newVariable("x" + j).lower(0).weight(cost[j]));
        }
        List<double[]> rows = new ArrayList<>();
        List<Double> needs = new ArrayList<>();
        for (int r = random.nextInt(8); r >= 0; r--) {
            double[] row = new double[n];
            double need = random.nextInt(20) - 8;
            Expression expression = model.newExpression("r" + r).lower(need);
            for (int j = 0; j < n; j++) {
                row[j] = random.nextInt(9) - 3;
                expression.set(unknowns.get(j), row[j]);
            }
            rows.add(row);
            needs.add(need);
        }
        Optimisation.Result best = model.minimise();
        double[] found = DualSimplex.minimise(cost, rows, needs);
        assertThat(found != null).isEqualTo(best.getState().isFeasible());
        if (found != null) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += cost[j] * found[j];
            }
            assertThat(sum).isCloseTo(best.getValue(), within(1e-6));
            for (int r = 0; r < rows.size(); r++) {
                double met = 0;
                for (int j = 0; j < n; j++) {
                    met += rows.get(r)[j] * found[j];
                }
                assertThat(met).isGreaterThanOrEqualTo(needs.get(r) - 1e-7);
            }
        }
    }
}
