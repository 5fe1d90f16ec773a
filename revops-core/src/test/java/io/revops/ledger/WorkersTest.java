package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
}
