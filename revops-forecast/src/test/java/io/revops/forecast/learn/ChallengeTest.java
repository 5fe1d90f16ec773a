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

    /** Ten copies of each account's row know no more than one: a challenger must not take over because rows were repeated. */
    @Test
    void rowsOfOneAccountAreOneCase() {
        Explained one =
                LogisticRegression.standard().learn(Planted.line(4_000, 1, 0)).orElseThrow();
        DataSet rows = Planted.line(150, 7, 0);
        double[] logOdds = one.logOddsOfEach(rows);
        int won = 0;
        int wonByRows = 0;
        for (int seed = 0; seed < 20; seed++) {
            RandomGenerator noise = Simulation.streamFor(seed, "noise");
            double[] labels = new double[1_500];
            double[] champion = new double[1_500];
            double[] challenger = new double[1_500];
            List<String> accounts = new java.util.ArrayList<>();
            for (int i = 0; i < 150; i++) {
                double noisy = LogOdds.probability(logOdds[i] + 0.5 * Normals.next(noise));
                for (int copy = 0; copy < 10; copy++) {
                    int at = 10 * i + copy;
                    labels[at] = rows.label(i);
                    champion[at] = noisy;
                    challenger[at] = LogOdds.probability(logOdds[i] + 0.5 * Math.sin(i + seed));
                    accounts.add("a" + i);
                }
            }
            Challenge grouped = Challenge.of(labels, champion, challenger, accounts, seed);
            Challenge single = Challenge.of(every(labels), every(champion), every(challenger), seed);
            won += grouped.isWon() ? 1 : 0;
            wonByRows += Challenge.of(labels, champion, challenger, seed).isWon() ? 1 : 0;
            assertThat(grouped.isWon()).isEqualTo(single.isWon());
            assertThat(grouped.saved().difference())
                    .isCloseTo(single.saved().difference(), org.assertj.core.api.Assertions.within(1e-12));
            assertThat(grouped.ranking().orElseThrow().standardError())
                    .isCloseTo(
                            single.ranking().orElseThrow().standardError(),
                            org.assertj.core.api.Assertions.within(1e-12));
        }
        assertThat(won).isLessThan(wonByRows);
    }

    private static double[] every(double[] copies) {
        double[] one = new double[copies.length / 10];
        Arrays.setAll(one, i -> copies[10 * i]);
        return one;
    }

    @Test
    void rowsOfAnotherEditionAreNotCompared() {
        DataSet other = DataSet.of("first", "second", "noise")
                .version("2")
                .row("a", 1, 1, 1, 1)
                .row("b", 0, 1, 1, 1)
                .build();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Challenge.of(LINE, TREES, other, 1))
                .hasMessageContaining("The features are of version 2");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Challenge.of(LINE, TREES, LATER.only(List.of("first", "noise")), 1))
                .hasMessageContaining("The data have no column [second]");
    }

    @Test
    void eachReadsItsOwnColumns() {
        Scorer fewer = LogisticRegression.standard()
                .learn(PAST.only(List.of("first", "second")))
                .orElseThrow();
        assertThat(Challenge.of(fewer, TREES, LATER, 1).isWon()).isTrue();
    }
}
