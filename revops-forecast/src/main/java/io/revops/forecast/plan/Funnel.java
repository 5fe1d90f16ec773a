package io.revops.forecast.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The stages before an opportunity, each with the share that gets from it to the next, read backwards: how many leads it takes.
 *
 * @param stages from the first to the one before an opportunity; none where opportunities come out of nothing
 */
public record Funnel(List<Stage> stages) {
    /** Opportunities are made directly. */
    public static final Funnel NONE = new Funnel(List.of());

    /**
     * One stage.
     *
     * @param name lead, MQL, SQL
     * @param rate the share that gets to the next stage, above 0, at most 1
     */
    public record Stage(String name, double rate) {
        public Stage {
            Objects.requireNonNull(name, "name");
            if (!(rate > 0 && rate <= 1)) {
                throw InvalidPlanException.of(
                        PlanFaultCode.OUT_OF_RANGE,
                        name,
                        "rate",
                        "Of the stage (" + name + ") a share of " + rate
                                + " gets on. Maybe above 0 and at most 1: 0.2 for 20 %.");
            }
        }
    }

    public Funnel {
        stages = List.copyOf(stages);
    }

    /** Begins with the first stage; the others follow with {@code then}. */
    public static Funnel of(String stage, double rate) {
        return new Funnel(List.of(new Stage(stage, rate)));
    }

    /** The same with one more stage, after those before. */
    public Funnel then(String stage, double rate) {
        List<Stage> more = new ArrayList<>(stages);
        more.add(new Stage(stage, rate));
        return new Funnel(more);
    }

    /** How many must be in each stage for so many opportunities, the first stage first: next / rate. */
    public Map<String, Double> needed(double opportunities) {
        List<Double> backwards = new ArrayList<>();
        double next = opportunities;
        for (int i = stages.size() - 1; i >= 0; i--) {
            next = next / stages.get(i).rate();
            backwards.add(next);
        }
        Map<String, Double> needed = new LinkedHashMap<>();
        for (int i = 0; i < stages.size(); i++) {
            needed.put(stages.get(i).name(), backwards.get(stages.size() - 1 - i));
        }
        return Collections.unmodifiableMap(needed);
    }
}
