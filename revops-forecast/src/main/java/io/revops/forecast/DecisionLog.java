package io.revops.forecast;

import io.revops.metric.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decisions in the order in which they were taken; a log is only ever added to.
 *
 * <p>How often recommendations are followed says whether people trust them, not whether they help: for that, some would have to be followed or not by lot.
 */
public record DecisionLog(List<Decision> decisions) {
    public DecisionLog {
        decisions = List.copyOf(decisions);
        for (int i = 1; i < decisions.size(); i++) {
            if (decisions.get(i).on().isBefore(decisions.get(i - 1).on())) {
                throw new IllegalArgumentException(
                        "The decision about (" + decisions.get(i).subject() + ") is of "
                                + decisions.get(i).on() + ", before the one above it. Maybe sort them by day.");
            }
        }
    }

    public static DecisionLog empty() {
        return new DecisionLog(List.of());
    }

    /** The log with one more. */
    public DecisionLog plus(Decision decision) {
        List<Decision> all = new ArrayList<>(decisions);
        all.add(decision);
        return new DecisionLog(all);
    }

    /** How many were followed of how many. */
    public Proportion followed() {
        return followed(decisions);
    }

    /** The same by what was recommended, by whom, or anything else. */
    public SortedMap<String, Proportion> followedBy(Function<Decision, String> what) {
        SortedMap<String, List<Decision>> groups = new TreeMap<>();
        decisions.forEach(d ->
                groups.computeIfAbsent(what.apply(d), k -> new ArrayList<>()).add(d));
        SortedMap<String, Proportion> followed = new TreeMap<>();
        groups.forEach((name, of) -> followed.put(name, followed(of)));
        return followed;
    }

    private static Proportion followed(List<Decision> of) {
        return new Proportion(of.stream().filter(Decision::isFollowed).count(), of.size());
    }

    /** What was decided about a subject, in order. */
    public List<Decision> about(String subject) {
        return decisions.stream().filter(d -> d.subject().equals(subject)).toList();
    }
}
