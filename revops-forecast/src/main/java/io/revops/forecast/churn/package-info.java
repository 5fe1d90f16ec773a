/**
 * What is known of an account on a day that may tell whether it leaves, and whether it then did.
 *
 * <p>A {@link io.revops.forecast.churn.FeatureSet} is a list of named functions of an
 * {@link io.revops.forecast.churn.AccountAsOf account as of a day}; {@link io.revops.forecast.churn.ChurnFeatures#standard} is one to start
 * with. It is read from the facts of a book that were known by the end of the day and had taken effect by then, with a ledger of those
 * facts alone: nothing that is written later changes a value. {@link io.revops.forecast.churn.ChurnRows} set beside it what the ledger
 * says happened in the days after, and are learnt from with {@link io.revops.forecast.learn}. Nothing here scores anybody. In JShell:
 *
 * <pre>{@code
 * import io.revops.forecast.churn.*
 * import io.revops.forecast.learn.*
 * var features = ChurnFeatures.standard()
 * features = features.and(ChurnFeature.of("exports_30d", FeatureUnit.COUNT, (window, account) -> account.usage("export").in(window).events()))
 * var rows = features.rows(view, ChurnLabel.within(90))
 * rows.leftOut()
 * CrossValidation.of(LogisticRegression.standard(), rows.data(), rows.folds(4))
 * var today = features.asOf(view, LocalDate.of(2025, 12, 31))
 * today.of("acme").told()
 * }</pre>
 */
@NullMarked
package io.revops.forecast.churn;

import org.jspecify.annotations.NullMarked;
