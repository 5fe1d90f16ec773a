package io.revops.forecast.pipeline;

import io.revops.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The probability of winning by stage: chosen, or learnt from deals that were resolved by a day, with how many they were.
 *
 * <p>Learnt: of the deals that were ever in the stage and are won or lost by the as-of day, the share that was won, drawn towards a
 * prior that somebody stated: (won + k · prior) / (resolved + k), which at n = 0 is the prior. A deal that was won, lost and opened
 * again counts with what it is now. A stage without a prior of its own is drawn towards the share of all resolved deals that was
 * won; if it has no resolved deal either, it has no weight. Deals that are still open say nothing yet; where deals have become slower lately that makes the weights too high or too low, and a hazard by age is better.
 */
public final class StageWeights {
    private final SortedMap<String, StageWeight> weights;

    private StageWeights(Collection<StageWeight> weights) {
        SortedMap<String, StageWeight> byStage = new TreeMap<>();
        weights.forEach(w -> byStage.put(w.stage(), w));
        this.weights = Collections.unmodifiableSortedMap(byStage);
    }

    /** Weights that somebody chose, each between 0 and 1. */
    public static StageWeights fixed(Map<String, Double> probabilities) {
        return new StageWeights(probabilities.entrySet().stream()
                .map(e -> StageWeight.fixed(e.getKey(), e.getValue()))
                .toList());
    }

    /**
     * Learnt from the resolved deals of a pipeline, each stage drawn towards its prior.
     *
     * @param priors what is believed of each stage without a case
     * @param strength how many deals a prior is worth, above 0
     */
    public static StageWeights learnt(Pipeline pipeline, Map<String, Double> priors, double strength) {
        if (!(strength > 0)) {
            throw new IllegalArgumentException(
                    "A prior is worth " + strength + " deals. Maybe more than 0, or learn without priors.");
        }
        SortedMap<String, long[]> counts = counts(pipeline);
        priors.keySet().forEach(s -> counts.computeIfAbsent(s, k -> new long[2]));
        long[] all = all(pipeline);
        List<StageWeight> weights = new ArrayList<>();
        counts.forEach((stage, count) -> {
            Double prior = priors.get(stage);
            if (prior != null) {
                weights.add(StageWeight.learnt(stage, count[0], count[1], Shrinkage.toward(prior, strength)));
            } else if (count[1] > 0) {
                weights.add(StageWeight.learnt(
                        stage, count[0], count[1], Shrinkage.toward((double) all[0] / all[1], strength)));
            }
        });
        return new StageWeights(weights);
    }

    /**
     * Learnt without a belief about single stages: each is drawn towards the share of all resolved deals that was won.
     *
     * @param strength how many deals that share is worth, above 0
     */
    public static StageWeights learnt(Pipeline pipeline, double strength) {
        return learnt(pipeline, Map.of(), strength);
    }

    private static SortedMap<String, long[]> counts(Pipeline pipeline) {
        SortedMap<String, long[]> counts = new TreeMap<>();
        for (DealPath deal : pipeline.deals()) {
            if (deal.isOpen()) {
                continue;
            }
            Set<String> stages = new HashSet<>();
            StageVisit.of(deal, pipeline.asOf()).forEach(v -> stages.add(v.stage()));
            for (String stage : stages) {
                long[] count = counts.computeIfAbsent(stage, s -> new long[2]);
                count[0] += deal.isWon() ? 1 : 0;
                count[1]++;
            }
        }
        return counts;
    }

    private static long[] all(Pipeline pipeline) {
        long won = pipeline.deals().stream().filter(DealPath::isWon).count();
        long lost = pipeline.deals().stream().filter(DealPath::isLost).count();
        return new long[] {won, won + lost};
    }

    /** Every stage with its weight and what it rests on. */
    public SortedMap<String, StageWeight> byStage() {
        return weights;
    }

    /** The weight of a stage; empty if nobody chose one and none was learnt. */
    public Optional<StageWeight> find(String stage) {
        return Optional.ofNullable(weights.get(stage));
    }

    /** The open deals of a pipeline, weighted; those without a stage, a weight or an amount are listed and not counted. */
    public WeightedPipeline weigh(Pipeline pipeline) {
        List<WeightedDeal> counted = new ArrayList<>();
        List<String> unweighted = new ArrayList<>();
        for (DealPath deal : pipeline.open()) {
            DealStep step = deal.last();
            Optional<StageWeight> weight = step.stage().flatMap(this::find);
            if (step.stage().isEmpty()) {
                unweighted.add(deal.id() + ": it is in no stage.");
            } else if (weight.isEmpty()) {
                unweighted.add(deal.id() + ": the stage (" + step.stage().get() + ") has no weight.");
            } else if (step.amount().isEmpty()) {
                unweighted.add(deal.id() + ": it has no amount.");
            } else {
                Money amount = OneCurrency.money(step.amountOrZero(), pipeline.currency());
                counted.add(new WeightedDeal(deal.id(), amount, weight.get().probability(), step.closeDate()));
            }
        }
        return WeightedPipeline.of(OneCurrency.of(pipeline), counted, unweighted);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof StageWeights that && weights.equals(that.weights);
    }

    @Override
    public int hashCode() {
        return weights.hashCode();
    }

    /** The weights by stage. */
    @Override
    public String toString() {
        return String.join(
                ", ", weights.values().stream().map(StageWeight::toString).toList());
    }
}
