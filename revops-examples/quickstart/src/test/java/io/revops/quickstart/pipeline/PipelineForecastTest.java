package io.revops.quickstart.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.quickstart.Run;
import io.revops.sample.CrmCompany;
import io.revops.sample.CrmWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forecast of a small CRM, on sheets as they come and under names of its own, and what a user meets when it cannot be made. */
class PipelineForecastTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    @TempDir
    Path folder;

    private Run last = new Run(0, "", "");

    private int run(String... args) {
        last = Run.of(PipelineForecast::run, args);
        return last.status();
    }

    private String printed() {
        return last.out();
    }

    /** Two deals a day; half are won, at their product's price, after up to ten weeks. */
    private static String sheet(String header) {
        Random random = new Random(3);
        StringBuilder sheet = new StringBuilder(header).append('\n');
        for (int i = 0; i < 700; i++) {
            LocalDate opened = START.plusDays(i / 2);
            LocalDate closed = opened.plusDays(1 + random.nextInt(70));
            boolean big = random.nextInt(4) == 0;
            boolean won = random.nextBoolean();
            sheet.append("O")
                    .append(i)
                    .append(",Ann,")
                    .append(big ? "Large" : "Small")
                    .append(",Acme,");
            if (closed.isAfter(END)) {
                sheet.append("Engaging,").append(opened).append(",,0\n");
            } else {
                sheet.append(won ? "Won," : "Lost,")
                        .append(opened)
                        .append(',')
                        .append(closed)
                        .append(',');
                sheet.append(won ? big ? 5000 : 1000 : 0).append('\n');
            }
        }
        return sheet.toString();
    }

    @BeforeEach
    void writeTheSheets() throws IOException {
        Files.writeString(
                folder.resolve("pipeline.csv"),
                sheet("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"));
        Files.writeString(folder.resolve("products.csv"), "product,series,sales_price\nLarge,L,5000\nSmall,S,1000\n");
        Files.writeString(folder.resolve("words.csv"), "Table,Field\na,b\n");
    }

    @Test
    void aFolderOfSheetsIsForecastOnOneScreenTheSameEveryTime() {
        String[] args = {
            "--crm",
            folder.toString(),
            "--as-of",
            "2024-11-10",
            "--period",
            "2024-Q4",
            "--quota",
            "200000",
            "--backtest"
        };
        assertThat(run(args)).isZero();
        String first = printed();
        assertThat(first)
                .startsWith("Bookings in 2024-Q4 as of 2024-11-10, in USD, by ")
                .contains("  closed ", "  from open ", "  from new ", "P5", "P95", "quota")
                .contains("Chosen by backtest: WAPE of the ")
                .contains("Left out: the same period last year. It needs what was won from 2023-11-11 on")
                .contains("A deal that states no amount is taken at the list price of its product.")
                .contains("Deals that decide", "Backtest: a forecast of 92 days that began 41 days before")
                .contains("time model", "run rate", "chosen at each origin", "Brier");
        assertThat(run(args)).isZero();
        assertThat(printed()).isEqualTo(first);
        assertThat(last.err()).isEmpty();
    }

    @Test
    void whatCameLaterChangesNothing() throws IOException {
        String[] args = {"--crm", folder.toString(), "--as-of", "2024-09-30", "--period", "30d"};
        assertThat(run(args)).isZero();
        String whole = printed().replaceAll("Data: [^;]*;", "");
        StringBuilder cut = new StringBuilder();
        for (String row : Files.readAllLines(folder.resolve("pipeline.csv"))) {
            String[] cells = row.split(",", -1);
            boolean header = cells[0].equals("opportunity_id");
            if (header || cells[5].compareTo("2024-09-30") <= 0) {
                boolean later = !header && cells[6].compareTo("2024-09-30") > 0;
                cut.append(later ? row.replaceAll("(Won|Lost),([0-9-]*),.*", "Engaging,$2,,0") : row)
                        .append('\n');
            }
        }
        Files.writeString(folder.resolve("pipeline.csv"), cut);
        assertThat(run(args)).isZero();
        assertThat(printed().replaceAll("Data: [^;]*;", "")).isEqualTo(whole);
    }

    @Test
    void anySheetIsReadWithAMappingBesideIt() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.writeString(own.resolve("verkauf.csv"), sheet("Nr,Wer,Produkt,Kunde,Stand,Auf,Zu,Wert"));
        Files.writeString(own.resolve("verkauf.json"), """
                {"schemaVersion": 1, "kind": "opportunities",
                 "columns": {"Nr": "opportunity_id", "Wer": "owner_id", "Stand": "stage", "Auf": "created",
                             "Zu": "close_date", "Wert": "amount"},
                 "unit": "major", "currency": "EUR", "empty": ["0"],
                 "stages": {"Won": "won", "Lost": "lost", "*": "open"}}
                """);
        assertThat(run("--crm", own.toString(), "--as-of", "2024-11-10", "--period", "30d"))
                .isZero();
        assertThat(printed()).startsWith("Bookings in 2024-11-11/2024-12-11 as of 2024-11-10, in EUR");
    }

    /** What had closed was added up by another program: 11 deals, at the rate of the day, 456,358.949. */
    @Test
    void theSampleCompanyIsForecastInOneCurrency() {
        String[] args = {"--crm", sample("salesforce"), "--as-of", "2025-11-05", "--period", "2025-Q4"};
        assertThat(run(args)).isEqualTo(2);
        assertThat(last.err()).contains("in several currencies").contains("Maybe");
        args = new String[] {
            "--crm",
            sample("salesforce"),
            "--rates",
            sample("finance"),
            "--currency",
            "USD",
            "--as-of",
            "2025-11-05",
            "--period",
            "2025-Q4"
        };
        assertThat(run(args)).isZero();
        assertThat(printed())
                .startsWith("Bookings in 2025-Q4 as of 2025-11-05, in USD, by ")
                .containsPattern("closed +456,359\n");
    }

    /** The same deals, told by another CRM or by sheets of one's own words, dates and numbers, are the same forecast, to the last digit. */
    @Test
    void itDoesNotMatterWhichCrmOrSheetTellsOfADeal() throws IOException {
        CrmCompany company =
                CrmWorld.standard().during(LocalDate.of(2023, 1, 1), 2).company(12);
        Path salesforce = folder.resolve("crm");
        company.writeTo(salesforce);
        company.writeHubSpotTo(folder.resolve("hubspot"));
        Path own = Files.createDirectory(folder.resolve("own"));
        OwnSheets.write(company, own);
        String first = printed(salesforce.resolve("salesforce"));
        assertThat(first)
                .startsWith("Bookings in 2024-Q4 as of 2024-11-10, in USD, by ")
                .contains("Probabilities of deals", "commit with yields", "weighted pipeline")
                .contains("  team ", "  category best case ");
        assertThat(printed(folder.resolve("hubspot"))).isEqualTo(first);
        assertThat(printed(own)).isEqualTo(first);
    }

    /** All but how many rows were read. */
    private String printed(Path crm) {
        String[] args = {
            "--crm", crm.toString(), "--as-of", "2024-11-10", "--period", "2024-Q4", "--quota", "2000000", "--backtest"
        };
        assertThat(run(args)).as(last.err()).isZero();
        return printed().replaceAll("Data: [^;]*;", "");
    }

    private static String sample(String folder) {
        Path data = Path.of("..", "sample", "data", folder);
        assertThat(data).isDirectory();
        return data.toString();
    }

    /** Of 700 deals there is no team and no category: nothing is said of them. */
    @Test
    void aBacktestIsCutByWhatIsKnown() {
        String[] args = {
            "--crm",
            folder.toString(),
            "--as-of",
            "2024-11-10",
            "--period",
            "30d",
            "--backtest",
            "--origins",
            "2024-08-01/2024-09-01",
            "--horizons",
            "60d,91d"
        };
        assertThat(run(args)).as(last.err()).isZero();
        assertThat(printed())
                .contains("made in 2024-08")
                .containsPattern("\\n  run rate +[45] ")
                .contains("Deals that were open, by the time model")
                .containsPattern("\\n  all +[45] ")
                .contains("Forecasts of other lengths", "\n  the next 60 days ", "\n  the next 91 days ")
                .doesNotContain("  team ", "  category ");
        assertThat(run("--crm", folder.toString(), "--as-of", "2024-11-10", "--period", "30d", "--horizons", "60"))
                .isEqualTo(2);
        assertThat(last.err()).contains("Maybe 30d,60d,91d");
    }

    @Test
    void aShortHistoryIsRefusedOnTheScreen() {
        assertThat(run("--crm", folder.toString(), "--as-of", "2024-01-20", "--period", "2024-Q1"))
                .isZero();
        assertThat(printed()).startsWith("Bookings in 2024-Q1: no forecast.").contains("Maybe");
    }

    /** A forecast of 0 and an interval of 0 to 0 would be said of amounts that are not known. */
    @Test
    void aCurrencyThatNoAmountCanBeToldInIsRefused() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        StringBuilder deals =
                new StringBuilder("opportunity_id,created,stage,amount,currency,close_date,outcome,owner_id\n");
        for (int i = 0; i < 40; i++) {
            LocalDate opened = START.plusDays(7L * i);
            deals.append("o" + i + "," + opened + ",Closed,100,USD," + opened.plusDays(20) + ",won,r1\n");
        }
        Files.writeString(own.resolve("opportunities.csv"), deals);
        refused("--crm", own.toString(), "--as-of", "2024-11-10", "--period", "30d", "--currency", "EUR");
        assertThat(last.err())
                .startsWith(
                        "No deal has an amount in EUR, and no rate leads there, such as for (o0). Maybe exchange rates"
                                + " with --rates FOLDER");
        assertThat(run("--crm", own.toString(), "--as-of", "2024-11-10", "--period", "30d"))
                .isZero();
        assertThat(printed()).contains(", in USD, by ");
    }

    @Test
    void whatIsWrongIsSaid() {
        refused("--crm", folder.resolve("none").toString(), "--as-of", "2024-01-20", "--period", "30d");
        refused("--crm", folder.toString(), "--as-of", "2024-02-30", "--period", "30d");
        refused("--crm", folder.toString(), "--as-of", "2024-05-01", "--period", "2024-Q1");
        refused("--crm");
        refused("--crm", "--backtest");
        refused("--backtest", "--backtest");
        for (String none : List.of("many", "0", "-5", "1e400")) {
            refused("--crm", folder.toString(), "--as-of", "2024-05-01", "--period", "30d", "--quota", none);
            assertThat(last.err()).contains("(" + none + ")");
        }
        String nowhere = folder.resolve("none").toString();
        refused("--crm", folder.toString(), "--rates", nowhere, "--as-of", "2024-05-01", "--period", "30d");
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--crm FOLDER");
    }

    private void refused(String... args) {
        assertThat(run(args)).isEqualTo(2);
        assertThat(last.err().lines().filter(line -> !line.equals("Maybe see --help.")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Maybe"));
    }
}
