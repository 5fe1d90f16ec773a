package io.revops.benchmarks;

import io.revops.forecast.survival.CoxModel;
import io.revops.forecast.survival.CoxRegression;
import io.revops.forecast.survival.Lifetime;
import io.revops.forecast.survival.Lifetimes;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cox regression of 7,043 lifetimes of up to 72 months on twelve columns, one in four ended, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 15)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class CoxBenchmark {
    private static final int ROWS = 7_043;
    private static final int COLUMNS = 12;
    private static final double MONTHS = 72;

    private Lifetimes lifetimes =
            Lifetimes.in(TimeScale.MONTH, LocalDate.of(2025, 12, 31)).build();

    @Setup
    public void generate() {
        String[] names = new String[COLUMNS];
        for (int c = 0; c < COLUMNS; c++) {
            names[c] = "c" + c;
        }
        Lifetimes.Builder rows =
                Lifetimes.in(TimeScale.MONTH, LocalDate.of(2025, 12, 31)).columns(names);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < ROWS; i++) {
            double[] values = new double[COLUMNS];
            double risk = 0;
            for (int c = 0; c < COLUMNS; c++) {
                values[c] = c < 3 ? random.nextDouble() * 100 : random.nextInt(2);
                risk += c < 3 ? 0.005 * values[c] : 0.2 * (c % 3 - 1) * values[c];
            }
            double life = -StrictMath.log(1 - random.nextDouble()) * 220 / StrictMath.exp(risk);
            double seen = 1 + random.nextInt((int) MONTHS);
            Lifetime row = life < seen
                    ? Lifetime.ended("a" + i, StrictMath.ceil(life), "gone")
                    : Lifetime.running("a" + i, seen);
            rows.add(row.having(values));
        }
        lifetimes = rows.build();
    }

    @Benchmark
    public CoxModel cox() {
        return CoxRegression.standard().train(lifetimes).orElseThrow();
    }
}
