package io.revops.forecast.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Against the proven optimum: of every division of 8 accounts among 3 reps, and of ojAlgo's programs. */
class TerritoryOptimumTest {
    private static final TerritoryPlanner PLANNER =
            TerritoryPlanner.of("potential", "workload").with(Travel.BY_PLACE).withSteps(100_000);

    private static TerritoryModel model(RandomTerritories some) {
        return TerritoryModelBuilder.of(PLANNER, some.accounts(), some.reps(), some.today());
    }

    @Test
    void withinTwoPercentOfEveryDivisionOfEightAccounts() {
        int exact = 0;
        for (int seed = 1; seed <= 200; seed++) {
            RandomTerritories some = RandomTerritories.of(seed, 8, 3);
            Territories drawn =
                    PLANNER.draw(some.accounts(), some.reps(), some.today()).orElseThrow();
            TerritoryModel model = model(some);
            int[] at = new int[8];
            double least = Double.POSITIVE_INFINITY;
            for (int code = 0; code < 6561; code++) {
                for (int i = 0, rest = code; i < 8; i++, rest /= 3) {
                    at[i] = rest % 3;
                }
                least = Math.min(least, model.cost(at));
            }
            assertThat(drawn.cost()).as("seed " + seed).isLessThanOrEqualTo(least * 1.02);
            assertThat(drawn.bound()).as("seed " + seed).isLessThanOrEqualTo(least * (1 + 1e-9));
            exact += drawn.cost() <= least * (1 + 1e-9) ? 1 : 0;
        }
        assertThat(exact).isGreaterThanOrEqualTo(198);
    }

    /** Most of the cost is convex, so tangents at the answer found bound it from below in a linear program that shares accounts out. */
    @Test
    void boundIsThatOfALinearProgramAndCostIsCloseToIt() {
        double above = 0;
        for (int seed = 1; seed <= 20; seed++) {
            RandomTerritories some = RandomTerritories.of(seed, 60, 3);
            Territories drawn = PLANNER.withSteps(400_000)
                    .draw(some.accounts(), some.reps(), Map.of())
                    .orElseThrow();
            TerritoryModel model = TerritoryModelBuilder.of(PLANNER, some.accounts(), some.reps(), Map.of());
            double lp = linear(model);
            assertThat(drawn.bound()).as("seed " + seed).isBetween(lp * 0.98, lp * 1.02);
            assertThat(drawn.cost()).as("seed " + seed).isBetween(lp * 0.999, lp * 1.05);
            above += drawn.cost() / lp - 1;
        }
        assertThat(above / 20).isLessThan(0.02);
    }

    /** The least own cost plus, for each rep and measure, what lies above tangents of P (l − 1)² at l = 0.5, 0.51 ... 1.5. */
    private static double linear(TerritoryModel model) {
        ExpressionsBasedModel program = new ExpressionsBasedModel();
        Variable[][] part = new Variable[model.n][model.r];
        for (int i = 0; i < model.n; i++) {
            Expression whole = program.newExpression("whole " + i).level(1);
            for (int rep = 0; rep < model.r; rep++) {
                part[i][rep] =
                        program.newVariable("x " + i + " " + rep).lower(0).weight(model.ownCost(i, rep));
                whole.set(part[i][rep], 1);
            }
        }
        for (int rep = 0; rep < model.r; rep++) {
            for (int m = 0; m < model.k; m++) {
                int c = rep * model.k + m;
                double p = model.price[c] * model.fair[c] * model.fair[c];
                Variable off = program.newVariable("off " + c).lower(0).weight(1);
                for (double l = 0.5; l <= 1.5; l += 0.01) {
                    double slope = 2 * p * (l - 1);
                    Expression tangent =
                            program.newExpression("t " + c + " " + l).lower(p * (l - 1) * (l - 1) - slope * l);
                    tangent.set(off, 1);
                    for (int i = 0; i < model.n; i++) {
                        tangent.set(part[i][rep], -slope * model.amounts[m][i] / model.fair[c]);
                    }
                }
            }
        }
        Optimisation.Result result = program.minimise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }
}
