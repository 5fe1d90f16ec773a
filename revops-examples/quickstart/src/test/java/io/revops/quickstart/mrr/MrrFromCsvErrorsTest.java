package io.revops.quickstart.mrr;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.quickstart.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user meets when it goes wrong: status 2, nothing printed, and at most two lines that end in what to do. */
class MrrFromCsvErrorsTest {
    private static final String SHEET = Runs.file("sheet.csv").toString();
    private static final String HEADER = "subscription_id,customer_id,start_date,end_date,monthly_amount,currency\n";

    @TempDir
    Path folder;

    private static String refused(String... args) {
        Run run = Runs.of(args);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).endsWith("\n").contains("Maybe ").doesNotContain("\tat ");
        assertThat(run.err().lines().count()).as(run.err()).isLessThanOrEqualTo(2);
        return run.err();
    }

    private String sheet(String text) throws IOException {
        return Files.writeString(folder.resolve("periods.csv"), text).toString();
    }

    @Test
    void wrongPresetIsToldWithTheNearest() {
        assertThat(refused("--periods", SHEET, "--policy", "strip"))
                .startsWith("There is no preset (strip). Maybe stripe; it is one of [standard, chartmogul, ");
        assertThat(refused("--periods", SHEET, "--compare", "dbt_playbok"))
                .startsWith("There is no preset (dbt_playbok). Maybe dbt-playbook; ");
        assertThat(refused("--periods", SHEET, "--policy", "zzzzzzzzz"))
                .startsWith("There is no preset (zzzzzzzzz). Maybe one of [standard, ");
    }

    @Test
    void wrongColumnIsToldWithTheNearest() {
        assertThat(refused("--periods", SHEET, "--by", "contry"))
                .contains("has no column (contry). Maybe country; it is one of [subscription_id, customer_id, ");
    }

    @Test
    void sheetWithoutANeededColumnIsNotRead() throws IOException {
        assertThat(refused(
                        "--periods", sheet("subscription_id,customer,start_date,end_date,monthly_amount\n1,2,3,4,5\n")))
                .contains("has no column customer_id. Maybe rename customer; it has [subscription_id, customer, ");
        assertThat(refused("--periods", sheet("a,b\n1,2\n")))
                .contains("has no column subscription_id. Maybe another file; it has [a, b]");
    }

    @Test
    void columnThatIsThereTwiceIsTold() throws IOException {
        assertThat(refused("--periods", sheet("currency," + HEADER + "USD,1,1,2025-01-01,,5,USD\n")))
                .contains("The header names the column twice.");
    }

    @ParameterizedTest
    @CsvSource({
        "--from, 2025-13,      There is no month in --from (2025-13)",
        "--from, yesterday,    There is no month in --from (yesterday)",
        "--to,   2025-02-30,   There is no month in --to (2025-02-30)",
        "--to,   +99999-01-01, There is no month in --to (+99999-01-01)",
        "--to,   2025-03-15,   --to (2025-03-15) is not the first day of a month. Maybe 2025-03-01 or 2025-04-01.",
        "--to,   2024-01,      The first month (2025-01-01) is not before the end (2024-01-01)",
        "--from, 2030-01,      The first month (2030-01-01) is not before the end (2025-07-01)",
    })
    void wrongDateIsTold(String name, String date, String text) {
        assertThat(refused("--periods", SHEET, name, date)).startsWith(text);
    }

    @Test
    void endThatStandsForNoneAsksForASpan() throws IOException {
        String sheet = sheet(HEADER + "s1,acme,2025-01-01,9999-12-31,5,USD\n");
        assertThat(refused("--periods", sheet)).contains("runs from 2025-01-01 to 9999-12-31", "Maybe give --to;");
        assertThat(Runs.of("--periods", sheet, "--to", "2025-03", "--format", "csv")
                        .out())
                .contains("2025-02,5.00,0.00,");
    }

    @Test
    void wrongArgumentsAreTold() {
        assertThat(refused()).startsWith("There is no sheet to read. Maybe --periods FILE; see --help.");
        assertThat(refused("--polcy", "stripe"))
                .startsWith("There is no argument (--polcy). Maybe --policy; it is one of");
        assertThat(refused("--periods")).startsWith("The argument --periods has no value.");
        assertThat(refused("--periods", "--by", "plan")).startsWith("The argument --periods has no value.");
        assertThat(refused("--by", "plan", "--by", "plan")).startsWith("The argument --by is there twice.");
        assertThat(refused("--periods", SHEET, "--format", "jsn"))
                .startsWith("There is no format (jsn). Maybe json; it is one of [table, csv, json].");
        assertThat(refused("--periods", SHEET, "--currency", "DOLLAR")).startsWith("There is no currency (DOLLAR).");
    }

    @Test
    void missingFileIsTold() {
        assertThat(refused("--periods", folder.resolve("none.csv").toString())).contains("There is no file (");
        assertThat(refused("--periods", folder.toString())).contains("is a folder. Maybe a file in it.");
        assertThat(refused(
                        "--periods",
                        SHEET,
                        "--rates",
                        folder.resolve("none.csv").toString()))
                .contains("There is no file of exchange rates (");
    }

    @Test
    void sheetWithNothingInItIsTold() throws IOException {
        assertThat(refused("--periods", sheet(""))).contains(" is empty. Maybe the export failed;");
        assertThat(refused("--periods", sheet("\n\n"))).contains(" is empty. Maybe the export failed;");
        assertThat(refused("--periods", sheet(HEADER))).contains("has a header and no rows.");
        assertThat(refused("--periods", sheet(HEADER + "s1,acme,soon,,5,USD\n")))
                .contains("Nothing could be read, for 1 reason. The first: ERROR periods.csv:2, start_date:");
    }

    @Test
    void whatIsNoTextIsTold() throws IOException {
        Path file = Files.write(folder.resolve("periods.csv"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        assertThat(refused("--periods", file.toString())).contains("The file is not text, but a spreadsheet");
        Files.write(file, (HEADER + "s1,caf\u00e9,2025-01-01,,5,USD\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused("--periods", file.toString())).contains("not UTF-8 text");
    }

    /** Half a company is no company: figures of the rows before would look right. */
    @Test
    void sheetThatCannotBeReadToItsEndHasNoFigures() throws IOException {
        Path file = folder.resolve("periods.csv");
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            rows.append('s').append(i).append(",acme,2025-01-01,,5,USD\n");
        }
        rows.append("s,caf\u00e9,2025-01-01,,5,USD\n");
        Files.write(file, rows.toString().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused("--periods", file.toString()))
                .contains("cannot be read to its end. The file is not UTF-8 text.");
    }

    @Test
    void currenciesAreNotAddedWithoutRates() throws IOException {
        String sheet = sheet(HEADER + "s1,acme,2025-01-01,,5,USD\ns2,bolt,2025-02-01,,5,EUR\n");
        assertThat(refused("--periods", sheet))
                .startsWith("The rows are in [EUR, USD], and amounts of different currencies");
        assertThat(refused("--periods", sheet, "--currency", "USD"))
                .startsWith("There are rows in [EUR], and no exchange rates to USD. Maybe --rates FILE");
        Path rates = Files.writeString(folder.resolve("rates.csv"), "date,base,quote,rate\n2025-03-01,EUR,USD,1.1\n");
        for (String by : new String[] {"currency", "customer_id"}) {
            assertThat(refused("--periods", sheet, "--currency", "USD", "--rates", rates.toString(), "--by", by))
                    .startsWith("There is no exchange rate from EUR to USD on or before 2025-02-28.");
        }
        assertThat(refused("--periods", sheet, "--currency", "USD", "--rates", rates.toString()))
                .startsWith("There is no exchange rate from EUR to USD on or before 2025-02-28.");
    }

    @Test
    void amountBeyondReasonIsTold() throws IOException {
        assertThat(refused("--periods", sheet(HEADER + "s1,acme,2025-01-01,,5000000000000000,USD\n")))
                .startsWith("An account is worth more than nine trillion a year");
    }
}
