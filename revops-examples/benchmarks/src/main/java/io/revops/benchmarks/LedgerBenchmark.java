package io.revops.benchmarks;

import io.revops.book.PeriodRows;
import io.revops.ledger.MovementTable;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RevenuePolicy;
import io.revops.load.PeriodsCsv;
import io.revops.time.Cadence;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/** The movement table of 36 months: from a ledger, from rows in memory, and from a file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 9)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx3g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class LedgerBenchmark {
    /** How many periods. */
    @Param({"100000", "1000000"})
    public int periods;

    private Path file = Path.of("");
    private PeriodRows rows = PeriodRows.builder("").build();
    private MrrLedger ledger = MrrLedger.of(rows, RevenuePolicy.standard());
    private MovementTable last = new MovementTable(java.util.Currency.getInstance("USD"), java.util.List.of());

    @Setup
    public void read() {
        file = PeriodsFile.of(periods);
        rows = PeriodsCsv.reader().stream(file).orElseThrow();
        ledger = MrrLedger.of(rows, RevenuePolicy.standard());
    }

    @Setup(Level.Iteration)
    public void tidy() {
        System.gc(); // what an iteration left behind is not paid for by the next
    }

    @Benchmark
    public MovementTable ledgerToTable() {
        return last = ledger.table(PeriodsFile.SPAN, Cadence.MONTH);
    }

    @Benchmark
    public MovementTable rowsToTable() {
        return last = MrrLedger.of(rows, RevenuePolicy.standard()).table(PeriodsFile.SPAN, Cadence.MONTH);
    }

    @Benchmark
    public MovementTable fileToTable() {
        PeriodRows read = PeriodsCsv.reader().stream(file).orElseThrow();
        return last = MrrLedger.of(read, RevenuePolicy.standard()).table(PeriodsFile.SPAN, Cadence.MONTH);
    }

    @TearDown
    public void compare() {
        if (periods == Benchmarks.PERIODS) {
            Answer.of(last).check();
        }
    }
}
