package io.revops.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.json.CapacityJson;
import io.revops.forecast.json.PlanJson;
import io.revops.forecast.plan.HiringPlan;
import io.revops.forecast.plan.Plan;
import io.revops.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of the sample company's next year, and what a user meets when there is none. */
class PlanTheYearTest {
    @TempDir
    Path folder;

    private Run last = new Run(0, "", "");

    private int run(String... args) {
        last = Run.of(PlanTheYear::run, args);
        return last.status();
    }

    private String printed() {
        return last.out();
    }

    @Test
    void yearOfTheSampleIsPlannedTheSameEveryTime() throws IOException {
        assertThat(run("--target", "2000000", "--out", folder.toString())).isZero();
        String first = printed();
        assertThat(first)
                .startsWith(
                        "Plan 2026: target USD 2,000,000, given out USD 2,400,000 (20 % over)\nBefore: 3 of 11 at quota")
                .contains(
                        "Farid Mivolin",
                        "Capacity: ",
                        " hires: ",
                        "Pipeline: ",
                        "Chance: Target USD 2,000,000: chance ")
                .contains("What does not fit:");
        assertThat(first.lines().count()).isLessThan(60);
        List<BigDecimal> reps = first.lines()
                .filter(l -> l.startsWith("    ") && l.endsWith(" %"))
                .map(l -> l.replaceFirst("^ +\\D+ ([\\d,]+\\.\\d\\d) .*", "$1").replace(",", ""))
                .map(BigDecimal::new)
                .toList();
        assertThat(reps).hasSize(11);
        assertThat(reps.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("2400000");
        String page = Files.readString(folder.resolve("plan.html"));
        assertThat(page).contains("<svg", "From target to quotas").doesNotContain("<script");
        Plan plan = PlanJson.plan(Files.readString(folder.resolve("plan.json")));
        assertThat(plan.target()).isEqualTo(Money.of(2_000_000, "USD"));
        assertThat(plan.assigned()).isEqualTo(Money.of(2_400_000, "USD"));
        assertThat(plan.leaves()).hasSize(11);
        HiringPlan hiring = CapacityJson.hiring(Files.readString(folder.resolve("hiring.json")));
        assertThat(first).contains("Capacity: " + hiring);
        assertThat(CapacityJson.capacity(Files.readString(folder.resolve("capacity.json")))
                        .months())
                .isEqualTo(hiring.staffed().capacity().months());
        assertThat(run("--target", "2000000", "--out", folder.toString())).isZero();
        assertThat(printed()).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("plan.html"))).isEqualTo(page);
    }

    @Test
    void whatIsWrongIsSaid() {
        refused("The argument --target has no value", "--target");
        refused("There is no number in (much)", "--target", "much");
        refused("no argument (--strip). Maybe one of [--stripe, ", "--strip", "x");
        refused(", --target, --from, --to, --out].", "--strip", "x");
        refused("There is no such file or folder", "--stripe", "/no/such/folder");
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--target AMOUNT");
    }

    @Test
    void companyWithoutQuotasIsToldWhatIsMissing() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("accounts.csv"), "account_id\nacme\n");
        String[] args = {"--native", own.toString(), "--to", "2026-01-01", "--currency", "USD"};
        refused("No rep has a quota that lies in 2025. Maybe load quotas.csv", args);
        assertThat(last.err()).doesNotContain("error was found");
        Files.writeString(own.resolve("quotas.csv"), "quota_id,rep\nq1,r1\n");
        refused("in the exports, and what is wrong was left out. The first: ERROR quotas.csv:1", args);
    }

    /** A share of nothing, and of nothing sold, is none; what to do about it is said to somebody who writes no code. */
    @Test
    void yearInWhichNothingWasPlannedOrSoldIsNoneToPlanBy() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("reps.csv"), "rep_id,name\nr1,Ana\n");
        String[] args = {"--native", own.toString(), "--to", "2025-01-01", "--out", folder.toString()};
        quotas(own, "0");
        deal(own, "won", "USD");
        refused("Ana has no quota in 2024, so nothing is a share of it. Maybe a quota above 0", args);
        quotas(own, "1000");
        deal(own, "lost", "USD");
        refused("Nothing of new business or expansion was won in 2024", args);
        deal(own, "won", "EUR");
        refused("in [EUR, USD], and amounts of different currencies are not added. Maybe set a reporting", args);
        deal(own, "won", "USD");
        assertThat(run(args)).isZero();
        assertThat(printed()).startsWith("Plan 2025: target USD 10,000").doesNotContain("NaN");
    }

    private static void quotas(Path own, String amount) throws IOException {
        StringBuilder quotas = new StringBuilder("quota_id,rep_id,start_date,end_date,amount,currency\n");
        for (LocalDate from = LocalDate.of(2024, 1, 1); from.getYear() < 2025; from = from.plusMonths(3)) {
            LocalDate to = from.plusMonths(3);
            quotas.append("q" + from + ",r1," + from + "," + to + "," + amount + ",USD\n");
        }
        Files.writeString(own.resolve("quotas.csv"), quotas);
    }

    private static void deal(Path own, String outcome, String currency) throws IOException {
        Files.writeString(
                own.resolve("opportunities.csv"),
                "opportunity_id,created,type,stage,amount,currency,close_date,outcome,owner_id\n"
                        + "o1,2024-01-05,new,Closed,500," + currency + ",2024-02-05," + outcome + ",r1\n");
    }

    private void refused(String why, String... args) {
        assertThat(run(args)).isEqualTo(2);
        assertThat(last.err())
                .contains(why, "Maybe ")
                .endsWith("Maybe see --help.\n")
                .doesNotContain("\tat ");
    }
}
