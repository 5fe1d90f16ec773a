package io.revops.quickstart.mrr;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.quickstart.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed of small sheets; every golden file was worked out by hand from its sheet. */
class MrrFromCsvTest {
    private static final String SHEET = Runs.file("sheet.csv").toString();

    @TempDir
    Path folder;

    private static String printed(String... args) {
        Run run = Runs.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run.out();
    }

    @Test
    void everyMonthFromTheFirstStartToTheLastEndHasARow() {
        assertThat(printed("--periods", SHEET, "--policy", "standard", "--format", "csv"))
                .isEqualTo(Runs.golden("standard.csv"));
    }

    @Test
    void theStandardIsThePolicyUnlessOneIsGiven() {
        assertThat(printed("--periods", SHEET, "--format", "csv")).isEqualTo(Runs.golden("standard.csv"));
    }

    @Test
    void spanIsHalfOpenAndItsOpeningHoldsWhatWasBefore() {
        String all = Runs.golden("standard.csv");
        String header = all.substring(0, all.indexOf('\n') + 1);
        String april = all.substring(all.indexOf("2025-04"), all.indexOf("2025-05"));
        assertThat(printed("--periods", SHEET, "--format", "csv", "--from", "2025-04", "--to", "2025-05-01"))
                .isEqualTo(header + april);
        assertThat(printed("--periods", SHEET, "--format", "csv", "--from", "2025-07-01", "--to", "2025-09"))
                .as("months behind the last change")
                .isEqualTo(header + "2025-07,1220.50,0.00,0.00,0.00,0.00,0.00,0.00,1220.50,2,0,0,0\n"
                        + "2025-08,1220.50,0.00,0.00,0.00,0.00,0.00,0.00,1220.50,2,0,0,0\n");
    }

    /** Who comes and goes within a month is seen by presets that count events, and by none that looks at its end. */
    @Test
    void presetsDifferInWhoCameAndWentWithinAMonth() {
        assertThat(printed("--periods", SHEET, "--policy", "stripe", "--format", "json", "--to", "2025-03"))
                .isEqualTo(Runs.golden("stripe.json"));
    }

    @Test
    void twoPresetsAreComparedMonthByMonth() {
        assertThat(printed("--periods", SHEET, "--compare", "stripe", "--format", "csv", "--to", "2025-03"))
                .isEqualTo(Runs.golden("compared.csv"));
        String table = printed("--periods", SHEET, "--compare", "stripe", "--to", "2025-03");
        assertThat(table)
                .contains(
                        "MRR by month in USD, standard: The standard of this library\n",
                        "\nMRR by month in USD, stripe: Stripe Billing\n",
                        "\nDifference in USD, stripe - standard\n",
                        "\nDifference in USD by option, 2025-01 to 2025-02\n",
                        "\nsame period IGNORE -> COUNT_BOTH ",
                        "\nEach amount is what its rule changes, on average over every order");
        assertThat(printed("--periods", SHEET, "--compare", "stripe", "--format", "json"))
                .contains(
                        "{ \"policy\" : \"difference\", \"month\" : \"2025-01\", \"opening\" : 0.00, \"new\" : 10.00");
    }

    @Test
    void theOptionsAddUpToTheDifferenceInEveryMonthAndColumn() {
        List<String> lines = printed("--periods", SHEET, "--compare", "chartmogul", "--format", "csv")
                .lines()
                .toList();
        Map<String, BigDecimal[]> difference = new TreeMap<>();
        Map<String, BigDecimal[]> byOption = new TreeMap<>();
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            if (cells[0].startsWith("difference")) {
                Map<String, BigDecimal[]> sums = cells[0].equals("difference") ? difference : byOption;
                BigDecimal[] sum = sums.computeIfAbsent(
                        cells[1], m -> new BigDecimal[] {ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO});
                for (int i = 0; i < sum.length; i++) {
                    sum[i] = sum[i].add(new BigDecimal(cells[i + 2])).stripTrailingZeros();
                }
                assertThat(cells[10].isEmpty()).isEqualTo(!cells[0].equals("difference"));
            }
        }
        assertThat(byOption.keySet()).isEqualTo(difference.keySet()).isNotEmpty();
        difference.forEach((month, amounts) -> assertThat(byOption.get(month)).isEqualTo(amounts));
    }

    @Test
    void segmentsAreComparedWithoutOptions() {
        assertThat(printed("--periods", SHEET, "--compare", "stripe", "--by", "plan", "--format", "csv"))
                .contains("\ndifference,")
                .doesNotContain("difference by");
    }

    @Test
    void tableIsAlignedAndHasEverySegmentOfAColumn() {
        assertThat(printed("--periods", SHEET, "--by", "country", "--from", "2025-04", "--to", "2025-05"))
                .isEqualTo(Runs.golden("by-country.txt"));
    }

    @Test
    void whatChangesItsPlanGoesOutOfOneSegmentIntoAnother() {
        assertThat(printed(
                        "--periods", SHEET, "--by", "plan", "--from", "2025-04", "--to", "2025-05", "--format", "csv"))
                .isEqualTo(Runs.golden("by-plan.csv"));
    }

    @Test
    void segmentWithACommaIsQuotedInCsvAndNotInJson() {
        assertThat(printed("--periods", SHEET, "--by", "country", "--format", "csv"))
                .contains("\n2025-03,\"US, east\",0.00,70.00,");
        assertThat(printed("--periods", SHEET, "--by", "country", "--format", "json"))
                .contains("\"segment\" : \"US, east\"");
    }

    /** A customer that moves takes its revenue along from the row on that says so, though no price changes. */
    @Test
    void columnIsReadFromTheRowThatRuns() throws IOException {
        Path sheet = Files.writeString(folder.resolve("moved.csv"), """
            subscription_id,customer_id,start_date,end_date,monthly_amount,country,currency
            s1,acme,2025-01-01,2025-02-01,10,DE,EUR
            s1,acme,2025-02-01,,10,FR,EUR
            """);
        assertThat(printed("--periods", sheet.toString(), "--by", "country", "--format", "csv"))
                .contains(
                        "2025-01,DE,0.00,10.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,10.00,1,1,0,0\n"
                                + "2025-01,FR,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0,0,0,0\n",
                        "2025-02,DE,10.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,-10.00,0.00,0,0,0,0\n"
                                + "2025-02,FR,0.00,0.00,0.00,0.00,0.00,0.00,0.00,10.00,0.00,10.00,1,0,0,0\n");
    }

    /** The columns of the playbook's own seed: no currency, and integers for ids. Its changes are on the first of months. */
    @ParameterizedTest
    @ValueSource(strings = {"dbt-playbook", "standard"})
    void sheetOfTheDbtPlaybookIsReadAsItIs(String preset) {
        String sheet = Runs.file("playbook-sheet.csv").toString();
        assertThat(printed("--periods", sheet, "--policy", preset, "--format", "csv"))
                .isEqualTo(Runs.golden("playbook.csv"));
        assertThat(printed("--periods", sheet, "--policy", preset))
                .startsWith("MRR by month in no currency, " + preset);
        assertThat(printed("--periods", sheet, "--policy", preset, "--currency", "usd", "--format", "csv"))
                .contains("2019-07,130.00,0.00,0.00,0.00,0.00,-100.00,0.00,30.00,1,0,0,1\n");
    }

    /** 100 EUR at 1.1 is 1320 USD a year; at 1.0000001, 1200.00012 is 100.00001 a month; a third has none. */
    @Test
    void currenciesAreAddedAtTheRatesOfAFile() throws IOException {
        Path rates = Files.writeString(folder.resolve("rates.csv"), """
            date,base,quote,rate
            2025-01-01,EUR,USD,1.1
            2025-02-01,EUR,USD,1.0000001
            2025-03-01,EUR,USD,1.00000000083333
            """);
        Path sheet = Files.writeString(folder.resolve("two.csv"), """
            subscription_id,customer_id,start_date,end_date,monthly_amount,currency
            s1,acme,2025-01-01,,100,EUR
            s2,bolt,2025-03-01,,5,USD
            """);
        String printed = printed(
                "--periods", sheet.toString(), "--currency", "USD", "--rates", rates.toString(), "--format", "csv");
        assertThat(printed)
                .contains(
                        "2025-01,0.00,110.00,0.00,0.00,0.00,0.00,0.00,110.00,1,1,0,0\n",
                        "2025-02,110.00,0.00,0.00,0.00,0.00,0.00,-9.99999,100.00001,1,0,0,0\n",
                        "2025-03,100.00001,5.00,0.00,0.00,0.00,0.00,-0.0000099167,105.0000000833,2,1,0,0\n");
    }

    @Test
    void rowsThatAreLeftOutAreToldBesideTheFigures() throws IOException {
        Path sheet = Files.writeString(folder.resolve("bad.csv"), Runs.golden("sheet.csv") + """
            s5,dune,2025-03-01,2025-06-01,70,team,"US, east",USD
            s5,dune,2025-05-31,2025-09-01,75,team,US,USD
            s5,dune,2025-05-30,2025-09-01,75,team,US,USD
            s6,echo,2025-02-30,,20,team,US,USD
            """);
        Run run = Runs.of("--periods", sheet.toString(), "--format", "csv");
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(Runs.golden("standard.csv"));
        assertThat(run.err().split("\n", -1))
                .hasSize(4)
                .satisfies(lines -> assertThat(lines[0])
                        .isEqualTo("bad.csv: 6 accepted + 3 rejected + 1 duplicates = 10 rows read"))
                .satisfies(lines -> assertThat(lines[1]).startsWith("  BAD_VALUE: ERROR bad.csv:11, start_date: "))
                .satisfies(lines ->
                        assertThat(lines[2]).startsWith("  OVERLAP, 2 times, first: ERROR bad.csv:9, start_date: "));
    }

    /** Where i has a dot above, a comma stands for the point, and digits may be others. */
    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "de-CH"})
    void figuresAreTheSameInEveryCountry(String country) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(country));
            everyMonthFromTheFirstStartToTheLastEndHasARow();
            presetsDifferInWhoCameAndWentWithinAMonth();
            tableIsAlignedAndHasEverySegmentOfAColumn();
            sheetOfTheDbtPlaybookIsReadAsItIs("dbt-playbook");
            assertThat(Runs.of("--periods", SHEET, "--policy", "STRIPI").err()).contains("Maybe stripe;");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void helpNamesEveryPreset() {
        assertThat(printed("--help")).contains("--periods FILE", "[standard, chartmogul, stripe,", "dbt-playbook");
    }
}
