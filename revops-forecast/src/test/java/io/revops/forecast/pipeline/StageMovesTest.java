package io.revops.forecast.pipeline;

import static io.revops.forecast.pipeline.SmallFunnel.deal;
import static io.revops.forecast.pipeline.SmallFunnel.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.metric.Undefined;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageMovesTest {
    /** Straight, skipping, back, lost and opened again, still open: one deal of each kind. */
    private static Pipeline five() {
        return pipeline(
                "2026-03-31",
                deal("straight", "2026-01-01")
                        .stage("Q")
                        .on("2026-01-11")
                        .stage("P")
                        .on("2026-01-21")
                        .stage("N")
                        .won("2026-01-31"),
                deal("skips", "2026-01-01")
                        .stage("Q")
                        .on("2026-01-05")
                        .stage("N")
                        .lost("2026-02-01"),
                deal("back", "2026-01-01")
                        .stage("Q")
                        .on("2026-01-10")
                        .stage("P")
                        .on("2026-01-15")
                        .stage("Q")
                        .lost("2026-02-01"),
                deal("again", "2026-01-01")
                        .stage("Q")
                        .on("2026-01-10")
                        .stage("P")
                        .lost("2026-01-20")
                        .reopened("2026-02-01")
                        .stage("P")
                        .won("2026-02-20"),
                deal("open", "2026-03-01").stage("Q").on("2026-03-20").stage("P"));
    }

    private static StageMoves moves() {
        return StageMoves.of(five(), StageOrder.of("Q", "P", "N"));
    }

    @Test
    void everyMoveIsKeptAsItWas() {
        StageMoves moves = moves();
        assertThat(moves.moved("Q", "P")).isEqualTo(4);
        assertThat(moves.moved("Q", "N")).isEqualTo(1);
        assertThat(moves.moved("P", "Q")).isEqualTo(1);
        assertThat(moves.moved("P", "N")).isEqualTo(1);
        assertThat(moves.moved("P", "P")).as("lost in P and opened again there").isEqualTo(1);
        assertThat(moves.won("P")).isEqualTo(1);
        assertThat(moves.won("N")).isEqualTo(1);
        assertThat(moves.lost("Q")).isEqualTo(1);
        assertThat(moves.lost("N")).isEqualTo(1);
        assertThat(moves.lost("P")).as("it was opened again").isZero();
        assertThat(moves)
                .hasToString("12 moves from 3 stages (step: move; 1 reopened, 1 back, 1 skipped, 1 still open)");
    }

    @Test
    void theChainHasTheSharesOfTheMoves() {
        StageChain chain = moves().chain().orElseThrow();
        assertThat(chain.stages()).containsExactly("Q", "P", "N");
        assertThat(chain.move("Q", "P")).isEqualTo(4 / 6.0);
        assertThat(chain.losesNext("Q")).isEqualTo(1 / 6.0);
        assertThat(chain.winsNext("N")).isEqualTo(0.5);
        // b_N = 1/2; 6 b_Q = 4 b_P + b_N; 4 b_P = b_Q + b_N + b_P + 1, solved by hand
        assertThat(chain.won("P")).isCloseTo(19.0 / 28, within(1e-15));
        assertThat(chain.won("Q")).isCloseTo((4 * 19.0 / 28 + 0.5) / 6, within(1e-15));
    }

    @Test
    void aPriorIsWorthSoManySteps() {
        StageChain prior = StageChain.builder()
                .move("Q", "P", 0.5)
                .lost("Q", 0.5)
                .won("P", 0.5)
                .lost("P", 0.5)
                .move("Late", "P", 1)
                .build();
        StageChain drawn = moves().chain(prior, 6).orElseThrow();
        assertThat(drawn.move("Q", "P")).isCloseTo((4 + 6 * 0.5) / 12, within(1e-15));
        assertThat(drawn.losesNext("Q")).isCloseTo((1 + 6 * 0.5) / 12, within(1e-15));
        assertThat(drawn.winsNext("N")).as("the prior says nothing of N").isEqualTo(0.5);
        assertThat(drawn.move("Late", "P")).as("no deal was there").isEqualTo(1);
        assertThat(drawn.stages()).containsExactly("Q", "P", "N", "Late");
        assertThatThrownBy(() -> moves().chain(prior, 0)).hasMessageContaining("Maybe more than 0");
    }

    @Test
    void aStageThatNoDealHasEndedFromIsNamed() {
        Pipeline running = pipeline(
                "2026-03-31",
                deal("a", "2026-01-01").stage("Q").won("2026-02-01"),
                deal("b", "2026-01-01")
                        .stage("Q")
                        .on("2026-02-01")
                        .stage("X")
                        .on("2026-02-02")
                        .stage("Y"));
        assertThat(StageMoves.of(running).chain())
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.text()).contains("[Y, X]"));
        assertThat(StageMoves.of(pipeline("2026-03-31", deal("a", "2026-01-01").stage("Q")))
                        .chain())
                .isInstanceOf(Undefined.class);
        Pipeline circle = pipeline(
                "2026-03-31",
                deal("a", "2026-01-01").stage("Q").won("2026-02-01"),
                deal("b", "2026-01-01")
                        .stage("X")
                        .on("2026-02-01")
                        .stage("Y")
                        .on("2026-02-02")
                        .stage("X"));
        assertThat(StageMoves.of(circle).chain())
                .isInstanceOfSatisfying(
                        Undefined.class,
                        u -> assertThat(u.text()).contains("X").contains("Y").doesNotContain("Q"));
    }

    @Test
    void stepsOfDaysAlsoCountWhoStayed() {
        StageMoves ten = StageMoves.every(five(), StageOrder.of("Q", "P", "N"), 10);
        // straight: Q to P to N to won; skips: Q to N, N, N to lost (31 days: in the fourth step);
        // back: Q to P? on the 11th it is in P, on the 21st in Q, then Q, and lost within the fourth step
        assertThat(ten.moved("Q", "P")).isEqualTo(4);
        assertThat(ten.moved("Q", "N")).isEqualTo(1);
        assertThat(ten.moved("N", "N")).isEqualTo(2);
        assertThat(ten.moved("P", "Q")).isEqualTo(1);
        assertThat(ten.moved("Q", "Q")).isEqualTo(2);
        assertThat(ten.won("N")).isEqualTo(1);
        assertThat(ten.lost("N")).isEqualTo(1);
        assertThat(ten.lost("Q")).isEqualTo(1);
        assertThat(ten.reopened()).isEqualTo(1);
        assertThat(ten.running()).isEqualTo(1);
        assertThat(ten.chain().orElseThrow().won("P")).isBetween(0.0, 1.0);
        assertThatThrownBy(() -> StageMoves.every(five(), StageOrder.of("Q"), 0))
                .hasMessageContaining("Maybe 1");
    }

    @Test
    void theOrderIsThatInWhichStagesWereEntered() {
        assertThat(StageOrder.learnt(five())).isEqualTo(StageOrder.of("Q", "P", "N"));
        assertThat(StageOrder.of("Q", "P").place("P")).hasValue(1);
        assertThat(StageOrder.of("Q", "P").place("N")).isEmpty();
        assertThatThrownBy(() -> StageOrder.of("Q", "Q")).hasMessageContaining("each once");
        assertThatThrownBy(() -> StageOrder.learnt(pipeline("2026-01-01"))).hasMessageContaining("at least one");
    }

    @Test
    void weightsAreLearntFromResolvedDealsAndDrawnTowardsTheirPrior() {
        StageWeights weights = StageWeights.learnt(five(), Map.of("P", 0.3, "Legal", 0.9), 5);
        StageWeight p = weights.find("P").orElseThrow();
        assertThat(p.won()).isEqualTo(2);
        assertThat(p.resolved()).as("the open deal says nothing yet").isEqualTo(3);
        assertThat(p.probability()).isCloseTo((2 + 5 * 0.3) / 8, within(1e-15));
        assertThat(p).hasToString("P 43.8 % (2 of 3 won; prior 30.0 % worth 5)");
        assertThat(weights.find("Legal").orElseThrow().probability()).isEqualTo(0.9);
        assertThat(weights.find("N").orElseThrow().probability())
                .as("towards the 2 of 4 deals that were won")
                .isCloseTo((1 + 5 * 0.5) / 7, within(1e-15));
        assertThat(weights.find("Nowhere")).isEmpty();
    }

    @Test
    void whatHappensLaterMovesNoWeight() {
        Pipeline january = five().asOf(LocalDate.of(2026, 1, 31));
        StageWeight p = StageWeights.learnt(january, 5).find("P").orElseThrow();
        assertThat(p.won()).isEqualTo(1);
        assertThat(p.resolved())
                .as("again is lost on that day, and not yet won")
                .isEqualTo(2);
    }

    @Test
    void weighedDealsAreThoseThatHaveAStageAWeightAndAnAmount() {
        Pipeline open = pipeline(
                "2026-03-31",
                deal("a", "2026-03-01").stage("Q").amount(100),
                deal("b", "2026-03-01").stage("X").amount(100),
                deal("c", "2026-03-01").amount(100),
                deal("d", "2026-03-01").stage("Q"));
        WeightedPipeline weighed = StageWeights.fixed(Map.of("Q", 0.25)).weigh(open);
        assertThat(weighed.weighted()).isEqualTo(io.revops.money.Money.of(25, "USD"));
        assertThat(weighed.unweighted())
                .containsExactly("b: the stage (X) has no weight.", "c: it is in no stage.", "d: it has no amount.");
        assertThat(StageWeights.fixed(Map.of("Q", 0.25))).hasToString("Q 25.0 % (fixed)");
        assertThatThrownBy(() -> StageWeights.fixed(Map.of("Q", 25.0))).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> StageWeights.learnt(open, 0)).hasMessageContaining("more than 0");
        Pipeline bare = Pipeline.builder(LocalDate.of(2026, 1, 1), "").build();
        assertThatThrownBy(() -> StageWeights.fixed(Map.of()).weigh(bare))
                .hasMessageContaining("no currency to add in. Maybe load amounts");
    }
}
