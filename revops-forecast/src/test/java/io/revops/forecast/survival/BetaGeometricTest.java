package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.forecast.Provenance;
import io.revops.forecast.RefusalCode;
import io.revops.forecast.Refused;
import io.revops.forecast.Training;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The published fits of Fader and Hardie (2007), Newton on R's symbolic derivatives, and the edges. */
class BetaGeometricTest {
    static final Provenance PUBLISHED = new Provenance(
            Provenance.LIBRARY,
            "published",
            Oracle.DAY,
            OptionalLong.empty(),
            "Fader and Hardie 2007",
            "none",
            List.of());
    private static final double[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241};
    private static final double[] HIGH_END = {1000, 869, 743, 653, 593, 551, 517, 491};

    private static BetaGeometricModel fit(double... survivors) {
        return BetaGeometric.standard()
                .train(RetentionTable.survivors(TimeScale.YEAR, survivors), PUBLISHED)
                .orElseThrow();
    }

    @Test
    void publishedTableGivesThePublishedParameters() {
        BetaGeometricModel regular = fit(REGULAR);
        assertThat(regular.alpha()).isCloseTo(0.704077, within(5e-7));
        assertThat(regular.beta()).isCloseTo(1.182043, within(5e-7));
        assertThat(regular.logLikelihood()).isCloseTo(-1680.2652, within(5e-5));
        BetaGeometricModel highEnd = fit(HIGH_END);
        assertThat(highEnd.alpha()).isCloseTo(0.668088, within(5e-7));
        assertThat(highEnd.beta()).isCloseTo(3.806095, within(5e-7));
        assertThat(highEnd.logLikelihood()).isCloseTo(-1611.1581, within(5e-5));
    }

    @Test
    void bothFormsAreThoseOfNewtonInR() {
        for (JsonNode each : Oracle.says("retention")) {
            BetaGeometricModel model = BetaGeometric.standard()
                    .with(each.get("ageing").asBoolean() ? Ageing.FITTED : Ageing.NONE)
                    .train(RetentionTable.survivors(TimeScale.YEAR, Oracle.numbers(each.get("survivors"))), PUBLISHED)
                    .orElseThrow();
            assertThat(model.logLikelihood())
                    .isCloseTo(each.get("logLikelihood").asDouble(), within(1e-8));
            assertThat(model.alpha()).isCloseTo(each.get("alpha").asDouble(), within(1e-7));
            assertThat(model.beta()).isCloseTo(each.get("beta").asDouble(), within(1e-7));
            assertThat(model.power()).isCloseTo(each.get("power").asDouble(), within(1e-7));
            double[] covariance = Oracle.numbers(each.get("logCovariance"));
            for (int i = 0; i < covariance.length; i++) {
                assertThat(model.covariance().at(i))
                        .isCloseTo(covariance[i], within(1e-6 * Math.max(0.01, Math.abs(covariance[i]))));
            }
            double[] survival = Oracle.numbers(each.get("survival"));
            for (int t = 1; t <= survival.length; t++) {
                assertThat(model.survival(t)).isCloseTo(survival[t - 1], within(1e-8));
            }
            DiscountRate discount = DiscountRate.perPeriod(each.get("discount").asDouble());
            assertThat(model.discountedLifetime(discount))
                    .isCloseTo(each.get("lifetime").asDouble(), within(1e-6));
            for (int k = 0; k < 3; k++) {
                assertThat(model.discountedRemaining(
                                discount, each.get("lived").get(k).asInt()))
                        .isCloseTo(each.get("remaining").get(k).asDouble(), within(1e-6));
            }
        }
    }

    @Test
    void retentionRisesWithAgeAndMultipliesToSurvival() {
        BetaGeometricModel model = fit(REGULAR);
        double product = 1;
        for (int t = 1; t <= 40; t++) {
            product *= model.retention(t);
            assertThat(model.retention(t))
                    .isCloseTo(1 - model.alpha() / (model.alpha() + model.beta() + t - 1), within(1e-12));
            assertThat(model.survival(t)).isCloseTo(product, within(1e-12));
            assertThat(model.retention(t + 1)).isGreaterThan(model.retention(t));
        }
        assertThat(model.survival(0)).isEqualTo(1);
    }

    @Test
    void longAndShortWaysToSurvivalAgree() {
        BetaGeometricModel model = fit(HIGH_END);
        BetaCurve viaGammas = new BetaCurve(model.alpha(), model.beta(), Math.nextUp(1.0), 2);
        BetaCurve viaProduct = new BetaCurve(model.alpha(), model.beta(), 1, 2);
        for (int t : new int[] {1, 2, 10, 64, 65, 1000}) {
            assertThat(viaProduct.log(t)).isCloseTo(viaGammas.log(t), within(1e-12));
        }
    }

    @Test
    void medianIsOfWholePeriodsAndMayBeFarAway() {
        BetaGeometricModel model = fit(REGULAR);
        assertThat(model.median()).isEqualTo(OptionalDouble.of(2)); // 63.1, 46.8
        assertThat(model.given(4).median().orElseThrow()).isGreaterThan(2);
        assertThat(model.at(1.99)).isEqualTo(model.survival(1));
        assertThat(model.mean(2.5)).isCloseTo(1 + model.survival(1) + 0.5 * model.survival(2), within(1e-15));
        BetaGeometricModel loyal =
                new BetaGeometricModel(1, TimeScale.YEAR, 0.01, 5, 1, model.covariance(), -1, 7, PUBLISHED);
        assertThat(loyal.median()).isEmpty();
    }

    @Test
    void oneOverTheChurnRateUndervaluesThoseWhoStayed() {
        BetaGeometricModel model = fit(HIGH_END);
        DiscountRate discount = DiscountRate.perPeriod(0.1);
        double geometric = 0.901 / (1 - 0.901 / 1.1); // at the average retention of seven years
        assertThat(model.discountedRemaining(discount, 7)).isGreaterThan(geometric);
        assertThat(model.discountedRemaining(discount, 7)).isGreaterThan(model.discountedRemaining(discount, 0));
        assertThat(model.discountedLifetime(discount)).isLessThan(1.1 / 0.1);
    }

    @Test
    void discountOfAYearIsSharedOutOverItsPeriods() {
        assertThat(Math.pow(1 + DiscountRate.yearly(0.1, TimeScale.MONTH).rate(), 12))
                .isCloseTo(1.1, within(1e-12));
        assertThat(Math.pow(1 + DiscountRate.yearly(0.1, TimeScale.QUARTER).rate(), 4))
                .isCloseTo(1.1, within(1e-12));
        assertThat(Math.pow(1 + DiscountRate.yearly(0.1, TimeScale.WEEK).rate(), 365.25 / 7))
                .isCloseTo(1.1, within(1e-12));
        assertThat(Math.pow(1 + DiscountRate.yearly(0.1, TimeScale.DAY).rate(), 365.25))
                .isCloseTo(1.1, within(1e-12));
        assertThat(DiscountRate.yearly(0.1, TimeScale.YEAR).rate()).isCloseTo(0.1, within(1e-15));
        assertThatThrownBy(() -> DiscountRate.yearly(0.1, TimeScale.RENEWAL))
                .hasMessageContaining("Maybe DiscountRate.perPeriod");
        assertThatThrownBy(() -> DiscountRate.perPeriod(0)).hasMessageContaining("Maybe 0.1");
    }

    @Test
    void lifetimesGiveTheModelOfTheirTable() {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.YEAR, Oracle.DAY);
        for (int t = 1; t < REGULAR.length; t++) {
            rows.add(Lifetime.ended("left in " + t, t).weighing(REGULAR[t - 1] - REGULAR[t]));
        }
        rows.add(Lifetime.running("still there", 7).weighing(241));
        BetaGeometricModel model = BetaGeometric.standard().train(rows.build()).orElseThrow();
        assertThat(model.alpha()).isEqualTo(fit(REGULAR).alpha());
        assertThat(model.periods()).isEqualTo(7);
        assertThat(model.provenance().data()).hasSize(64);
        rows.add(Lifetime.running("half a year", 1.5));
        Lifetimes half = rows.build();
        assertThatThrownBy(() -> BetaGeometric.standard().train(half))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The lifetime (half a year: running at 1.5) is not in whole periods.");
    }

    @Test
    void thoseFirstSeenLateAreNoSurvivorsOfTheirFirstYears() {
        // the same cohort, of which a second half is known only since its second year
        Lifetimes.Builder whole = Lifetimes.in(TimeScale.YEAR, Oracle.DAY);
        Lifetimes.Builder partly = Lifetimes.in(TimeScale.YEAR, Oracle.DAY);
        for (int t = 1; t <= 7; t++) {
            double left = REGULAR[t - 1] - REGULAR[t];
            whole.add(Lifetime.ended("e" + t, t).weighing(left));
            partly.add(Lifetime.ended("e" + t, t).weighing(left));
            if (t > 2) {
                partly.add(Lifetime.ended("l" + t, t).weighing(left).enteringAt(2));
            }
        }
        whole.add(Lifetime.running("r", 7).weighing(241));
        partly.add(Lifetime.running("r", 7).weighing(241));
        partly.add(Lifetime.running("lr", 7).weighing(241).enteringAt(2));
        BetaGeometricModel first = BetaGeometric.standard().train(whole.build()).orElseThrow();
        BetaGeometricModel second =
                BetaGeometric.standard().train(partly.build()).orElseThrow();
        assertThat(second.alpha()).isCloseTo(first.alpha(), within(0.02));
        assertThat(second.beta()).isCloseTo(first.beta(), within(0.04));
    }

    private static Refused<?> refused(Training<?> training) {
        return (Refused<?>) training;
    }

    @Test
    void tablesThatTellNothingAreRefused() {
        Refused<?> same = refused(BetaGeometric.standard()
                .train(RetentionTable.survivors(TimeScale.YEAR, 1000, 800, 640, 512, 400), PUBLISHED));
        assertThat(same.code()).isEqualTo(RefusalCode.NOT_CONVERGED);
        assertThat(same.why()).contains("retention does not rise with age");
        assertThat(same.fallback()).startsWith("take one loss rate for all ages, 0.2");
        Refused<?> one =
                refused(BetaGeometric.standard().train(RetentionTable.survivors(TimeScale.YEAR, 1000, 800), PUBLISHED));
        assertThat(one.need()).contains(new Refused.Need("periods", 2, 1));
        Refused<?> two = refused(BetaGeometric.standard()
                .with(Ageing.FITTED)
                .train(RetentionTable.survivors(TimeScale.YEAR, 1000, 800, 700), PUBLISHED));
        assertThat(two.fallback()).isEqualTo("fit it without ageing");
        Refused<?> none = refused(
                BetaGeometric.standard().train(RetentionTable.survivors(TimeScale.YEAR, 10, 10, 10), PUBLISHED));
        assertThat(none.code()).isEqualTo(RefusalCode.NOTHING_ENDED);
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.YEAR, Oracle.DAY);
        assertThat(refused(BetaGeometric.standard().train(rows.build())).code()).isEqualTo(RefusalCode.NO_LIFETIMES);
        rows.add(Lifetime.running("a", 3));
        assertThat(refused(BetaGeometric.standard().train(rows.build())).code()).isEqualTo(RefusalCode.NOTHING_ENDED);
    }

    @Test
    void tablesThatCannotBeAreSaid() {
        assertThatThrownBy(() -> RetentionTable.survivors(TimeScale.YEAR, 10, 12))
                .hasMessageContaining("Maybe the numbers are not of one cohort.");
        assertThatThrownBy(() -> RetentionTable.survivors(TimeScale.YEAR, 10))
                .hasMessageContaining("There is no period in [10.0]");
        assertThatThrownBy(
                        () -> new RetentionTable(TimeScale.YEAR, Doubles.of(1), Doubles.of(Double.NaN), Doubles.of(0)))
                .hasMessageContaining("Maybe numbers from 0 on.");
        assertThatThrownBy(() -> new RetentionTable(TimeScale.YEAR, Doubles.of(1), Doubles.of(), Doubles.of(0)))
                .hasMessageContaining("Maybe as many");
        assertThatThrownBy(() -> fit(REGULAR).survival(-1)).hasMessageContaining("There are no -1 periods");
        assertThat(fit(REGULAR).interval(0, 0.9, ConfidenceBand.LOG_LOG)).isEmpty();
        assertThat(fit(REGULAR).powerEstimate()).isEmpty();
    }
}
