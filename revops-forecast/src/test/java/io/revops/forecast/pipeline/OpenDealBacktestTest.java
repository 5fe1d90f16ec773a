package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Backtest;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.Contribution;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the model of the whole company expected of the deals that were open, cut by what was known of each on the day. */
class OpenDealBacktestTest {
    private static final LocalDate END = LocalDate.of(2024, 6, 30);
    private static final PeriodAhead AHEAD = PeriodAhead.next(30);

    private static Pipeline pipeline;
    private static OpenDealBacktest open;

    @BeforeAll
    static void walk() {
        pipeline = Deals.constant(1650, END, 7).build();
        open = OpenDealBacktest.of(pipeline, AHEAD, DealSegments.byType());
    }

    @Test
    void expectedIsWhatTrainingAtTheOriginTakesFromOpenDeals() {
        BacktestTrial trial = open.all().trials().get(20);
        PipelineModel then = PipelineForecast.of(AHEAD)
                .train(pipeline.asOf(trial.origin()))
                .orElseThrow()
                .by(PipelineMethod.TIME_MODEL);
        double fromOpen = then.forecast(trial.horizon())
                .part("from open")
                .map(Contribution::point)
                .orElseThrow();
        assertThat(trial.forecast()).isEqualTo(fromOpen, within(1e-6 * fromOpen));
    }

    @Test
    void besideItIsWhatTheseDealsBrought() {
        for (BacktestTrial trial : open.all().trials()) {
            double brought = 0;
            for (DealPath deal : pipeline.won(trial.horizon())) {
                boolean wasOpen =
                        deal.at(trial.origin()).filter(DealStep::isOpen).isPresent();
                brought += wasOpen ? deal.last().amountOrZero() : 0;
            }
            assertThat(trial.actual()).isEqualTo(brought, within(1e-6));
            assertThat(brought).isLessThan(pipeline.wonAmount(trial.horizon())); // the rest was not open yet
        }
    }

    @Test
    void partsAddUpToTheWhole() {
        SortedMap<String, Backtest> parts = open.by(d -> Optional.of(d.id().substring(d.id().length() - 1)));
        assertThat(parts).hasSize(10);
        Map<LocalDate, double[]> sums = new TreeMap<>();
        parts.values()
                .forEach(part -> part.trials().forEach(t -> {
                    double[] sum = sums.computeIfAbsent(t.origin(), o -> new double[2]);
                    sum[0] += t.forecast();
                    sum[1] += t.actual();
                }));
        assertThat(open.all().trials()).hasSize(sums.size()).allSatisfy(t -> {
            assertThat(t.forecast()).isEqualTo(sums.get(t.origin())[0], within(1e-6));
            assertThat(t.actual()).isEqualTo(sums.get(t.origin())[1], within(1e-6));
        });
    }

    /** Else a deal would be counted under the category or the owner that it got later. */
    @Test
    void aPartIsOfADealAsItWasSeenOnTheDay() {
        assertThat(open.by(d -> Optional.of(d.last().outcome().name()))).containsOnlyKeys("OPEN");
        assertThat(open.by(d -> Optional.empty())).isEmpty();
    }

    @Test
    void withFewDealsThereIsNothingToTell() {
        Pipeline few = Deals.constant(20, END, 7).build();
        assertThat(OpenDealBacktest.of(few, AHEAD, DealSegments.byType()).all().trials())
                .isEmpty();
        Pipeline none = Pipeline.builder(END, "USD").build();
        assertThat(OpenDealBacktest.of(none, AHEAD, DealSegments.byType()).all().trials())
                .isEmpty();
    }
}
