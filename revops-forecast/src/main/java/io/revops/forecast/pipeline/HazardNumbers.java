package io.revops.forecast.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A hazard as plain numbers: a rate per day times a multiplier for each level of age, segment, stage, close date, amount, day of the
 * month, month of the quarter and quarter of the year, and of category where deals have one.
 *
 * @param rate per day
 * @param multipliers of each level of each factor
 * @param events how many each level rests on
 * @param spread by how much the levels of each factor differ, a variance; 0 where they are taken to be all the same
 */
public record HazardNumbers(
        double rate, List<List<Double>> multipliers, List<List<Double>> events, List<Double> spread) {
    private static final int WITHOUT_CATEGORIES = HazardLevels.FACTORS - 1;

    public HazardNumbers {
        multipliers = multipliers.stream().map(List::copyOf).toList();
        events = events.stream().map(List::copyOf).toList();
        spread = List.copyOf(spread);
        if (!(rate >= 0) || multipliers.size() < WITHOUT_CATEGORIES || multipliers.size() > HazardLevels.FACTORS) {
            throw new IllegalArgumentException("A hazard has the rate " + rate + " and " + multipliers.size()
                    + " factors. Maybe the file was changed.");
        }
    }

    /** Refuses levels that are others than those of this edition: each would be taken for its neighbour. */
    void check(int[] levels) {
        for (int f = 0; f < multipliers.size(); f++) {
            if (multipliers.get(f).size() != levels[f]) {
                throw new IllegalArgumentException(
                        "A hazard has " + multipliers.get(f).size() + " levels of "
                                + HazardLevels.Factor.at(f)
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' ')
                                + ", and there are " + levels[f]
                                + ". Maybe another edition wrote the model; train it again.");
            }
        }
    }

    static HazardNumbers of(Hazard hazard) {
        boolean categories = hazard.multipliers()[WITHOUT_CATEGORIES].length > 1;
        int factors = categories ? HazardLevels.FACTORS : WITHOUT_CATEGORIES;
        return new HazardNumbers(
                hazard.rate(),
                lists(hazard.multipliers()).subList(0, factors),
                lists(hazard.events()).subList(0, factors),
                list(hazard.spread()).subList(0, factors));
    }

    Hazard hazard() {
        if (multipliers.size() == HazardLevels.FACTORS) {
            return new Hazard(rate, arrays(multipliers), arrays(events), array(spread));
        }
        double[][] levels = Arrays.copyOf(arrays(multipliers), HazardLevels.FACTORS);
        double[][] counted = Arrays.copyOf(arrays(events), HazardLevels.FACTORS);
        levels[WITHOUT_CATEGORIES] = new double[] {1};
        counted[WITHOUT_CATEGORIES] = new double[1];
        return new Hazard(rate, levels, counted, Arrays.copyOf(array(spread), HazardLevels.FACTORS));
    }

    static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static List<List<Double>> lists(double[][] values) {
        return Arrays.stream(values).map(HazardNumbers::list).toList();
    }

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    static double[][] arrays(List<List<Double>> values) {
        return values.stream().map(HazardNumbers::array).toArray(double[][]::new);
    }
}
