package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void everyTaskIsDoneOnce() {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int tasks : new int[] {0, 1, 2, 1000}) {
                AtomicIntegerArray done = new AtomicIntegerArray(tasks);
                Workers.of(threads, 4).each(tasks, done::incrementAndGet);
                for (int i = 0; i < tasks; i++) {
                    assertThat(done.get(i)).isOne();
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatATaskThrowsIsThrownHere() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Workers workers : new Workers[] {Workers.one(), Workers.of(threads, 3)}) {
                assertThatThrownBy(() -> workers.each(50, task -> {
                            throw new ArithmeticException("too much");
                        }))
                        .isInstanceOf(ArithmeticException.class)
                        .hasMessage("too much");
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void thereIsAtLeastOneWorker() {
        assertThatThrownBy(() -> Workers.of(Runnable::run, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(0)")
                .hasMessageContaining("Maybe");
        assertThat(Workers.one()).hasToString("one worker");
        assertThat(Workers.of(Runnable::run, 2)).hasToString("2 workers");
    }

    /** The thread that asks waits for its task until another has thrown, so that what is thrown here came from there. */
    @Test
    void whatAnotherThreadThrowsIsThrownHere() {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            for (Throwable thrown :
                    new Throwable[] {new ArithmeticException("too much"), new StackOverflowError("too deep")}) {
                Thread asking = Thread.currentThread();
                CountDownLatch other = new CountDownLatch(1);
                assertThatThrownBy(() -> Workers.of(threads, 2).each(2, task -> {
                            if (Thread.currentThread() != asking) {
                                other.countDown();
                                if (thrown instanceof Error error) {
                                    throw error;
                                }
                                throw (RuntimeException) thrown;
                            }
                            await(other);
                        }))
                        .isSameAs(thrown);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Otherwise a caller would go on while others still write. */
    @Test
    void itReturnsWhenEveryTaskIsDone() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            AtomicInteger done = new AtomicInteger();
            CountDownLatch begun = new CountDownLatch(3);
            Workers.of(threads, 3).each(3, task -> {
                begun.countDown();
                await(begun); // three at work at once
                done.incrementAndGet();
            });
            assertThat(done).hasValue(3);
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
