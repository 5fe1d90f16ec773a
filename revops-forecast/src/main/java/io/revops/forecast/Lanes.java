package io.revops.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the same for each of a number of things, by one thread or several: for whoever writes a trainer whose result must not depend on
 * how many there are. What is done for one thing touches no other.
 *
 * <p>Closing it ends its threads. It is used by one thread at a time.
 */
public final class Lanes implements AutoCloseable {
    private final int threads;
    private final @Nullable ExecutorService pool;

    private Lanes(int threads, @Nullable ExecutorService pool) {
        this.threads = threads;
        this.pool = pool;
    }

    /** One lane for each thread; with one, the caller's own. */
    public static Lanes of(Threads workers) {
        int threads = workers.threads();
        return new Lanes(threads, threads == 1 ? null : Executors.newFixedThreadPool(threads));
    }

    /** How many lanes there are. */
    public int threads() {
        return threads;
    }

    /**
     * Does it for 0, 1, ... and waits until all is done.
     *
     * @throws CancellationException if the waiting thread is interrupted
     */
    public void each(int things, IntConsumer work) {
        if (pool == null) {
            for (int i = 0; i < things; i++) {
                work.accept(i);
            }
            return;
        }
        List<Future<?>> lanes = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int lane = t;
            lanes.add(pool.submit(() -> {
                for (int i = lane; i < things; i += threads) {
                    work.accept(i);
                }
            }));
        }
        try {
            for (Future<?> lane : lanes) {
                lane.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The work was interrupted. Maybe run it again.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }
}
