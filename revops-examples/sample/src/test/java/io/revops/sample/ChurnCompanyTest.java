package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.sample.ChurnAccount.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChurnCompanyTest {
    @TempDir
    private Path folder;

    @Test
    void aSeedGivesTheSameRowsAndAnotherSeedOthers() throws IOException {
        ChurnWorld world = ChurnWorld.standard().withAccounts(30);
        world.company(11).writeTo(folder.resolve("a"));
        world.company(11).writeTo(folder.resolve("b"));

        assertThat(world.company(11).accounts()).isEqualTo(world.company(11).accounts());
        assertThat(world.company(12).accounts()).isNotEqualTo(world.company(11).accounts());
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            List<Path> written = files.toList();
            assertThat(written).hasSize(10);
            for (Path file : written) {
                assertThat(Files.mismatch(file, folder.resolve("b").resolve(file.getFileName())))
                        .isEqualTo(-1);
            }
        }
    }

    /** If it failed, what a company knows on a day would depend on how long it is told afterwards, or on who else there is. */
    @Test
    void aShorterAndASmallerWorldIsTheBeginningOfALargerOne() {
        ChurnWorld world = ChurnWorld.standard();
        List<ChurnAccount> all = world.company(5).accounts();
        ChurnWorld small = world.withAccounts(50).withPeriods(10);

        List<List<ChurnPeriod>> begun = all.stream()
                .filter(a -> a.number() < 50)
                .map(a -> a.periods().stream().filter(p -> p.number() < 10).toList())
                .filter(p -> !p.isEmpty())
                .toList();
        assertThat(small.company(5).accounts().stream()
                        .map(ChurnAccount::periods)
                        .toList())
                .isEqualTo(begun);
    }

    /**
     * Whoever leaves does so at the chance of the truth: the derivatives of the log-likelihood at the truth, Σ x (y − p) for each
     * driver, are 0 but for chance. Each may stray by four of its standard deviations, as in CrmRatesTest.
     */
    @Test
    void accountsLeaveAtTheChancesOfTheTruth() {
        score(ChurnWorld.standard().withAccounts(3_000));
        score(ChurnWorld.uninformative().withAccounts(3_000));
    }

    private static void score(ChurnWorld world) {
        Map<ChurnDriver, double[]> sums = new EnumMap<>(ChurnDriver.class);
        double[] will = new double[3];
        double[] payment = new double[3];
        double[] failing = new double[3];
        for (ChurnAccount account : world.company(3).accounts()) {
            for (ChurnPeriod period : account.periods()) {
                Optional<Cause> left = left(account, period);
                boolean byWill = left.equals(Optional.of(Cause.VOLUNTARY));
                add(will, 1, byWill, world.truth().byWill(period.seen(), 0));
                for (ChurnDriver driver : ChurnDriver.values()) {
                    double x = Objects.requireNonNull(period.seen().get(driver));
                    add(sums.computeIfAbsent(driver, d -> new double[3]), x, byWill, period.byWill());
                }
                if (!byWill) {
                    add(payment, 1, left.isPresent(), world.truth().byPayment(period.seen()));
                    add(failing, period.count(ChurnDriver.FAILURES), left.isPresent(), period.byPayment());
                }
            }
        }
        sums.forEach((driver, sum) -> check(driver.name(), sum));
        check("by will", will);
        check("by payment", payment);
        check("by payment, failures", failing);
        assertThat(will[2]).isGreaterThan(700);
        assertThat(payment[2]).isGreaterThan(180);
    }

    private static void add(double[] sum, double x, boolean happened, double chance) {
        sum[0] += x * ((happened ? 1 : 0) - chance);
        sum[1] += x * x * chance * (1 - chance);
        sum[2] += happened ? 1 : 0;
    }

    private static void check(String what, double[] sum) {
        assertThat(sum[0]).as(what).isCloseTo(0, within(4 * StrictMath.sqrt(sum[1])));
    }

    private static Optional<Cause> left(ChurnAccount account, ChurnPeriod period) {
        boolean isLast = account.periods().indexOf(period) == account.periods().size() - 1;
        return isLast ? account.left().map(ChurnAccount.Left::cause) : Optional.empty();
    }

    /** The drivers that the truth saw can be found again in the rows, by anybody who reads a window of 30 days. */
    @Test
    void theRowsHoldWhatTheTruthSaw() throws IOException {
        ChurnCompany company = ChurnWorld.standard().withAccounts(60).company(8);
        company.writeTo(folder);
        ExportFiles files = new ExportFiles(folder);
        Map<String, Map<ChurnDriver, Double>> counted = new HashMap<>();
        Map<String, Set<String>> users = new HashMap<>();
        for (Map<String, String> row : files.rows("usage_events.csv")) {
            String place = place(company, row.get("account_id"), row.get("at"));
            if (row.get("meter").equals("logins")) {
                count(counted, place, ChurnDriver.LOGINS, Double.parseDouble(row.get("quantity")));
                boolean isNew =
                        users.computeIfAbsent(place, p -> new HashSet<>()).add(row.get("user"));
                count(counted, place, ChurnDriver.USERS, isNew ? 1 : 0);
            } else {
                count(counted, place, ChurnDriver.FEATURES, 1);
            }
        }
        for (Map<String, String> row : files.rows("tickets.csv")) {
            count(counted, place(company, row.get("account_id"), row.get("opened")), ChurnDriver.TICKETS, 1);
        }
        for (Map<String, String> row : files.rows("payments.csv")) {
            double failed = row.get("outcome").equals("failed") ? 1 : 0;
            count(counted, place(company, row.get("account_id"), row.get("at")), ChurnDriver.FAILURES, failed);
        }
        for (ChurnAccount account : company.accounts()) {
            for (ChurnPeriod period : account.periods()) {
                for (ChurnDriver driver : List.of(
                        ChurnDriver.LOGINS,
                        ChurnDriver.USERS,
                        ChurnDriver.FEATURES,
                        ChurnDriver.TICKETS,
                        ChurnDriver.FAILURES)) {
                    double found = counted.getOrDefault(account.id() + " " + period.number(), Map.of())
                            .getOrDefault(driver, 0.0);
                    assertThat(found)
                            .as(account.id() + " " + period)
                            .isEqualTo(period.seen().get(driver));
                }
            }
        }
    }

    @Test
    void aChampionThatLeftIsSeenFor90DaysAndAnAnswerUntilTheNext() throws IOException {
        ChurnCompany company = ChurnWorld.standard().withAccounts(150).company(8);
        company.writeTo(folder);
        ExportFiles files = new ExportFiles(folder);
        Map<String, List<LocalDate>> lost = new HashMap<>();
        for (Map<String, String> row : files.rows("contacts.csv")) {
            if (!row.get("left").isEmpty()) {
                lost.computeIfAbsent(row.get("account_id"), a -> new ArrayList<>())
                        .add(LocalDate.parse(row.get("left")));
            }
        }
        List<Map<String, String>> answers = files.rows("survey_answers.csv");
        int champions = 0;
        for (ChurnAccount account : company.accounts()) {
            List<Map<String, String>> own = answers.stream()
                    .filter(a -> a.get("account_id").equals(account.id()))
                    .toList();
            for (ChurnPeriod period : account.periods()) {
                LocalDate last = company.world().last(period.number());
                boolean isLost = lost.getOrDefault(account.id(), List.of()).stream()
                        .anyMatch(day -> !day.isAfter(last) && day.isAfter(last.minusDays(90)));
                assertThat(period.seen().get(ChurnDriver.CHAMPION_LOST)).isEqualTo(isLost ? 1 : 0);
                champions += isLost ? 1 : 0;
                String latest = own.stream()
                        .filter(a -> !LocalDate.parse(a.get("at")).isAfter(last))
                        .reduce((a, b) -> b)
                        .map(a -> a.get("score"))
                        .orElseThrow();
                assertThat(period.seen().get(ChurnDriver.ANSWER)).isEqualTo(Double.parseDouble(latest));
            }
        }
        assertThat(champions).isGreaterThan(30);
    }

    @Test
    void anEndIsInTheThirtyDaysAfterTheLastPeriodAndWrittenOnlyIfItWasKnown() throws IOException {
        ChurnCompany company = ChurnWorld.standard().company(4);
        company.writeTo(folder);
        Map<String, String> ends = new HashMap<>();
        new ExportFiles(folder)
                .rows("subscription_endings.csv")
                .forEach(row -> ends.put(row.get("subscription_id"), row.get("end_date")));
        int unknown = 0;
        for (ChurnAccount account : company.accounts()) {
            Optional<LocalDate> on = account.left().map(ChurnAccount.Left::on);
            ChurnPeriod last = account.periods().get(account.periods().size() - 1);
            on.ifPresent(day -> assertThat(day)
                    .isBetween(
                            company.world().first(last.number() + 1),
                            company.world().last(last.number() + 1)));
            boolean known = on.isPresent() && on.get().isBefore(company.world().end());
            unknown += on.isPresent() && !known ? 1 : 0;
            String written = ends.get("sub-" + (account.number() + 1));
            assertThat(Optional.ofNullable(written)).isEqualTo(known ? on.map(LocalDate::toString) : Optional.empty());
        }
        assertThat(ends).hasSizeGreaterThan(100);
        assertThat(unknown).isPositive();
    }

    /** Accounts that look the same differ by what nobody sees: those that leave early are the frail ones, so that fewer leave later. */
    @Test
    void frailtyMakesTheChanceToLeaveFallWithAge() {
        ChurnWorld frail = ChurnWorld.uninformative()
                .with(ChurnTruth.nothing().withFrailty(1.5))
                .withAccounts(3_000);
        double[] early = new double[2];
        double[] late = new double[2];
        for (ChurnAccount account : frail.company(2).accounts()) {
            for (ChurnPeriod period : account.periods()) {
                double[] sum = period.count(ChurnDriver.PERIODS) <= 6 ? early : late;
                sum[0] += left(account, period).isPresent() ? 1 : 0;
                sum[1]++;
            }
        }
        assertThat(early[0] / early[1]).isGreaterThan(1.25 * late[0] / late[1]);
    }

    @Test
    void numbersOutOfRangeAreRefusedWithTheNextStep() {
        assertThatThrownBy(() -> ChurnWorld.standard().withAccounts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("0 accounts", "Maybe 400");
        assertThatThrownBy(() -> ChurnWorld.standard().withPeriods(121)).hasMessageContainingAll("121", "Maybe 24");
        assertThatThrownBy(() -> ChurnTruth.standard().withVoluntary(ChurnDriver.LOGINS, Double.NaN))
                .hasMessageContainingAll("LOGINS", "NaN", "Maybe");
        assertThatThrownBy(() -> ChurnTruth.standard().withFrailty(-1)).hasMessageContainingAll("-1.0", "Maybe");
    }

    private static String place(ChurnCompany company, String account, String day) {
        long days = LocalDate.parse(day).toEpochDay() - company.world().start().toEpochDay();
        return account + " " + days / ChurnWorld.DAYS;
    }

    private static void count(
            Map<String, Map<ChurnDriver, Double>> counted, String place, ChurnDriver driver, double by) {
        counted.computeIfAbsent(place, p -> new EnumMap<>(ChurnDriver.class)).merge(driver, by, Double::sum);
    }
}
