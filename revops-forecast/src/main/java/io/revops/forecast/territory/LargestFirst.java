package io.revops.forecast.territory;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Gives out accounts one by one, the largest first, each where it costs least: the rule that people draw territories by (R. L. Graham,
 * Bounds on multiprocessing timing anomalies, 1969). A start for the search, and what it is measured against.
 */
final class LargestFirst {
    private LargestFirst() {}

    /**
     * Gives out those accounts that have nobody.
     *
     * @param start a rep or {@link TerritoryModel#NOBODY} for each account
     * @return a rep for each account, or {@link TerritoryModel#NOBODY} where a limit on counts leaves none
     */
    static int[] of(TerritoryModel model, int[] start) {
        Division division = new Division(model, start);
        double[] size = new double[model.n];
        for (int m = 0; m < model.k; m++) {
            double total = 0;
            for (int rep = 0; rep < model.r; rep++) {
                total += model.fair[rep * model.k + m];
            }
            for (int i = 0; i < model.n; i++) {
                size[i] += total == 0 ? 0 : model.amounts[m][i] / total;
            }
        }
        int[] order = IntStream.range(0, model.n)
                .filter(i -> start[i] == TerritoryModel.NOBODY)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -size[i]).thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        for (int i : order) {
            int best = TerritoryModel.NOBODY;
            double least = Double.POSITIVE_INFINITY;
            for (int rep : model.options[i]) {
                if (division.hasRoom(i, rep)) {
                    double cost = division.ofEntering(i, rep);
                    if (cost < least) {
                        least = cost;
                        best = rep;
                    }
                }
            }
            if (best != TerritoryModel.NOBODY) {
                division.move(i, best);
            }
        }
        return division.at.clone();
    }

    /** From nothing. */
    static int[] of(TerritoryModel model) {
        int[] nobody = new int[model.n];
        Arrays.fill(nobody, TerritoryModel.NOBODY);
        return of(model, nobody);
    }
}
