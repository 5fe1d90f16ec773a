package io.revops.forecast.churn;

import io.revops.forecast.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Does the same for each of a number of things, by one thread or several. What is done for one thing touches no other. */
final class Lanes implements AutoCloseable {
    private final int threads;
    private final @Nullable ExecutorService pool;

    private Lanes(int threads, @Nullable ExecutorService pool) {
        this.threads = threads;
        this.pool = pool;
    }

    static Lanes of(Threads workers) {
        int threads = workers.threads();
        return new Lanes(threads, threads == 1 ? null : Executors.newFixedThreadPool(threads));
    }

    int threads() {
        return threads;
    }

    void each(int things, IntConsumer work) {
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
            throw new CancellationException("The reading was interrupted. Maybe run it again.");
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
