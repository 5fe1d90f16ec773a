package io.revops.benchmarks;

import io.revops.book.Outcome;
import io.revops.forecast.Training;
import io.revops.forecast.pipeline.DealPath;
import io.revops.forecast.pipeline.DealStep;
import io.revops.forecast.pipeline.PeriodAhead;
import io.revops.forecast.pipeline.Pipeline;
import io.revops.forecast.pipeline.PipelineForecast;
import io.revops.forecast.pipeline.PipelineMethod;
import io.revops.forecast.pipeline.PipelineModel;
import java.time.LocalDate;
import java.util.List;
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

/** More than 50,000 closed deals of three years, with stages, amounts and close dates as they changed, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1"})
public class PipelineBenchmark {
    private static final int DEALS = 60_000;
    private static final int DAYS = 1095;
    private static final int CLOSED = 50_000;
    private static final int ORIGINS = 52;
    private static final List<String> STAGES = List.of("Qualify", "Demo", "Propose", "Negotiate");
    private static final LocalDate START = LocalDate.of(2021, 1, 1);

    private Pipeline pipeline = Pipeline.builder(START, "USD").build();

    @Setup
    public void open() {
        SplittableRandom random = new SplittableRandom(1);
        Pipeline.Builder deals = Pipeline.builder(START.plusDays(DAYS - 1), "USD");
        for (int i = 0; i < DEALS; i++) {
            deals.deal(deal("deal-" + i, START.plusDays((long) i * DAYS / DEALS), random));
        }
        pipeline = deals.build();
        long closed = pipeline.deals().size() - pipeline.open().size();
        if (closed < CLOSED) {
            throw new IllegalStateException("There are " + closed + " closed deals and not " + CLOSED);
        }
    }

    private static DealPath deal(String id, LocalDate opened, SplittableRandom random) {
        double amount = StrictMath.rint(1000 + 9000 * random.nextDouble());
        int days = 1 + (int) (-60 * StrictMath.log(1 - random.nextDouble()));
        LocalDate closeDate = opened.plusDays(days + random.nextInt(61) - 30);
        DealPath.Builder path = DealPath.of(id, opened);
        for (int stage = 0; stage < STAGES.size() && stage <= days / 15; stage++) {
            path.step(DealStep.on(opened.plusDays((long) stage * days / STAGES.size()))
                    .stage(STAGES.get(stage))
                    .amount(amount)
                    .closeDate(closeDate)
                    .build());
        }
        return path.step(DealStep.on(opened.plusDays(days))
                        .amount(amount)
                        .outcome(random.nextInt(10) < 3 ? Outcome.WON : Outcome.LOST)
                        .build())
                .build();
    }

    /** The hazards of all deals, with no earlier day to forecast from: the period is longer than the history. */
    @Benchmark
    public Training<PipelineModel> hazards() {
        return PipelineForecast.of(PeriodAhead.next(DAYS)).train(pipeline);
    }

    /** The same and a forecast of 30 days by every method from each week of three years. */
    @Benchmark
    public PipelineModel walk() {
        PipelineModel model =
                PipelineForecast.of(PeriodAhead.next(30)).train(pipeline).orElseThrow();
        int origins = model.backtest(PipelineMethod.TIME_MODEL).trials().size();
        if (origins < ORIGINS) {
            throw new IllegalStateException("There are " + origins + " origins and not " + ORIGINS);
        }
        return model;
    }
}
