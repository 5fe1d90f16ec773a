package io.revops.forecast.plan;

import io.revops.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * No plan, because the limits cannot all be kept.
 *
 * @param conflicts which limits bind, the deepest unit first; at least one
 * @param smallestChange limits to move so that the amount can be given out, the least movement in total; of several ways as
 *     short, one that spares the first units by id
 * @param least the least that could be given out as the limits stand; empty if they contradict each other
 * @param most the most that could be given out as the limits stand; empty if there is no end, or they contradict each other
 */
public record Infeasible(
        List<LimitConflict> conflicts, List<LimitChange> smallestChange, Optional<Money> least, Optional<Money> most)
        implements Planning {
    public Infeasible {
        conflicts = List.copyOf(conflicts);
        smallestChange = List.copyOf(smallestChange);
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(most, "most");
    }

    /** How far the limits move in total. */
    public Money moved() {
        return smallestChange.stream()
                .map(c -> c.limit().kind() == Limit.Kind.FLOOR
                        ? c.limit().amount().minus(c.to())
                        : c.to().minus(c.limit().amount()))
                .reduce(Money::plus)
                .orElseThrow();
    }

    @Override
    public Optional<Plan> plan() {
        return Optional.empty();
    }

    @Override
    public Plan orElseThrow() {
        throw new IllegalStateException(toString());
    }

    /** Why, and the next step. */
    @Override
    public String toString() {
        String why = conflicts.stream().map(c -> c + ".").collect(Collectors.joining(" "));
        String change = smallestChange.stream().map(LimitChange::toString).collect(Collectors.joining(", "));
        String range = least.map(l -> ", or give out " + Cents.print(l)
                        + most.map(m -> " to " + Cents.print(m)).orElse(" or more"))
                .orElse("");
        return "no plan: " + why + " Maybe " + change + range + ".";
    }
}
