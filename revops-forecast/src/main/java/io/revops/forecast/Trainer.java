package io.revops.forecast;

/**
 * A method that learns from a history.
 *
 * <p>It has no state and reads no clock; what it draws, it draws from a seed that is part of its configuration. The same
 * history gives the same model, bit for bit. Training that takes long stops when its thread is interrupted, with a
 * {@link java.util.concurrent.CancellationException}, and leaves nothing behind.
 *
 * @param <M> its models: plain numbers that score the same wherever they are read
 */
public interface Trainer<M> {
    /** The model of a history, or why there is none. */
    Training<M> train(History history);
}
