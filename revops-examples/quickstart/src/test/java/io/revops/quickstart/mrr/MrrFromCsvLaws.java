package io.revops.quickstart.mrr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.RevenueBook;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MovementTable;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.ReportingCurrency;
import io.revops.load.PeriodsCsv;
import io.revops.quickstart.Run;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed adds up, and is what the library says. */
class MrrFromCsvLaws {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final String HEADER =
            "subscription_id,customer_id,start_date,end_date,monthly_amount,plan,currency,country\n";

    /** Rows of three customers and six subscriptions: they overlap, repeat and return. */
    private static Arbitrary<String> row(Arbitrary<String> currencies) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(1, 200).injectNull(0.3),
                        Arbitraries.integers().between(0, 30_000),
                        Arbitraries.of("basic", "team", ""),
                        currencies,
                        Arbitraries.of("DE", "FR", "\"a, b\"", ""))
                .as((sub, start, days, cents, plan, currency, country) -> {
                    LocalDate from = FIRST.plusDays(start % 3 == 0 ? start : start - start % 30);
                    return "s" + sub + ",c" + sub / 2 + "," + from + "," + (days == null ? "" : from.plusDays(days))
                            + "," + BigDecimal.valueOf(cents, 2) + "," + plan + "," + currency + "," + country + "\n";
                });
    }

    @Provide
    Arbitrary<List<String>> sheets() {
        return row(Arbitraries.just("USD")).list().ofMinSize(1).ofMaxSize(15);
    }

    @Provide
    Arbitrary<List<String>> mixedSheets() {
        return row(Arbitraries.of("USD", "EUR", "JPY")).list().ofMinSize(1).ofMaxSize(15);
    }

    @Provide
    Arbitrary<PolicyPreset> presets() {
        return Arbitraries.of(PolicyPreset.all());
    }

    /** If it failed, the figures of the program would be other than those of the library, or the stream's than the book's. */
    @Property(tries = 150)
    void csvIsTheLibrarysTableOfABook(@ForAll("sheets") List<String> rows, @ForAll("presets") PolicyPreset preset)
            throws IOException {
        Path file = write(rows);
        List<Map<String, String>> printed = run(file, preset, List.of());
        RevenueBook book = PeriodsCsv.reader().read(file).value();
        MovementTable table = MrrLedger.of(book, preset.policy().with(ReportingCurrency.of("USD")))
                .table(span(printed), Cadence.MONTH);
        assertThat(printed).hasSameSizeAs(table.rows());
        for (int i = 0; i < printed.size(); i++) {
            Map<String, String> line = printed.get(i);
            MovementTable.Row row = table.rows().get(i);
            assertThat(exact(line, "opening").multiply(BigDecimal.valueOf(12)))
                    .isEqualByComparingTo(row.opening().perYear().amount());
            assertThat(exact(line, "closing").multiply(BigDecimal.valueOf(12)))
                    .isEqualByComparingTo(row.closing().perYear().amount());
            for (MovementKind kind : MovementKind.values()) {
                if (line.containsKey(kind.name().toLowerCase(java.util.Locale.ROOT))) {
                    assertThat(exact(line, kind.name().toLowerCase(java.util.Locale.ROOT))
                                    .multiply(BigDecimal.valueOf(12)))
                            .isEqualByComparingTo(row.amount(kind).perYear().amount());
                }
            }
            assertThat(row.amount(MovementKind.MERGE_IN).isZero()).isTrue();
            assertThat(line)
                    .containsEntry("active", String.valueOf(row.active()))
                    .containsEntry("new_accounts", String.valueOf(row.count(MovementKind.NEW)))
                    .containsEntry("reactivated_accounts", String.valueOf(row.count(MovementKind.REACTIVATION)))
                    .containsEntry("churned_accounts", String.valueOf(row.count(MovementKind.CHURN)));
        }
        ties(printed, "");
        Files.delete(file);
    }

    /** If it failed, a spreadsheet that adds a row up would find a difference, in a currency whose rates have no exact twelfth. */
    @Property(tries = 60)
    void rowsAddUpAsPrintedWhateverTheRates(
            @ForAll("mixedSheets") List<String> rows,
            @ForAll("presets") PolicyPreset preset,
            @ForAll("presets") PolicyPreset other)
            throws IOException {
        Path rates = Files.createTempFile("rates", ".csv");
        rates.toFile().deleteOnExit();
        StringBuilder text = new StringBuilder("date,base,quote,rate\n");
        for (int month = -1; month < 20; month++) {
            LocalDate day = FIRST.plusMonths(month);
            text.append(day).append(",EUR,USD,").append("1.0").append(7 + month).append("37\n");
            text.append(day).append(",USD,JPY,").append(149 + month).append(".7\n");
        }
        Files.writeString(rates, text);
        Path file = write(rows);
        List<String> more = List.of("--currency", "USD", "--rates", rates.toString(), "--compare", other.id());
        List<Map<String, String>> all = run(file, preset, more);
        List<Map<String, String>> printed = all.stream()
                .filter(line -> !line.get("policy").startsWith("difference by"))
                .toList();
        int months = printed.size() / 3;
        ties(printed.subList(0, months), "");
        ties(printed.subList(months, 2 * months), "");
        ties(printed.subList(2 * months, 3 * months), "");
        for (int i = 0; i < months; i++) {
            for (String amount : Figures.amounts(Figures.Columns.WHOLE)) {
                assertThat(exact(printed.get(months + i), amount).subtract(exact(printed.get(i), amount)))
                        .isEqualByComparingTo(exact(printed.get(2 * months + i), amount));
                String month = printed.get(i).get("month");
                BigDecimal byOption = all.stream()
                        .filter(line -> line.get("policy").startsWith("difference by")
                                && line.get("month").equals(month))
                        .map(line -> exact(line, amount))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                // a unit of the last digit may be rounding alone, of which no option is the cause
                assertThat(byOption)
                        .isCloseTo(
                                exact(printed.get(2 * months + i), amount),
                                within(BigDecimal.ONE.movePointLeft(Figures.DIGITS)));
            }
        }
        Files.delete(rates);
        Files.delete(file);
    }

    /** If it failed, the segments of a company would be more or less than the company. */
    @Property(tries = 150)
    void segmentsAddUpToTheWhole(@ForAll("sheets") List<String> rows, @ForAll("presets") PolicyPreset preset)
            throws IOException {
        for (String by : List.of("plan", "country", "customer_id", "monthly_amount")) {
            Path file = write(rows);
            List<Map<String, String>> whole = run(file, preset, List.of());
            List<Map<String, String>> cut = run(file, preset, List.of("--by", by));
            Files.delete(file);
            Map<String, List<Map<String, String>>> segments = new LinkedHashMap<>();
            cut.forEach(line -> segments.computeIfAbsent(line.get("segment"), s -> new ArrayList<>())
                    .add(line));
            segments.forEach((segment, lines) -> ties(lines, segment));
            for (Map<String, String> line : whole) {
                List<Map<String, String>> month = cut.stream()
                        .filter(c -> c.get("month").equals(line.get("month")))
                        .toList();
                assertThat(month).hasSize(segments.size());
                for (String amount : List.of("opening", "closing", "fx")) {
                    assertThat(month.stream().map(c -> exact(c, amount)).reduce(BigDecimal.ZERO, BigDecimal::add))
                            .as(by + " " + line)
                            .isEqualByComparingTo(exact(line, amount));
                }
            }
        }
    }

    private static Path write(List<String> rows) throws IOException {
        Path file = Files.createTempFile("periods", ".csv");
        file.toFile().deleteOnExit();
        return Files.writeString(file, HEADER + String.join("", rows));
    }

    private static List<Map<String, String>> run(Path file, PolicyPreset preset, List<String> more) {
        List<String> args =
                new ArrayList<>(List.of("--periods", file.toString(), "--policy", preset.id(), "--format", "csv"));
        args.addAll(more);
        Run run = Runs.of(args.toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        List<String> header = List.of(lines.get(0).split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.replace("\"a, b\"", "a; b").split(",", -1);
                    Map<String, String> named = new LinkedHashMap<>();
                    Arrays.stream(cells).forEach(cell -> named.put(header.get(named.size()), cell));
                    return named;
                })
                .toList();
    }

    private static BigDecimal exact(Map<String, String> line, String column) {
        return new BigDecimal(line.get(column));
    }

    private static Span span(List<Map<String, String>> lines) {
        return Span.of(
                LocalDate.parse(lines.get(0).get("month") + "-01"),
                LocalDate.parse(lines.get(lines.size() - 1).get("month") + "-01")
                        .plusMonths(1));
    }

    /** Months follow each other, each from where the one before closed, and add up to the last digit. */
    private static void ties(List<Map<String, String>> lines, String what) {
        BigDecimal before = null;
        LocalDate month = null;
        for (Map<String, String> line : lines) {
            LocalDate first = LocalDate.parse(line.get("month") + "-01");
            assertThat(first).isEqualTo(month == null ? first : month);
            month = first.plusMonths(1);
            BigDecimal closing = exact(line, "closing");
            BigDecimal sum = BigDecimal.ZERO;
            for (String column : line.keySet()) {
                if (Figures.amounts(Figures.Columns.BY_SEGMENT).contains(column) && !column.equals("closing")) {
                    assertThat(exact(line, column).scale()).isBetween(2, Figures.DIGITS);
                    sum = sum.add(exact(line, column));
                }
            }
            assertThat(sum).as(what).isEqualByComparingTo(closing);
            assertThat(exact(line, "opening"))
                    .as(what)
                    .isEqualByComparingTo(before == null ? exact(line, "opening") : before);
            before = closing;
        }
    }
}
