package io.revops.reconcile;

import io.revops.ledger.PolicyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A convention in which two policies differ: what the first says and what the second says. Several, where they only go
 * together.
 *
 * @param from the first policy's choices
 * @param to the second policy's choices of the same conventions, in the same order
 */
public record Rule(List<PolicyOption> from, List<PolicyOption> to) {
    public Rule {
        from = List.copyOf(from);
        to = List.copyOf(to);
        List<String> names = to.stream().map(PolicyOption::option).toList();
        if (from.isEmpty() || !from.stream().map(PolicyOption::option).toList().equals(names)) {
            throw new IllegalArgumentException(
                    "A rule leads from " + from + " to " + to + ". Maybe one choice of each convention on both sides.");
        }
    }

    static Rule of(PolicyOption from, PolicyOption to) {
        return new Rule(List.of(from), List.of(to));
    }

    /** The names of its conventions: {@code discount}. */
    public String name() {
        return from.stream().map(PolicyOption::option).collect(Collectors.joining(" + "));
    }

    /** The codes that the first policy has: {@code FOREVER_ONLY}. */
    public String before() {
        return codes(from);
    }

    /** The codes that the second policy has: {@code ALL_ACTIVE}. */
    public String after() {
        return codes(to);
    }

    /** The rule seen from the second policy. */
    public Rule swapped() {
        return new Rule(to, from);
    }

    private static String codes(List<PolicyOption> options) {
        return options.stream().map(PolicyOption::code).collect(Collectors.joining(" + "));
    }

    /** {@code discount FOREVER_ONLY -> ALL_ACTIVE}. */
    @Override
    public String toString() {
        return name() + " " + before() + " -> " + after();
    }
}
