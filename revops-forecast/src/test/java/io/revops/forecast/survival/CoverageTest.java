package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Normals;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * On companies whose hazards are known: estimates are right on average in units of their standard errors, and 90 % intervals hold the
 * truth 88 to 92 times in 100 (2,000 companies: one standard deviation of the count is 0.7).
 */
class CoverageTest {
    private static final int COMPANIES = 2000;
    private static final double LEVEL = 0.9;

    /** How often intervals hold, and how far estimates are off in standard errors. */
    private static final class Tally {
        private int held;
        private double off;
        private double square;

        void add(Estimate estimate, double truth) {
            add(estimate.interval(LEVEL), truth);
            double z = (estimate.value() - truth) / estimate.standardError();
            off += z;
            square += z * z;
        }

        void add(Interval interval, double truth) {
            held += interval.contains(truth) ? 1 : 0;
        }

        void holds(String what) {
            assertThat(held / (double) COMPANIES).as(what).isBetween(0.88, 0.92);
        }

        void isRight(String what) {
            holds(what);
            assertThat(off / COMPANIES).as("mean of z, " + what).isCloseTo(0, within(0.1));
            assertThat(square / COMPANIES).as("variance of z, " + what).isBetween(0.9, 1.15);
        }
    }

    @Test
    void intervalsOfCoxCoefficientsHoldTheTruthNineTimesInTen() {
        Tally seats = new Tally();
        Tally discount = new Tally();
        Tally curve = new Tally();
        double truth =
                StrictMath.exp(-StrictMath.exp((StrictMath.log(10) - Hazards.MIDDLE - Hazards.SEATS) / Hazards.SPREAD));
        for (int i = 0; i < COMPANIES; i++) {
            CoxModel model =
                    CoxRegression.standard().train(Hazards.company(i, 150)).orElseThrow();
            seats.add(model.coefficient("seats"), -Hazards.SEATS / Hazards.SPREAD);
            discount.add(model.coefficient("discount"), -Hazards.DISCOUNT / Hazards.SPREAD);
            curve.add(
                    model.curve(1, 0)
                            .interval(10, LEVEL, ConfidenceBand.LOG_LOG)
                            .orElseThrow(),
                    truth);
        }
        seats.isRight("seats");
        discount.isRight("discount");
        curve.holds("survival at 10");
    }

    @Test
    void intervalsOfAcceleratedFailureTimesHoldTheTruthNineTimesInTen() {
        Tally seats = new Tally();
        Tally discount = new Tally();
        Tally median = new Tally();
        double truth = StrictMath.exp(Hazards.MIDDLE + Hazards.SPREAD * StrictMath.log(StrictMath.log(2)));
        for (int i = 0; i < COMPANIES; i++) {
            AftModel model = AftRegression.of(AftShape.WEIBULL)
                    .train(Hazards.company(i, 300))
                    .orElseThrow();
            seats.add(model.coefficient("seats"), Hazards.SEATS);
            discount.add(model.coefficient("discount"), Hazards.DISCOUNT);
            median.add(model.quantileInterval(0.5, LEVEL, 0, 0), truth);
        }
        seats.isRight("seats");
        discount.isRight("discount");
        median.holds("median");
    }

    @Test
    void intervalsOfCurvesHoldTheTruthNineTimesInTen() {
        Tally survival = new Tally();
        Tally mean = new Tally();
        Tally payment = new Tally();
        Tally median = new Tally();
        // constant hazards of 0.03 and 0.05 a month
        double truth = StrictMath.exp(-0.8);
        double truePayment = 0.03 / 0.08 * (1 - truth);
        double trueMean = (1 - truth) / 0.08;
        double trueMedian = StrictMath.log(2) / 0.08;
        for (int i = 0; i < COMPANIES; i++) {
            RandomGenerator stream = Hazards.stream(i, "causes");
            Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY);
            for (int k = 0; k < 120; k++) {
                double pay = -StrictMath.log(Normals.uniform(stream)) / 0.03;
                double leave = -StrictMath.log(Normals.uniform(stream)) / 0.05;
                double last = 4 + 26 * Normals.uniform(stream);
                double end = Math.min(pay, leave);
                rows.add(
                        last < end
                                ? Lifetime.running("a" + k, last)
                                : Lifetime.ended("a" + k, end, pay < leave ? "payment" : "voluntary"));
            }
            Lifetimes lifetimes = rows.build();
            SurvivalCurve curve = KaplanMeier.of(lifetimes).orElseThrow();
            survival.add(curve.interval(10, LEVEL, ConfidenceBand.LOG_LOG).orElseThrow(), truth);
            mean.add(curve.restrictedMean(10), trueMean);
            QuantileInterval around = curve.quantileInterval(0.5, LEVEL, ConfidenceBand.LOG_LOG);
            median.add(new Interval(around.low().orElse(0), around.high().orElse(1e9), LEVEL), trueMedian);
            payment.add(
                    AalenJohansen.of(lifetimes)
                            .orElseThrow()
                            .interval("payment", 10, LEVEL, ConfidenceBand.LOG_LOG)
                            .orElseThrow(),
                    truePayment);
        }
        survival.holds("survival at 10");
        mean.isRight("restricted mean");
        payment.holds("payment by 10");
        median.holds("median");
    }

    @Test
    void intervalsOfRetentionHoldTheTruthNineTimesInTen() {
        Tally alpha = new Tally();
        Tally survival = new Tally();
        BetaCurve truth = new BetaCurve(0.8, 2.5, 1, 2);
        double[] stays = IntStream.range(0, 9)
                .mapToDouble(t -> StrictMath.exp(truth.log(t)))
                .toArray();
        for (int i = 0; i < COMPANIES; i++) {
            RandomGenerator stream = Hazards.stream(i, "cohort");
            double[] survivors = new double[9];
            for (int k = 0; k < 1000; k++) {
                double lot = Normals.uniform(stream);
                for (int t = 0; t < survivors.length; t++) {
                    survivors[t] += lot < stays[t] ? 1 : 0;
                }
            }
            BetaGeometricModel model = BetaGeometric.standard()
                    .train(RetentionTable.survivors(TimeScale.YEAR, survivors), BetaGeometricTest.PUBLISHED)
                    .orElseThrow();
            double error = model.alphaEstimate().standardError() / model.alpha();
            alpha.add(new Estimate(StrictMath.log(model.alpha()), error), StrictMath.log(0.8));
            survival.add(
                    model.interval(15, LEVEL, ConfidenceBand.LOG_LOG).orElseThrow(), StrictMath.exp(truth.log(15)));
        }
        alpha.holds("alpha");
        survival.holds("survival of 15 years");
    }

    @Test
    void testsOfNothingFindSomethingOnceInTen() {
        int[] found = new int[4];
        for (int i = 0; i < COMPANIES; i++) {
            RandomGenerator stream = Hazards.stream(i, "nothing");
            Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("noise", "other");
            for (int k = 0; k < 150; k++) {
                double life = Hazards.weibull(stream, 2.5, 0.7);
                double watched = 5 + 35 * Normals.uniform(stream);
                rows.add((life <= watched ? Lifetime.ended("a" + k, life) : Lifetime.running("a" + k, watched))
                        .in(k % 3 == 0 ? "one" : "two")
                        .having(Normals.next(stream), k % 2));
            }
            Lifetimes lifetimes = rows.build();
            CoxModel model = CoxRegression.standard().train(lifetimes).orElseThrow();
            found[0] += LogRank.between(lifetimes).pValue() < 0.1 ? 1 : 0;
            found[1] += model.likelihoodRatio().orElseThrow().pValue() < 0.1 ? 1 : 0;
            found[2] += model.score().orElseThrow().pValue() < 0.1 ? 1 : 0;
            found[3] += ProportionalHazardsTest.of(model, lifetimes)
                                    .global()
                                    .orElseThrow()
                                    .pValue()
                            < 0.1
                    ? 1
                    : 0;
        }
        for (int each : found) {
            assertThat(each / (double) COMPANIES).isBetween(0.08, 0.12);
        }
    }
}
