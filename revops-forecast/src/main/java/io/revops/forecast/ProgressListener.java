package io.revops.forecast;

/** Is told how far long work has come, on the thread that asked for it. */
@FunctionalInterface
public interface ProgressListener {
    /** Listens to nothing. */
    ProgressListener NONE = (done, of) -> {};

    /**
     * So much of it is done.
     *
     * @param done from 1 up, never down
     * @param of the same in every call
     */
    void done(long done, long of);
}
