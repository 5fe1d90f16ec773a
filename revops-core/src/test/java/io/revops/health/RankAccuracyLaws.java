package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RankAccuracyLaws {
    @Provide
    Arbitrary<List<RankAccuracy.Case>> cases() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.of(true, false))
                .as((customer, score, left) -> new RankAccuracy.Case("c" + customer, score * 10, left))
                .list()
                .ofMaxSize(30);
    }

    /** If this failed, a scorecard could be praised for a ranking that it does not do. */
    @Property
    void areaIsTheShareOfPairsInWhichTheLeaverScoresLower(@ForAll("cases") List<RankAccuracy.Case> cases) {
        double pairs = 0;
        double right = 0;
        for (RankAccuracy.Case left : cases) {
            for (RankAccuracy.Case stayed : cases) {
                if (left.left() && !stayed.left()) {
                    pairs++;
                    right += left.score() < stayed.score() ? 1 : left.score() == stayed.score() ? 0.5 : 0;
                }
            }
        }
        RankAccuracy ranking = RankAccuracy.of(cases);
        if (pairs == 0) {
            assertThat(ranking).isNull();
        } else {
            assertThat(ranking.auc()).isEqualTo(right / pairs, within(1e-12));
            assertThat(ranking.low()).isBetween(0.0, ranking.auc());
            assertThat(ranking.high()).isBetween(ranking.auc(), 1.0);
        }
    }

    /**
     * If this failed, a chance ranking of customers who are each scored six times would be called a find. Their scores hang
     * together, and so do their departures; the nominal coverage is 95 %, and 1,000 companies tell it to ±1.4 %.
     */
    @Example
    void intervalKnowsThatScoresOfOneCustomerBelongTogether() {
        Random random = new Random(20251126);
        int covered = 0;
        for (int company = 0; company < 1000; company++) {
            List<RankAccuracy.Case> cases = new ArrayList<>();
            for (int customer = 0; customer < 120; customer++) {
                double usual = random.nextGaussian();
                double prone = random.nextDouble() < 0.3 ? 0.6 : 0.05;
                for (int month = 0; month < 6; month++) {
                    cases.add(new RankAccuracy.Case(
                            "c" + customer, usual + 0.3 * random.nextGaussian(), random.nextDouble() < prone));
                }
            }
            RankAccuracy ranking = RankAccuracy.of(cases);
            covered += ranking != null && ranking.low() <= 0.5 && ranking.high() >= 0.5 ? 1 : 0;
        }
        assertThat(covered).isBetween(930, 970);
    }

    /** If this failed, a scorecard that gives most of its customers one score could not be tested in the time of a coffee. */
    @Example
    void manyTiesTakeNoLongerThanNone() {
        List<RankAccuracy.Case> cases = new ArrayList<>();
        for (int i = 0; i < 400_000; i++) {
            cases.add(new RankAccuracy.Case("c" + i % 1000, 100, i % 2 == 0));
        }
        RankAccuracy ranking = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> RankAccuracy.of(cases));
        assertThat(ranking).isNotNull();
        assertThat(ranking.auc()).isEqualTo(0.5);
    }
}
