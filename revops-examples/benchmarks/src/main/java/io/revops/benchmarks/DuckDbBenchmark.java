package io.revops.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.jspecify.annotations.Nullable;

/** The same table by DuckDB on one thread, from the same file: from a table in memory, and from the file itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class DuckDbBenchmark {
    /** How many periods. */
    @Param("1000000")
    public int periods;

    private Path file = Path.of("");
    private @Nullable Connection duck;
    private Answer last = new Answer(List.of());

    @Setup
    public void load() throws SQLException {
        file = PeriodsFile.of(periods);
        duck = Sql.open();
        Sql.run(duck(), "CREATE TABLE periods AS SELECT * FROM " + Sql.csv(file));
    }

    /** Date spine and lag. */
    @Benchmark
    @Warmup(iterations = 1)
    public Answer spine() throws SQLException {
        return last = Answer.of(duck(), Sql.spine("periods"));
    }

    @Benchmark
    public Answer delta() throws SQLException {
        return last = Answer.of(duck(), Sql.delta("periods"));
    }

    /** The delta over the file as it is read. */
    @Benchmark
    public Answer fileDelta() throws SQLException {
        return last = Answer.of(duck(), Sql.delta(Sql.csv(file)));
    }

    /** The file into a table, then the delta. */
    @Benchmark
    public Answer fileTableDelta() throws SQLException {
        Sql.run(
                duck(),
                "CREATE OR REPLACE TEMP TABLE again AS SELECT customer_id, start_date, end_date, monthly_amount FROM "
                        + Sql.csv(file));
        return last = Answer.of(duck(), Sql.delta("again"));
    }

    @TearDown
    public void compare() throws SQLException {
        if (periods == Benchmarks.PERIODS) {
            last.check();
        }
        duck().close();
    }

    private Connection duck() {
        return java.util.Objects.requireNonNull(duck);
    }
}
