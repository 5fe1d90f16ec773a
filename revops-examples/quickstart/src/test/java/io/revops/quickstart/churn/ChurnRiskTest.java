package io.revops.quickstart.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.quickstart.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChurnRiskTest {
    private static final String DAY = "2025-06-30";
    private static final String FEW =
            "usage_30d,usage_ratio_90d,tickets_opened_90d,nps_answer_365d,failed_payments_90d,tenure";

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Run sample;

    private static Run run(String... args) {
        return Run.of(ChurnRisk::run, args);
    }

    /** The lines from one that begins so to the next empty one. */
    private static List<String> table(Run run, String title) {
        return run.out()
                .lines()
                .dropWhile(line -> !line.startsWith(title))
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    @BeforeAll
    static void askTheSample() {
        sample = run("--as-of", DAY, "--from", "2024-01-01", "--features", FEW, "--out", shared.toString());
    }

    @Test
    void theSampleCompanyIsToldFromWhatWasLearntToWhetherItStillHolds() throws IOException {
        assertThat(sample.err())
                .startsWith("8 errors were found in the exports, ")
                .hasLineCount(1);
        assertThat(sample.status()).isZero();
        assertThat(sample.out())
                .startsWith("Churn risk, 2025-06-30\n")
                .containsSubsequence(
                        "What was learnt from",
                        "Who may leave",
                        "Revenue at risk",
                        "How right the scores are",
                        "How long accounts stay",
                        "Health of customers",
                        "Is the model still right",
                        "Written to ")
                .doesNotContain("NaN");
        assertThat(Files.readString(shared.resolve("churn-risk.html")))
                .contains("Who may leave", "Still there, by segment", "<svg")
                .doesNotContain("NaN");
    }

    /** The planted relation is found: on days that were not learnt from the model ranks better than chance and than the rate of all. */
    @Test
    void onLaterDaysTheModelBeatsTheRateOfAll() {
        List<String> methods = table(sample, "Methods on unseen rows");
        assertThat(measure(methods, "logistic", 0)).isGreaterThan(0.7);
        assertThat(measure(methods, "logistic", 2)).isLessThan(measure(methods, "base rate", 2));
        assertThat(methods).anyMatch(line -> line.strip().startsWith("health scorecard"));
        assertThat(table(sample, "By rolling origin")).hasSizeGreaterThan(3);
    }

    /** AUC, average precision, log-loss: the decimals of the row of a method. */
    private static double measure(List<String> table, String method, int place) {
        String row = table.stream()
                .filter(line -> line.strip().startsWith(method))
                .findFirst()
                .orElseThrow();
        Matcher decimals = Pattern.compile("\\d+\\.\\d+").matcher(row);
        for (int i = 0; i < place; i++) {
            assertThat(decimals.find()).isTrue();
        }
        assertThat(decimals.find()).isTrue();
        return Double.parseDouble(decimals.group());
    }

    @Test
    void lossesOfTheCausesAddUpToTheWhole() {
        List<String> causes = table(sample, "Expected loss within 3 months");
        double sum = loss(causes, "involuntary") + loss(causes, "voluntary");
        assertThat(sum).isCloseTo(loss(causes, "all"), within(0.011));
    }

    private static double loss(List<String> table, String cause) {
        String row = table.stream()
                .filter(line -> line.strip().startsWith(cause + " "))
                .findFirst()
                .orElseThrow();
        Matcher amount = Pattern.compile("[\\d,]+\\.\\d\\d").matcher(row);
        assertThat(amount.find()).isTrue();
        return Double.parseDouble(amount.group().replace(",", ""));
    }

    @Test
    void reasonsAreWordsAndTheListIsInOrder() {
        List<String> list = table(sample, "The highest risks within 90 days");
        List<Double> shares = list.stream()
                .map(Pattern.compile("  (\\d+\\.\\d) %  (?:high|medium|low) ")::matcher)
                .filter(Matcher::find)
                .map(m -> Double.parseDouble(m.group(1)))
                .toList();
        assertThat(shares).hasSize(15).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(String.join(" ", list)).contains("uses in the last 30 days", "not what caused it");
    }

    /** If what came later changed a score, the tables of how right it was before would be worth nothing. */
    @Test
    void whatTheExportsSayOfLaterDaysChangesNothing() throws IOException {
        Path success = sampleData().resolve("success");
        for (String name :
                List.of("usage_events", "tickets", "ticket_statuses", "survey_answers", "payments", "contacts")) {
            List<String> known = new ArrayList<>();
            for (String line : Files.readAllLines(success.resolve(name + ".csv"))) {
                Matcher days = Pattern.compile("\\d{4}-\\d\\d-\\d\\d").matcher(line);
                boolean isLater = days.find() && days.group().compareTo(DAY) > 0;
                boolean leavesLater = days.find() && days.group().compareTo(DAY) > 0;
                if (!isLater) {
                    known.add(leavesLater ? line.substring(0, line.lastIndexOf(',') + 1) : line);
                }
            }
            Files.write(folder.resolve(name + ".csv"), known);
        }
        Run cut = run(
                "--as-of",
                DAY,
                "--from",
                "2024-01-01",
                "--features",
                FEW,
                "--success",
                folder.toString(),
                "--out",
                shared.toString());
        assertThat(cut.out()).contains("Who may leave").isEqualTo(sample.out());
    }

    private static Path sampleData() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("revops-examples/sample/data"))) {
            at = at.getParent();
        }
        return at.resolve("revops-examples/sample/data");
    }

    @Test
    void aCompanyThatIsTooSmallGetsNoModelAndIsToldWhy() throws IOException {
        write("accounts.csv", "account_id,segment", "a,SMB", "b,SMB", "c,SMB");
        write(
                "subscriptions.csv",
                "subscription_id,account_id,start_date",
                "s1,a,2025-01-01",
                "s2,b,2025-01-01",
                "s3,c,2025-02-01");
        write(
                "subscription_items.csv",
                "subscription_id,effective,quantity,unit_amount,currency,billing_interval",
                "s1,2025-01-01,5,20,USD,month",
                "s2,2025-01-01,5,20,USD,month",
                "s3,2025-02-01,5,20,USD,month");
        write("subscription_endings.csv", "subscription_id,end_date,cause", "s2,2025-09-10,voluntary");
        Run run = run(
                "--native",
                folder.toString(),
                "--as-of",
                "2025-12-31",
                "--from",
                "2025-01-01",
                "--out",
                folder.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        String told = run.out().substring(0, run.out().indexOf("\nHow long accounts stay"));
        assertThat(told).isEqualTo(golden("too-small.txt"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(ChurnRiskTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    @Test
    void whatIsWrongIsSaidWithANextStep() {
        refused("There is no argument (--horzon)", "--horzon", "30");
        refused("There is no number of days in --horizon (soon). Maybe 90.", "--horizon", "soon");
        refused("There is no feature (moon)", "--features", "moon");
        refused(
                "There is nothing to learn from between --from (2021-01-01) and --as-of (2020-01-31)",
                "--as-of",
                "2020-01-31",
                "--from",
                "2021-01-01");
        assertThat(run("--help").out()).contains("--success FOLDER", "--horizon DAYS");
    }

    private static void refused(String why, String... args) {
        Run run = run(args);
        assertThat(run.status()).as(why).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(why, "Maybe");
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(folder.resolve(file), List.of(lines));
    }
}
