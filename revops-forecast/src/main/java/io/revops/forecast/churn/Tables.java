package io.revops.forecast.churn;

import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;

/** Accounts as of a day as rows for a scorer; their label is not known and not read. */
final class Tables {
    private Tables() {}

    static DataSet of(FeatureTable today) {
        DataSetBuilder rows =
                DataSet.of(today.set().columns()).version(today.set().version()).asOf(today.asOf());
        for (FeatureRow row : today.rows()) {
            rows.row(row.account().value(), 0, row.raw()).on(row.asOf());
        }
        return rows.build();
    }
}
