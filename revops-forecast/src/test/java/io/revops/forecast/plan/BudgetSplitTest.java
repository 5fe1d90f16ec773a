package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Where a budget goes, against a linear program that ojAlgo solves. */
class BudgetSplitTest {
    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    /** 100 bring 3 each in EMEA, the next 200 half of that; 150 bring 2 each in APAC, which must have 20. */
    private static final List<BudgetOption> OPTIONS = List.of(
            BudgetOption.of("EMEA").then(usd(100), 3).then(usd(200), 1.5),
            BudgetOption.of("APAC").then(usd(150), 2).withAtLeast(usd(20)));

    @Example
    void everyNextDollarGoesWhereItBringsMost() {
        BudgetSplit split = BudgetSplit.of(usd(300), OPTIONS);
        assertThat(split)
                .hasToString("APAC: USD 150.00 bring USD 300.00, and no more would bring anything\n"
                        + "EMEA: USD 150.00 bring USD 375.00, the next one 1.5");
        assertThat(split.expected()).isEqualTo(675);
        assertThat(BudgetSplit.of(usd(60), OPTIONS).of("APAC").amount()).isEqualTo(usd(20));
        BudgetSplit much = BudgetSplit.of(usd(500), OPTIONS);
        assertThat(much.unspent()).isEqualTo(usd(50));
        assertThat(much.toString()).endsWith("\nUSD 50.00 would bring nothing");
    }

    private static List<BudgetOption> random(Random random) {
        List<BudgetOption> options = new ArrayList<>();
        int n = 1 + random.nextInt(5);
        for (int i = 0; i < n; i++) {
            BudgetOption option = BudgetOption.of("o" + i);
            double returns = random.nextInt(50) / 10.0;
            int most = 0;
            for (int step = 0; step < 1 + random.nextInt(3); step++) {
                int amount = 1 + random.nextInt(100);
                option = option.then(usd(amount), returns);
                most += amount;
                returns = Math.max(0, returns - random.nextInt(20) / 10.0);
            }
            options.add(random.nextBoolean() ? option : option.withAtLeast(usd(random.nextInt(most))));
        }
        return options;
    }

    /** If it failed, the same money would bring more elsewhere. */
    @Property(tries = 200)
    void itIsTheOptimumOfALinearProgram(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Random random = new Random(seed);
        List<BudgetOption> options = random(random);
        Money least = options.stream().flatMap(o -> o.atLeast().stream()).reduce(usd(0), Money::plus);
        Money budget = least.plus(usd(random.nextInt(300)));
        BudgetSplit split = BudgetSplit.of(budget, options);
        assertThat(split.expected()).isCloseTo(optimum(budget, options), within(1e-6));
        assertThat(split.shares().stream().map(BudgetShare::amount).reduce(split.unspent(), Money::plus))
                .isEqualTo(budget);
        for (BudgetOption option : options) {
            assertThat(split.of(option.name()).amount())
                    .isGreaterThanOrEqualTo(option.atLeast().orElse(usd(0)));
        }
    }

    private static double optimum(Money budget, List<BudgetOption> options) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression all = model.newExpression("all").upper(budget.amount());
        for (BudgetOption option : options) {
            Expression least = model.newExpression("least " + option.name())
                    .lower(option.atLeast().orElse(usd(0)).amount());
            for (BudgetOption.Step step : option.steps()) {
                Variable spent = model.newVariable(option.name() + model.countVariables())
                        .lower(0)
                        .upper(step.amount().amount())
                        .weight(step.returns());
                all.set(spent, 1);
                least.set(spent, 1);
            }
        }
        Optimisation.Result result = model.maximise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }

    /** If it failed, a team would lose money because the company has more. */
    @Property(tries = 100)
    void aLargerBudgetTakesFromNobody(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Random random = new Random(seed);
        List<BudgetOption> options = random(random);
        Money least = options.stream().flatMap(o -> o.atLeast().stream()).reduce(usd(0), Money::plus);
        Money budget = least.plus(usd(random.nextInt(200)));
        BudgetSplit small = BudgetSplit.of(budget, options);
        BudgetSplit large = BudgetSplit.of(budget.plus(usd(1 + random.nextInt(50))), options);
        small.shares().forEach(s -> assertThat(large.of(s.option()).amount()).isGreaterThanOrEqualTo(s.amount()));
    }

    @Example
    void whatMeansNothingIsNamed() {
        assertThatThrownBy(() -> BudgetOption.of("EMEA").then(usd(1), 1).then(usd(1), 2))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("Maybe put it first");
        assertThatThrownBy(() -> BudgetOption.of("EMEA").then(usd(1), 1).then(Money.of(1, "EUR"), 1))
                .hasMessageContaining("ExchangeRates");
        assertThatThrownBy(() -> BudgetOption.of("EMEA").then(usd(0), 1))
                .hasMessageContaining("Maybe an amount above 0");
        assertThatThrownBy(() -> BudgetOption.of("EMEA").then(usd(1), Double.NaN))
                .hasMessageContaining("0 or more");
        assertThatThrownBy(() -> BudgetOption.of("EMEA").withAtLeast(usd(-1))).hasMessageContaining("Maybe 0 or more");
        assertThatThrownBy(() -> BudgetSplit.of(usd(10), OPTIONS))
                .hasMessage(
                        "Options ask for at least USD 20.00, USD 10.00 more than the budget USD 10.00. Maybe raise it, or ask"
                                + " for less.");
        assertThatThrownBy(() ->
                        BudgetSplit.of(usd(10), List.of(BudgetOption.of("A").withAtLeast(usd(5)))))
                .hasMessageContaining("takes no more than USD 0.00. Maybe say with then(...)");
        assertThatThrownBy(() -> BudgetSplit.of(Money.of(100, "EUR"), OPTIONS))
                .isInstanceOfSatisfying(
                        InvalidPlanException.class, e -> assertThat(e.faults()).hasSize(2));
        assertThatThrownBy(() -> BudgetSplit.of(usd(10), List.of(BudgetOption.of("A"), BudgetOption.of("A"))))
                .hasMessageContaining("two options (A)");
        assertThatThrownBy(() -> BudgetSplit.of(usd(100), OPTIONS).of("LATAM"))
                .hasMessageContaining("Maybe one of [APAC, EMEA]");
    }
}
