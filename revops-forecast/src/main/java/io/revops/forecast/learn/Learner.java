package io.revops.forecast.learn;

import io.revops.forecast.Training;

/**
 * A method that learns from a flat table, as a {@link io.revops.forecast.Trainer} does from a history.
 *
 * <p>It has no state and reads no clock. The same rows give the same model, bit for bit, in whatever order they come and however
 * many threads there are.
 *
 * @param <M> its models: plain numbers that score the same wherever they are read
 */
public interface Learner<M> {
    /** What it is called in tables. */
    String name();

    /** The model of the rows, or why there is none. */
    Training<M> learn(DataSet data);
}
