package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Account;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.salesforce.SalesforceExport;
import io.revops.load.stripe.StripeExport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody exports but somebody may upload: it is refused or read, within a small heap and soon. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class HostileInputTest {
    private static final Mapping SHEET = Mapping.shipped("subscriptions");

    @TempDir
    Path folder;

    private Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every reader of one file. */
    private Map<String, Function<byte[], Loaded<?>>> readers() {
        return Map.of(
                "accounts.csv",
                        bytes -> NativeForm.read(file("accounts.csv", bytes).getParent()),
                "book.json", bytes -> NativeForm.read(file("book.json", bytes)),
                "periods.csv", bytes -> PeriodsCsv.in("USD").read(file("periods.csv", bytes)),
                "links.csv", bytes -> LinksFile.read(file("links.csv", bytes)),
                "sheet.csv", bytes -> MappedSheet.read(file("sheet.csv", bytes), SHEET),
                "objects.json", bytes -> StripeExport.read(file("objects.json", bytes)),
                "events.jsonl", bytes -> StripeExport.read(file("events.jsonl", bytes)),
                "Account.csv",
                        bytes ->
                                SalesforceExport.read(file("Account.csv", bytes).getParent()));
    }

    private void eachSurvives(byte[] bytes) {
        readers().forEach((name, reader) -> {
            Loaded<?> loaded = reader.apply(bytes);
            assertThat(loaded.accepted() + loaded.rejected() + loaded.duplicates())
                    .as(name)
                    .isEqualTo(loaded.read());
            assertThat(loaded.accepted()).as(name).isZero();
            assertThat(loaded.issues())
                    .as(name)
                    .allSatisfy(i -> assertThat(i.reason()).contains("Maybe"));
            // A line of brackets is a header, if no column has to be there.
            assertThat(loaded.issues().isEmpty() && !name.equals("Account.csv"))
                    .as(name)
                    .isFalse();
            try {
                Files.delete(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aFileThatIsNoTextIsRefused() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        eachSurvives(noise);
        eachSurvives(new byte[100_000]);
        eachSurvives(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        eachSurvives(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 'a', 0, 0, 0});
        eachSurvives(new byte[0]);
        eachSurvives(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    }

    @Test
    void fiveThousandBracketsAreRefused() {
        eachSurvives("[".repeat(5000).getBytes(StandardCharsets.UTF_8));
        eachSurvives("{\"a\":".repeat(5000).getBytes(StandardCharsets.UTF_8));
        eachSurvives(("[" + "{\"object\":\"customer\",\"id\":".repeat(5000)).getBytes(StandardCharsets.UTF_8));
        Loaded<RevenueBook> inARow = NativeForm.read(
                file("b.json", "{\"schemaVersion\": 1, \"accounts\": [{\"account_id\": " + "[".repeat(5000)));
        assertThat(inARow.issues())
                .singleElement()
                .satisfies(i -> assertThat(i.code()).isEqualTo(IssueCode.BROKEN_ROW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e100000000", "1E-100000000", "-1e2000000", "9999999999999999999999999999999999999999", "1e39"})
    void anAmountBeyondAllMoneyIsRefusedBeforeAnyArithmetic(String amount) throws IOException {
        String quota = "quota_id,start_date,end_date,amount,currency\nq,2025-01-01,2025-04-01," + amount + ",USD\n";
        Path native_ = Files.createDirectories(folder.resolve("native"));
        Files.writeString(native_.resolve("quotas.csv"), quota);
        List<Loaded<?>> all = List.of(
                NativeForm.read(native_),
                NativeForm.read(file(
                        "number.json",
                        "{\"schemaVersion\": 1, \"quotas\": [{\"quota_id\": \"q\", \"start_date\": \"2025-01-01\", \"end_date\":"
                                + " \"2025-04-01\", \"currency\": \"USD\", \"amount\": " + amount + "}]}")),
                PeriodsCsv.in("USD")
                        .read(file(
                                "p.csv",
                                "subscription_id,customer_id,start_date,end_date,monthly_amount\ns,c,2025-01-01,,"
                                        + amount + "\n")),
                MappedSheet.read(
                        file("s.csv", "Subscription,Customer,Start,End,MRR\ns,c,2025-01-01,," + amount + "\n"), SHEET),
                NativeForm.reader()
                        .read(
                                "quotas",
                                RowSource.of(
                                        "q",
                                        List.of("quota_id", "start_date", "end_date", "amount", "currency"),
                                        List.of(List.of(
                                                "q",
                                                "2025-01-01",
                                                "2025-04-01",
                                                new java.math.BigDecimal(amount),
                                                "USD")))));
        assertThat(all).allSatisfy(loaded -> {
            assertThat(loaded.rejected()).isOne();
            assertThat(loaded.accepted()).isZero();
            assertThat(loaded.issues())
                    .filteredOn(i -> i.severity() == Severity.ERROR)
                    .singleElement()
                    .satisfies(i -> assertThat(i.reason()).contains("Maybe"));
        });

        Loaded<RevenueBook> stripe = StripeExport.read(file(
                "stripe.json",
                "[{\"id\":\"price_1\",\"object\":\"price\",\"product\":\"p\",\"currency\":\"usd\",\"unit_amount_decimal\":"
                        + amount
                        + ",\"recurring\":{\"interval\":\"month\",\"interval_count\":1}},{\"id\":\"c\",\"object\":\"customer\",\"created\":"
                        + amount + "}]"));
        assertThat(stripe.rejected()).isPositive();
        Path crm = Files.createDirectories(folder.resolve("crm"));
        Files.writeString(
                crm.resolve("Opportunity.csv"),
                "Id,StageName,CloseDate,CreatedDate,Amount,CurrencyIsoCode\n1,Won,2025-03-31,2025-01-02," + amount
                        + ",USD\n");
        assertThat(SalesforceExport.read(crm).rejected()).isOne();
    }

    @Test
    void anExponentOfElevenDigitsBreaksItsLineOrTheRestOfItsDocument() {
        String customer = "{\"id\":\"c\",\"object\":\"customer\",\"created\":1735689600}";
        String bad = "{\"id\":\"d\",\"object\":\"customer\",\"created\":1e99735689600}";

        assertThat(StripeExport.read(
                                file("lines.jsonl", customer + "\n" + bad + "\n" + customer.replace("\"c\"", "\"e\"")))
                        .accepted())
                .isEqualTo(2);
        Loaded<RevenueBook> document = StripeExport.read(file("all.json", "[" + customer + "," + bad + "]"));
        assertThat(document.accepted()).isOne();
        assertThat(document.rejected()).isOne();
        assertThat(StripeExport.read(file("one.json", bad + "\n" + bad)).accepted())
                .isZero();
    }

    @Test
    void aTruncatedFileIsReadUpToWhereItEnds() {
        String whole = "{\"schemaVersion\": 1, \"accounts\": [{\"account_id\": \"a\"}, {\"account_id\": \"b\"}]}";
        for (int length = 0; length < whole.length(); length++) {
            Loaded<RevenueBook> loaded = NativeForm.read(file("book.json", whole.substring(0, length)));
            assertThat(loaded.issues()).as(whole.substring(0, length)).isNotEmpty();
            assertThat(loaded.accepted()).isLessThanOrEqualTo(2);
        }
        String csv = "account_id,name\na,\"x\ny\"\nb,z\n";
        for (int length = 0; length <= csv.length(); length++) {
            file("accounts.csv", csv.substring(0, length));
            file("book.json", "{}");
            Loaded<RevenueBook> loaded = NativeForm.read(folder);
            assertThat(loaded.accepted() + loaded.rejected()).isEqualTo(loaded.read());
        }
    }

    @Test
    void controlCharactersAreTextAndAreNotShownRaw() throws IOException {
        Path accounts = Files.createDirectories(folder.resolve("native"));
        Files.writeString(
                accounts.resolve("accounts.csv"),
                "account_id,name,employees\na,\u0001\u0007\u001b[31mred,\u001b[2J\nb,\u0000\u001b,2\n");

        Loaded<RevenueBook> loaded = NativeForm.read(accounts);

        assertThat(loaded.accepted()).isOne();
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.value().all(Account.class).get(0).name()).contains("\u0000\u001b");
        assertThat(loaded.toString()).doesNotContain("\u001b").contains("employees");
    }

    @Test
    void issuesAreCappedAndCounted() throws IOException {
        StringBuilder rows = new StringBuilder("account_id,employees\n");
        for (int i = 0; i < 5000; i++) {
            rows.append("a,x\n");
        }
        Path accounts = Files.createDirectories(folder.resolve("native"));
        Files.writeString(accounts.resolve("accounts.csv"), rows);

        Loaded<RevenueBook> loaded = NativeForm.read(accounts);

        assertThat(loaded.rejected()).isEqualTo(5000);
        assertThat(loaded.issues()).hasSize(1001);
        assertThat(loaded.issues().get(1000).reason()).startsWith("4000 more issues");
    }

    @Test
    void aFormulaIsWrittenAsTextAndReadBackWithoutALoss() throws IOException {
        List<String> formulas =
                List.of("=cmd|' /C calc'!A0", "+1-555", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1", "=1\n=2", "  =1");
        RevenueBook.Builder book = RevenueBook.builder();
        for (String formula : formulas) {
            book.add(Account.builder("id" + formulas.indexOf(formula))
                    .name(formula)
                    .attribute("=x", formula)
                    .build());
        }
        Path written = folder.resolve("written");
        NativeForm.writeCsv(book.build(), written);

        Loaded<RevenueBook> again = NativeForm.read(written);
        assertThat(again.issues()).isEmpty();
        assertThat(again.value().all(Account.class))
                .extracting(a -> a.name().orElseThrow())
                .containsExactlyElementsOf(formulas);
        CsvTable.of(written.resolve("accounts.csv"), "test").read(new LoadLog(BadRows.STRICT), List.of(), row -> {
            assertThat(row.columns()).allSatisfy(c -> {
                assertThat(c).doesNotMatch("(?s)[=+@\t\r-].*");
                assertThat(row.raw(c).orElse("")).doesNotMatch("(?s)[=+@\t\r-].*");
            });
            return LoadLog.Verdict.ACCEPTED;
        });
        NativeForm.writeCsv(
                RevenueBook.builder()
                        .add(new io.revops.money.ExchangeRate(
                                java.time.LocalDate.of(2025, 1, 1),
                                io.revops.money.Money.currency("EUR"),
                                io.revops.money.Money.currency("USD"),
                                new java.math.BigDecimal("1.04")))
                        .build(),
                folder.resolve("rates"));
        assertThat(folder.resolve("rates/exchange_rates.csv")).content().contains(",1.04");
    }

    private List<String> inASmallHeap(String reader, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileRun.class.getName(),
                        reader,
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream out = process.getInputStream()) {
            List<String> lines = new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
            return lines;
        }
    }

    private Path large(String name, String start, String repeated, long times, String end) throws IOException {
        byte[] block = repeated.repeat(1000).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long i = 0; i < times / 1000; i++) {
                out.write(block);
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void tenMillionShortRowsFitIntoASmallHeap() throws IOException, InterruptedException {
        large("accounts.csv", "account_id\n", "x\n", 10_000_000, "");

        assertThat(inASmallHeap("native", folder))
                .first()
                .isEqualTo("1 accepted, 0 rejected, 9999999 duplicates, 0 issues");
    }

    @Test
    void aMillionBadRowsFitIntoASmallHeap() throws IOException, InterruptedException {
        Path periods = large(
                "p.csv",
                "subscription_id,customer_id,start_date,end_date,monthly_amount\n",
                "s,c,never,,1\n",
                1_000_000,
                "");

        assertThat(inASmallHeap("periods", periods))
                .contains("0 accepted, 1000000 rejected, 0 duplicates, 1001 issues")
                .last()
                .asString()
                .startsWith("999000 more issues");
        Path sheet = large("s.csv", "Subscription,Customer,Start,MRR\n", "s,c,never,1\n", 100_000, "");
        assertThat(inASmallHeap("mapped", sheet)).contains("0 accepted, 100000 rejected, 0 duplicates, 1001 issues");
    }

    @Test
    void aHugeCellARowOfManyCellsAndAHugeHeaderFitIntoASmallHeap() throws IOException, InterruptedException {
        Path cell = large("cell.csv", "billing_account_id,crm_account_id\n\"", "xxxxxxxxxx", 20_000_000, "\",y\n");
        assertThat(inASmallHeap("links", cell)).anySatisfy(l -> assertThat(l).contains("more than 1000000 characters"));
        Path unquoted = large("raw.csv", "billing_account_id,crm_account_id\n", "xxxxxxxxxx", 20_000_000, ",y\n");
        assertThat(inASmallHeap("links", unquoted))
                .anySatisfy(l -> assertThat(l).contains("more than 1000000 characters"));
        Path cells = large("cells.csv", "billing_account_id,crm_account_id\na,b", ",,,,,,,,,c", 20_000_000, "\na,b\n");
        assertThat(inASmallHeap("links", cells)).contains("1 accepted, 1 rejected, 0 duplicates, 1 issues");
        Path header = large("header.csv", "", "a,", 20_000_000, "\na,b\n");
        assertThat(inASmallHeap("links", header)).contains("0 accepted, 0 rejected, 0 duplicates, 1 issues");
    }

    @Test
    void aHugeTextInADocumentFitsIntoASmallHeap() throws IOException, InterruptedException {
        Path text = large(
                "text.json",
                "{\"schemaVersion\": 1, \"accounts\": [{\"account_id\": \"",
                "xxxxxxxxxx",
                20_000_000,
                "\"}]}");
        assertThat(inASmallHeap("native", text))
                .anySatisfy(l -> assertThat(l).contains("more than 1000000 characters"));
        Path keys = large(
                "keys.json", "{\"schemaVersion\": 1, \"accounts\": [{\"a\": 1", ",\"a\":\"b\"", 10_000_000, "}]}");
        assertThat(inASmallHeap("native", keys)).contains("0 accepted, 1 rejected, 0 duplicates, 2 issues");
        Path array = large("array.json", "{\"schemaVersion\": 1, \"accounts\": [{\"a\": [1", ",1", 10_000_000, "]}]}");
        assertThat(inASmallHeap("native", array)).contains("0 accepted, 1 rejected, 0 duplicates, 2 issues");
        Path number = file(
                "number.json", "{\"schemaVersion\": 1, \"accounts\": [{\"account_id\": " + "1".repeat(100_000) + "}]}");
        assertThat(inASmallHeap("native", number)).contains("0 accepted, 1 rejected, 0 duplicates, 1 issues");
    }

    @Test
    void anObjectBeyondAllMeasureIsOneBrokenRowWithinASmallHeap() throws IOException, InterruptedException {
        String customer = "{\"object\":\"customer\",\"id\":\"cus_1\",\"created\":1735689600";
        for (String part : List.of(",{}", ",[]", ",\"" + "x".repeat(900) + "\"", ",1234567")) {
            long times = 80_000_000 / part.length() / 1000 * 1000;
            Path array = large(
                    "array.json",
                    "[" + customer + "},\n" + customer + ",\"a\":[0",
                    part,
                    times,
                    "]},\n" + customer.replace("cus_1", "cus_2") + "}]\n");
            assertThat(inASmallHeap("stripe", array))
                    .as(part)
                    .contains("2 accepted, 1 rejected, 0 duplicates, 1 issues")
                    .anySatisfy(l -> assertThat(l).contains("array.json:2").contains("more than 16777216 bytes"));
        }
        Path list = large(
                "array.json", "{\"object\":\"list\",\"data\":[" + customer + "}],\"more\":[0", ",1", 20_000_000, "]}");
        assertThat(inASmallHeap("stripe", list)).contains("1 accepted, 1 rejected, 0 duplicates, 1 issues");
    }

    @Test
    void whatCannotBeOpenedIsNoBadData() {
        assertThatThrownBy(() -> MappedSheet.read(folder.resolve("none.csv"), SHEET))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Maybe check the path");
    }
}
