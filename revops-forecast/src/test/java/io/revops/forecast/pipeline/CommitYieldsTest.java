package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.ForecastCategory;
import io.revops.forecast.BacktestTrial;
import io.revops.forecast.History;
import io.revops.forecast.Trained;
import io.revops.forecast.json.PipelineJson;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Ratio;
import io.revops.sample.CrmWorld;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sellers' calls as a method among the others: corrected by what came of them, on the same days. */
class CommitYieldsTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final LocalDate END = LocalDate.of(2023, 12, 31);

    private static Pipeline pipeline;
    private static Trained<PipelineModel> trained;
    private static PipelineModel model;

    @BeforeAll
    static void train() {
        RevenuePolicy policy = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        CrmWorld world = CrmWorld.standard().during(START, 2);
        pipeline = Pipeline.of(History.of(
                RevenueView.of(SimulatedCrm.book(world.company(12)), policy, Span.of(START, END.plusDays(1)))));
        trained = (Trained<PipelineModel>)
                PipelineForecast.of(PeriodAhead.next(30)).train(pipeline);
        model = trained.fitted();
    }

    /** What was called on a day, and what came of it as it is seen on another: from the pipelines of the two days alone. */
    private static final class Naive {
        private final Map<String, double[]> sums = new TreeMap<>();
        private double fresh;
        private int looks;

        static String key(CalledDeal deal) {
            return deal.category() + "/" + deal.owner();
        }

        static List<CalledDeal> called(LocalDate day, Span period) {
            return PeriodDeals.of(pipeline.asOf(day), period).counted().stream()
                    .filter(d -> d.category() != ForecastCategory.CLOSED && d.category() != ForecastCategory.OMITTED)
                    .toList();
        }

        void learn(LocalDate then, LocalDate now) {
            Span period = PeriodAhead.next(30).from(then);
            List<CalledDeal> called = called(then, period);
            if (called.isEmpty() || period.to().isAfter(now.plusDays(1))) {
                return;
            }
            looks++;
            Pipeline seen = pipeline.asOf(now);
            double open = 0;
            Map<String, double[]> own = new TreeMap<>();
            for (CalledDeal deal : called) {
                DealPath path = seen.deal(deal.deal()).orElseThrow();
                double came = path.isWon() && period.contains(path.closed().orElseThrow())
                        ? path.last().amountOrZero()
                        : 0;
                open += came;
                for (String key : List.of(key(deal), deal.category() + "/")) {
                    double[] sum = own.computeIfAbsent(key, k -> new double[2]);
                    sum[0] += deal.amount().amount().doubleValue();
                    sum[1] += came;
                }
            }
            own.forEach((key, sum) -> {
                double[] all = sums.computeIfAbsent(key, k -> new double[3]);
                all[0] += sum[0];
                all[1] += sum[1];
                all[2]++;
            });
            fresh += seen.wonAmount(period) - open;
        }

        double forecast(LocalDate day) {
            double sum = fresh / looks;
            for (CalledDeal deal : called(day, PeriodAhead.next(30).from(day))) {
                double[] all = sums.getOrDefault(deal.category() + "/", new double[] {1, 0, 0});
                double[] own = sums.getOrDefault(key(deal), new double[] {1, 0, 0});
                double periods = own[2] * 7 / 30; // origins a week apart, of periods of thirty days
                double yield = (periods * own[1] / own[0] + 4 * all[1] / all[0]) / (periods + 4);
                sum += yield * deal.amount().amount().doubleValue();
            }
            return sum;
        }
    }

    @Test
    void whatIsCalledIsTakenTimesWhatCameOfSuchCallsByThen() {
        List<BacktestTrial> trials =
                model.backtest(PipelineMethod.COMMIT_YIELDS).trials();
        List<LocalDate> origins = model.backtest(PipelineMethod.RUN_RATE).trials().stream()
                .map(BacktestTrial::origin)
                .toList();
        assertThat(origins)
                .containsAll(trials.stream().map(BacktestTrial::origin).toList());
        assertThat(trials).hasSizeGreaterThan(60);
        for (int i : new int[] {10, 40}) {
            LocalDate day = trials.get(i).origin();
            LocalDate first = pipeline.deals().stream()
                    .flatMap(d -> d.closed().stream())
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            Naive naive = new Naive();
            List<LocalDate> earlier = new ArrayList<>();
            for (LocalDate then = day.minusDays(7); then.isAfter(first.plusDays(6)); then = then.minusDays(7)) {
                earlier.add(then);
            }
            earlier.forEach(then -> naive.learn(then, day));
            assertThat(naive.looks).isLessThan(52); // all are remembered
            assertThat(trials.get(i).forecast()).isEqualTo(naive.forecast(day), within(1e-6 * naive.forecast(day)));
        }
    }

    @Test
    void callsThatAreCorrectedMissByLessThanCallsAsTheyAre() {
        double asCalled = wape(PipelineMethod.COMMIT);
        double corrected = wape(PipelineMethod.COMMIT_YIELDS);
        assertThat(corrected).isLessThan(asCalled);
        assertThat(trained.reasons().get(0)).contains("of the commit ").contains("commit with yields");
    }

    private static double wape(PipelineMethod method) {
        return model.backtest(method)
                .accuracy()
                .orElseThrow()
                .wape()
                .value()
                .map(Ratio::value)
                .orElseThrow();
    }

    @Test
    void theModelTellsItsYieldsAndIsReadBackBitForBit() {
        PipelineModel calls = model.by(PipelineMethod.COMMIT_YIELDS);
        Span next = PeriodAhead.next(30).from(END);
        CommitPeriod learnt = calls.numbers().calls().orElseThrow();
        assertThat(calls.forecast(next).point()).isEqualTo(learnt.open() + learnt.fresh(), within(1e-6));
        assertThat(calls.forecast(next).reasons()).anyMatch(r -> r.startsWith("Of commit: "));
        PipelineModel read = PipelineJson.read(PipelineJson.text(calls));
        assertThat(PipelineJson.text(read)).isEqualTo(PipelineJson.text(calls));
        assertThat(read).isEqualTo(calls);
        assertThat(read.numbers()).isEqualTo(calls.numbers());
        assertThat(read.forecast(next)).isEqualTo(calls.forecast(next));
        String cut = PipelineJson.text(calls).replace("\"calls\":", "\"called\":");
        assertThatThrownBy(() -> PipelineJson.read(cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hold no calls");
    }

    @Test
    void whereNobodyCallsAnythingItIsAbsentAndNotComplainedOf() {
        Trained<PipelineModel> silent = (Trained<PipelineModel>) PipelineForecast.of(PeriodAhead.next(30))
                .train(Deals.constant(900, LocalDate.of(2023, 12, 31), 7).build());
        assertThat(silent.reasons()).noneMatch(r -> r.contains("with yields"));
        assertThat(silent.fitted().methods()).doesNotContain(PipelineMethod.COMMIT_YIELDS);
        assertThat(silent.fitted().backtest(PipelineMethod.COMMIT_YIELDS).trials())
                .isEmpty();
        assertThatThrownBy(() -> silent.fitted().by(PipelineMethod.COMMIT_YIELDS))
                .hasMessageContaining("No deal had a forecast category");
    }

    @Test
    void beforeSuchPeriodsHavePassedThereAreNoYields() {
        assertThat(model.backtest(PipelineMethod.COMMIT_YIELDS).trials().get(0).origin())
                .isAfterOrEqualTo(model.backtest(PipelineMethod.COMMIT)
                        .trials()
                        .get(0)
                        .origin()
                        .plusDays(30 + 4 * 7));
    }
}
