package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Things happen as often as the world says. What is counted may stray by four standard deviations of its own count, which a right
 * simulator does once in 16,000 numbers; the seeds are fixed, so that it does not here.
 */
class CrmRatesTest {
    private static final List<String> OPEN =
            List.of("Qualification", "Discovery", "Solution Fit", "Proposal", "Negotiation");

    /** What was expected to happen, with its variance, and what did. */
    private static final class Tally {
        private double expected;
        private double variance;
        private double found;

        void chance(double probability, boolean happened) {
            expected += probability;
            variance += probability * (1 - probability);
            found += happened ? 1 : 0;
        }

        void check(String what) {
            assertThat(found).as(what).isCloseTo(expected, within(4 * StrictMath.sqrt(variance)));
        }
    }

    private static Tally tally(Map<String, Tally> tallies, String name) {
        return tallies.computeIfAbsent(name, n -> new Tally());
    }

    @Test
    void dealsAreCreatedAtTheRateOfTheirMarketTheMonthAndGrowth() {
        CrmWorld world = CrmWorld.standard();
        Map<String, double[]> cells = new TreeMap<>();
        for (LocalDate day = world.start(); day.isBefore(world.end()); day = day.plusDays(1)) {
            for (CrmMarket market : world.markets()) {
                double rate = market.createdPerDay() * world.calendar().created(world.start(), day);
                cells.computeIfAbsent(market.type() + " " + market.segment(), c -> new double[2])[0] += rate;
                cells.computeIfAbsent("month " + day.getMonthValue(), c -> new double[2])[0] += rate;
                cells.computeIfAbsent("year " + day.getYear(), c -> new double[2])[0] += rate;
            }
        }
        int companies = 10;
        for (int seed = 0; seed < companies; seed++) {
            for (CrmDeal deal : world.company(seed).deals()) {
                if (!isAtOnce(deal)) {
                    cells.get(deal.market().type() + " " + deal.market().segment())[1]++;
                    cells.get("month " + deal.created().getMonthValue())[1]++;
                    cells.get("year " + deal.created().getYear())[1]++;
                }
            }
        }
        cells.forEach((name, cell) -> assertThat(cell[1])
                .as(name)
                .isCloseTo(companies * cell[0], within(4 * StrictMath.sqrt(companies * cell[0]))));
        assertThat(CrmCalendar.standard().created(world.start(), LocalDate.of(2024, 1, 31)))
                .isCloseTo(1.05 * 1.1 * 1.1, within(1e-12));
    }

    /** Every deal-day is one throw of a die, whose odds follow from what the deal's history says about the day before. */
    @Test
    void winsAndLossesComeAtTheHazardsOfMarketStageAgeCalendarAndShock() {
        Map<String, Tally> tallies = new TreeMap<>();
        for (int seed = 0; seed < 6; seed++) {
            CrmCompany company = CrmWorld.standard().company(100 + seed);
            company.deals().stream().filter(deal -> !isAtOnce(deal)).forEach(deal -> throwDice(company, deal, tallies));
        }
        assertThat(tallies).hasSize(2 * (6 + 5 + 4 + 3 + 3));
        tallies.forEach((name, tally) -> tally.check(name));
    }

    private static void throwDice(CrmCompany company, CrmDeal deal, Map<String, Tally> tallies) {
        CrmWorld world = company.world();
        for (int i = 0; i < deal.steps().size(); i++) {
            CrmStep step = deal.steps().get(i);
            if (!step.isOpen()) {
                continue;
            }
            CrmStep next = i + 1 < deal.steps().size() ? deal.steps().get(i + 1) : null;
            LocalDate last = next == null ? world.end().minusDays(1) : day(next);
            for (LocalDate day = day(step).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                boolean here = next != null && day.equals(last);
                int stage = OPEN.indexOf(step.stage());
                CrmProgress.Age age =
                        age(world, (int) (day.toEpochDay() - deal.created().toEpochDay()));
                int month = (day.getYear() - world.start().getYear()) * 12 + day.getMonthValue() - 1;
                double calendar = world.calendar().win(day);
                double shock = company.shocks().get(month);
                String size = shock < 0.9 ? "a bad month" : shock > 1.1 ? "a good month" : "a usual month";
                double win = deal.market().winPerDay()
                        * world.progress().stageWin().get(stage)
                        * age.win()
                        * calendar
                        * shock;
                double lose = deal.market().losePerDay()
                        * world.progress().stageLose().get(stage)
                        * age.lose();
                double closes = 1 - StrictMath.exp(-(win + lose));
                boolean isWon = here && next.isWon();
                boolean isLost = here && next.isLost();
                for (String cell : List.of(
                        deal.market().type() + " " + deal.market().segment(),
                        step.stage(),
                        "age from " + age.fromDay(),
                        "calendar " + calendar,
                        size)) {
                    tally(tallies, cell + " won").chance(closes * win / (win + lose), isWon);
                    tally(tallies, cell + " lost").chance(closes * lose / (win + lose), isLost);
                }
            }
        }
    }

    private static CrmProgress.Age age(CrmWorld world, int days) {
        List<CrmProgress.Age> ages = world.progress().ages();
        return ages.stream()
                .filter(a -> a.fromDay() <= days)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** 1 − exp(−(w + l)n) of the deals have closed after n days, and w / (w + l) of those were won: worked case 8 is this. */
    @Test
    void aStationaryWorldObeysTheTheoryOfCompetingHazards() {
        CrmMarket market = new CrmMarket(CrmMarket.NEW, "SMB", "USD", 8, 0.01, 0.015, 1000, 0.5, 0);
        CrmWorld world = CrmWorld.stationary().with(List.of(market));
        Tally won = new Tally();
        for (CrmDeal deal : world.company(1).deals()) {
            if (deal.created().isBefore(world.end().minusDays(45))) {
                boolean inTime = deal.now().isWon()
                        && day(deal.now()).toEpochDay() - deal.created().toEpochDay() <= 45;
                won.chance(0.2701390130566601, inTime);
            }
        }
        assertThat(won.expected).isGreaterThan(2000);
        won.check("won within 45 days");
        assertThat(market.winRate()).isCloseTo(0.4, within(1e-15));
    }

    @Test
    void dealsWonAtOnceComeAtTheirRate() {
        double expected = 0;
        double found = 0;
        for (int seed = 0; seed < 5; seed++) {
            CrmCompany company = CrmWorld.standard().company(seed);
            CrmWorld world = company.world();
            for (LocalDate day = world.start(); day.isBefore(world.end()); day = day.plusDays(1)) {
                int month = (day.getYear() - world.start().getYear()) * 12 + day.getMonthValue() - 1;
                double shared = world.calendar().win(day) * company.shocks().get(month);
                for (CrmMarket market : world.markets()) {
                    expected += market.wonAtOncePerDay() * world.calendar().created(world.start(), day) * shared;
                }
            }
            found += company.deals().stream().filter(CrmRatesTest::isAtOnce).count();
        }
        assertThat(expected).isGreaterThan(500);
        assertThat(found).isCloseTo(expected, within(4 * StrictMath.sqrt(expected)));
    }

    @Test
    void shocksAreLogNormalWithMeanOneAndTheSizeOfTheWorld() {
        List<Double> logs = new ArrayList<>();
        for (int seed = 0; seed < 100; seed++) {
            CrmCompany company = CrmWorld.standard()
                    .withShock(0.3)
                    .during(LocalDate.of(2023, 1, 1), 2)
                    .company(seed);
            company.shocks().forEach(shock -> logs.add(StrictMath.log(shock)));
        }
        check(logs, -0.3 * 0.3 / 2, 0.3);
        assertThat(CrmWorld.stationary().company(1).shocks()).containsOnly(1.0);
    }

    @Test
    void agreedAmountsAreLogNormalAroundTheirMedian() {
        for (CrmMarket market : CrmMarket.standard()) {
            List<Double> logs = new ArrayList<>();
            for (int seed = 0; seed < 5; seed++) {
                CrmWorld.standard()
                        .with(List.of(market))
                        .company(seed)
                        .deals()
                        .forEach(deal -> logs.add(StrictMath.log(deal.agreed() / market.medianAmount())));
            }
            check(logs, 0, market.amountSpread());
        }
    }

    /** A mean strays by σ / √n, a deviation of normals by σ / √(2n). */
    private static void check(List<Double> values, double mean, double deviation) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        double average = Arrays.stream(all).average().orElseThrow();
        double square =
                Arrays.stream(all).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(average).isCloseTo(mean, within(4 * deviation / StrictMath.sqrt(all.length)));
        assertThat(StrictMath.sqrt(square))
                .isCloseTo(deviation, within(4 * deviation / StrictMath.sqrt(2.0 * all.length)));
    }

    @Test
    void movesSkipAndGoBackAndLostDealsAreReopenedAsOftenAsSaid() {
        Map<String, Tally> tallies = new TreeMap<>();
        CrmProgress progress = CrmProgress.standard();
        for (int seed = 0; seed < 5; seed++) {
            CrmCompany company = CrmWorld.standard().company(seed);
            LocalDate sure = company.world().end().minusDays(61);
            for (CrmDeal deal : company.deals()) {
                boolean before = false;
                for (int i = 1; i < deal.steps().size(); i++) {
                    int from = OPEN.indexOf(deal.steps().get(i - 1).stage());
                    int to = OPEN.indexOf(deal.steps().get(i).stage());
                    if ((from == 1 || from == 2) && to >= 0 && to != from) {
                        tally(tallies, "skips").chance(progress.skips(), to == from + 2);
                        tally(tallies, "goes back").chance(progress.backward(), to == from - 1);
                    }
                    if (from >= 0
                            && deal.steps().get(i).isLost()
                            && day(deal.steps().get(i)).isBefore(sure)) {
                        boolean again = i + 1 < deal.steps().size();
                        tally(tallies, before ? "lost again" : "reopened")
                                .chance(before ? 0 : progress.reopened(), again);
                        before = true;
                    }
                }
            }
        }
        assertThat(tallies).containsOnlyKeys("skips", "goes back", "lost again", "reopened");
        tallies.forEach((name, tally) -> tally.check(name));
    }

    /** The only deals that begin in the last open stage. */
    private static boolean isAtOnce(CrmDeal deal) {
        return deal.steps().get(0).stage().equals("Negotiation");
    }

    private static LocalDate day(CrmStep step) {
        return step.at().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
