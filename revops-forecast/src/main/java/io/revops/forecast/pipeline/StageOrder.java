package io.revops.forecast.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The order in which a company's deals are meant to go through its stages.
 *
 * @param stages from the first to the last, each once
 */
public record StageOrder(List<String> stages) {
    public StageOrder {
        stages = List.copyOf(stages);
        if (new HashSet<>(stages).size() < stages.size() || stages.isEmpty()) {
            throw new IllegalArgumentException("The stages are " + stages + ". Maybe each once, and at least one.");
        }
    }

    /** From the first to the last. */
    public static StageOrder of(String... stages) {
        return new StageOrder(List.of(stages));
    }

    /**
     * As it is seen in the deals: stages by how many others had been entered before them on average, and of equal ones by their
     * names.
     *
     * @throws IllegalArgumentException if no open deal was ever in a stage
     */
    public static StageOrder learnt(Pipeline pipeline) {
        Map<String, long[]> places = new TreeMap<>();
        for (DealPath deal : pipeline.deals()) {
            Set<String> entered = new HashSet<>();
            for (StageVisit visit : StageVisit.of(deal, pipeline.asOf())) {
                if (entered.add(visit.stage())) {
                    long[] place = places.computeIfAbsent(visit.stage(), s -> new long[2]);
                    place[0] += entered.size() - 1;
                    place[1]++;
                }
            }
        }
        List<String> stages = new ArrayList<>(places.keySet());
        stages.sort(Comparator.<String>comparingDouble(s -> {
                    long[] place = places.getOrDefault(s, new long[] {0, 1});
                    return (double) place[0] / place[1];
                })
                .thenComparing(s -> s));
        return new StageOrder(stages);
    }

    /** The place of a stage, from 0; empty if it is none of them. */
    public OptionalInt place(String stage) {
        int at = stages.indexOf(stage);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }
}
