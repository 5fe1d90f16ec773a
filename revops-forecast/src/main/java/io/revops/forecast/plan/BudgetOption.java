package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where money of a budget may go, and what it brings: a segment, a channel, a team. What comes first brings most; more of the
 * same never brings more than what came before.
 *
 * <p>Every {@code then} and {@code with} gives a changed copy.
 */
public final class BudgetOption {
    /**
     * So much money, and what each unit of it brings.
     *
     * @param amount above 0
     * @param returns of one unit of money, from 0: 3 for three dollars of new business a dollar
     */
    public record Step(Money amount, double returns) {
        public Step {
            Objects.requireNonNull(amount, "amount");
        }

        /** {@code USD 100,000.00 at 3.0}. */
        @Override
        public String toString() {
            return Cents.print(amount) + " at " + returns;
        }
    }

    private final String name;
    private final List<Step> steps;
    private final @Nullable Money least;

    private BudgetOption(String name, List<Step> steps, @Nullable Money least) {
        this.name = name;
        this.steps = List.copyOf(steps);
        this.least = least;
    }

    /** An option that takes no money yet. */
    public static BudgetOption of(String name) {
        return new BudgetOption(Objects.requireNonNull(name, "name"), List.of(), null);
    }

    /**
     * With the next so much money, and what each unit of it brings.
     *
     * @throws InvalidPlanException if it is no money, in another currency, or brings more than what comes before
     */
    public BudgetOption then(Money amount, double returns) {
        if (amount.signum() <= 0 || !(returns >= 0 && Double.isFinite(returns))) {
            throw fault(
                    PlanFaultCode.OUT_OF_RANGE,
                    "In (" + name + ") " + amount + " bring " + returns
                            + " each. Maybe an amount above 0, and 0 or more.");
        }
        if (!steps.isEmpty()) {
            Step before = steps.get(steps.size() - 1);
            if (!before.amount().currency().equals(amount.currency())) {
                throw fault(
                        PlanFaultCode.MIXED_CURRENCY,
                        "In (" + name + ") there are " + before.amount() + " and " + amount
                                + ". Maybe convert one of them with ExchangeRates first.");
            }
            if (returns > before.returns()) {
                throw fault(
                        PlanFaultCode.CONTRADICTION,
                        "In (" + name + ") what follows brings " + returns + ", more than the " + before.returns()
                                + " before it. Maybe put it first, or take the mean of both together.");
            }
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(amount, returns));
        return new BudgetOption(name, more, least);
    }

    /** With the least that it is given, whatever it brings. */
    public BudgetOption withAtLeast(Money amount) {
        if (amount.signum() < 0) {
            throw fault(
                    PlanFaultCode.OUT_OF_RANGE, "(" + name + ") is given at least " + amount + ". Maybe 0 or more.");
        }
        return new BudgetOption(name, steps, amount);
    }

    private InvalidPlanException fault(PlanFaultCode code, String text) {
        return InvalidPlanException.of(code, name, "budget", text);
    }

    public String name() {
        return name;
    }

    /** From the first money to the last. */
    public List<Step> steps() {
        return steps;
    }

    /** The least that it is given, if there is one. */
    public Optional<Money> atLeast() {
        return Optional.ofNullable(least);
    }

    @Override
    public String toString() {
        return name + " " + steps + (least == null ? "" : ", at least " + Cents.print(least));
    }
}
