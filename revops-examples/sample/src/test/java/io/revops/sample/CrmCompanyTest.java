package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.sample.CrmRep.Reporting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows for the same seed, what sellers write, and the files. How often things happen is in CrmRatesTest. */
class CrmCompanyTest {
    private static final CrmCompany COMPANY = CrmWorld.standard().company(11);

    @TempDir
    private Path folder;

    @Test
    void aSeedGivesTheSameRowsAndAnotherSeedOthers() throws IOException {
        CrmCompany again = CrmWorld.standard().company(11);
        again.writeTo(folder.resolve("a"));
        COMPANY.writeTo(folder.resolve("b"));

        assertThat(again.deals()).isEqualTo(COMPANY.deals());
        assertThat(again.reps()).isEqualTo(COMPANY.reps());
        assertThat(again.quotas()).isEqualTo(COMPANY.quotas());
        assertThat(CrmWorld.standard().company(12).deals()).isNotEqualTo(COMPANY.deals());
        for (String file : List.of("salesforce/Opportunity.csv", "salesforce/OpportunityHistory.csv")) {
            assertThat(Files.mismatch(
                            folder.resolve("a").resolve(file),
                            folder.resolve("b").resolve(file)))
                    .isEqualTo(-1);
        }
    }

    /** If it failed, what a company knows on a day would depend on how long it is told afterwards. */
    @Test
    void twoYearsAreTheBeginningOfThree() {
        CrmWorld two = CrmWorld.standard().during(LocalDate.of(2022, 1, 1), 2);
        Instant end = two.end().atStartOfDay().toInstant(ZoneOffset.UTC);
        List<CrmDeal> cut = COMPANY.deals().stream()
                .filter(deal -> deal.created().isBefore(two.end()))
                .map(deal -> new CrmDeal(
                        deal.number(),
                        deal.account(),
                        deal.market(),
                        deal.ownerId(),
                        deal.created(),
                        deal.agreed(),
                        deal.steps().stream()
                                .filter(step -> step.at().isBefore(end))
                                .toList()))
                .toList();
        assertThat(two.company(11).deals()).isEqualTo(cut);
        assertThat(two.company(11).shocks()).isEqualTo(COMPANY.shocks().subList(0, 24));
    }

    @Test
    void aHistoryIsInOrderWithinTheCompanysTimeAndEndsWhenItIsWon() {
        Instant end = COMPANY.world().end().atStartOfDay().toInstant(ZoneOffset.UTC);
        for (CrmDeal deal : COMPANY.deals()) {
            List<CrmStep> steps = deal.steps();
            assertThat(day(steps.get(0))).isEqualTo(deal.created());
            assertThat(steps.get(0).isOpen()).isTrue();
            for (int i = 0; i < steps.size(); i++) {
                CrmStep step = steps.get(i);
                assertThat(step.at()).isBefore(end);
                assertThat(step.isWon() && i < steps.size() - 1).isFalse();
                if (i > 0) {
                    assertThat(step.at()).isAfter(steps.get(i - 1).at());
                }
                if (!step.isOpen()) {
                    assertThat(step.closeDate()).isEqualTo(day(step));
                }
                if (step.isWon()) {
                    assertThat(step.amount()).isEqualTo(deal.agreed());
                }
            }
        }
    }

    @Test
    void whereNoDateIsLeftNoOpenDealHasOneInThePast() {
        CrmWorld tidy = CrmWorld.standard().with(new CrmCloseDates(60, 0.5, 0.3, 30, 0));
        assertThat(daysInThePast(tidy.company(3))).isZero();
        assertThat(daysInThePast(CrmWorld.standard().company(3))).isPositive();
    }

    /** Deal-days on which an open deal was still expected to close before yesterday's end. */
    private static long daysInThePast(CrmCompany company) {
        long late = 0;
        for (CrmDeal deal : company.deals()) {
            for (int i = 0; i < deal.steps().size(); i++) {
                CrmStep step = deal.steps().get(i);
                LocalDate next = i + 1 < deal.steps().size()
                        ? day(deal.steps().get(i + 1))
                        : company.world().end();
                if (step.isOpen() && next.isAfter(step.closeDate().plusDays(1))) {
                    late += next.toEpochDay() - step.closeDate().toEpochDay() - 1;
                }
            }
        }
        return late;
    }

    @Test
    void sellersReportAsTheyAre() {
        CrmWorld world = CrmWorld.standard().with(CrmTeam.standard().biased(0.25, 0.5));
        CrmCompany company = world.company(5);
        Map<String, Reporting> habits = company.reps().stream().collect(Collectors.toMap(CrmRep::id, CrmRep::reports));
        Map<Reporting, Long> counts = company.reps().stream()
                .filter(rep -> rep.title().equals("Account Executive"))
                .collect(Collectors.groupingBy(CrmRep::reports, Collectors.counting()));
        assertThat(counts)
                .containsOnly(
                        Map.entry(Reporting.TOO_LOW, 3L),
                        Map.entry(Reporting.TOO_HIGH, 6L),
                        Map.entry(Reporting.HONESTLY, 3L));

        for (Reporting habit : Reporting.values()) {
            double[] logs = company.deals().stream()
                    .filter(deal -> habits.get(deal.ownerId()) == habit)
                    .mapToDouble(
                            deal -> StrictMath.log((double) deal.steps().get(0).amount() / deal.agreed()))
                    .toArray();
            double factor = habit == Reporting.HONESTLY ? 1 : habit == Reporting.TOO_LOW ? 0.8 : 1.25;
            // the mean of n logarithms with a deviation of 0.15; whole units move it by less than 0.001
            assertThat(Arrays.stream(logs).average().orElseThrow())
                    .as("%s", habit)
                    .isCloseTo(StrictMath.log(factor), within(4 * 0.15 / StrictMath.sqrt(logs.length) + 0.001));
        }
        for (CrmDeal deal : company.deals()) {
            for (CrmStep step : deal.steps()) {
                assertThat(step.category())
                        .as("%s in %s", habits.get(deal.ownerId()), step.stage())
                        .isEqualTo(category(habits.get(deal.ownerId()), step));
            }
        }
    }

    private static String category(Reporting habit, CrmStep step) {
        List<String> honest = List.of("Pipeline", "Pipeline", "Pipeline", "BestCase", "Commit", "Commit");
        if (!step.isOpen()) {
            return step.isWon() ? "Closed" : "Omitted";
        }
        int stage = List.of("Qualification", "Discovery", "Solution Fit", "Proposal", "Negotiation")
                .indexOf(step.stage());
        int shift = habit == Reporting.TOO_LOW ? -1 : habit == Reporting.TOO_HIGH ? 1 : 0;
        return honest.get(StrictMath.max(0, stage + shift));
    }

    @Test
    void peopleReportUpwardsAndEverySellerHasAQuotaForEachQuarter() {
        Map<String, CrmRep> reps = COMPANY.reps().stream().collect(Collectors.toMap(CrmRep::id, rep -> rep));
        assertThat(reps).hasSize(1 + 3 + 12);
        for (CrmRep rep : COMPANY.reps()) {
            if (rep.managerId() == null) {
                assertThat(rep.title()).isEqualTo("VP Sales");
            } else if (rep.title().equals("Account Executive")) {
                assertThat(reps.get(rep.managerId()).region()).isEqualTo(rep.region());
            }
        }
        assertThat(COMPANY.quotas()).hasSize(12 * 13);
        assertThat(COMPANY.deals())
                .allMatch(deal -> reps.get(deal.ownerId()).title().equals("Account Executive"));
        assertThat(COMPANY.accounts())
                .allMatch(account -> reps.get(account.ownerId()).region().equals(account.region()));
    }

    @Test
    void theFilesHoldTheRows() throws IOException {
        COMPANY.writeTo(folder);
        ExportFiles files = new ExportFiles(folder);
        List<Map<String, String>> deals = files.rows("salesforce/Opportunity.csv");
        List<Map<String, String>> history = files.rows("salesforce/OpportunityHistory.csv");
        assertThat(deals).hasSize(COMPANY.deals().size());
        assertThat(deals.stream().map(row -> row.get("Id"))).doesNotHaveDuplicates();
        assertThat(history)
                .hasSize(COMPANY.deals().stream()
                        .mapToInt(deal -> deal.steps().size())
                        .sum());
        assertThat(history.stream().map(row -> row.get("Id"))).doesNotHaveDuplicates();
        assertThat(files.rows("salesforce/User.csv")).hasSize(16);
        assertThat(files.rows("salesforce/Account.csv"))
                .hasSize(COMPANY.accounts().size());
        assertThat(files.rows("finance/quotas.csv")).hasSize(12 * 13);
        for (int i = 0; i < deals.size(); i++) {
            CrmStep now = COMPANY.deals().get(i).now();
            assertThat(deals.get(i))
                    .containsEntry("StageName", now.stage())
                    .containsEntry("Amount", String.valueOf(now.amount()))
                    .containsEntry("CloseDate", now.closeDate().toString())
                    .containsEntry("IsWon", String.valueOf(now.isWon()));
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        CrmWorld world = CrmWorld.standard();
        assertThatThrownBy(() -> world.during(LocalDate.of(2022, 1, 15), 3)).hasMessageContaining("first of a month");
        assertThatThrownBy(() -> world.during(LocalDate.of(2022, 1, 1), 0)).hasMessageContaining("Maybe 1 to 20");
        assertThatThrownBy(() -> world.with(List.of())).hasMessageContaining("no market");
        assertThatThrownBy(() -> world.withShock(-0.1)).hasMessageContaining("Maybe 0.15");
        assertThatThrownBy(() -> new CrmMarket("New", "SMB", "USD", -1, 0, 0, 1, 0, 0))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> CrmTeam.standard().biased(0.7, 0.7)).hasMessageContaining("add up to 1");
        assertThatThrownBy(() -> new CrmCloseDates(60, 0.5, 0.3, 30, 1)).hasMessageContaining("Maybe 60");
        assertThatThrownBy(() -> new CrmProgress(List.of(), List.of(), List.of(), 0, 0, 0, 0))
                .hasMessageContaining("Maybe 5 of each");
        assertThatThrownBy(() -> new CrmCalendar(List.of(1.0), 0, 0, 1, 0, 1)).hasMessageContaining("Maybe 12");
    }

    private static LocalDate day(CrmStep step) {
        return step.at().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
