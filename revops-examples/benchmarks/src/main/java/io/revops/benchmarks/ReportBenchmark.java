package io.revops.benchmarks;

import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.PeriodsCsv;
import io.revops.report.RevenueReport;
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

/** The whole report of 10,000 accounts over 36 months: the ledger of the book, every section, and its text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 7)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class ReportBenchmark {
    /** About 10,000 accounts. */
    private static final int PERIODS = 32_000;

    private RevenueBook book = RevenueBook.empty();

    @Setup
    public void read() {
        book = PeriodsCsv.reader().read(PeriodsFile.of(PERIODS)).orElseThrow();
        if (book.accounts().size() < 10_000) {
            throw new IllegalStateException("There are only " + book.accounts().size() + " accounts.");
        }
    }

    @Benchmark
    public String report() {
        return RevenueReport.of(RevenueView.of(book, RevenuePolicy.standard(), PeriodsFile.SPAN))
                .text();
    }
}
