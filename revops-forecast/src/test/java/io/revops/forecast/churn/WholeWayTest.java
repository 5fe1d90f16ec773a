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
                ROWS.add(new FeatureRow(
                        SET, new AccountId("a" + a), day, Optional.empty(), new double[] {ratio, tickets}));
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

    /** A model that was learnt without them would call the surest losses safe. */
    @Test
    void whoHasAskedToGoIsAKnownLossWithADateAndWithoutAScore() {
        LocalDate soon = LocalDate.of(2025, 2, 1);
        LocalDate late = LocalDate.of(2025, 8, 1);
        List<FeatureRow> rows = new ArrayList<>(ROWS.subList(0, 10));
        rows.set(2, leaving(rows.get(2), late));
        rows.set(7, leaving(rows.get(7), soon));
        FeatureTable today = new FeatureTable(SET, TODAY.asOf(), rows, List.of());

        ChurnPropensity propensity = ChurnPropensity.of(PAST.label());
        Training<ChurnModel> training = propensity.learn(PAST);
        RiskScores scores = propensity.score(training, today);
        assertThat(scores.scores())
                .extracting(RiskScore::account)
                .containsExactlyElementsOf(
                        rows.stream().map(r -> r.account().value()).toList());
        assertThat(scores.leaving()).extracting(RiskScore::account).containsExactly("a7", "a2");
        assertThat(scores.of("a7").isScored()).isFalse();
        assertThat(scores.of("a7"))
                .hasToString("a7: unscored. It has asked to go and ends on 2025-02-01, which needs no model.");
        assertThat(scores.highest(10)).hasSize(8).allMatch(s -> s.agreedEnd().isEmpty());
        assertThat(scores.of("a3").probability())
                .isEqualTo(propensity.score(training, TODAY).of("a3").probability());
        assertThat(scores).asString().endsWith("within 90 days, 2 have asked to go");
        RiskScores none = RiskScores.unscored(90, today, "There is too little.");
        assertThat(none.leaving()).hasSize(2);
        assertThat(none.of("a0")).hasToString("a0: unscored. There is too little.");

        HazardModel hazards = ChurnHazard.ahead(3, TimeScale.MONTH).learn(PAST).orElseThrow();
        List<Exposure> mrr = rows.stream()
                .map(r -> new Exposure(
                        r.account().value(), 100, r.account().value().equals("a7") ? "one" : "others"))
                .toList();
        RevenueAtRisk risk = RevenueAtRisk.of(hazards, today, mrr, 3, Simulation.of(1, 500));
        assertThat(risk.causes()).containsExactly("involuntary", "known", "voluntary");
        assertThat(risk.expected(RevenueAtRisk.KNOWN)).isEqualTo(100);
        assertThat(risk.accounts().get(7).probability()).isEqualTo(1);
        assertThat(risk.accounts().get(2).probability()).isZero();
        assertThat(risk.accounts().get(2).expected()).isZero();
        RevenueAtRisk one = risk.bySegment().get("one");
        assertThat(one.interval(0.9).orElseThrow()).isEqualTo(new io.revops.forecast.survival.Interval(100, 100, 0.9));
        assertThat(one.retention()).containsExactly(1.0, 0.0, 0.0, 0.0);
        double sum = risk.bySegment().values().stream()
                .mapToDouble(RevenueAtRisk::expected)
                .sum();
        assertThat(sum).isEqualTo(risk.expected());
        assertThat(risk.losses().mean()).isGreaterThan(100);

        io.revops.forecast.RenewalPropensity beyond = r -> new io.revops.forecast.Propensity(0.9, 1, "others");
        for (io.revops.forecast.RenewalPropensity renewals : List.of(
                HazardRenewals.of(hazards, today, beyond, r -> 365),
                ChurnRenewals.of(scores, today.asOf(), beyond, r -> 365))) {
            assertThat(renewals.of(renewal("a7", soon)).probability()).isZero();
            assertThat(renewals.of(renewal("a2", soon)).probability()).isEqualTo(1);
            assertThat(renewals.of(renewal("a2", late)).because())
                    .isEqualTo("it has asked to go and ends on 2025-08-01");
        }
    }

    private static io.revops.forecast.DueRenewal renewal(String account, LocalDate day) {
        return new io.revops.forecast.DueRenewal("s", account, "", 1, day, 9);
    }

    private static FeatureRow leaving(FeatureRow row, LocalDate end) {
        return new FeatureRow(SET, row.account(), row.asOf(), Optional.of(end), row.values());
    }

    @Test
    void otherSetIsNamed() {
        ChurnModel model = ChurnPropensity.within(90).learn(PAST).orElseThrow();
        FeatureSet other = SET.named("own", "2");
        FeatureTable table = new FeatureTable(
                other,
                TODAY.asOf(),
                List.of(new FeatureRow(other, new AccountId("a"), TODAY.asOf(), Optional.empty(), new double[] {1, 1})),
                List.of());
        assertThatThrownBy(() -> model.score(table)).hasMessageContaining("The features are of version own 2");
    }
}
