/**
 * Learning from a flat table: which of its rows had an event, how likely it is for others, and why.
 *
 * <p>A {@link io.revops.forecast.learn.DataSet} holds named numbers, a label and who each row is about; a
 * {@link io.revops.forecast.learn.Learner} gives a {@link io.revops.forecast.Training} of it: a
 * {@link io.revops.forecast.learn.Scorer} made of plain numbers, or a refusal. {@link io.revops.forecast.learn.CrossValidation}
 * says how good it is on rows it has not seen, and {@link io.revops.forecast.learn.Calibration} whether its probabilities can be
 * taken at their word. Nothing here knows what a feature means, resamples rows, or weights the classes: both would make every
 * probability wrong. In JShell:
 *
 * <pre>{@code
 * import io.revops.forecast.learn.*
 * var rows = DataSet.of("logins", "tickets")
 * for (int i = 0; i < 400; i++) rows.row("account " + i, i % 7 < 3 ? 1 : 0, i % 7 < 3 ? 5 + i % 11 : 8 + i % 11, i % 5)
 * var data = rows.build()
 * var model = LogisticRegression.standard().learn(data).orElseThrow()
 * model.reasons(6, 2)
 * CrossValidation.of(LogisticRegression.standard(), data, Folds.mod(5)).measures()
 * }</pre>
 */
@NullMarked
package io.revops.forecast.learn;

import org.jspecify.annotations.NullMarked;
