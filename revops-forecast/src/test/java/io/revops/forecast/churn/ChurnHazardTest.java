package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.DueRenewal;
import io.revops.forecast.Propensity;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Ridge;
import io.revops.forecast.Trained;
import io.revops.forecast.Training;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.DataSetBuilder;
import io.revops.forecast.learn.LogisticTerm;
import io.revops.forecast.survival.DiscountRate;
import io.revops.forecast.survival.Doubles;
import io.revops.forecast.survival.TimeScale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChurnHazardTest {
    private static final int MONTHS = 12;

    private static HazardModel model(PlantedCompany.Followed company) {
        return ChurnHazard.ahead(MONTHS, TimeScale.MONTH)
                .learn(company.data(), company.followUps())
                .orElseThrow();
    }

    @Test
    void plantedCoefficientsAreWithinThreeStandardErrors() {
        PlantedCompany.Followed company = PlantedCompany.followed(6_000, MONTHS, 11, "a");
        HazardModel model = ChurnHazard.ahead(MONTHS, TimeScale.MONTH)
                .with(Ridge.of(1e-6))
                .learn(company.data(), company.followUps())
                .orElseThrow();

        HazardCause involuntary = model.causes().get(0);
        HazardCause voluntary = model.causes().get(1);
        assertThat(involuntary.name()).isEqualTo("involuntary");
        isNear(voluntary, 0, PlantedCompany.VOLUNTARY[1]);
        isNear(voluntary, 1, PlantedCompany.VOLUNTARY[2]);
        isNear(voluntary, 2, 0);
        isNear(involuntary, 0, 0);
        isNear(involuntary, 1, 0);
        isNear(involuntary, 2, PlantedCompany.INVOLUNTARY[1]);
    }

    private static void isNear(HazardCause cause, int feature, double planted) {
        LogisticTerm term = cause.model().terms().get(feature);
        double error = cause.spread().standardError(feature);
        assertThat(error).isBetween(0.0, 0.2).isCloseTo(term.standardError().orElseThrow(), within(error / 4));
        assertThat(term.coefficient()).as(cause.name() + " " + term.feature()).isCloseTo(planted, within(3 * error));
    }

    @Test
    void curveIsTheProductOfItsHazardsAndCausesAddUpToTheRest() {
        HazardModel model = model(PlantedCompany.followed(2_000, MONTHS, 3, "a"));
        double[] values = {-1.2, 3, 1};
        ChurnCurve curve = model.curve(values);

        double s = 1;
        double[] before = new double[2];
        for (int k = 1; k <= MONTHS; k++) {
            double[] row = model.ahead().with(values, k, Optional.empty());
            double[] odds = new double[2];
            for (int c = 0; c < 2; c++) {
                odds[c] = Math.exp(model.causes().get(c).model().logOdds(row));
            }
            for (int c = 0; c < 2; c++) {
                before[c] += s * odds[c] / (1 + odds[0] + odds[1]);
            }
            s /= 1 + odds[0] + odds[1];
            assertThat(curve.at(k)).isCloseTo(s, within(1e-12));
            assertThat(curve.incidence("involuntary", k)).isCloseTo(before[0], within(1e-12));
            assertThat(curve.incidence("voluntary", k)).isCloseTo(before[1], within(1e-12));
            assertThat(before[0] + before[1] + curve.at(k)).isCloseTo(1, within(1e-12));
        }
        assertThat(curve.at(0)).isEqualTo(1);
        assertThat(curve.at(0.99)).isEqualTo(1);
        assertThat(curve.at(99)).isEqualTo(curve.at(MONTHS));
        assertThat(curve.incidence("voluntary", 0.5)).isZero();
    }

    @Test
    void curvesAreNearTheTruth() {
        HazardModel model = model(PlantedCompany.followed(8_000, MONTHS, 5, "a"));
        for (double usage = -1.5; usage <= 1.5; usage++) {
            double[] hazards = PlantedCompany.hazards(usage, 2, 1);
            double all = hazards[0] + hazards[1];
            double gone = 1 - Math.pow(1 - all, MONTHS);
            ChurnCurve curve = model.curve(usage, 2, 1);
            assertThat(1 - curve.at(MONTHS)).isCloseTo(gone, within(0.04));
            assertThat(curve.incidence("voluntary", MONTHS)).isCloseTo(gone * hazards[0] / all, within(0.04));
        }
    }

    @Test
    void expectedEndIsTheMedianAndEmptyWhereItIsNotReached() {
        HazardModel model = model(PlantedCompany.followed(3_000, MONTHS, 3, "a"));
        LocalDate asOf = LocalDate.of(2025, 1, 31);
        ChurnCurve bad = model.curve(-2.5, 3, 1);
        int k = 1;
        while (bad.at(k) > 0.5) {
            k++;
        }
        assertThat(bad.median()).hasValue(k);
        assertThat(bad.expectedEnd(asOf)).contains(asOf.plusMonths(k));

        ChurnCurve good = model.curve(2, 0, 0);
        assertThat(good.median()).isEmpty();
        assertThat(good.expectedEnd(asOf)).isEmpty();
        assertThat(good.given(3).at(2)).isCloseTo(good.at(5) / good.at(3), within(1e-15));
        assertThat(good).hasToString(good.at(MONTHS) + " after 12 months, median not reached");
    }

    @Test
    void remainingValueIsTheSumOfWhatIsPaidWhileItIsThere() {
        ChurnCurve curve = new ChurnCurve(
                TimeScale.YEAR,
                Doubles.of(0.8, 0.6, 0.5),
                new TreeMap<>(java.util.Map.of("all", Doubles.of(0.2, 0.4, 0.5))));

        assertThat(curve.remainingValue(100, DiscountRate.perPeriod(0.1)))
                .isCloseTo(100 + 80 / 1.1 + 60 / 1.21, within(1e-12));
        assertThat(curve.expectedPeriods()).isCloseTo(1 + 0.8 + 0.6, within(1e-15));
        assertThat(curve.mean(1.5)).isCloseTo(1 + 0.4, within(1e-15));
        assertThat(curve.quantile(0.2)).hasValue(1);
        assertThat(curve.quantile(0.6)).isEmpty();
        assertThat(curve.expectedEnd(LocalDate.of(2024, 2, 29))).contains(LocalDate.of(2027, 2, 28));
        assertThatThrownBy(() -> curve.mean(4)).hasMessageContaining("reaches 3 years");
        assertThatThrownBy(() -> curve.at(-1)).hasMessageContaining("no time (-1.0)");
        assertThatThrownBy(() -> curve.quantile(1)).hasMessageContaining("no share (1.0)");
        assertThatThrownBy(() -> curve.incidence("other", 1)).hasMessageContaining("Maybe one of [all]");
    }

    /** Everybody leaves, if at all, in the month in which the term ends: no level by month can say that. */
    @Test
    void renewalThatIsDueHasALevelOfItsOwn() {
        DataSetBuilder data = DataSet.of("days_to_renewal", "term_months");
        List<FollowUp> followUps = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int due = i % 6 + 1;
            data.row("a" + i, 0, due * 30.4375 - 15, 6);
            boolean first = i % 10 < 3;
            boolean second = i % 10 == 3;
            followUps.add(
                    first
                            ? FollowUp.ended(due, "voluntary")
                            : second ? FollowUp.ended(due + 6, "voluntary") : FollowUp.running(12));
        }
        HazardModel model = ChurnHazard.ahead(12, TimeScale.MONTH)
                .with(RenewalAhead.in("days_to_renewal", "term_months"))
                .learn(data.build(), followUps)
                .orElseThrow();

        ChurnCurve curve = model.curve(4 * 30.4375 - 15, 6);
        assertThat(curve.at(3)).isGreaterThan(0.97);
        assertThat(curve.at(4) / curve.at(3)).isCloseTo(0.8, within(0.1));
        assertThat(curve.at(9) / curve.at(4)).isGreaterThan(0.95);
        assertThat(curve.at(10) / curve.at(9)).isLessThan(0.95);
    }

    @Test
    void renewalsAreDueEveryTerm() {
        Optional<LocalDate> unknown = Optional.empty();
        assertThat(RenewalAhead.isDue(1, 10, 12, TimeScale.MONTH, unknown)).isTrue();
        assertThat(RenewalAhead.isDue(2, 10, 12, TimeScale.MONTH, unknown)).isFalse();
        assertThat(RenewalAhead.isDue(13, 10, 12, TimeScale.MONTH, unknown)).isTrue();
        assertThat(RenewalAhead.isDue(13, 10, 0, TimeScale.MONTH, unknown)).isFalse();
        assertThat(RenewalAhead.isDue(7, 10, 1, TimeScale.MONTH, unknown)).isTrue();
        assertThat(RenewalAhead.isDue(1, Double.NaN, 12, TimeScale.MONTH, unknown))
                .isFalse();
        assertThat(RenewalAhead.isDue(1, -3, 12, TimeScale.MONTH, unknown)).isFalse();
        assertThatThrownBy(() -> ChurnHazard.ahead(3, TimeScale.MONTH)
                        .with(RenewalAhead.in("renewal"))
                        .learn(DataSet.of("x").row("a", 0, 1).build(), List.of(FollowUp.ended(1, "v"))))
                .hasMessageContaining("no column (renewal)");
    }

    /**
     * Who does not renew on the first of a month was there until the last day of the month before. If renewal and end were placed in
     * different periods, the effect of the one on the other would be spread over both.
     */
    @Test
    void renewalIsDueInThePeriodInWhichWhoDoesNotRenewEnds() {
        int asked = 0;
        for (int start = 1; start <= 12; start++) {
            LocalDate asOf = LocalDate.of(2025, 1, 1).plusMonths(start).minusDays(1);
            for (int months = 1; months <= 12; months++) {
                LocalDate renewal = asOf.plusDays(1).plusMonths(months); // its last day is that of the months-th month
                double days = renewal.toEpochDay() - asOf.toEpochDay();
                for (int period = 1; period <= 13; period++) {
                    boolean isDue = period == months;
                    assertThat(RenewalAhead.isDue(period, days, 0, TimeScale.MONTH, Optional.of(asOf)))
                            .as(renewal + " as of " + asOf + " in " + period)
                            .isEqualTo(isDue);
                    assertThat(RenewalAhead.isDue(period, days, 0, TimeScale.MONTH, Optional.empty()))
                            .as(renewal + " without its date in " + period)
                            .isEqualTo(isDue);
                }
                asked++;
            }
        }
        assertThat(asked).isEqualTo(144);
        // every quarter from the first of August on: August, November, February and May
        Optional<LocalDate> june = Optional.of(LocalDate.of(2025, 6, 30));
        for (int period = 1; period <= 12; period++) {
            assertThat(RenewalAhead.isDue(period, 32, 3, TimeScale.MONTH, june)).isEqualTo(period % 3 == 1);
        }
        assertThat(RenewalAhead.isDue(1, 1, 0, TimeScale.MONTH, june)).isTrue();
        assertThat(RenewalAhead.isDue(1, 0, 0, TimeScale.MONTH, june)).isTrue();
    }

    @Test
    void noTimeIsToldWhichWayItIsAsked() {
        ChurnCurve curve =
                new ChurnCurve(TimeScale.MONTH, Doubles.of(0.9, 0.8), new TreeMap<>(Map.of("v", Doubles.of(0.1, 0.2))));
        assertThat(curve.at(1.5)).isEqualTo(0.9);
        assertThatThrownBy(() -> curve.at(Double.NaN)).hasMessage("There is no time (NaN). Maybe one from 0 on.");
        assertThatThrownBy(() -> curve.incidence("v", Double.NaN)).hasMessageContaining("no time (NaN)");
    }

    @Test
    void renewalIsAsLikelyAsToBeThereAfterItGivenTheOneBefore() {
        HazardModel model = model(PlantedCompany.followed(2_000, MONTHS, 3, "a"));
        LocalDate asOf = LocalDate.of(2025, 6, 30);
        DataSet today = PlantedCompany.followed(3, 0, 4, "t").data();
        Propensity others = new Propensity(0.9, 12, "the rate of all");
        HazardRenewals renewals = HazardRenewals.of(model, today, asOf, r -> others, r -> r.number() == 1 ? 365 : 92);
        ChurnCurve curve = model.curve(today.values(1));

        Propensity first = renewals.of(new DueRenewal("s", "t1", "", 1, LocalDate.of(2025, 10, 1), 100));
        assertThat(first.probability()).isEqualTo(curve.at(3));
        Propensity second = renewals.of(new DueRenewal("s", "t1", "", 2, LocalDate.of(2026, 1, 1), 100));
        assertThat(second.probability()).isEqualTo(curve.at(6) / curve.at(3));
        assertThat(second.because()).startsWith("its churn risk up to 2026-01-01 is ");
        assertThat(renewals.of(new DueRenewal("s", "t1", "", 1, LocalDate.of(2026, 8, 1), 100)))
                .isEqualTo(others);
        assertThat(renewals.of(new DueRenewal("s", "nobody", "", 1, LocalDate.of(2025, 8, 1), 100)))
                .isEqualTo(others);
    }

    @Test
    void tooLittleIsRefusedByTheNameOfItsCause() {
        PlantedCompany.Followed company = PlantedCompany.followed(60, MONTHS, 2, "a");
        List<FollowUp> one = new ArrayList<>();
        company.followUps().forEach(f -> one.add(FollowUp.running(f.periods())));
        Training<HazardModel> none = ChurnHazard.ahead(MONTHS, TimeScale.MONTH).learn(company.data(), one);
        assertThat(((Refused<HazardModel>) none).code()).isEqualTo(RefusalCode.NOTHING_ENDED);

        one.set(0, FollowUp.ended(1, "fraud"));
        Refused<HazardModel> rare = (Refused<HazardModel>)
                ChurnHazard.ahead(MONTHS, TimeScale.MONTH).learn(company.data(), one);
        assertThat(rare.code()).isEqualTo(RefusalCode.TOO_FEW_CASES);
        assertThat(rare.why()).startsWith("Of those that ended (fraud): There are 1 events");

        List<FollowUp> all = new ArrayList<>();
        company.followUps().forEach(f -> all.add(f.hasEnded() ? FollowUp.ended(f.periods(), "any") : f));
        Training<HazardModel> few = ChurnHazard.ahead(MONTHS, TimeScale.MONTH).learn(company.data(), all);
        assertThat(((Trained<HazardModel>) few).reasons()).anyMatch(r -> r.contains("fewer than 200 or 50"));
    }

    @Test
    void misuseIsTold() {
        ChurnHazard hazard = ChurnHazard.ahead(3, TimeScale.MONTH);
        DataSet one = DataSet.of("x").row("a", 0, 1).build();
        assertThatThrownBy(() -> hazard.learn(one, List.of())).hasMessageContaining("1 rows and 0 follow-ups");
        assertThatThrownBy(() -> ChurnHazard.ahead(0, TimeScale.MONTH)).hasMessageContaining("0 months ahead");
        assertThatThrownBy(() -> FollowUp.ended(0, "voluntary")).hasMessageContaining("0 periods");
        assertThatThrownBy(() -> ChurnHazard.ahead(3, TimeScale.RENEWAL).learn(one, List.of(FollowUp.ended(1, "v"))))
                .hasMessageContaining("No calendar");
        HazardModel model = model(PlantedCompany.followed(2_000, MONTHS, 3, "a"));
        assertThatThrownBy(() -> model.curves(one))
                .hasMessageContaining("The data have no column [failures, tickets, usage]");
        assertThatThrownBy(() -> model.curves(
                        DataSet.of("usage", "tickets", "failures").version("2").build()))
                .hasMessageContaining("The features are of version 2");
    }

    @Test
    void orderOfRowsChangesNoBit() {
        PlantedCompany.Followed company = PlantedCompany.followed(400, MONTHS, 3, "a");
        int[] turned =
                java.util.stream.IntStream.range(0, 400).map(i -> 399 - i).toArray();
        List<FollowUp> follow = java.util.Arrays.stream(turned)
                .mapToObj(i -> company.followUps().get(i))
                .toList();
        HazardModel other = ChurnHazard.ahead(MONTHS, TimeScale.MONTH)
                .learn(company.data().select(turned), follow)
                .orElseThrow();
        assertThat(other.curve(0.3, 1, 1)).isEqualTo(model(company).curve(0.3, 1, 1));
    }
}
