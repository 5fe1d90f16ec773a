package io.revops.forecast.churn;

import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Folds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** On which rows ways to learn are measured: on later days where rows are of several, else on accounts left out. */
final class Origins {
    private static final int MOST = 6;
    private static final int FOLDS = 5;
    private static final int LEAST_ROWS = 50;
    private static final int LEAST_OF_EACH = 10;

    private Origins() {}

    static Folds folds(DataSet data, int embargoDays) {
        List<LocalDate> origins = days(data, embargoDays);
        return origins.isEmpty() ? Folds.grouped(FOLDS, 1) : Folds.rolling(embargoDays, origins);
    }

    /** The last days from which there is something to learn; none if rows have no date, or too little had happened. */
    static List<LocalDate> days(DataSet data, int embargoDays) {
        TreeMap<LocalDate, int[]> counts = new TreeMap<>();
        for (int i = 0; i < data.size(); i++) {
            Optional<LocalDate> day = data.date(i);
            if (day.isEmpty()) {
                return List.of();
            }
            counts.computeIfAbsent(day.get(), d -> new int[2])[(int) data.label(i)]++;
        }
        List<LocalDate> origins = origins(counts, embargoDays, ChurnPropensity.FEW_ROWS, ChurnPropensity.FEW_EVENTS);
        if (origins.isEmpty()) {
            origins = origins(counts, embargoDays, LEAST_ROWS, LEAST_OF_EACH);
        }
        return List.copyOf(origins.subList(Math.max(0, origins.size() - MOST), origins.size()));
    }

    /** The days before which so much was known that there is something to learn. */
    private static List<LocalDate> origins(
            NavigableMap<LocalDate, int[]> counts, int embargoDays, int leastRows, int leastOfEach) {
        List<LocalDate> origins = new ArrayList<>();
        for (LocalDate origin : counts.keySet()) {
            int[] seen = new int[2];
            counts.headMap(origin.minusDays(embargoDays), true).values().forEach(c -> {
                seen[0] += c[0];
                seen[1] += c[1];
            });
            if (seen[0] + seen[1] >= leastRows && seen[0] >= leastOfEach && seen[1] >= leastOfEach) {
                origins.add(origin);
            }
        }
        return origins;
    }
}
