package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Trained;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Curves worked by hand, and what is not known of them. */
class CurvesTest {
    static Lifetimes of(Lifetime... rows) {
        return Lifetimes.in(TimeScale.MONTH, Oracle.DAY).addAll(List.of(rows)).build();
    }

    /** Two of five end at 2, one at 4; one is last seen at 3, one at 6. */
    private static final Lifetimes FIVE = of(
            Lifetime.ended("a", 2),
            Lifetime.ended("b", 2),
            Lifetime.running("c", 3),
            Lifetime.ended("d", 4),
            Lifetime.running("e", 6));

    private static SurvivalCurve curve(Lifetimes lifetimes) {
        return KaplanMeier.of(lifetimes).orElseThrow();
    }

    @Test
    void curveIsTheProductOfWhatStayed() {
        SurvivalCurve curve = curve(FIVE);
        assertThat(curve.at(0)).isEqualTo(1);
        assertThat(curve.at(1.9)).isEqualTo(1);
        assertThat(curve.at(2)).isEqualTo(3.0 / 5);
        assertThat(curve.at(3)).isEqualTo(3.0 / 5);
        assertThat(curve.at(4)).isCloseTo(3.0 / 5 * 1 / 2, within(1e-15));
        assertThat(curve.at(100)).isEqualTo(curve.at(4));
        assertThat(curve.standardErrorAt(4)).isCloseTo(0.3 * Math.sqrt(2.0 / (5 * 3) + 1.0 / (2 * 1)), within(1e-15));
        assertThat(curve.standardErrorAt(1)).isZero();
        assertThat(curve.observedTo()).isEqualTo(6);
        assertThat(curve.median()).isEqualTo(OptionalDouble.of(4));
        assertThat(curve.quantile(0.4)).isEqualTo(OptionalDouble.of(3)); // flat at 0.6 from 2 to 4
        assertThat(curve.quantile(0.8)).isEmpty();
        assertThat(curve).hasToString("Kaplan-Meier, 3.0 ended, median 4.0 months");
    }

    @Test
    void meanIsTheAreaAndNotKnownBeyondTheLastTime() {
        SurvivalCurve curve = curve(FIVE);
        assertThat(curve.mean(1)).isEqualTo(1);
        assertThat(curve.mean(5)).isCloseTo(2 + 2 * 0.6 + 0.3, within(1e-15));
        assertThat(curve.restrictedMean(6).value()).isEqualTo(curve.mean(6));
        assertThatThrownBy(() -> curve.mean(7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The curve is known to 6.0 months and not to 7.0. Maybe mean(6.0), or an AftRegression, which carries it on.");
        SurvivalCurve over = curve(of(Lifetime.ended("a", 2), Lifetime.ended("b", 4)));
        assertThat(over.mean(10)).isEqualTo(3);
        assertThat(over.at(4)).isZero();
        assertThat(over.interval(4, 0.9, ConfidenceBand.LOG_LOG)).isEmpty();
        SurvivalCurve weighted = curve(of(Lifetime.ended("a", 2).weighing(1.5), Lifetime.ended("b", 4)));
        assertThat(weighted.errors()).isEqualTo(Errors.ROBUST);
        assertThatThrownBy(() -> weighted.restrictedMean(3)).hasMessageContaining("Maybe take mean(3.0) alone.");
    }

    @Test
    void whatIsLeftForOneThatHasLivedIsTheRestOfTheCurve() {
        LifetimeCurve rest = curve(FIVE).given(2);
        assertThat(rest.at(0)).isEqualTo(1);
        assertThat(rest.at(2)).isCloseTo(0.5, within(1e-15));
        assertThat(rest.median().orElseThrow()).isEqualTo(2);
        assertThat(rest.mean(4)).isCloseTo(2 + 0.5 * 2, within(1e-15));
        assertThat(rest.quantile(0.6)).isEmpty();
        assertThat(rest.scale()).isEqualTo(TimeScale.MONTH);
        LifetimeCurve over = curve(of(Lifetime.ended("a", 2)));
        assertThatThrownBy(() -> over.given(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nothing runs longer than 2.0 months");
    }

    @Test
    void lateEntryCountsFromThenOn() {
        SurvivalCurve curve = curve(of(
                Lifetime.ended("a", 2),
                Lifetime.running("b", 5),
                Lifetime.ended("c", 3).enteringAt(2)));
        assertThat(curve.atRisk().toArray()).containsExactly(2, 2, 1); // c is not at risk at 2, where it enters
        assertThat(curve.at(3)).isEqualTo(0.25);
    }

    @Test
    void nothingEndedIsACurveWithoutAMedian() {
        Trained<SurvivalCurve> none =
                (Trained<SurvivalCurve>) KaplanMeier.of(of(Lifetime.running("a", 3), Lifetime.running("a", 3)));
        assertThat(none.fitted().median()).isEmpty();
        assertThat(none.fitted().at(3)).isEqualTo(1);
        assertThat(none.fitted().interval(3, 0.9, ConfidenceBand.PLAIN)).isEmpty();
        assertThat(none.fitted().quantileInterval(0.5, 0.9, ConfidenceBand.LOG).high())
                .isEmpty();
        assertThat(none.fitted()).hasToString("Kaplan-Meier, 0.0 ended, median not reached");
        assertThat(none.reasons())
                .containsExactly(
                        "Nothing ended: the curve stays at 1.",
                        "1 row was left out, the first because: The id (a) is there 2 times, each time the same. Maybe the"
                                + " file was read twice.");
    }

    @Test
    void withoutLifetimesThereIsNoCurve() {
        Refused<?> nothing = (Refused<?>) KaplanMeier.of(of());
        assertThat(nothing.code()).isEqualTo(RefusalCode.NO_LIFETIMES);
        assertThat(nothing).hasToString("refused: There is no lifetime. Maybe add some.");
        Refused<?> bad = (Refused<?>) NelsonAalen.of(of(Lifetime.running("a", -3)));
        assertThat(bad)
                .hasToString(
                        "refused: There is no lifetime: all 1 rows were left out. Maybe see the problems of the rows.");
        assertThat(AalenJohansen.of(of())).isInstanceOf(Refused.class);
        Refused<?> running = (Refused<?>) AalenJohansen.of(of(Lifetime.running("a", 3)));
        assertThat(running.code()).isEqualTo(RefusalCode.NOTHING_ENDED);
        assertThat(running.need().orElseThrow()).isEqualTo(new Refused.Need("ended lifetimes", 1, 0));
    }

    @Test
    void oneMinusKaplanMeierOverstatesACause() {
        Lifetimes two = of(
                Lifetime.ended("a", 1, "payment"),
                Lifetime.ended("b", 2, "voluntary"),
                Lifetime.ended("c", 3, "payment"),
                Lifetime.ended("d", 4, "voluntary"));
        CumulativeIncidence curves = AalenJohansen.of(two).orElseThrow();
        assertThat(curves.at("payment", 4).value()).isCloseTo(0.5, within(1e-15));
        assertThat(curves.at("payment", 0.5)).isEqualTo(new Estimate(0, 0));
        assertThat(1 - curve(two.endingBy("payment")).at(4)).isCloseTo(1 - 3.0 / 4 * 1 / 2, within(1e-15));
        assertThat(curves.at("voluntary", 2).standardError())
                .isCloseTo(Math.sqrt(0.25 * 0.75 / 4), within(1e-12)); // no censoring: binomial
        assertThat(curves.atGiven("voluntary", 1, 1)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(curves.interval("payment", 0.5, 0.9, ConfidenceBand.LOG_LOG)).isEmpty();
        assertThat(curves.interval("payment", 2, 0.9, ConfidenceBand.LOG_LOG)
                        .orElseThrow()
                        .contains(0.25))
                .isTrue();
        assertThatThrownBy(() -> curves.at("price", 1))
                .hasMessage("There is no cause (price). Maybe one of [payment, voluntary].");
        assertThatThrownBy(() -> curves.atGiven("payment", 4, 1)).hasMessageContaining("Maybe a shorter time.");
    }

    @Test
    void cumulativeHazardAddsUpWhatWasAtStake() {
        HazardCurve curve = NelsonAalen.of(FIVE).orElseThrow();
        assertThat(curve.at(1)).isZero();
        assertThat(curve.at(4)).isCloseTo(2.0 / 5 + 1.0 / 2, within(1e-15));
        assertThat(curve.standardErrorAt(4)).isCloseTo(Math.sqrt(2.0 / 25 + 1.0 / 4), within(1e-15));
        assertThat(curve.standardErrorAt(0)).isZero();
        assertThat(curve.interval(1, 0.9)).isEmpty();
        Interval interval = curve.interval(4, 0.9).orElseThrow();
        assertThat(interval.low() * interval.high()).isCloseTo(0.81, within(1e-12));
    }

    @Test
    void groupsThatCannotBeComparedAreSaid() {
        TreeMap<String, Lifetimes> groups = new TreeMap<>();
        groups.put("a", FIVE);
        assertThatThrownBy(() -> LogRank.between(groups)).hasMessageContaining("Maybe two groups or more.");
        groups.put("b", of(Lifetime.running("z", 1).weighing(2)));
        assertThatThrownBy(() -> LogRank.between(groups)).hasMessageContaining("Maybe a CoxRegression");
        groups.put("b", of(Lifetime.running("z", 1)));
        LogRank never = LogRank.between(groups);
        assertThat(never.degrees()).isZero(); // b had left before anything ended
        assertThat(never.pValue()).isEqualTo(1);
        groups.put("b", Lifetimes.in(TimeScale.DAY, Oracle.DAY).build());
        assertThatThrownBy(() -> LogRank.between(groups))
                .hasMessage("The times are in [days, months]. Maybe one unit for all.");
    }

    @Test
    void numbersThatAreNoCurveAreRefused() {
        SurvivalCurve curve = curve(FIVE);
        assertThatThrownBy(() -> new SurvivalCurve(
                        2,
                        curve.scale(),
                        curve.times(),
                        curve.atRisk(),
                        curve.ended(),
                        curve.censored(),
                        curve.survival(),
                        curve.standardErrors(),
                        curve.errors(),
                        curve.provenance()))
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> new SurvivalCurve(
                        1,
                        curve.scale(),
                        curve.times(),
                        curve.atRisk(),
                        curve.ended(),
                        curve.censored(),
                        Doubles.of(0.5, 0.6, 0.1, 0),
                        curve.standardErrors(),
                        curve.errors(),
                        curve.provenance()))
                .hasMessageContaining("A share rises from 0.5 to 0.6");
        assertThatThrownBy(() -> new SurvivalCurve(
                        1,
                        curve.scale(),
                        Doubles.of(1, 1, 2, 3),
                        curve.atRisk(),
                        curve.ended(),
                        curve.censored(),
                        curve.survival(),
                        curve.standardErrors(),
                        curve.errors(),
                        curve.provenance()))
                .hasMessageContaining("Maybe rising ones");
        assertThatThrownBy(() -> new SurvivalCurve(
                        1,
                        curve.scale(),
                        curve.times(),
                        Doubles.of(),
                        curve.ended(),
                        curve.censored(),
                        curve.survival(),
                        curve.standardErrors(),
                        curve.errors(),
                        curve.provenance()))
                .hasMessageContaining("Maybe the file was cut.");
    }

    @Test
    void timesSharesAndLevelsThatAreNoneAreSaid() {
        SurvivalCurve curve = curve(FIVE);
        assertThatThrownBy(() -> curve.at(-1)).hasMessage("There is no time (-1.0). Maybe one from 0 on.");
        assertThatThrownBy(() -> curve.at(Double.NaN)).hasMessageContaining("There is no time (NaN)");
        assertThatThrownBy(() -> curve.quantile(1)).hasMessage("There is no share (1.0). Maybe one between 0 and 1.");
        assertThatThrownBy(() -> curve.interval(2, 1, ConfidenceBand.LOG)).hasMessageContaining("at level (1.0)");
        assertThatThrownBy(() -> new Interval(2, 1, 0.9)).hasMessageContaining("no interval from 2.0 to 1.0");
        assertThatThrownBy(() -> new Estimate(Double.NaN, 1)).hasMessageContaining("Maybe more data.");
        assertThat(new Interval(1, 2, 0.9)).hasToString("1.0 to 2.0 (90.0 %)");
        assertThat(new Estimate(0, 0).pValue()).isEqualTo(1);
        assertThat(new Estimate(1.96, 1).pValue()).isCloseTo(0.05, within(1e-4));
    }
}
