package io.revops.quickstart.churn;

import io.revops.forecast.Threads;
import io.revops.forecast.churn.ChurnRows;
import io.revops.forecast.learn.BaseRate;
import io.revops.forecast.learn.Boosting;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Folds;
import io.revops.forecast.learn.LogisticRegression;
import io.revops.forecast.report.Unseen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How methods did from days on which enough had happened: each learnt from rows whose outcome was known by then.
 *
 * @param rows what was measured on
 * @param origins the days; none if too little had happened on all of them
 * @param folds those of the origins
 * @param methods what each said of rows that it had not seen
 */
record RollingOrigin(ChurnRows rows, List<LocalDate> origins, Optional<Folds> folds, List<Unseen> methods) {
    private static final int MOST = 6;
    private static final int LEAST_ROWS = 50;
    private static final int LEAST_OF_EACH = 10;

    static RollingOrigin of(ChurnRows rows, Threads workers) {
        if (rows.size() == 0) {
            return new RollingOrigin(rows, List.of(), Optional.empty(), List.of());
        }
        DataSet data = rows.data();
        List<LocalDate> origins = origins(data, rows.label().embargoDays());
        if (origins.isEmpty()) {
            return new RollingOrigin(rows, origins, Optional.empty(), List.of());
        }
        Folds folds = Folds.rolling(rows.label().embargoDays(), origins);
        Unseen logistic = Unseen.of(CrossValidation.of(LogisticRegression.standard(), data, folds, workers), data);
        Unseen boosting = Unseen.of(CrossValidation.of(Boosting.standard(), data, folds, workers), data);
        Unseen base = Unseen.of(CrossValidation.of(BaseRate.standard(), data, folds, workers), data);
        List<Unseen> methods = new ArrayList<>(List.of(logistic, boosting));
        if (logistic.size() == boosting.size()) {
            methods.add(logistic.meanWith(boosting, "combination"));
        }
        methods.add(base);
        return new RollingOrigin(rows, origins, Optional.of(folds), methods);
    }

    /** The last days of which enough outcomes had been known. */
    private static List<LocalDate> origins(DataSet data, int embargoDays) {
        TreeMap<LocalDate, int[]> counts = new TreeMap<>();
        for (int i = 0; i < data.size(); i++) {
            counts.computeIfAbsent(data.date(i).orElseThrow(), d -> new int[2])[(int) data.label(i)]++;
        }
        List<LocalDate> origins = new ArrayList<>();
        for (LocalDate day : counts.keySet()) {
            int[] seen = new int[2];
            counts.headMap(day.minusDays(embargoDays), true).values().forEach(c -> {
                seen[0] += c[0];
                seen[1] += c[1];
            });
            if (seen[0] + seen[1] >= LEAST_ROWS && seen[0] >= LEAST_OF_EACH && seen[1] >= LEAST_OF_EACH) {
                origins.add(day);
            }
        }
        return origins.subList(Math.max(0, origins.size() - MOST), origins.size());
    }

    /** With what a scorecard said of the same accounts on the same days, where it was known. */
    RollingOrigin beside(HealthStudy health) {
        if (methods.isEmpty()) {
            return this;
        }
        List<Unseen> more = new ArrayList<>(methods);
        more.add(health.ranking(rows, origins.get(0)));
        return new RollingOrigin(rows, origins, folds, more);
    }

    /** The methods with the one of a name first. */
    List<Unseen> from(String chosen) {
        List<Unseen> ordered = new ArrayList<>();
        methods.stream().filter(m -> m.name().equals(chosen)).forEach(ordered::add);
        methods.stream().filter(m -> !m.name().equals(chosen)).forEach(ordered::add);
        return ordered;
    }
}
