package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.DueRenewal;
import io.revops.forecast.Normals;
import io.revops.forecast.Propensity;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Simulation;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.learn.Boosting;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.Feature;
import io.revops.forecast.learn.Folds;
import io.revops.forecast.learn.Measures;
import io.revops.forecast.learn.ModelAdvice;
import io.revops.forecast.learn.Rounds;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ChurnPropensityTest {
    private static final ChurnPropensity WITHIN_90 = ChurnPropensity.within(90);
    private static final DataSet PAST = PlantedCompany.rows(1_200, 1);
    private static final Trained<ChurnModel> TRAINED = (Trained<ChurnModel>) WITHIN_90.learn(PAST);
    private static final ChurnModel MODEL = TRAINED.fitted();

    @Test
    void plantedRiskIsFoundAndTheSimplestGoodModelIsTaken() {
        assertThat(MODEL.scorer().name()).isEqualTo("logistic");
        assertThat(MODEL.candidates())
                .extracting(Candidate::name)
                .containsExactly("logistic", "boosting", "combination");
        assertThat(MODEL.candidates()).allMatch(Candidate::isBetterThanBaseRate);
        assertThat(TRAINED.reasons().get(0))
                .startsWith("Taken: logistic, of logistic: log-loss 0.")
                .contains("rate of all: log-loss 0.")
                .contains("on 1200 rows")
                .contains("AUC of boosting less that of logistic: -0.");
        DataSet today = PlantedCompany.rows(2_000, 2);
        Measures unseen = Measures.of(today.labels(), MODEL.scorer().probabilities(today));
        assertThat(unseen.auc().orElseThrow()).isGreaterThan(0.78);
        assertThat(unseen.calibration().orElseThrow().slope()).isCloseTo(1, within(0.15));
        assertThat(MODEL.card().measures()).containsKeys("auc", "brier", "logLoss", "ece", "averagePrecision");
        assertThat(MODEL).hasToString("logistic, churn within 90 days, 1200 rows, " + PAST.events() + " events");
    }

    /** What a reader adds up must be what the model said. */
    @Test
    void reasonsReAddToTheLogOddsAndSegmentsToAll() {
        RiskScores scores = MODEL.score(PlantedCompany.rows(90, 3));
        assertThat(scores.model()).isPresent();
        for (RiskScore score : scores.scores()) {
            double sum = MODEL.base()
                    + score.reasons().stream()
                            .mapToDouble(RiskReason::contribution)
                            .sum();
            assertThat(sum).isCloseTo(score.logOdds().orElseThrow(), within(1e-12));
        }
        SortedMap<String, SegmentRisk> segments = scores.by(a -> a.endsWith("1") ? "ones" : "others");
        assertThat(segments.keySet()).containsExactly("ones", "others");
        SegmentRisk all = scores.together();
        assertThat(segments.values().stream().mapToInt(SegmentRisk::accounts).sum())
                .isEqualTo(90);
        assertThat(segments.values().stream().mapToDouble(SegmentRisk::expected).sum())
                .isCloseTo(scores.expected(), within(1e-12));
        for (int f = 0; f < 3; f++) {
            int at = f;
            assertThat(segments.values().stream()
                            .mapToDouble(s -> s.contributions().get(at).getValue())
                            .sum())
                    .isCloseTo(all.contributions().get(f).getValue(), within(1e-10));
        }
        double total = 90 * MODEL.base()
                + all.contributions().stream().mapToDouble(Map.Entry::getValue).sum();
        assertThat(total).isCloseTo(all.logOdds(), within(1e-10));
        assertThat(all.top(1)).hasSize(1);
        assertThat(scores.highest(5))
                .hasSize(5)
                .isSortedAccordingTo((a, b) -> Double.compare(
                        b.probability().orElseThrow(), a.probability().orElseThrow()));
        assertThat(scores)
                .asString()
                .startsWith("90 of 90 accounts scored, ")
                .endsWith(" expected to leave within 90 days");
    }

    @Test
    void reasonsAreWordsAndNeverCauses() {
        Wording words = (feature, value) -> feature.equals("usage")
                ? "logins down 60 % against the previous 30 days"
                : Wording.plain().tell(feature, value);
        DataSet one = DataSet.of("usage", "tickets", "noise")
                .row("acme", 0, -2, Double.NaN, 0)
                .build();
        RiskScore score = MODEL.score(one, words).of("acme");
        assertThat(score.top(1).get(0))
                .asString()
                .startsWith("logins down 60 % against the previous 30 days: associated with a higher risk (+");
        assertThat(score.reasons().get(1).words()).isEqualTo("tickets is not known");
        assertThat(score.reasons().get(1).value()).isEmpty();
        assertThat(score.raising(1)).isEqualTo(score.top(1));
        assertThat(score)
                .asString()
                .startsWith("acme: ")
                .contains(" %; logins down")
                .doesNotContain("because");
        assertThat(MODEL.score("acme", -2, 1.5, 0).reasons().get(0).words()).isEqualTo("usage is -2");
    }

    @Test
    void columnsThatWereMadeOfOneAreOneReason() {
        List<Feature> columns = List.of(
                new Feature("Contract=Monthly", "Contract"),
                new Feature("Contract=Yearly", "Contract"),
                new Feature("Paperless=yes", "Paperless"));
        DataSetBuilder data = DataSet.of(columns);
        for (int i = 0; i < 400; i++) {
            double lot = Normals.uniform(Simulation.streamFor(1, "a" + i));
            boolean monthly = i % 2 == 0;
            data.row(
                    "a" + i, lot < (monthly ? 0.5 : 0.1) ? 1 : 0, monthly ? 1 : 0, monthly ? 0 : 1, i % 3 == 0 ? 1 : 0);
        }
        RiskScores scores = WITHIN_90.learn(data.build()).orElseThrow().score(data.build());
        RiskScore first = scores.of("a0");
        assertThat(first.reasons()).extracting(RiskReason::feature).containsExactly("Contract", "Paperless");
        assertThat(first.reasons())
                .extracting(RiskReason::words)
                .containsExactly("Contract is Monthly", "Paperless is yes");
        assertThat(scores.of("a1").reasons().get(1).words()).isEqualTo("Paperless is not yes");
    }

    @Test
    void whatChangedReAddsToTheChangeOfTheScore() {
        DataSet before = DataSet.of("usage", "tickets", "noise")
                .row("acme", 0, 1, 0, 0)
                .row("bolt", 0, 0, 1, 0)
                .row("gone", 0, 0, 0, 0)
                .build();
        DataSet now = DataSet.of("usage", "tickets", "noise")
                .row("bolt", 0, 0.1, 1, 0)
                .row("acme", 0, -1, Double.NaN, 0)
                .row("new", 0, 0, 0, 0)
                .build();
        List<RiskChange> changes = MODEL.score(now).since(MODEL.score(before));
        assertThat(changes).extracting(RiskChange::account).containsExactly("acme", "bolt");
        RiskChange acme = changes.get(0);
        double change =
                acme.now().logOdds().orElseThrow() - acme.before().logOdds().orElseThrow();
        assertThat(acme.features().stream()
                        .mapToDouble(RiskChange.Moved::change)
                        .sum())
                .isCloseTo(change, within(1e-12));
        RiskChange.Moved usage = acme.top(1).get(0);
        assertThat(usage.feature()).isEqualTo("usage");
        assertThat(usage.valueBefore()).hasValue(1);
        assertThat(usage.valueNow()).hasValue(-1);
        assertThat(usage).hasToString("usage is 1, now: usage is -1");
        assertThat(acme.features().get(1).valueNow()).isEmpty();
        assertThat(acme.probability().orElseThrow()).isPositive();

        ChurnModel other = WITHIN_90.learn(PlantedCompany.rows(900, 9)).orElseThrow();
        assertThatThrownBy(() -> MODEL.score(now).since(other.score(before)))
                .hasMessageContaining("are of another model");
    }

    @Test
    void fewRowsGetTheRegularisedRegressionAndAreToldSo() {
        Trained<ChurnModel> few = (Trained<ChurnModel>) WITHIN_90.learn(PlantedCompany.rows(150, 4));
        assertThat(few.fitted().scorer().name()).isEqualTo("logistic");
        assertThat(few.fitted().candidates()).hasSize(1);
        assertThat(few.reasons().get(0))
                .startsWith("There are 150 rows of which ")
                .endsWith("only a regression that is held by its ridge was tried, beside the rate of all.");
        assertThat(few.fitted().card().warnings()).anyMatch(w -> w.startsWith("There are 150 rows"));
    }

    /** A score of a company of which nothing can be learnt would send people to accounts by lot. */
    @Test
    void companyWithoutInformationIsRefusedAndEverybodyUnscored() {
        int refused = 0;
        for (int seed = 0; seed < 12; seed++) {
            Training<ChurnModel> training = WITHIN_90.learn(PlantedCompany.rows(400, 100 + seed, 0, "a"));
            if (training instanceof Refused<ChurnModel> no) {
                refused++;
                assertThat(no.code()).isEqualTo(RefusalCode.NO_BETTER_THAN_BASE_RATE);
                assertThat(no.why())
                        .contains("nothing told more than the rate of all")
                        .contains("rate of all: log-loss");
                RiskScores scores = WITHIN_90.score(training, PlantedCompany.rows(5, 1));
                assertThat(scores.horizonDays()).isEqualTo(90);
                assertThat(scores.expected()).isZero();
                assertThat(scores.highest(5)).isEmpty();
                assertThat(scores.together().unscored()).isEqualTo(5);
                assertThat(scores.count(new RiskBands(0.1, 0.3))).containsEntry(RiskBand.UNSCORED, 5L);
                Undefined<Double> why =
                        (Undefined<Double>) scores.scores().get(0).probability();
                assertThat(why.code()).isEqualTo(UndefinedCode.NO_MODEL);
                assertThat(scores.scores().get(0)).asString().startsWith("account 0: unscored. On rows that");
            }
        }
        assertThat(refused).isGreaterThanOrEqualTo(11);
    }

    @Test
    void permutedLabelsCannotBeRanked() {
        double sum = 0;
        for (int seed = 0; seed < 10; seed++) {
            DataSet rows = PlantedCompany.rows(400, seed, 0, "a");
            double[] said = io.revops.forecast.learn.CrossValidation.of(
                            io.revops.forecast.learn.LogisticRegression.standard(), rows, Folds.random(5, seed))
                    .probabilities();
            sum += Measures.of(rows.labels(), said).auc().orElseThrow() / 10;
        }
        assertThat(sum).isBetween(0.47, 0.53);
    }

    @Test
    void laterDaysAreMeasuredWhereRowsAreDated() {
        DataSetBuilder rows = DataSet.of("usage");
        for (int month = 0; month < 8; month++) {
            LocalDate day = LocalDate.of(2025, 1, 1).plusMonths(month).minusDays(1);
            for (int a = 0; a < 60; a++) {
                RandomGenerator stream = Simulation.streamFor(month, "a" + a);
                double usage = Normals.next(stream);
                double p = PlantedCompany.probability(-0.5 - 1.5 * usage);
                rows.row("a" + a + " " + day, Normals.uniform(stream) < p ? 1 : 0, usage)
                        .in("a" + a)
                        .on(day);
            }
        }
        Trained<ChurnModel> trained = (Trained<ChurnModel>) WITHIN_90.learn(rows.build());
        // 200 rows are known 90 days later from the end of June on: two days of 60 rows are measured
        assertThat(trained.reasons().get(0)).startsWith("Taken: ").contains("on 120 rows");
        assertThat(trained.fitted().score(rows.build()).scores().get(0).account())
                .isEqualTo("a0");
        assertThat(trained.fitted().card().from()).contains(LocalDate.of(2024, 12, 31));
        assertThat(WITHIN_90.origins(rows.build()))
                .containsExactly(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 31));
        assertThat(WITHIN_90.folds(rows.build()).of(rows.build()))
                .extracting(f -> f.test().length)
                .containsExactly(60, 60);
        assertThat(WITHIN_90.with(Folds.mod(3)).origins(rows.build())).isEmpty();
        assertThat(trained.fitted().card().measuredRows()).isEqualTo(120);
    }

    @Test
    void hostsOwnLearnerTakesPartAndFoldsCanBeChosen() {
        ChurnModel model = WITHIN_90
                .with(Folds.mod(3))
                .with(Boosting.standard().with(Rounds.of(30)))
                .learn(PAST)
                .orElseThrow();
        assertThat(model.candidates()).hasSize(4);
        assertThat(model.candidates().get(3).logLoss())
                .isNotEqualTo(model.candidates().get(1).logLoss());
    }

    @Test
    void crossingIsLeftToTrees() {
        DataSetBuilder rows = DataSet.of("first", "second");
        for (int i = 0; i < 1_000; i++) {
            RandomGenerator stream = Simulation.streamFor(3, "row " + i);
            double first = Normals.next(stream);
            double second = Normals.next(stream);
            rows.row("a" + i, Normals.uniform(stream) < (first * second > 0 ? 0.7 : 0.1) ? 1 : 0, first, second);
        }
        ChurnModel model = WITHIN_90.learn(rows.build()).orElseThrow();
        assertThat(model.scorer().name()).isEqualTo("boosting");
        assertThat(model.candidates().get(0).isBetterThanBaseRate()).isFalse();
        // what the card measures is what is shown, after calibration
        assertThat(model.scorer().calibrator()).isNotEqualTo(new io.revops.forecast.learn.Calibrator.None());
        assertThat(model.card().measures().get("logLoss"))
                .isLessThan(model.candidates().get(1).logLoss());
        RiskScore score = model.score("a", 1, 1);
        assertThat(model.base()
                        + score.reasons().stream()
                                .mapToDouble(RiskReason::contribution)
                                .sum())
                .isCloseTo(score.logOdds().orElseThrow(), within(1e-9));
    }

    @Test
    void bandsAreThoseOfTheProbability() {
        RiskBands bands = new RiskBands(0.1, 0.3);
        assertThat(bands.of(io.revops.metric.Reading.known(0.0999))).isEqualTo(RiskBand.LOW);
        assertThat(bands.of(io.revops.metric.Reading.known(0.1))).isEqualTo(RiskBand.MEDIUM);
        assertThat(bands.of(io.revops.metric.Reading.known(0.3))).isEqualTo(RiskBand.HIGH);
        assertThat(RiskBands.around(0.05)).isEqualTo(new RiskBands(0.1, 0.2));
        assertThat(RiskBands.around(0.9)).isEqualTo(new RiskBands(0.98, 0.99));
        assertThat(RiskBands.around(0)).isEqualTo(new RiskBands(0.001, 0.002));
        RiskScores nobody = RiskScores.unscored(90, PlantedCompany.rows(5, 1), "too few");
        assertThat(nobody.count(RiskBands.around(nobody.baseRate()))).containsEntry(RiskBand.UNSCORED, 5L);
        assertThatThrownBy(() -> RiskBands.around(Double.NaN)).hasMessageContaining("The rate of all is NaN");
        assertThatThrownBy(() -> new RiskBands(0.3, 0.1)).hasMessageContaining("begin at 0.3 and 0.1");
    }

    @Test
    void renewalTakesItsPartOfTheRiskOfTheHorizon() {
        RiskScores scores = MODEL.score(PlantedCompany.rows(3, 3));
        LocalDate asOf = PlantedCompany.DAY;
        Propensity others = new Propensity(0.9, 12, "the rate of all");
        ChurnRenewals renewals = ChurnRenewals.of(scores, asOf, r -> others, r -> r.number() == 1 ? 365 : 30);
        double risk = scores.of("account 1").probability().orElseThrow();

        Propensity yearly = renewals.of(new DueRenewal("s", "account 1", "", 1, asOf.plusDays(90), 100));
        assertThat(yearly.probability()).isEqualTo(1 - risk);
        assertThat(yearly.because()).startsWith("its churn risk within 90 days is ");
        Propensity monthly = renewals.of(new DueRenewal("s", "account 1", "", 2, asOf.plusDays(30), 100));
        assertThat(Math.pow(monthly.probability(), 3)).isCloseTo(1 - risk, within(1e-12));
        assertThat(renewals.of(new DueRenewal("s", "account 1", "", 1, asOf.plusDays(91), 100)))
                .isEqualTo(others);
        assertThat(renewals.of(new DueRenewal("s", "unknown", "", 1, asOf.plusDays(9), 100)))
                .isEqualTo(others);
        ChurnRenewals broken = ChurnRenewals.of(scores, asOf, r -> others, r -> 0);
        assertThatThrownBy(() -> broken.of(new DueRenewal("s", "account 1", "", 1, asOf.plusDays(9), 100)))
                .hasMessageContaining("has 0.0 days");
    }

    @Test
    void driftIsThatOfTheModel() {
        assertThat(MODEL.drift(PlantedCompany.rows(500, 77)).advice()).isEqualTo(ModelAdvice.KEEP);
    }

    @Test
    void misuseIsTold() {
        assertThatThrownBy(() -> MODEL.score(DataSet.of("usage", "tickets").build()))
                .hasMessageContaining("The data have no column [noise]");
        assertThatThrownBy(() -> MODEL.score(
                        DataSet.of("usage", "tickets", "noise", "seats").build()))
                .hasMessageContaining("does not know the feature [seats]");
        assertThatThrownBy(() -> MODEL.score(DataSet.of("usage", "tickets", "noise")
                        .version("standard 2")
                        .build()))
                .hasMessageContaining("The features are of version standard 2");
        assertThatThrownBy(() -> MODEL.score("a", 1)).hasMessageContaining("has 1 values, and the model reads 3");
        assertThatThrownBy(() -> MODEL.score(PAST).of("nobody")).hasMessageContaining("no account (nobody)");
        assertThatThrownBy(() -> new ChurnModel(0, MODEL.scorer(), new ArrayList<>()))
                .hasMessageContaining("0 days");
    }
}
