package io.revops.benchmarks;

import io.revops.book.PeriodRows;
import io.revops.ledger.MovementTable;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.RevenuePolicy;
import io.revops.load.PeriodsCsv;
import io.revops.time.Cadence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Three ways to count beside the SQL that counts so: what an account came to in a month, every event of an account, and what
 * each subscription item came to in a month. The two answers are compared before the clock runs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 7)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx3g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class PresetBenchmark {
    static final List<String> PRESETS = List.of("standard", "stripe", "fivetran-dbt");

    /** Whose conventions. */
    @Param({"standard", "stripe", "fivetran-dbt"})
    public String preset = "standard";

    private PeriodRows rows = PeriodRows.builder("").build();
    private RevenuePolicy policy = RevenuePolicy.standard();
    private MrrLedger ledger = MrrLedger.of(rows, policy);
    private String sql = "";
    private @Nullable Connection duck;

    @Setup
    public void read() throws SQLException {
        Path file = PeriodsFile.of(Benchmarks.PERIODS);
        policy = PolicyPreset.of(preset).policy();
        rows = PeriodsCsv.reader().stream(file).orElseThrow();
        ledger = MrrLedger.of(rows, policy);
        sql = Sql.delta(
                "periods",
                preset.equals("fivetran-dbt") ? "subscription_id" : "customer_id",
                preset.equals("stripe") ? "day" : "month");
        duck = Sql.open();
        Sql.run(duck(), "CREATE TABLE periods AS SELECT * FROM " + Sql.csv(file));
        Answer ours = Answer.of(ledger.table(PeriodsFile.SPAN, Cadence.MONTH));
        Answer theirs = Answer.of(duck(), sql);
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("The answers of " + preset + " differ, so there is nothing to measure:\n"
                    + String.join("\n", ours.months()) + "\n\n" + String.join("\n", theirs.months()));
        }
    }

    @Setup(Level.Iteration)
    public void tidy() {
        System.gc(); // what an iteration left behind is not paid for by the next
    }

    /** The table of a ledger. */
    @Benchmark
    public MovementTable presetTable() {
        return ledger.table(PeriodsFile.SPAN, Cadence.MONTH);
    }

    /** The ledger of rows in memory, and its table. */
    @Benchmark
    public MovementTable presetRows() {
        return MrrLedger.of(rows, policy).table(PeriodsFile.SPAN, Cadence.MONTH);
    }

    /** The deltas of a table in memory. */
    @Benchmark
    public Answer presetDelta() throws SQLException {
        return Answer.of(duck(), sql);
    }

    @TearDown
    public void close() throws SQLException {
        duck().close();
    }

    private Connection duck() {
        return java.util.Objects.requireNonNull(duck);
    }
}
