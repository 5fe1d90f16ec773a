package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Totals of a few deals whose odds were worked by hand as fractions, and where there are too many to tell. */
class OddsTest {
    /** Sums of products of a dozen probabilities differ from the fractions by rounding alone. */
    private static final double EXACT = 1e-12;

    static Chances chances(double[] amounts, double[] probabilities) {
        Map<String, Chance> deals = new LinkedHashMap<>();
        for (int i = 0; i < amounts.length; i++) {
            deals.put("deal-" + (char) ('a' + i), Chance.of(probabilities[i], amounts[i]));
        }
        return Chances.of(deals);
    }

    static Chances threeDeals() {
        return chances(new double[] {100, 200, 300}, new double[] {.5, .3, .2});
    }

    static Chances twelveDeals() {
        return chances(
                new double[] {25, 40, 15, 60, 80, 120, 30, 55, 90, 45, 20, 70},
                new double[] {.9, .75, .6, .5, .4, .3, .85, .2, .1, .65, .95, .35});
    }

    /** Worked by hand: P(100) = .5 · .7 · .8 = 7/25, P(300) = .5 · .3 · .8 + .5 · .7 · .2 = 19/100. */
    @Test
    void threeDealsHaveTheOddsThatAHandWorksOut() {
        Odds odds = Odds.of(threeDeals()).orElseThrow();
        Map<Double, Double> expected = Map.of(
                0., 7 / 25., 100., 7 / 25., 200., 3 / 25., 300., 19 / 100., 400., 7 / 100., 500., 3 / 100., 600.,
                3 / 100.);
        expected.forEach((amount, mass) ->
                assertThat(odds.probability(amount)).as("%s", amount).isCloseTo(mass, within(EXACT)));
        assertThat(odds.probability(150)).isZero();
        assertThat(odds.probability(-100)).isZero();
        assertThat(odds.probability(700)).isZero();
        assertThat(List.of(odds.quantile(.1), odds.quantile(.5), odds.quantile(.9)))
                .containsExactly(0., 100., 400.);
        assertThat(odds.reaching(300)).isCloseTo(8 / 25., within(EXACT));
        assertThat(odds.reaching(0)).isCloseTo(1, within(EXACT));
        assertThat(odds.reaching(601)).isZero();
        // 300 are missing with 7/25, 200 with 7/25, 100 with 3/25
        assertThat(odds.shortfall(300)).isCloseTo((300 * 7 + 200 * 7 + 100 * 3) / 25., within(1e-9));
        assertThat(odds.mean()).isCloseTo(170, within(1e-9));
        assertThat(odds.deviation()).isCloseTo(StrictMath.sqrt(25_300), within(1e-9));
        assertThat(threeDeals().mean()).isCloseTo(170, within(1e-9));
        assertThat(threeDeals().variance()).isCloseTo(25_300, within(1e-9));

        Odds won = Odds.of(threeDeals().counted()).orElseThrow();
        assertThat(List.of(0., 1., 2., 3.).stream().map(won::probability).toList())
                .usingElementComparator((a, b) -> Math.abs(a - b) < EXACT ? 0 : Double.compare(a, b))
                .containsExactly(7 / 25., 47 / 100., 11 / 50., 3 / 100.);
    }

    /** A binomial: 1 − Σ_{k<5} C(10,k) .3^k .7^(10−k) = .1502683326. */
    @Test
    void tenEqualDealsAreABinomial() {
        double[] amounts = new double[10];
        double[] probabilities = new double[10];
        Arrays.fill(amounts, 10_000);
        Arrays.fill(probabilities, .3);
        Odds odds = Odds.of(chances(amounts, probabilities)).orElseThrow();
        assertThat(List.of(odds.quantile(.1), odds.quantile(.5), odds.quantile(.9)))
                .containsExactly(10_000., 30_000., 50_000.);
        assertThat(odds.deviation()).isCloseTo(14491.37674618944, within(1e-8));
        assertThat(odds.reaching(50_000)).isCloseTo(.1502683326, within(5e-11));
    }

    /** Oracle: the worked case, from all 4,096 outcomes. The normal approximation would say 157.58 and 397.92. */
    @Test
    void twelveDealsHaveTheOddsOfAllTheirOutcomes() {
        Odds odds = Odds.of(twelveDeals()).orElseThrow();
        assertThat(twelveDeals().mean()).isCloseTo(277.75, within(1e-9));
        assertThat(twelveDeals().variance()).isCloseTo(8792.4375, within(1e-9));
        assertThat(twelveDeals().skewness()).isCloseTo(.2975801, within(5e-8));
        assertThat(odds.mean()).isCloseTo(277.75, within(1e-9));
        assertThat(List.of(odds.quantile(.1), odds.quantile(.5), odds.quantile(.9)))
                .containsExactly(160., 270., 405.);
        assertThat(odds.reaching(300)).isCloseTo(.4050719863250001, within(EXACT));
    }

    /** The mean is lower than without regimes because 1.2 times .9 and .95 is no more than 1; the interval is wider. */
    @Test
    void twoRegimesMixTheirOdds() {
        Odds bad = Odds.of(twelveDeals().times(.8)).orElseThrow();
        Odds good = Odds.of(twelveDeals().times(1.2)).orElseThrow();
        Odds odds = Odds.mixed(List.of(1., 1.), List.of(bad, good));
        assertThat(odds.mean()).isCloseTo(275.05, within(1e-9));
        assertThat(odds.deviation()).isCloseTo(106.57676810637511, within(1e-9));
        assertThat(List.of(odds.quantile(.1), odds.quantile(.5), odds.quantile(.9)))
                .containsExactly(135., 270., 425.);
        assertThat(Odds.mixed(List.of(3.), List.of(good))).isEqualTo(good);
    }

    @Test
    void centsAndWhatIsTakenAwayLieOnTheirGrid() {
        Odds odds = Odds.of(chances(new double[] {10.10, -0.05}, new double[] {.5, .25}))
                .orElseThrow();
        assertThat(odds.probability(-0.05)).isCloseTo(.125, within(EXACT));
        assertThat(odds.probability(0)).isCloseTo(.375, within(EXACT));
        assertThat(odds.probability(10.05)).isCloseTo(.125, within(EXACT));
        assertThat(odds.probability(10.10)).isCloseTo(.375, within(EXACT));
        assertThat(odds.quantile(.1)).isEqualTo(-0.05);
        assertThat(odds.quantile(.99)).isEqualTo(10.10);
    }

    @Test
    void nothingAndZeroComeToNothing() {
        assertThat(Odds.of(Chances.of(Map.of())).orElseThrow().quantile(.5)).isZero();
        Odds odds = Odds.of(chances(new double[] {0}, new double[] {.4})).orElseThrow();
        assertThat(odds.probability(0)).isEqualTo(1);
        assertThat(odds).hasToString("mean 0.0, 80 %: 0.0 to 0.0");
    }

    @Test
    void whatIsTooFineIsNotToldExactly() {
        double[] half = {.5, .5};
        assertThat(code(Odds.of(chances(new double[] {1e-9, 1}, half)))).isEqualTo(UndefinedCode.TOO_MANY_OUTCOMES);
        assertThat(code(Odds.of(chances(new double[] {123_456.78, 99_999.99}, half))))
                .isEqualTo(UndefinedCode.TOO_MANY_OUTCOMES);
        assertThat(code(Odds.of(chances(new double[] {1e300, 1e300}, half))))
                .isEqualTo(UndefinedCode.TOO_MANY_OUTCOMES);
        Reading<Odds> coarse =
                Odds.of(chances(new double[] {123_456.78, 99_999.99}, half).toNearest(100));
        assertThat(coarse.orElseThrow().probability(223_500)).isEqualTo(.25);
        assertThat(((Undefined<Odds>) Odds.of(alternating(1399))).text())
                .startsWith("The total has 2100001 possible amounts");
        assertThat(((Undefined<Odds>) Odds.of(alternating(699))).text())
                .startsWith("The total of 3000 chances lies on a grid of 1050001 steps of 1.0")
                .contains("Maybe draw it, or take amounts to the nearest 1000.0");
    }

    /** 1,500 deals of an amount and as many of 1. */
    private static Chances alternating(double amount) {
        Map<String, Chance> many = new LinkedHashMap<>();
        for (int i = 0; i < 3000; i++) {
            many.put("deal-" + i, Chance.of(.5, i % 2 == 0 ? amount : 1));
        }
        return Chances.of(many);
    }

    private static UndefinedCode code(Reading<Odds> reading) {
        return ((Undefined<Odds>) reading).code();
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> Chance.of(25, 1)).hasMessageContaining("25 % is 0.25");
        assertThatThrownBy(() -> Chance.of(.5, Double.NaN)).hasMessageContaining("leave it out");
        assertThatThrownBy(() -> threeDeals().times(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> threeDeals().toNearest(0)).hasMessageContaining("Maybe 100");
        Odds odds = Odds.of(threeDeals()).orElseThrow();
        assertThatThrownBy(() -> odds.quantile(1)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> Odds.mixed(List.of(), List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Odds.mixed(List.of(0.), List.of(odds))).hasMessageContaining("leave its odds out");
        Odds other = Odds.of(twelveDeals()).orElseThrow();
        assertThatThrownBy(() -> Odds.mixed(List.of(1., 1.), List.of(odds, other)))
                .hasMessageContaining("the same chances");
        assertThat(threeDeals()).hasToString("3 chances, mean 170.0").isEqualTo(threeDeals());
        assertThat(threeDeals().hashCode()).isEqualTo(threeDeals().hashCode());
        assertThat(odds.hashCode())
                .isEqualTo(Odds.of(threeDeals()).orElseThrow().hashCode());
    }
}
