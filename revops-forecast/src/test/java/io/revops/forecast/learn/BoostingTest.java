package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Threads;
import io.revops.forecast.Trained;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final Boosting QUICK = Boosting.standard().with(Rounds.of(30));

    private static double auc(Learner<? extends Scorer> learner, DataSet train, DataSet test) {
        double[] p = learner.learn(train).orElseThrow().probabilities(test);
        return Measures.of(test.labels(), p).auc().orElseThrow();
    }

    /** Of a perfect score the AUC would be 0.85: 0.8 and 0.1 in halves. A straight line sees nothing. */
    @Test
    void combinationsAreSeenThatALineCannotSee() {
        DataSet train = Planted.crossing(2000, 1);
        DataSet test = Planted.crossing(2000, 2);
        assertThat(auc(Boosting.standard(), train, test)).isGreaterThan(0.80);
        assertThat(auc(LogisticRegression.standard(), train, test)).isLessThan(0.58);
    }

    /** −G / (H + λ) of a stump at rate 1, by hand: 100 rows on either side, with 20 and 80 events, base 0, p = ½. */
    @Test
    void stumpIsThatOfTheFormula() {
        DataSetBuilder rows = DataSet.of("x");
        for (int i = 0; i < 200; i++) {
            rows.row("r" + i, i < 100 ? (i < 20 ? 1 : 0) : (i < 180 ? 1 : 0), i < 100 ? 3 : 5);
        }
        Trees trees = Boosting.standard()
                .with(Leaves.of(2))
                .with(LearningRate.of(1))
                .with(Rounds.of(1))
                .learn(rows.build())
                .orElseThrow()
                .trees();
        assertThat(trees.base()).isZero();
        RegressionTree tree = trees.trees().get(0);
        assertThat(tree.size()).isEqualTo(3);
        assertThat(tree.node(0).threshold()).isEqualTo(4);
        assertThat(tree.node(0).cover()).isEqualTo(200);
        assertThat(tree.node(1).value()).isCloseTo(-(100 * 0.5 - 20) / (100 * 0.25 + 1), within(1e-12));
        assertThat(tree.node(2).value()).isCloseTo(-(100 * 0.5 - 80) / (100 * 0.25 + 1), within(1e-12));
        assertThat(trees.score(4)).isEqualTo(tree.node(1).value());
        assertThat(trees.score(4.1)).isEqualTo(tree.node(2).value());
        assertThat(tree.mean()).isCloseTo(0, within(1e-15));
    }

    /** Without a penalty, the first tree of squared loss at rate 1 says the means of its leaves. */
    @Test
    void valuesArePredictedByTheMeanOfTheLeaf() {
        DataSetBuilder rows = DataSet.of("x");
        for (int i = 0; i < 300; i++) {
            rows.row("r" + i, i % 3 == 0 ? 100 + i % 2 : -7 + i % 2, i % 3);
        }
        ValueModel model = Boosting.standard()
                .with(Leaves.of(2))
                .with(LearningRate.of(1))
                .with(LeafPenalty.of(0))
                .with(Rounds.of(1))
                .ofValues()
                .learn(rows.build())
                .orElseThrow();
        assertThat(model.value(0)).isCloseTo(100.5, within(1e-9));
        assertThat(model.value(1)).isCloseTo(-6.5, within(1e-9));
        assertThat(model.reasons(0).total()).isCloseTo(model.value(0), within(1e-9));
        assertThat(model.toString()).isEqualTo("predicted by 1 trees of 1 features");
    }

    /** Nineteen columns of 0 and 1 and one of numbers: every leaf has the rows that reach it, and their −G / (H + λ). */
    @Test
    void leafSaysWhatItsRowsSay() {
        DataSet planted = Planted.line(700, 31, 0);
        String[] names = new String[20];
        java.util.Arrays.setAll(names, f -> "f" + f);
        DataSetBuilder rows = DataSet.of(names);
        for (int i = 0; i < planted.size(); i++) {
            double[] row = new double[20];
            for (int f = 0; f < 19; f++) {
                row[f] = (i * (f + 7) * 31 + f * i * i) % 97 < 10 + 4 * f || (f == 13 && planted.label(i) == 1) ? 1 : 0;
            }
            row[19] = planted.value(i, 0);
            rows.row("r" + i, planted.label(i), row);
        }
        DataSet data = rows.build();
        Trees trees =
                Boosting.standard().with(Rounds.of(1)).learn(data).orElseThrow().trees();
        RegressionTree tree = trees.trees().get(0);
        assertThat(tree.size()).isEqualTo(15);
        double p = LogOdds.probability(trees.base());
        double[] first = new double[tree.size()];
        int[] reached = new int[tree.size()];
        for (int i = 0; i < data.size(); i++) {
            int node = 0;
            while (!tree.isLeaf(node)) {
                reached[node]++;
                node = tree.child(node, data.values(i));
            }
            reached[node]++;
            first[node] += p - data.label(i);
        }
        for (int node = 0; node < tree.size(); node++) {
            assertThat(tree.cover(node)).isEqualTo(reached[node]);
            if (tree.isLeaf(node)) {
                double value = -0.05 * first[node] / (reached[node] * p * (1 - p) + 1);
                assertThat(tree.value(node)).isCloseTo(value, within(1e-9));
            }
        }
        assertThat(tree.feature(0)).isIn(13, 19);
    }

    @Test
    void leavesDepthAndRowsAreKept() {
        DataSet data = Planted.crossing(1000, 4);
        for (RegressionTree tree : QUICK.with(Leaves.of(5))
                .with(LeafRows.of(60))
                .learn(data)
                .orElseThrow()
                .trees()
                .trees()) {
            int leaves = 0;
            for (int i = 0; i < tree.size(); i++) {
                if (tree.isLeaf(i)) {
                    leaves++;
                    assertThat(tree.cover(i)).isGreaterThanOrEqualTo(60);
                }
            }
            assertThat(leaves).isLessThanOrEqualTo(5);
        }
        for (RegressionTree tree :
                QUICK.with(Depth.of(1)).learn(data).orElseThrow().trees().trees()) {
            assertThat(tree.size()).isEqualTo(3);
        }
    }

    /** The event follows from the value being missing, so that missing values go with the low ones or the high ones by gain. */
    @Test
    void missingValuesGoWhereTheyGainMore() {
        for (int like = 0; like <= 1; like++) {
            DataSetBuilder rows = DataSet.of("x");
            for (int i = 0; i < 600; i++) {
                int kind = i % 3;
                int label = kind == 2 ? like : kind;
                rows.row("r" + i, i % 17 == 0 ? 1 - label : label, kind == 2 ? Double.NaN : kind * 10 + i % 5);
            }
            BoostingModel model = QUICK.learn(rows.build()).orElseThrow();
            assertThat(model.probability(Double.NaN)).isCloseTo(model.probability(like == 1 ? 12 : 2), within(0.05));
            assertThat(model.probability(12)).isGreaterThan(0.7);
            assertThat(model.probability(2)).isLessThan(0.3);
        }
    }

    /** That a value is missing can be all there is to know. */
    @Test
    void missingIsAQuestionOfItsOwn() {
        DataSetBuilder rows = DataSet.of("x");
        for (int i = 0; i < 600; i++) {
            boolean isMissing = i % 3 == 0;
            rows.row("r" + i, isMissing == (i * 7 % 11 != 0) ? 1 : 0, isMissing ? Double.NaN : i % 50);
        }
        BoostingModel model = QUICK.learn(rows.build()).orElseThrow();
        assertThat(model.probability(Double.NaN)).isGreaterThan(0.7);
        assertThat(model.probability(0))
                .isCloseTo(model.probability(49), within(0.1))
                .isLessThan(0.3);
        assertThat(model.probability(1e300)).isLessThan(0.3);
    }

    @Test
    void ofEqualColumnsTheFirstIsAsked() {
        DataSet one = Planted.crossing(500, 3);
        DataSetBuilder twice = DataSet.of("first", "again", "second");
        for (int i = 0; i < one.size(); i++) {
            twice.row("r" + i, one.label(i), one.value(i, 0), one.value(i, 0), one.value(i, 1));
        }
        for (RegressionTree tree :
                QUICK.learn(twice.build()).orElseThrow().trees().trees()) {
            for (int i = 0; i < tree.size(); i++) {
                assertThat(tree.feature(i)).isNotEqualTo(1);
            }
        }
    }

    @Test
    void monotoneFeatureMovesTheScoreOneWayOnly() {
        DataSet data = Planted.crossing(1500, 6);
        Monotone rising = Monotone.none().and("first", Monotone.Direction.RISING);
        Monotone falling = Monotone.none().and("first", Monotone.Direction.FALLING);
        BoostingModel up = QUICK.with(rising).learn(data).orElseThrow();
        BoostingModel down = QUICK.with(falling).learn(data).orElseThrow();
        BoostingModel free = QUICK.learn(data).orElseThrow();
        boolean freeFalls = false;
        for (double second = -2; second <= 2; second += 0.25) {
            for (double first = -3; first < 3; first += 0.05) {
                double[] here = {first, second, 0};
                double[] there = {first + 0.05, second, 0};
                assertThat(up.logOdds(there)).isGreaterThanOrEqualTo(up.logOdds(here));
                assertThat(down.logOdds(there)).isLessThanOrEqualTo(down.logOdds(here));
                freeFalls |= free.logOdds(there) < free.logOdds(here);
            }
        }
        assertThat(freeFalls).isTrue();
        assertThat(up.trees().trees()).anyMatch(t -> t.size() > 1);
        assertThatThrownBy(() -> QUICK.with(Monotone.none().and("none", Monotone.Direction.RISING))
                        .learn(data))
                .hasMessageContaining("There is no column (none)");
    }

    @Test
    void threadsAndOrderOfRowsChangeNoBit() {
        DataSet data = Planted.line(900, 7, 10);
        Trees one = QUICK.learn(data).orElseThrow().trees();
        assertThat(QUICK.with(Threads.of(3)).learn(data).orElseThrow().trees()).isEqualTo(one);
        assertThat(QUICK.learn(data.select(Planted.shuffled(900, 1)))
                        .orElseThrow()
                        .trees())
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
    }

    /** More than 254 values share bins, and scoring many rows at once gives the bits of one at a time. */
    @Test
    void manyRowsScoreTheSameBitsAsOneByOne() {
        DataSet data = Planted.line(1003, 8, 10);
        BoostingModel model = QUICK.with(Leaves.of(20)).learn(data).orElseThrow();
        double[] all = model.logOddsOfEach(data);
        List<Reasons> reasons = model.reasonsOfEach(data);
        for (int i = 0; i < data.size(); i++) {
            assertThat(all[i]).isEqualTo(model.logOdds(data.values(i)));
            if (i % 50 == 0) {
                assertThat(reasons.get(i)).isEqualTo(model.reasons(data.values(i)));
            }
        }
    }

    /** Weights count like copies: up to the last digits that the units of the sums differ in. */
    @Test
    void weightIsHowOftenARowIsThere() {
        DataSet once = Planted.line(600, 9, 0);
        DataSetBuilder heavy = DataSet.of("usage", "tickets", "noise");
        DataSetBuilder same = DataSet.of("usage", "tickets", "noise");
        for (int i = 0; i < once.size(); i++) {
            heavy.row("r" + i, once.label(i), once.values(i)).weighing(2);
            same.row("r" + i, once.label(i), once.values(i));
        }
        Boosting free = QUICK.with(LeafPenalty.of(0));
        double[] a = free.learn(heavy.build()).orElseThrow().probabilities(once);
        double[] b = free.learn(same.build()).orElseThrow().probabilities(once);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).isCloseTo(b[i], within(1e-9));
        }
    }

    @Test
    void heldOutRowsSayHowManyRounds() {
        DataSet data = Planted.line(600, 10, 0);
        Trained<BoostingModel> trained = (Trained<BoostingModel>)
                Boosting.standard().with(Rounds.upTo(400)).learn(data);
        int rounds = trained.fitted().trees().trees().size();
        assertThat(rounds).isBetween(10, 200);
        assertThat(trained.reasons().get(0))
                .isEqualTo("Of up to 400 rounds " + rounds + " missed rows left out of 5 folds by least.");
        assertThat(trained.provenance().method()).contains("up to 400 rounds");
        assertThat(trained.provenance().data()).isEqualTo(data.fingerprint());
        assertThat(Boosting.standard().with(Rounds.of(rounds)).learn(data).orElseThrow())
                .isEqualTo(trained.fitted());
    }

    @Test
    void tooLittleIsRefusedWithWhatToDoInstead() {
        Refused<BoostingModel> rows =
                (Refused<BoostingModel>) Boosting.standard().learn(Planted.line(199, 1, 0));
        assertThat(rows.code()).isEqualTo(RefusalCode.TOO_FEW_CASES);
        assertThat(rows.need()).contains(new Refused.Need("rows", 200, 199));
        assertThat(rows.fallback()).contains("LogisticRegression.standard()");
        DataSetBuilder few = DataSet.of("x");
        for (int i = 0; i < 1000; i++) {
            few.row("r" + i, i < 49 ? 1 : 0, i);
        }
        assertThat(((Refused<BoostingModel>) Boosting.standard().learn(few.build())).need())
                .contains(new Refused.Need("events", 50, 49));
        assertThat(Boosting.standard().ofValues().learn(Planted.line(199, 1, 0)).model())
                .isEmpty();
    }

    @Test
    void featuresWithoutInformationGrowNoTree() {
        DataSetBuilder rows = DataSet.of("constant");
        for (int i = 0; i < 400; i++) {
            rows.row("r" + i, i % 4 == 0 ? 1 : 0, 5);
        }
        BoostingModel model = QUICK.learn(rows.build()).orElseThrow();
        assertThat(model.probability(5)).isCloseTo(0.25, within(1e-6));
        assertThat(model.probability(6)).isEqualTo(model.probability(5));
    }

    @Test
    void interruptedTrainingStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> QUICK.learn(Planted.line(300, 1, 0))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> QUICK.with(Threads.of(2)).learn(Planted.line(300, 1, 0)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void optionsOutOfReasonAreRefused() {
        assertThatThrownBy(() -> LearningRate.of(0)).hasMessageContaining("Maybe 0.05");
        assertThatThrownBy(() -> Rounds.of(0)).hasMessageContaining("Maybe 150");
        assertThatThrownBy(() -> Leaves.of(1)).hasMessageContaining("Maybe 8");
        assertThatThrownBy(() -> Depth.of(0)).hasMessageContaining("Maybe 6");
        assertThatThrownBy(() -> LeafRows.of(0)).hasMessageContaining("Maybe 20");
        assertThatThrownBy(() -> LeafPenalty.of(-1)).hasMessageContaining("Maybe 1");
        assertThat(Boosting.standard().with(Monotone.none().and("x", Monotone.Direction.FALLING)))
                .hasToString("boosting, rate 0.05, 150 rounds, 8 leaves, depth 6, 20 rows a leaf, penalty 1.0,"
                        + " monotone {x=FALLING}");
    }

    @Test
    void brokenTreeIsRefused() {
        assertThatThrownBy(() -> RegressionTree.of()).hasMessageContaining("Maybe the file was cut");
        assertThatThrownBy(() -> RegressionTree.of(new RegressionTree.Node(0, 1, 0, 0, 0, 0, 5)))
                .hasMessageContaining("Node 0 of 1 is broken");
        assertThatThrownBy(() -> RegressionTree.of(new RegressionTree.Node(-1, 0, 0, 0, 0, Double.NaN, 5)))
                .hasMessageContaining("broken");
        RegressionTree leaf = RegressionTree.of(new RegressionTree.Node(-1, 0, 0, 0, 0, 1, 5));
        RegressionTree asks = RegressionTree.of(
                new RegressionTree.Node(3, 1, 1, 2, 1, 0, 5),
                new RegressionTree.Node(-1, 0, 0, 0, 0, 1, 2),
                new RegressionTree.Node(-1, 0, 0, 0, 0, 2, 3));
        assertThat(new Trees("1", List.of(Feature.of("x")), 2, List.of(leaf)).score(9))
                .isEqualTo(3);
        assertThatThrownBy(() -> new Trees("1", List.of(Feature.of("x")), 0, List.of(asks)))
                .hasMessageContaining("feature 3 of 1");
    }
}
