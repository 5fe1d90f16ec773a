package io.revops.forecast.churn;

import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import java.util.function.Predicate;

/** Accounts as of a day as rows for a scorer; their label is not known and not read. */
final class Tables {
    private Tables() {}

    static DataSet of(FeatureTable today) {
        return of(today, row -> true);
    }

    /** Those that have not asked to go: of the others it is known when they end, and no model has learnt from them. */
    static DataSet staying(FeatureTable today) {
        return of(today, row -> !row.isLeaving());
    }

    private static DataSet of(FeatureTable today, Predicate<FeatureRow> which) {
        DataSetBuilder rows =
                DataSet.of(today.set().columns()).version(today.set().version()).asOf(today.asOf());
        for (FeatureRow row : today.rows()) {
            if (which.test(row)) {
                rows.row(row.account().value(), 0, row.raw()).on(row.asOf());
            }
        }
        return rows.build();
    }
}
