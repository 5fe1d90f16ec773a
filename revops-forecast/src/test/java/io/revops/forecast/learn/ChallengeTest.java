package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    private static final DataSet PAST = Planted.crossing(1_500, 1);
    private static final DataSet LATER = Planted.crossing(800, 2);
    private static final Scorer LINE = LogisticRegression.standard().learn(PAST).orElseThrow();
    private static final Scorer TREES = Boosting.standard().learn(PAST).orElseThrow();

    @Test
    void challengerThatIsBetterByMoreThanChanceTakesOver() {
        Challenge challenge = Challenge.of(LINE, TREES, LATER, 1);
        assertThat(challenge.isWon()).isTrue();
        assertThat(challenge)
                .asString()
                .startsWith("The challenger takes over: log-loss 0.")
                .contains("on 800 rows, AUC 0.")
                .endsWith("(p < 0.001).");
        assertThat(Challenge.of(TREES, LINE, LATER, 1).isWon()).isFalse();
    }

    @Test
    void challengerThatIsAsGoodChangesNothing() {
        Challenge challenge = Challenge.of(TREES, TREES, LATER, 1);
        assertThat(challenge.isWon()).isFalse();
        assertThat(challenge.why()).startsWith("The champion stays").contains("(p = 1.000)");
    }

    /** Sixty challengers that are the champion with a little noise: none is better, and luck lets one in twenty through at most. */
    @Test
    void luckIsNotEnough() {
        int won = 0;
        Explained one =
                LogisticRegression.standard().learn(Planted.line(4_000, 1, 0)).orElseThrow();
        for (int seed = 0; seed < 60; seed++) {
            DataSet rows = Planted.line(200, 100 + seed, 0);
            double[] logOdds = one.logOddsOfEach(rows);
            RandomGenerator noise = Simulation.streamFor(seed, "noise");
            double[] noisy = Arrays.stream(logOdds)
                    .map(x -> LogOdds.probability(x + 0.1 * Normals.next(noise)))
                    .toArray();
            won += Challenge.of(rows.labels(), one.probabilities(rows), noisy, seed)
                            .isWon()
                    ? 1
                    : 0;
        }
        assertThat(won).isLessThanOrEqualTo(6);
    }

    @Test
    void eachReadsItsOwnColumns() {
        Scorer fewer = LogisticRegression.standard()
                .learn(PAST.only(List.of("first", "second")))
                .orElseThrow();
        assertThat(Challenge.of(fewer, TREES, LATER, 1).isWon()).isTrue();
    }
}
