package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.forecast.Threads;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How learners are measured, compared and put to use; DeLong against oracle/measures.json, pair by pair. */
class ValidationTest {
    private static double[] of(double... values) {
        return values;
    }

    @Test
    void rowsAreScoredByAModelThatHasNotSeenThem() {
        DataSet data = Planted.line(500, 21, 0);
        CrossValidation unseen = CrossValidation.of(LogisticRegression.standard(), data, Folds.mod(5));
        Fold fold = Folds.mod(5).of(data).get(2);
        LogisticModel model =
                LogisticRegression.standard().learn(data.select(fold.train())).orElseThrow();
        double[] p = model.probabilities(data.select(fold.test()));
        for (int i = 0; i < p.length; i++) {
            assertThat(unseen.probabilities()[fold.test()[i]]).isEqualTo(p[i]);
        }
        assertThat(unseen.folds()).hasSize(5);
        assertThat(unseen.folds().get(2).trainedOn()).isEqualTo(fold.train().length);
        double mean = unseen.folds().stream()
                .mapToDouble(f -> f.measures().logLoss())
                .average()
                .orElseThrow();
        assertThat(unseen.mean(Measures::logLoss).orElseThrow()).isCloseTo(mean, within(1e-15));
        assertThat(unseen.measures().orElseThrow().size()).isEqualTo(500);
        assertThat(unseen.rows()).hasSize(500);
        assertThat(unseen.labels()).isEqualTo(data.labels());
        assertThat(unseen.toString()).startsWith("logistic, 5 folds: 500 rows");
        CrossValidation parallel = CrossValidation.of(LogisticRegression.standard(), data, Folds.mod(5), Threads.of(3));
        assertThat(parallel.probabilities()).isEqualTo(unseen.probabilities());
    }

    @Test
    void foldThatIsRefusedHasNoMeasures() {
        CrossValidation unseen = CrossValidation.of(Boosting.standard(), Planted.line(210, 21, 0), Folds.mod(5));
        assertThat(unseen.folds()).isEmpty();
        assertThat(unseen.refusals()).hasSize(5);
        assertThat(unseen.measures()).isEmpty();
        assertThat(unseen.mean(Measures::brier)).isEmpty();
        assertThat(unseen.toString()).isEqualTo("boosting, 0 folds: all were refused");
    }

    @Test
    void permutedLabelsCannotBeLearnt() {
        DataSet data = Planted.line(3000, 22, 0);
        DataSet permuted = data.withLabels(DataSet.pick(data.labels(), Planted.shuffled(3000, 4)));
        for (Learner<? extends Scorer> learner :
                List.of(LogisticRegression.standard(), Boosting.standard().with(Rounds.of(60)))) {
            double auc = CrossValidation.of(learner, permuted, Folds.mod(5))
                    .meanReading(Measures::auc)
                    .orElseThrow();
            assertThat(auc).isBetween(0.47, 0.53);
        }
    }

    @Test
    void deLongIsThatOfEveryPair() {
        for (JsonNode each : Oracle.read("measures.json").get("scored")) {
            AucComparison own = AucComparison.of(
                            Oracle.numbers(each, "labels"),
                            Oracle.numbers(each, "scores"),
                            Oracle.numbers(each, "others"))
                    .orElseThrow();
            JsonNode expected = each.get("delong");
            assertThat(own.champion()).isCloseTo(Oracle.number(expected, "champion"), within(1e-9));
            assertThat(own.challenger()).isCloseTo(Oracle.number(expected, "challenger"), within(1e-9));
            assertThat(own.championVariance()).isCloseTo(Oracle.number(expected, "championVariance"), within(1e-12));
            assertThat(own.challengerVariance())
                    .isCloseTo(Oracle.number(expected, "challengerVariance"), within(1e-12));
            assertThat(own.covariance()).isCloseTo(Oracle.number(expected, "covariance"), within(1e-12));
            double p = Oracle.number(expected, "pValue");
            assertThat(own.pValue()).isCloseTo(p, within(1e-9 * p));
        }
    }

    @Test
    void sameScoresDoNotDiffer() {
        double[] y = of(0, 1, 0, 1);
        double[] p = of(.1, .5, .6, .9);
        AucComparison same = AucComparison.of(y, p, p).orElseThrow();
        assertThat(same.difference()).isZero();
        assertThat(same.pValue()).isEqualTo(1);
        assertThat(AucComparison.of(of(0, 1, 0), of(.1, .2, .3), of(.1, .2, .3)).value())
                .isEmpty();
    }

    /** 1.959963984540054 is the 97.5 % quantile; the others are of R 4.2.2: 2 * pnorm(-z). */
    @Test
    void tailOfTheNormalIsThatOfR() {
        assertThat(NormalTail.twoSided(0)).isEqualTo(1);
        assertThat(NormalTail.twoSided(-1.959963984540054)).isCloseTo(0.05, within(1e-15));
        assertThat(NormalTail.twoSided(1.2)).isCloseTo(0.23013934044341655, within(1e-15));
        assertThat(NormalTail.twoSided(2.9999)).isCloseTo(0.0027006825659098501, within(1e-15));
        assertThat(NormalTail.twoSided(3)).isCloseTo(0.0026997960632601892, within(1e-17));
        assertThat(NormalTail.twoSided(6)).isCloseTo(1.9731752900753962e-09, within(1e-22));
    }

    @Test
    void bootstrapSaysHowMuchIsChance() {
        DataSet data = Planted.line(400, 23, 0);
        double[] p = LogisticRegression.standard().learn(data).orElseThrow().probabilities(data);
        double[] base = new double[p.length];
        Arrays.fill(base, (double) data.events() / data.size());
        PairedBootstrap better = PairedBootstrap.ofLogLoss(data.labels(), base, p, 7, 2000);
        double gain = Measures.of(data.labels(), base).logLoss()
                - Measures.of(data.labels(), p).logLoss();
        assertThat(better.difference()).isCloseTo(gain, within(1e-12));
        assertThat(better.draws().mean()).isCloseTo(gain, within(0.005));
        assertThat(better.quantile(0.05).orElseThrow()).isPositive();
        assertThat(PairedBootstrap.ofLogLoss(data.labels(), base, p, 7, 2000)).isEqualTo(better);
        assertThat(PairedBootstrap.ofLogLoss(data.labels(), base, p, 8, 2000)).isNotEqualTo(better);
        PairedBootstrap none = PairedBootstrap.ofLogLoss(data.labels(), p, p, 7, 100);
        assertThat(none.difference()).isZero();
        PairedBootstrap profit = PairedBootstrap.ofProfit(data.labels(), base, p, new Offer(100, 20), 7, 500);
        double expected = 0;
        for (int i = 0; i < p.length; i++) {
            expected += (p[i] >= 0.2 ? data.label(i) * 100 - 20 : 0) - (base[i] >= 0.2 ? data.label(i) * 100 - 20 : 0);
        }
        assertThat(profit.difference()).isCloseTo(expected / p.length, within(1e-9));
        assertThatThrownBy(() -> PairedBootstrap.ofLogLoss(of(0), of(.5), of(), 1, 10))
                .hasMessageContaining("Maybe score the same rows by both");
    }

    /** Five rows from the top: events 1 1 0 1 0, each event kept brings 10, each contact costs 4. */
    @Test
    void profitCurveFollowsItsFormula() {
        double[] y = of(0, 1, 1, 0, 1);
        double[] p = of(.1, .4, .9, .5, .8);
        ProfitCurve curve = ProfitCurve.of(y, p, new Offer(10, 4));
        assertThat(curve.points())
                .extracting(ProfitCurve.Point::profit)
                .containsExactly(0.0, 6.0, 12.0, 8.0, 14.0, 10.0);
        assertThat(curve.best()).isEqualTo(new ProfitCurve.Point(.4, 4, 3, 14));
        assertThat(curve.at(.5).contacted()).isEqualTo(3);
        assertThat(curve.at(.95).profit()).isZero();
        assertThat(new Offer(10, 4).threshold()).isEqualTo(.4);
        assertThat(ProfitCurve.of(y, p, new Offer(1, 4)).best().contacted()).isZero();
        assertThatThrownBy(() -> new Offer(0, 1)).hasMessageContaining("Maybe amounts above 0");
    }

    @Test
    void gainsCaptureEveryEventAndAreFlatForAConstantScore() {
        double[] y = new double[40];
        double[] p = new double[40];
        for (int i = 0; i < 40; i++) {
            y[i] = i < 10 ? 1 : 0;
            p[i] = 1 - i / 100.0;
        }
        List<Gains.Tenth> best = Gains.of(y, p).tenths();
        assertThat(best).hasSize(10);
        assertThat(best.get(0).lift()).isEqualTo(4);
        assertThat(best.get(0).captured()).isEqualTo(.4);
        assertThat(best.get(2).events()).isEqualTo(2);
        assertThat(best.get(9).captured()).isEqualTo(1);
        Arrays.fill(p, .3);
        assertThat(Gains.of(y, p).tenths()).allSatisfy(t -> assertThat(t.lift()).isCloseTo(1, within(1e-12)));
        assertThatThrownBy(() -> Gains.of(new double[3], new double[3])).hasMessageContaining("None of 3 rows");
    }

    @Test
    void learningCurveMeasuresTheSameRowsFromFewerAndMore() {
        DataSet data = Planted.line(1000, 24, 0);
        LearningCurve curve = LearningCurve.of(LogisticRegression.standard(), data, Folds.mod(4), 5, 0.05, 0.5, 1);
        assertThat(curve.points()).hasSize(3);
        assertThat(curve.points().get(0).unseen().folds().get(0).trainedOn()).isBetween(37, 39);
        assertThat(curve.points().get(2).unseen().probabilities())
                .isEqualTo(CrossValidation.of(LogisticRegression.standard(), data, Folds.mod(4))
                        .probabilities());
        assertThat(curve.points().get(0).unseen().mean(Measures::logLoss).orElseThrow())
                .isGreaterThan(
                        curve.points().get(2).unseen().mean(Measures::logLoss).orElseThrow());
        assertThatThrownBy(() -> LearningCurve.of(LogisticRegression.standard(), data, Folds.mod(4), 5, 0))
                .hasMessageContaining("Maybe 0.1, 0.5 and 1");
    }

    @Test
    void combinationIsTheBestMixtureOnRowsLeftOut() {
        DataSet crossing = Planted.crossing(600, 25);
        Training<Explained> learnt = Combination.standard().learn(crossing);
        assertThat(((Trained<Explained>) learnt).reasons()).hasSize(1);
        assertThat(learnt.orElseThrow()).isInstanceOfAny(BoostingModel.class, CombinationModel.class);
        DataSet line = Planted.line(600, 26, 0);
        Explained model = Combination.standard().learn(line).orElseThrow();
        assertThat(model).isInstanceOfAny(LogisticModel.class, CombinationModel.class);
        DataSet few = Planted.line(150, 27, 0);
        Trained<Explained> alone = (Trained<Explained>) Combination.standard().learn(few);
        assertThat(alone.fitted()).isInstanceOf(LogisticModel.class);
        assertThat(alone.reasons()).contains("Left out: boosting. There are 150 rows, and 200 are needed.");
        assertThat(Combination.standard().learn(Planted.line(10, 1, 0)).model()).isEmpty();
    }

    @Test
    void mixtureOfModelsIsTheMixtureOfTheirReasons() {
        DataSet data = Planted.line(400, 28, 10);
        LogisticModel line = LogisticRegression.standard().learn(data).orElseThrow();
        BoostingModel trees =
                Boosting.standard().with(Rounds.of(20)).learn(data).orElseThrow();
        CombinationModel mixed = new CombinationModel(
                List.of(new CombinationModel.Member(.25, line), new CombinationModel.Member(.75, trees)));
        double[] row = data.values(5);
        assertThat(mixed.logOdds(row)).isEqualTo(.25 * line.logOdds(row) + .75 * trees.logOdds(row));
        assertThat(mixed.logOddsOfEach(data)[5]).isEqualTo(mixed.logOdds(row));
        assertThat(mixed.reasons(row).total()).isCloseTo(mixed.logOdds(row), within(1e-12));
        assertThat(mixed.reasonsOfEach(data).get(5)).isEqualTo(mixed.reasons(row));
        assertThat(mixed).hasToString("0.25 logistic + 0.75 boosting");
        assertThatThrownBy(() -> new CombinationModel(List.of())).hasMessageContaining("no model to combine");
        assertThatThrownBy(() -> new CombinationModel(List.of(new CombinationModel.Member(.5, line))))
                .hasMessageContaining("add up to 0.5");
        assertThatThrownBy(() -> new CombinationModel.Member(0, line)).hasMessageContaining("Maybe leave it out");
        LogisticModel other = LogisticRegression.standard()
                .learn(data.only(List.of("usage", "noise")))
                .orElseThrow();
        assertThatThrownBy(() -> new CombinationModel(
                        List.of(new CombinationModel.Member(.5, line), new CombinationModel.Member(.5, other))))
                .hasMessageContaining("read different features");
    }

    /** A host's own scorer is measured like ours: one method and the names of its features. */
    @Test
    void hostsOwnScorerIsCheckedAndMeasured() {
        record Rule(List<String> features) implements Scorer {
            @Override
            public double probability(double... values) {
                return values[0] > 0 ? 0.8 : 0.2;
            }
        }
        Rule rule = new Rule(List.of("usage"));
        DataSet data = Planted.line(300, 29, 0);
        assertThat(rule.name()).isEqualTo("rule");
        assertThatThrownBy(() -> rule.probabilities(data))
                .hasMessageContaining("does not know the feature [noise, tickets]")
                .hasMessageContaining("Maybe take only the columns it reads");
        assertThatThrownBy(() -> rule.probabilities(data.only(List.of("noise"))))
                .hasMessageContaining("The data have no column [usage]");
        DataSet other = DataSet.of("usage").version("2").row("a", 1, 1).build();
        assertThatThrownBy(() -> rule.probabilities(other)).hasMessageContaining("The features are of version 2");
        Rule both = new Rule(List.of("usage", "tickets", "noise"));
        assertThat(both.probabilities(data.only(List.of("noise", "tickets", "usage"))))
                .isEqualTo(both.probabilities(data));
        assertThat(Measures.of(data.labels(), both.probabilities(data)).auc().orElseThrow())
                .isGreaterThan(0.6);
    }
}
