package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.revops.book.PeriodRows;
import io.revops.book.RevenueBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A file streamed into columns says what the same file says as a book. */
class PeriodStreamLaws {
    private static final String FULL =
            "subscription_id,customer_id,start_date,end_date,monthly_amount,plan,quantity,currency";

    /** Lines of a sheet: most are plain, and some are what real sheets have. */
    @Provide
    static Arbitrary<String> sheets() {
        Arbitrary<String> header = Arbitraries.frequency(
                Tuple.of(12, FULL),
                Tuple.of(2, "customer_id,note,subscription_id,end_date,start_date,monthly_amount,currency,plan"),
                Tuple.of(1, "subscription_id,customer_id,start_date,end_date,monthly_amount"),
                Tuple.of(1, FULL.replace(',', ';')),
                Tuple.of(1, FULL + ","),
                Tuple.of(1, FULL + ",plan"),
                Tuple.of(1, "subscription_id,customer_id,start_date"),
                Tuple.of(1, "\"" + FULL + "\""),
                Tuple.of(1, "\uFEFF" + FULL),
                Tuple.of(1, ""));
        Arbitrary<String> end = Arbitraries.frequency(
                Tuple.of(30, "\n"), Tuple.of(6, "\r\n"), Tuple.of(2, "\n\n"), Tuple.of(1, "\r"), Tuple.of(1, ""));
        return Combinators.combine(
                        header,
                        Combinators.combine(rows(), end)
                                .as(String::concat)
                                .list()
                                .ofMaxSize(14),
                        Arbitraries.of("\n", "\r\n", "\n\n"))
                .as((first, lines, mark) -> first + mark + String.join("", lines))
                .withoutEdgeCases();
    }

    private static Arbitrary<String> rows() {
        Arbitrary<String> plain = Combinators.combine(
                        Arbitraries.of("s", "s1", "s2", "s-1"),
                        Arbitraries.of("a", "b", "b", "b"),
                        days(),
                        Arbitraries.frequencyOf(Tuple.of(5, days()), Tuple.of(1, Arbitraries.just(""))),
                        Arbitraries.of(
                                "100", "100.00", "0", "-5", "19.99", "1234567.123456", "0.1234567", "1e2", "+3", ".5"),
                        Arbitraries.of("", "pro", "basic"),
                        Arbitraries.of("", "", "1", "5", "5.0", "0", "05"),
                        Arbitraries.of("USD", "USD", "USD", "EUR", "", "usd", "XXY"))
                .as((s, a, from, to, amount, plan, quantity, currency) ->
                        String.join(",", s, a, from, to, amount, plan, quantity, currency));
        Arbitrary<String> odd = Arbitraries.of(
                "",
                ",,,,,,,",
                "  ,,",
                "s,a,2025-01-01,,100",
                "s,a,2025-01-01,,100,pro,1,USD,more",
                "s,a,2025-01-01,,100,pro,1,",
                "s,a,yesterday,,100,pro,1,USD",
                "s,a,2025-02-29,,100,pro,1,USD",
                "s,a,2024-02-29T00:00:00Z,,100,pro,1,USD",
                " s , a ,2025-01-01,2025-02-01, 100 , pro ,1, USD ",
                "\"s\",a,2025-01-01,,100,pro,1,USD",
                "s,\"a, b\",2025-01-01,,100,pro,1,USD",
                "s,a\"b,2025-01-01,,100,pro,1,USD",
                "s\u00E9,a\u00E9\uD83D\uDE00,2025-01-01,2025-03-01,100,pro\u2003,1,USD",
                "s,,2025-01-01,,100,pro,1,USD",
                "s,a,1969-12-31,2200-01-01,100,pro,1,USD",
                "s,a,0001-01-01,9999-12-31,100,pro,1,USD",
                "s,a,2025-01-01,,99999999999999999999,pro,1,USD",
                "s,a,2025-01-01,,1e100000000,pro,1,USD",
                "s\0,a,2025-01-01,,100,pro,1,USD",
                "s" + "x".repeat(500) + ",a,2025-01-01,,100,pro,1,USD",
                "s,a,2025-01-01,,100," + "p".repeat(70_000) + ",1,USD",
                "s,a,2025-01-01,2025-01-01,100,pro,1,USD");
        return Arbitraries.frequencyOf(Tuple.of(7, plain), Tuple.of(2, odd));
    }

    private static Arbitrary<String> days() {
        return Arbitraries.of("2025-01-01", "2025-02-01", "2025-02-28", "2025-03-01", "2025-04-01", "2025-05-31");
    }

    @Provide
    static Arbitrary<PeriodsCsv> readers() {
        return Arbitraries.of(
                PeriodsCsv.in("USD"),
                PeriodsCsv.reader(),
                PeriodsCsv.in("USD").with(BadRows.STRICT),
                PeriodsCsv.in("USD").with(BadRows.collect(2)));
    }

    /** Otherwise a company would have other figures, or other gaps in its data, for reading the same file faster. */
    @Property
    void bothWaysAcceptAndRejectTheSameRows(
            @ForAll("sheets") String sheet, @ForAll("readers") PeriodsCsv reader, @ForAll("breaks") byte[] broken) {
        byte[] bytes = sheet.getBytes(StandardCharsets.UTF_8);
        if (broken.length > 0) {
            byte[] both = new byte[bytes.length + broken.length];
            System.arraycopy(bytes, 0, both, 0, bytes.length);
            System.arraycopy(broken, 0, both, bytes.length, broken.length);
            bytes = both;
        }
        Path file = write(bytes);
        Throwable asBook = catchThrowable(() -> reader.read(file));
        if (asBook != null) {
            assertThat(catchThrowable(() -> reader.stream(file)))
                    .hasSameClassAs(asBook)
                    .hasMessage(asBook.getMessage());
            return;
        }
        Loaded<RevenueBook> book = reader.read(file);
        Loaded<PeriodRows> rows = reader.stream(file);
        assertThat(rows.issues()).isEqualTo(book.issues());
        assertThat(rows.counts()).isEqualTo(book.counts());
        assertThat(rows.value().size()).isEqualTo((int) rows.accepted());
    }

    @Provide
    static Arbitrary<byte[]> breaks() {
        return Arbitraries.frequency(
                Tuple.of(20, new byte[0]),
                Tuple.of(1, new byte[] {'\n', (byte) 0xC3, '('}),
                Tuple.of(1, new byte[] {(byte) 0xFF, (byte) 0xFE, 0}));
    }

    private static Path write(byte[] bytes) {
        try {
            Path folder = Objects.requireNonNull(FOLDER.get());
            return Files.write(folder.resolve("periods.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final ThreadLocal<Path> FOLDER = ThreadLocal.withInitial(() -> {
        try {
            Path folder = Files.createTempDirectory("periods");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    });

    /** So many rows that they are cut and looked up in several blocks; ids are short, long, alike, new and known. */
    @Provide
    static Arbitrary<List<String>> manyRows() {
        Arbitrary<String> id = Combinators.combine(
                        Arbitraries.of(
                                "", "s", "sub_12", "sub_1234", "sub_12345678901234", "sub_0000000000000000000000"),
                        Arbitraries.integers().between(0, 40))
                .as((start, number) -> start + number);
        Arbitrary<String> known = Combinators.combine(
                        id, Arbitraries.integers().between(0, 500), days(), days(), Arbitraries.of("7", "7.50"))
                .as((sub, other, from, to, amount) -> String.join(
                                ",",
                                sub,
                                other == 0 ? "other" : "a" + sub,
                                from,
                                to.compareTo(from) > 0 ? to : "",
                                amount)
                        + ",pro,1,USD");
        return Arbitraries.frequencyOf(Tuple.of(20, known), Tuple.of(1, rows()))
                .filter(row -> row.indexOf('"') < 0)
                .list()
                .ofMinSize(60)
                .ofMaxSize(400)
                .withoutEdgeCases();
    }

    /** Otherwise a warehouse that begins to quote its columns would change a company's figures. */
    @Property(tries = 200)
    void quotesAroundTheColumnsChangeNothing(@ForAll("manyRows") List<String> lines) {
        String text = "\n" + String.join("\n", lines) + "\n";
        PeriodsCsv reader = PeriodsCsv.in("USD");
        Loaded<PeriodRows> plain = reader.stream(write((FULL + text).getBytes(StandardCharsets.UTF_8)));
        String quoted = '"' + FULL.replace(",", "\",\"") + '"';
        Loaded<PeriodRows> general = reader.stream(write((quoted + text).getBytes(StandardCharsets.UTF_8)));

        assertThat(plain.issues()).isEqualTo(general.issues());
        assertThat(plain.counts()).isEqualTo(general.counts());
        assertThat(told(plain.value())).isEqualTo(told(general.value()));
    }

    private static List<String> told(PeriodRows rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> String.join(
                        " ",
                        rows.row(i),
                        rows.subscriptionId(rows.subscription(i)).value(),
                        rows.accountId(rows.account(rows.subscription(i))).value(),
                        LocalDate.ofEpochDay(rows.start(i)).toString(),
                        String.valueOf(rows.end(i)),
                        rows.monthly(i).toString(),
                        rows.plan(rows.kind(i)).toString()))
                .toList();
    }

    /** The buffer's end may fall anywhere in a line. */
    @Property(tries = 10)
    void aLineMayLieAcrossTheEndOfTheBuffer(@ForAll("lengths") List<Integer> lengths) {
        StringBuilder sheet = new StringBuilder(FULL).append('\n');
        for (int i = 0; sheet.length() < 600_000; i++) {
            sheet.append('s').append(i).append(",a").append("x".repeat(lengths.get(i % lengths.size())));
            sheet.append(",2025-01-01,2025-02-01,100,pro,1,USD").append(i % 3 == 0 ? "\r\n" : "\n");
        }
        Path file = write(sheet.toString().getBytes(StandardCharsets.UTF_8));
        Loaded<RevenueBook> book = PeriodsCsv.reader().read(file);
        Loaded<PeriodRows> rows = PeriodsCsv.reader().stream(file);
        assertThat(rows.counts()).isEqualTo(book.counts());
        assertThat(rows.issues()).isEmpty();
        assertThat(rows.value().subscriptions())
                .isEqualTo(book.value().subscriptions().size());
    }

    @Provide
    static Arbitrary<List<Integer>> lengths() {
        return Arbitraries.integers().between(0, 490).list().ofMinSize(1).ofMaxSize(9);
    }
}
