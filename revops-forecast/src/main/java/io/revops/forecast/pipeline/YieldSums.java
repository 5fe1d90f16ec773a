package io.revops.forecast.pipeline;

import io.revops.book.ForecastCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums what was called and what came of it, category by category and seller by seller, over periods that have passed. */
final class YieldSums {
    private static final String EVERYBODY = "";

    private final Map<ForecastCategory, Map<String, double[]>> sums = new TreeMap<>();

    /**
     * What was called in one period.
     *
     * @param byOwner by category and seller (empty: nobody), what was called and what came of it
     */
    void add(Map<ForecastCategory, Map<String, double[]>> byOwner) {
        byOwner.forEach((category, owners) -> {
            double called = 0;
            double won = 0;
            for (Map.Entry<String, double[]> owner : owners.entrySet()) {
                called += owner.getValue()[0];
                won += owner.getValue()[1];
                if (!owner.getKey().isEmpty()) {
                    add(category, owner.getKey(), owner.getValue()[0], owner.getValue()[1]);
                }
            }
            add(category, EVERYBODY, called, won);
        });
    }

    private void add(ForecastCategory category, String owner, double called, double won) {
        if (called > 0) {
            double[] sum =
                    sums.computeIfAbsent(category, c -> new TreeMap<>()).computeIfAbsent(owner, o -> new double[3]);
            sum[0] += called;
            sum[1] += won;
            sum[2]++;
        }
    }

    /**
     * Of each category first that of everybody, then those of its sellers, drawn towards it.
     *
     * @param strength how many periods of a seller's that of everybody is worth
     * @param each how much of a period each one that was added is worth: less than 1 where they overlap
     */
    List<CategoryYield> yields(double strength, double each) {
        List<CategoryYield> yields = new ArrayList<>();
        sums.forEach((category, owners) -> {
            double[] all = owners.getOrDefault(EVERYBODY, new double[3]);
            Shrinkage towards = Shrinkage.toward(all[1] / all[0], strength);
            owners.forEach((owner, sum) -> yields.add(new CategoryYield(
                    category,
                    owner,
                    sum[0],
                    sum[1],
                    (int) Math.max(1, Math.round(sum[2] * each)),
                    owner.isEmpty() ? towards.prior() : towards.of(sum[1] / sum[0], sum[2] * each))));
        });
        return yields;
    }
}
