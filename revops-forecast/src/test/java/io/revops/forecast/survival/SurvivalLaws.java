package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.forecast.Training;
import io.revops.forecast.json.SurvivalJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every company. */
class SurvivalLaws {
    @Provide
    Arbitrary<List<Lifetime>> rows() {
        Arbitrary<Double> halves = Arbitraries.integers().between(1, 60).map(k -> k / 2.0);
        Arbitrary<Double> entries = Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(0.0)), Tuple.of(1, halves));
        Arbitrary<Lifetime> row = Combinators.combine(
                        halves,
                        entries,
                        Arbitraries.of("", "voluntary", "payment", "price"),
                        Arbitraries.of(1.0, 1.0, 2.0, 0.7),
                        Arbitraries.doubles().between(-3, 3).ofScale(2),
                        Arbitraries.of(0.0, 1.0))
                .as((exit, entry, cause, weight, seats, discount) -> (cause.isEmpty()
                                ? Lifetime.running("", exit)
                                : Lifetime.ended("", exit, cause))
                        .enteringAt(entry < exit ? entry : 0)
                        .weighing(weight)
                        .having(seats, discount));
        return row.list().ofMinSize(2).ofMaxSize(60);
    }

    private static Lifetimes of(List<Lifetime> rows, UnaryOperator<Lifetime> change) {
        Lifetimes.Builder lifetimes = Lifetimes.in(TimeScale.MONTH, Oracle.DAY).columns("seats", "discount");
        for (int i = 0; i < rows.size(); i++) {
            lifetimes.add(change.apply(named(rows.get(i), i)));
        }
        return lifetimes.build();
    }

    private static Lifetime named(Lifetime row, int i) {
        return copy(row, "a" + i, row.exit(), row.entry());
    }

    private static Lifetime copy(Lifetime row, String id, double exit, double entry) {
        return (row.cause().isPresent() ? Lifetime.ended(id, exit, row.cause().get()) : Lifetime.running(id, exit))
                .enteringAt(entry)
                .weighing(row.weight())
                .in(row.stratum())
                .having(row.values());
    }

    private static Lifetimes stretched(List<Lifetime> rows, double factor) {
        return of(rows, r -> copy(r, r.id(), r.exit() * factor, r.entry() * factor));
    }

    /** If it failed, the dead would come back to life. */
    @Property
    void survivalFallsAndStaysBetweenZeroAndOne(@ForAll("rows") List<Lifetime> rows) {
        Lifetimes lifetimes = of(rows, r -> r);
        SurvivalCurve curve = KaplanMeier.of(lifetimes).orElseThrow();
        HazardCurve hazard = NelsonAalen.of(lifetimes).orElseThrow();
        double before = 1;
        double risk = 0;
        for (double time = 0; time < 32; time += 0.25) {
            assertThat(curve.at(time)).isBetween(0.0, before);
            assertThat(hazard.at(time)).isGreaterThanOrEqualTo(risk);
            assertThat(curve.at(time)).isLessThanOrEqualTo(Math.exp(-hazard.at(time)) + 1e-12);
            before = curve.at(time);
            risk = hazard.at(time);
            for (ConfidenceBand band : ConfidenceBand.values()) {
                double now = before;
                double at = time;
                curve.interval(time, 0.9, band)
                        .ifPresent(
                                i -> assertThat(i.contains(now)).as("at " + at).isTrue());
            }
        }
    }

    /** If it failed, revenue at risk by cause would not add up to the revenue at risk. */
    @Property
    void causesAddUpToWhatHasEnded(@ForAll("rows") List<Lifetime> rows) {
        Training<CumulativeIncidence> training = AalenJohansen.of(of(rows, r -> r));
        training.model().ifPresent(curves -> {
            for (double time = 0; time < 32; time += 0.5) {
                double sum = 0;
                for (CauseIncidence cause : curves.causes()) {
                    Estimate share = curves.at(cause.cause(), time);
                    assertThat(share.value()).isBetween(0.0, 1 + 1e-12);
                    sum += share.value();
                }
                assertThat(sum).isCloseTo(1 - curves.survival(time), within(1e-12));
            }
        });
    }

    /**
     * If it failed, one cause by itself would have another probability than the curve of all causes. (With late entry Greenwood's
     * variance and that of the jackknife differ.)
     */
    @Property
    void oneCauseIsOneMinusKaplanMeierWithItsError(@ForAll("rows") List<Lifetime> rows) {
        Lifetimes lifetimes = of(
                rows,
                r -> (r.cause().isPresent() ? Lifetime.ended(r.id(), r.exit()) : Lifetime.running(r.id(), r.exit()))
                        .having(r.values()));
        AalenJohansen.of(lifetimes).model().ifPresent(curves -> {
            SurvivalCurve curve = KaplanMeier.of(lifetimes).orElseThrow();
            for (int i = 0; i < curve.times().size(); i++) {
                Estimate ended = curves.at(Lifetime.ENDED, curve.times().at(i));
                assertThat(ended.value()).isCloseTo(1 - curve.survival().at(i), within(1e-12));
                if (curve.survival().at(i) > 0) {
                    assertThat(ended.standardError())
                            .isCloseTo(curve.standardErrors().at(i), within(1e-7));
                }
            }
        });
    }

    /** If it failed, two exports of the same company would have other risks. */
    @Property(tries = 200)
    void orderOfTheRowsMovesNoBit(@ForAll("rows") List<Lifetime> rows, @ForAll @IntRange(min = 1, max = 999) int seed) {
        Lifetimes one = of(rows, r -> r);
        List<Lifetime> shuffled = new ArrayList<>(one.rows());
        Collections.shuffle(shuffled, new Random(seed));
        Lifetimes other = Lifetimes.in(TimeScale.MONTH, Oracle.DAY)
                .columns("seats", "discount")
                .addAll(shuffled)
                .build();
        assertThat(KaplanMeier.of(other)).isEqualTo(KaplanMeier.of(one));
        assertThat(NelsonAalen.of(other)).isEqualTo(NelsonAalen.of(one));
        assertThat(AalenJohansen.of(other)).isEqualTo(AalenJohansen.of(one));
        assertThat(CoxRegression.standard().train(other))
                .isEqualTo(CoxRegression.standard().train(one));
        assertThat(AftRegression.of(AftShape.LOG_NORMAL).train(other))
                .isEqualTo(AftRegression.of(AftShape.LOG_NORMAL).train(one));
    }

    /** If it failed, an account would live longer when its life is counted in days. */
    @Property(tries = 200)
    void scalingTimeScalesLifetimes(
            @ForAll("rows") List<Lifetime> rows, @ForAll @DoubleRange(min = 0.1, max = 40) double factor) {
        Lifetimes one = of(rows, r -> r);
        Lifetimes other = stretched(rows, factor);
        KaplanMeier.of(one)
                .orElseThrow()
                .median()
                .ifPresent(median -> assertThat(
                                KaplanMeier.of(other).orElseThrow().median().orElseThrow())
                        .isCloseTo(factor * median, within(1e-9 * factor * median)));
        CoxRegression.standard().train(one).model().ifPresent(cox -> {
            CoxModel same = CoxRegression.standard().train(other).orElseThrow();
            assertThat(same.coefficient("seats").value())
                    .isCloseTo(
                            cox.coefficient("seats").value(),
                            within(1e-7 * (1 + Math.abs(cox.coefficient("seats").value()))));
        });
        AftRegression.of(AftShape.WEIBULL)
                .train(one)
                .model()
                .ifPresent(aft -> AftRegression.of(AftShape.WEIBULL)
                        .train(other)
                        .model()
                        .ifPresent(scaled -> {
                            double median = aft.curve(0.5, 1).median().orElseThrow();
                            assertThat(scaled.curve(0.5, 1).median().orElseThrow())
                                    .isCloseTo(factor * median, within(1e-6 * factor * median));
                            assertThat(scaled.numbers().spread())
                                    .isCloseTo(
                                            aft.numbers().spread(),
                                            within(1e-6 * aft.numbers().spread()));
                        }));
    }

    /** If it failed, bad rows would make a number that is none. */
    @Property(tries = 300)
    void everyModelIsFiniteOrRefused(@ForAll("rows") List<Lifetime> rows) {
        Lifetimes lifetimes = of(rows, r -> r);
        CoxRegression.standard().train(lifetimes).model().ifPresent(model -> {
            Estimate seats = model.coefficient("seats"); // an estimate cannot hold NaN
            assertThat(seats.standardError()).isPositive();
            CoxCurve curve = model.curve(1, 1);
            double before = 1;
            for (double time = 0; time < 32; time++) {
                assertThat(curve.at(time)).isBetween(0.0, before);
                before = curve.at(time);
            }
            assertThat(model.numbers().concordance()).isBetween(0.0, 1.0);
            assertThat(model.likelihoodRatio().orElseThrow().pValue()).isBetween(0.0, 1.0);
        });
        for (AftShape shape : AftShape.values()) {
            AftRegression.of(shape).train(lifetimes).model().ifPresent(model -> {
                assertThat(model.coefficient("seats").standardError()).isPositive();
                assertThat(model.curve(0, 0).at(3)).isBetween(0.0, 1.0);
            });
        }
    }

    /** If it failed, a model that was stored would not be the one that was tested. */
    @Property(tries = 200)
    void whatIsReadScoresTheSameBits(@ForAll("rows") List<Lifetime> rows) {
        Lifetimes lifetimes = of(rows, r -> r);
        SurvivalCurve curve = KaplanMeier.of(lifetimes).orElseThrow();
        assertThat(SurvivalJson.survivalCurve(SurvivalJson.text(curve))).isEqualTo(curve);
        AalenJohansen.of(lifetimes)
                .model()
                .ifPresent(m -> assertThat(SurvivalJson.cumulativeIncidence(SurvivalJson.text(m)))
                        .isEqualTo(m));
        CoxRegression.standard().train(lifetimes).model().ifPresent(m -> {
            CoxModel read = SurvivalJson.cox(SurvivalJson.text(m));
            assertThat(read).isEqualTo(m);
            assertThat(read.curve(0.3, 1)).isEqualTo(m.curve(0.3, 1));
        });
        AftRegression.of(AftShape.LOG_LOGISTIC).train(lifetimes).model().ifPresent(m -> {
            AftModel read = SurvivalJson.aft(SurvivalJson.text(m));
            assertThat(read).isEqualTo(m);
            assertThat(read.curve(0.3, 1).median()).isEqualTo(m.curve(0.3, 1).median());
        });
    }
}
