package io.revops.quickstart.churn;

import io.revops.forecast.Threads;
import io.revops.forecast.Training;
import io.revops.forecast.churn.ChurnModel;
import io.revops.forecast.churn.ChurnPropensity;
import io.revops.forecast.churn.ChurnRows;
import io.revops.forecast.learn.BaseRate;
import io.revops.forecast.learn.Boosting;
import io.revops.forecast.learn.Calibrator;
import io.revops.forecast.learn.CrossValidation;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Folds;
import io.revops.forecast.learn.LogisticRegression;
import io.revops.forecast.report.OutOfSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How methods did from the days on which the propensity chooses among them: each learnt from rows whose outcome was known by then.
 *
 * @param rows what was measured on
 * @param origins the days; none if too little had happened on all of them
 * @param methods what each said of rows that it had not seen
 */
record RollingOrigin(ChurnRows rows, List<LocalDate> origins, List<OutOfSample> methods) {
    static RollingOrigin of(ChurnRows rows, ChurnPropensity propensity, Threads workers) {
        DataSet data = rows.data();
        List<LocalDate> origins = propensity.origins(data);
        if (origins.isEmpty()) {
            return new RollingOrigin(rows, origins, List.of());
        }
        Folds folds = propensity.folds(data);
        OutOfSample logistic =
                OutOfSample.of(CrossValidation.of(LogisticRegression.standard(), data, folds, workers), data);
        OutOfSample boosting = OutOfSample.of(CrossValidation.of(Boosting.standard(), data, folds, workers), data);
        OutOfSample base = OutOfSample.of(CrossValidation.of(BaseRate.standard(), data, folds, workers), data);
        List<OutOfSample> methods = new ArrayList<>(List.of(logistic, boosting));
        if (logistic.size() == boosting.size()) {
            methods.add(logistic.meanWith(boosting, "combination"));
        }
        methods.add(base);
        return new RollingOrigin(rows, origins, methods);
    }

    /** With what a scorecard said of the same accounts on the same days, where it was known. */
    RollingOrigin beside(HealthStudy health) {
        if (methods.isEmpty()) {
            return this;
        }
        List<OutOfSample> more = new ArrayList<>(methods);
        more.add(health.ranking(rows, origins.get(0)));
        return new RollingOrigin(rows, origins, more);
    }

    /** The methods with the one that was taken first, as it is shown: after calibration, if the model has one. */
    List<OutOfSample> from(Training<ChurnModel> training) {
        String chosen = training.model().map(m -> m.scorer().name()).orElse("base rate");
        boolean isCalibrated = training.model()
                .filter(m -> !m.scorer().calibrator().equals(new Calibrator.None()))
                .isPresent();
        List<OutOfSample> ordered = new ArrayList<>();
        methods.stream()
                .filter(m -> m.name().equals(chosen))
                .map(m -> isCalibrated ? m.calibrated() : m)
                .forEach(ordered::add);
        methods.stream().filter(m -> !m.name().equals(chosen)).forEach(ordered::add);
        return ordered;
    }
}
