package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** By how much limits must move for a plan, as a linear program that ojAlgo solves: nothing of ours is in it. */
final class LeastMovement {
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final OverAssignment over;

    private LeastMovement(OverAssignment over) {
        this.over = over;
    }

    /**
     * minimise Σ slack, where every floor may be undercut and every ceiling passed by its slack; in cents. The unknowns are
     * shares of the target, and a unit carries those below it × the over-assignments down to it.
     */
    static double of(List<PlanUnit> units, long target, OverAssignment over) {
        LeastMovement program = new LeastMovement(over);
        List<Variable> leaves = new ArrayList<>();
        units.forEach(u -> leaves.addAll(program.add(u, BigDecimal.ONE.add(over.share()))));
        Expression all = program.model.newExpression("all").level(target);
        leaves.forEach(v -> all.set(v, 1));
        Optimisation.Result result = program.model.minimise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }

    private List<Variable> add(PlanUnit unit, BigDecimal above) {
        BigDecimal more = over.levels().getOrDefault(unit.kind(), BigDecimal.ZERO);
        BigDecimal product = above.multiply(BigDecimal.ONE.add(more));
        List<Variable> leaves = new ArrayList<>();
        if (unit.units().isEmpty()) {
            leaves.add(model.newVariable(unit.id()).lower(0));
        }
        unit.units().forEach(u -> leaves.addAll(add(u, product)));
        unit.floor().ifPresent(f -> {
            Expression floor = model.newExpression("floor " + unit.id()).lower(cents(f));
            leaves.forEach(v -> floor.set(v, product));
            floor.set(model.newVariable("under " + unit.id()).lower(0).weight(1), 1);
        });
        unit.ceiling().ifPresent(c -> {
            Expression ceiling = model.newExpression("ceiling " + unit.id()).upper(cents(c));
            leaves.forEach(v -> ceiling.set(v, product));
            ceiling.set(model.newVariable("over " + unit.id()).lower(0).weight(1), -1);
        });
        return leaves;
    }

    private static BigDecimal cents(Money money) {
        return money.amount().movePointRight(2);
    }
}
