package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Threads;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** What holds for every table. */
class LearnLaws {
    private static final Boosting BOOSTING =
            Boosting.standard().with(Rounds.of(12)).with(LearningRate.of(0.2));

    private static DataSet table(long seed) {
        return seed % 2 == 0 ? Planted.crossing(320, seed) : Planted.line(320, seed, (int) (seed % 5));
    }

    /** If it failed, the reasons shown to a success manager would not be those of the score beside them. */
    @Property(tries = 30)
    void contributionsAddUpToTheLogOdds(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        DataSet data = table(seed);
        for (Learner<? extends Explained> learner : List.of(LogisticRegression.standard(), BOOSTING)) {
            Explained model = learner.learn(data).orElseThrow();
            for (int i = 0; i < 20; i++) {
                double[] row = data.values(i);
                row[(int) (seed % 3)] = i % 4 == 0 ? Double.NaN : row[0];
                assertThat(model.reasons(row).total()).isCloseTo(model.logOdds(row), within(1e-10));
            }
        }
    }

    /** If it failed, an export sorted another way, or a larger machine, would give an account another risk. */
    @Property(tries = 20)
    void scoresDoNotDependOnTheOrderOfRowsOrOnThreads(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll @IntRange(min = 1, max = 4) int threads) {
        DataSet data = table(seed);
        DataSet mixed = data.select(Planted.shuffled(data.size(), seed));
        assertThat(LogisticRegression.standard().learn(mixed).orElseThrow())
                .isEqualTo(LogisticRegression.standard().learn(data).orElseThrow());
        assertThat(BOOSTING.with(Threads.of(threads)).learn(mixed).orElseThrow())
                .isEqualTo(BOOSTING.learn(data).orElseThrow());
        assertThat(BaseRate.standard().learn(mixed).orElseThrow())
                .isEqualTo(BaseRate.standard().learn(data).orElseThrow());
    }

    /** If it failed, telling usage in hours instead of minutes would change who is at risk. */
    @Property(tries = 20)
    void scaleOfAColumnLeavesBoostingUntouched(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = 1e-6, max = 1e6) @Scale(6) double factor) {
        DataSet data = table(seed);
        DataSetBuilder scaled = DataSet.of(data.features());
        for (int i = 0; i < data.size(); i++) {
            double[] row = data.values(i);
            row[0] *= factor;
            scaled.row(data.id(i), data.label(i), row);
        }
        assertThat(BOOSTING.learn(scaled.build()).orElseThrow().probabilities(scaled.build()))
                .isEqualTo(BOOSTING.learn(data).orElseThrow().probabilities(data));
    }

    /** If it failed, calibration would put a safer account above a riskier one. */
    @Property(tries = 60)
    void calibratorsNeverOrderTwoRowsAnew(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = -30, max = 30) double one,
            @ForAll @DoubleRange(min = -30, max = 30) double other) {
        DataSet data = table(seed);
        double[] x = data.column(data.names().get(0));
        double[] known = Arrays.stream(x).map(v -> Double.isNaN(v) ? 0 : v).toArray();
        for (CalibrationMethod method : CalibrationMethod.values()) {
            Calibrator calibrator = method.fit(data.labels(), known);
            double low = calibrator.probability(Math.min(one, other));
            double high = calibrator.probability(Math.max(one, other));
            assertThat(low).isBetween(0.0, high);
            assertThat(high).isLessThanOrEqualTo(1);
        }
    }

    /** If it failed, a rising curve would have a dent, or more or fewer events than there were. */
    @Property(tries = 200)
    void pooledViolatorsRiseAndKeepTheSum(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1) Integer> labels) {
        double[] values = labels.stream().mapToDouble(y -> y).toArray();
        double[] rising = PooledViolators.of(values);
        for (int i = 1; i < rising.length; i++) {
            assertThat(rising[i]).isGreaterThanOrEqualTo(rising[i - 1]);
        }
        assertThat(Arrays.stream(rising).sum()).isCloseTo(Arrays.stream(values).sum(), within(1e-9));
    }

    /** If it failed, the measure of a ranking would depend on how a score is printed. */
    @Property(tries = 50)
    void aucDependsOnTheRankingOnly(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        DataSet data = table(seed);
        double[] p = LogisticRegression.standard().learn(data).orElseThrow().probabilities(data);
        double[] squeezed = Arrays.stream(p).map(v -> 0.25 + v * v * v / 2).toArray();
        double auc = Measures.of(data.labels(), p).auc().orElseThrow();
        assertThat(Measures.of(data.labels(), squeezed).auc().orElseThrow()).isEqualTo(auc);
        double[] turned = Arrays.stream(p).map(v -> 1 - v).toArray();
        assertThat(Measures.of(data.labels(), turned).auc().orElseThrow()).isCloseTo(1 - auc, within(1e-12));
    }
}
