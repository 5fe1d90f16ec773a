package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.AccountId;
import io.revops.book.ChurnCause;
import io.revops.forecast.Normals;
import io.revops.forecast.Simulation;
import io.revops.forecast.Training;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** From rows of a feature set to scores, dates and revenue at risk in the words of the set. */
class WholeWayTest {
    private static final FeatureSet SET = FeatureSet.of(
            "own",
            "1",
            ChurnFeature.of("logins_ratio", FeatureUnit.RATIO, (w, a) -> 1)
                    .told(Phrase.change("logins", "the previous 30 days")),
            ChurnFeature.of("tickets_open", FeatureUnit.COUNT, (w, a) -> 1).told("{} tickets open"));

    private static final List<FeatureRow> ROWS = new ArrayList<>();
    private static final List<ChurnOutcome> OUTCOMES = new ArrayList<>();

    static {
        for (int month = 0; month < 10; month++) {
            LocalDate day = LocalDate.of(2024, 2, 1).plusMonths(month).minusDays(1);
            for (int a = 0; a < 60; a++) {
                RandomGenerator stream = Simulation.streamFor(month, "a" + a);
                double ratio = 0.2 + 1.2 * Normals.uniform(stream);
                double tickets = Math.floor(5 * Normals.uniform(stream));
                double p = PlantedCompany.probability(-1.8 - 2.5 * (ratio - 0.8) + 0.5 * (tickets - 2));
                boolean leaves = Normals.uniform(stream) < p;
                int after = 1 + (int) (90 * Normals.uniform(stream));
                ROWS.add(new FeatureRow(SET, new AccountId("a" + a), day, false, new double[] {ratio, tickets}));
                OUTCOMES.add(
                        leaves
                                ? new ChurnOutcome(
                                        ChurnOutcome.Kind.CHURNED,
                                        a % 5 == 0 ? Optional.of(ChurnCause.INVOLUNTARY) : Optional.empty(),
                                        Optional.of(day.plusDays(after)),
                                        1)
                                : new ChurnOutcome(ChurnOutcome.Kind.STAYED, Optional.empty(), Optional.empty(), 0));
            }
        }
    }

    private static final ChurnRows PAST =
            new ChurnRows(SET, ChurnLabel.within(90), ROWS, OUTCOMES, new LeftOut(0, 0, 0, 0), List.of());
    private static final FeatureTable TODAY =
            new FeatureTable(SET, LocalDate.of(2024, 12, 31), ROWS.subList(0, 60), List.of());

    @Test
    void accountsAreScoredInTheWordsOfTheirFeatures() {
        ChurnPropensity propensity = ChurnPropensity.of(PAST.label());
        Training<ChurnModel> training = propensity.learn(PAST);
        RiskScores scores = propensity.score(training, TODAY);
        assertThat(scores.size()).isEqualTo(60);
        RiskScore worst = scores.highest(1).get(0);
        assertThat(worst.reasons().get(0).words()).startsWith("logins down ").endsWith(" against the previous 30 days");
        assertThat(worst.reasons().get(1).words()).endsWith(" tickets open");
        assertThat(training.orElseThrow().drift(TODAY).columns()).hasSize(2);
        assertThat(training.orElseThrow().scorer().version()).isEqualTo("own 1");
    }

    @Test
    void whenAndHowMuchComeFromTheSameRows() {
        HazardModel hazards = ChurnHazard.ahead(3, TimeScale.MONTH).learn(PAST).orElseThrow();
        assertThat(hazards.causes()).extracting(HazardCause::name).containsExactly("involuntary", "voluntary");
        List<ChurnCurve> curves = hazards.curves(TODAY);
        assertThat(curves).hasSize(60);
        List<Exposure> mrr = TODAY.rows().stream()
                .map(r -> Exposure.of(r.account().value(), 100))
                .toList();
        RevenueAtRisk risk = RevenueAtRisk.of(hazards, TODAY, mrr, 3, Simulation.of(1, 500));
        double expected = curves.stream().mapToDouble(c -> 100 * (1 - c.at(3))).sum();
        assertThat(risk.expected()).isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-3));
        double left = OUTCOMES.stream().filter(o -> o.is(ChurnTarget.CHURN)).count() / 600.0;
        assertThat(risk.expected() / risk.exposed()).isCloseTo(left, org.assertj.core.api.Assertions.within(0.06));
        assertThat(HazardRenewals.of(hazards, TODAY, r -> new io.revops.forecast.Propensity(1, 0, ""), r -> 365)
                        .of(new io.revops.forecast.DueRenewal("s", "a3", "", 1, LocalDate.of(2025, 2, 1), 9))
                        .probability())
                .isEqualTo(curves.get(3).at(1));
    }

    @Test
    void otherSetIsNamed() {
        ChurnModel model = ChurnPropensity.within(90).learn(PAST).orElseThrow();
        FeatureSet other = SET.named("own", "2");
        FeatureTable table = new FeatureTable(
                other,
                TODAY.asOf(),
                List.of(new FeatureRow(other, new AccountId("a"), TODAY.asOf(), false, new double[] {1, 1})),
                List.of());
        assertThatThrownBy(() -> model.score(table)).hasMessageContaining("The features are of version own 2");
    }
}
