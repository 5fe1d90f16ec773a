package io.revops.reconcile;

import io.revops.ledger.PolicyConflict;
import io.revops.ledger.PolicyOption;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Policies between two: each rule as the first policy has it, or as the second. */
final class Mixes {
    private final RevenuePolicy first;
    private final RevenuePolicy second;
    private final List<Rule> rules;
    /** What was found out of a combination: why it is impossible, or nothing. */
    private final Map<Integer, Optional<String>> known = new HashMap<>();

    private final Set<String> met = new LinkedHashSet<>();

    private Mixes(RevenuePolicy first, RevenuePolicy second, List<Rule> rules) {
        this.first = first;
        this.second = second;
        this.rules = rules;
    }

    /** One rule for each convention in which they differ, in the order of {@link RevenuePolicy#options}. */
    static Mixes of(RevenuePolicy first, RevenuePolicy second) {
        Map<String, PolicyOption> before = byName(first);
        List<Rule> rules = second.options().stream()
                .filter(to -> !(to instanceof ReportingCurrency))
                .filter(to -> !to.equals(before.get(to.option())))
                .map(to -> Rule.of(Objects.requireNonNull(before.get(to.option())), to))
                .toList();
        return new Mixes(first, second, rules);
    }

    private static Map<String, PolicyOption> byName(RevenuePolicy policy) {
        return policy.options().stream().collect(Collectors.toMap(PolicyOption::option, o -> o));
    }

    /** The same with all rules as one. */
    Mixes together() {
        Rule all = new Rule(
                rules.stream().flatMap(r -> r.from().stream()).toList(),
                rules.stream().flatMap(r -> r.to().stream()).toList());
        return new Mixes(first, second, List.of(all));
    }

    List<Rule> rules() {
        return rules;
    }

    int whole() {
        return (1 << rules.size()) - 1;
    }

    private PolicyOption[] options(int combination) {
        Map<String, PolicyOption> options = new HashMap<>(byName(first));
        for (int i = 0; i < rules.size(); i++) {
            if ((combination & (1 << i)) != 0) {
                rules.get(i).to().forEach(to -> options.put(to.option(), to));
            }
        }
        List<PolicyOption> inOrder = new ArrayList<>();
        first.options().forEach(o -> inOrder.add(Objects.requireNonNull(options.get(o.option()))));
        return inOrder.toArray(new PolicyOption[0]);
    }

    /** Whether a combination can be counted, as far as is known. */
    boolean isPossible(int combination) {
        if (combination == 0 || combination == whole()) {
            return true;
        }
        return known.computeIfAbsent(combination, this::conflict).isEmpty();
    }

    private Optional<String> conflict(int combination) {
        Optional<PolicyConflict> conflict = RevenuePolicy.standard().conflict(options(combination));
        conflict.ifPresent(c -> met.add(c.one().option() + " " + c.one().code() + " and "
                + c.other().option() + " " + c.other().code() + " do not go together: " + c.why()));
        return conflict.map(PolicyConflict::toString);
    }

    /** Takes a combination out that cannot be told in one currency. */
    void leaveOut(int combination, String why) {
        known.put(combination, Optional.of(why));
        met.add("some amounts in between cannot be converted: " + why);
    }

    RevenuePolicy policy(int combination) {
        return combination == 0
                ? first
                : combination == whole() ? second : RevenuePolicy.standard().with(options(combination));
    }

    /** Why combinations were left out, each reason once. */
    List<String> met() {
        return List.copyOf(met);
    }
}
