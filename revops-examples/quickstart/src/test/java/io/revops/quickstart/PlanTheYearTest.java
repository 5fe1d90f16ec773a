package io.revops.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.json.CapacityJson;
import io.revops.forecast.json.PlanJson;
import io.revops.forecast.plan.HiringPlan;
import io.revops.forecast.plan.Plan;
import io.revops.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of the sample company's next year, and what a user meets when there is none. */
class PlanTheYearTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return PlanTheYear.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
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
        out.reset();
        assertThat(run("--target", "2000000", "--out", folder.toString())).isZero();
        assertThat(printed()).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("plan.html"))).isEqualTo(page);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThat(run("--target")).isEqualTo(2);
        assertThat(run("--target", "much")).isEqualTo(2);
        assertThat(run("--strip", "x")).isEqualTo(2);
        assertThat(run("--stripe", "/no/such/folder")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "The argument --target has no value", "There is no number in (much)", "no argument (--strip)");
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--target AMOUNT");
    }

    @Test
    void companyWithoutQuotasIsToldWhatIsMissing() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("accounts.csv"), "account_id\nacme\n");
        assertThat(run("--native", own.toString(), "--to", "2026-01-01", "--currency", "USD"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("No rep has a quota that lies in 2025. Maybe load quotas.csv");
    }
}
