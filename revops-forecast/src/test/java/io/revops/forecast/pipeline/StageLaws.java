package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every chain of stages and every shrunk number. */
class StageLaws {
    /** Weights of going on, staying, winning and losing from each of some stages. */
    @Provide
    Arbitrary<List<List<Integer>>> rows() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(n -> Arbitraries.integers()
                        .between(0, 9)
                        .list()
                        .ofSize(n + 1)
                        .flatMap(row -> Arbitraries.integers().between(1, 9).map(lost -> {
                            List<Integer> all = new ArrayList<>(row);
                            all.add(lost);
                            return all;
                        }))
                        .list()
                        .ofSize(n));
    }

    private static StageChain chain(List<List<Integer>> rows) {
        StageChain.Builder chain = StageChain.builder();
        for (int i = 0; i < rows.size(); i++) {
            List<Integer> row = rows.get(i);
            double sum = row.stream().mapToInt(w -> w).sum();
            for (int j = 0; j < rows.size(); j++) {
                chain.move("s" + i, "s" + j, row.get(j) / sum);
            }
            chain.won("s" + i, row.get(rows.size()) / sum);
            chain.lost("s" + i, row.get(rows.size() + 1) / sum);
        }
        return chain.build();
    }

    /** If it failed, a deal could be won and lost, or neither, and a weighted pipeline could exceed the pipeline. */
    @Property
    void everyDealIsWonOrLostInTheEnd(@ForAll("rows") List<List<Integer>> rows) {
        StageChain chain = chain(rows);
        for (String stage : chain.stages()) {
            assertThat(chain.won(stage)).isBetween(0.0, 1.0);
            assertThat(chain.lost(stage)).isBetween(0.0, 1.0);
            assertThat(chain.won(stage) + chain.lost(stage)).isCloseTo(1, within(1e-15));
            assertThat(chain.expectedSteps(stage)).isGreaterThanOrEqualTo(1);
        }
    }

    /** If it failed, waiting longer could make a deal less won, or more than it will ever be. */
    @Property
    void moreStepsWinMoreAndNeverMoreThanInTheEnd(
            @ForAll("rows") List<List<Integer>> rows, @ForAll @IntRange(min = 0, max = 30) int steps) {
        StageChain chain = chain(rows);
        for (String stage : chain.stages()) {
            assertThat(chain.wonWithin(stage, steps + 1)).isGreaterThanOrEqualTo(chain.wonWithin(stage, steps));
            assertThat(chain.wonWithin(stage, steps)).isLessThanOrEqualTo(chain.won(stage) + 1e-12);
        }
    }

    /** If it failed, the numbers of the stages would contradict each other: b = T b + w. */
    @Property
    void aStageIsWonAsOftenAsWhereItLeads(@ForAll("rows") List<List<Integer>> rows) {
        StageChain chain = chain(rows);
        for (String from : chain.stages()) {
            double won = chain.winsNext(from);
            double steps = 1;
            for (String to : chain.stages()) {
                won += chain.move(from, to) * chain.won(to);
                steps += chain.move(from, to) * chain.expectedSteps(to);
            }
            assertThat(chain.won(from)).isCloseTo(won, within(1e-12));
            assertThat(chain.expectedSteps(from)).isCloseTo(steps, within(1e-9 * steps));
        }
    }

    /** If it failed, more evidence would move a number back towards what was believed without any. */
    @Property
    void moreCasesNeverMoveTowardsThePrior(
            @ForAll @DoubleRange(min = 0, max = 1) double prior,
            @ForAll @DoubleRange(min = 0, max = 2) double learnt,
            @ForAll @DoubleRange(min = 0.1, max = 50) double strength,
            @ForAll @IntRange(min = 0, max = 1000) int cases) {
        Shrinkage shrinkage = Shrinkage.toward(prior, strength);
        double now = shrinkage.of(learnt, cases);
        double more = shrinkage.of(learnt, cases + 1);
        assertThat(Math.abs(more - prior)).isGreaterThanOrEqualTo(Math.abs(now - prior) - 1e-12);
        assertThat(now).isBetween(Math.min(prior, learnt) - 1e-12, Math.max(prior, learnt) + 1e-12);
        assertThat(shrinkage.of(learnt, 0)).isEqualTo(prior);
    }
}
