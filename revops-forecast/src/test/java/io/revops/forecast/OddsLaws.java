package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OddsLaws {
    /** If it failed, a seller who counts through all outcomes of a handful of deals would find another chance of making quota. */
    @Property(tries = 200)
    void oddsAreThoseOfAllOutcomes(
            @ForAll @Size(max = 9) List<@IntRange(min = -9, max = 9) Integer> amounts,
            @ForAll @Size(value = 9) List<@DoubleRange(min = 0, max = 1) Double> probabilities,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
        Map<String, Chance> deals = new LinkedHashMap<>();
        for (int i = 0; i < amounts.size(); i++) {
            deals.put("deal-" + i, Chance.of(probabilities.get(i), amounts.get(i) * 2.5));
        }
        TreeMap<Double, Double> outcomes = new TreeMap<>();
        for (int outcome = 0; outcome < 1 << amounts.size(); outcome++) {
            double total = 0;
            double chance = 1;
            for (int i = 0; i < amounts.size(); i++) {
                boolean won = (outcome >> i & 1) == 1;
                total += won ? amounts.get(i) * 2.5 : 0;
                chance *= won ? probabilities.get(i) : 1 - probabilities.get(i);
            }
            outcomes.merge(total + 0.0, chance, Double::sum);
        }
        Chances chances = Chances.of(deals);
        Odds odds = Odds.of(chances).orElseThrow();

        outcomes.forEach((amount, chance) ->
                assertThat(odds.probability(amount)).as("%s", amount).isCloseTo(chance, within(1e-12)));
        assertThat(odds.mean()).isCloseTo(chances.mean(), within(1e-9));
        assertThat(odds.deviation()).isCloseTo(chances.deviation(), within(1e-6));
        double quantile = odds.quantile(share);
        double upTo = outcomes.headMap(quantile, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double below = outcomes.headMap(quantile, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(upTo).isGreaterThanOrEqualTo(share - 2e-12);
        assertThat(below).isLessThan(share + 2e-12);
        assertThat(odds.reaching(quantile) + below).isCloseTo(1, within(1e-12));
    }

    /** If it failed, a lucky draw of names would move a forecast. */
    @Property(tries = 50)
    void aTotalDoesNotDependOnTheOrderOrTheThreads(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> probabilities,
            @ForAll @IntRange(min = 1, max = 5000) int worlds,
            @ForAll @IntRange(min = 1, max = 4) int threads) {
        Map<String, Chance> forwards = new LinkedHashMap<>();
        Map<String, Chance> backwards = new LinkedHashMap<>();
        for (int i = 0; i < probabilities.size(); i++) {
            int j = probabilities.size() - 1 - i;
            forwards.put("deal-" + i, Chance.of(probabilities.get(i), 0.1 * i));
            backwards.put("deal-" + j, Chance.of(probabilities.get(j), 0.1 * j));
        }
        Simulation simulation = Simulation.of(3, worlds);
        Draws one = simulation.total(Chances.of(forwards));
        assertThat(simulation.with(Threads.of(threads)).total(Chances.of(backwards)))
                .isEqualTo(one);
        assertThat(simulation.total(Chances.of(forwards), Draws.exact(1))).isEqualTo(one);
    }
}
