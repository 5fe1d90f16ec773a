package io.revops.ledger;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** How many threads a ledger is built by, and whose: the host's. The result does not depend on it. */
public final class Workers {
    private static final Workers ONE = new Workers(Runnable::run, 1);

    private final Executor executor;
    private final int count;

    private Workers(Executor executor, int count) {
        this.executor = executor;
        this.count = count;
    }

    /** The thread that asks. */
    public static Workers one() {
        return ONE;
    }

    /**
     * The thread that asks, and others.
     *
     * @param executor runs the others
     * @param count how many there are, the one that asks among them; 1 or more
     */
    public static Workers of(Executor executor, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("There are no (" + count + ") workers. Maybe 1 or more.");
        }
        return new Workers(Objects.requireNonNull(executor, "executor"), count);
    }

    int count() {
        return count;
    }

    /** Does every task once, in no order that may matter; what one throws is thrown here. */
    void each(int tasks, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                task.accept(i);
            }
        };
        int others = Math.min(count, tasks) - 1;
        if (others <= 0) {
            work.run();
            return;
        }
        CompletableFuture<?>[] running = new CompletableFuture<?>[others];
        for (int i = 0; i < others; i++) {
            running[i] = CompletableFuture.runAsync(work, executor);
        }
        try {
            work.run();
        } finally {
            next.set(tasks); // whoever is still at work finishes what it has begun
            join(running);
        }
    }

    private static void join(CompletableFuture<?>[] running) {
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return count == 1 ? "one worker" : count + " workers";
    }
}
