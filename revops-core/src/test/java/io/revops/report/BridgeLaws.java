package io.revops.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.recurring.Bridge;
import io.revops.metric.recurring.PrintedShares;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** A reader adds up what is printed; if it did not come out even, no figure of the report would be believed. */
class BridgeLaws {
    private static final Currency USD = Currency.getInstance("USD");

    /** Who pays how much a year, from one day of the half-year to a later one. */
    record Plan(int account, long cents, int firstDay, int days) {}

    @Property
    void sharesAddUpToThePrintedTotalAndStayWithinAUnitOfTheExact(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = -5_000_000_000L, max = 5_000_000_000L) Long> micros,
            @ForAll @IntRange(max = 3) int digits) {
        List<RunRate> exact =
                micros.stream().map(m -> RunRate.ofMicrosPerYear(m, USD)).toList();
        RunRate sum = exact.stream().reduce(RunRate.zero(USD), RunRate::plus);
        BigDecimal target = Bridge.monthly(sum, digits);
        List<BigDecimal> printed = PrintedShares.of(exact, target, digits);
        assertThat(printed.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(target);
        for (int i = 0; i < printed.size(); i++) {
            BigDecimal perMonth =
                    exact.get(i).perMonth(12, RoundingMode.HALF_EVEN).amount();
            assertThat(printed.get(i).subtract(perMonth).abs())
                    .isLessThan(BigDecimal.ONE.movePointLeft(digits).add(new BigDecimal("0.000001")));
            assertThat(printed.get(i).scale()).isEqualTo(digits);
            if (exact.get(i).isZero()) {
                assertThat(printed.get(i)).isZero();
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void everyRowAndEveryColumnOfTheBridgeAddsUpAsPrinted(@ForAll("plans") List<Plan> plans) {
        Section bridge = BridgeSection.of(view(plans));
        List<List<BigDecimal>> rows = numbers(bridge.tables().get(0));
        List<BigDecimal> total = rows.get(rows.size() - 1);
        for (List<BigDecimal> row : rows) {
            BigDecimal closing = row.get(row.size() - 1);
            assertThat(sum(row.subList(0, row.size() - 1))).isEqualByComparingTo(closing);
        }
        for (int month = 1; month < rows.size() - 1; month++) {
            assertThat(rows.get(month).get(0))
                    .isEqualTo(rows.get(month - 1).get(rows.get(month - 1).size() - 1));
        }
        for (int column = 1; column < total.size() - 1; column++) {
            int at = column;
            List<BigDecimal> months = rows.subList(0, rows.size() - 1).stream()
                    .map(r -> r.get(at))
                    .toList();
            assertThat(sum(months)).isEqualByComparingTo(total.get(column));
        }
        assertThat(total.get(0)).isEqualTo(rows.get(0).get(0));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void accountsOfTheBridgeAddUp(@ForAll("plans") List<Plan> plans) {
        for (List<BigDecimal> row :
                numbers(BridgeSection.of(view(plans)).tables().get(1))) {
            assertThat(sum(row.subList(0, 4))).isEqualByComparingTo(row.get(4));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void segmentsAddUpToTheTotalAsPrinted(@ForAll("plans") List<Plan> plans) {
        for (Table segments : SegmentsSection.of(view(plans)).tables()) {
            List<BigDecimal> printed = segments.rows().stream()
                    .map(row -> number(row.get(1).printed().replace("USD ", "")))
                    .toList();
            assertThat(sum(printed.subList(0, printed.size() - 1)))
                    .as(segments.id())
                    .isEqualByComparingTo(printed.get(printed.size() - 1));
        }
    }

    @Provide
    Arbitrary<List<Plan>> plans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.longs().between(1, 10_000_000),
                        Arbitraries.integers().between(-60, 150),
                        Arbitraries.integers().between(1, 200))
                .as(Plan::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static RevenueView view(List<Plan> plans) {
        RevenueBook.Builder book = RevenueBook.builder();
        for (int account = 0; account < 5; account++) {
            book.add(SmallBook.account("a" + account, "Account " + account, account % 2 == 0 ? "Retail" : "Media"));
        }
        book.add(
                Product.builder("p0").name("Base").build(),
                Product.builder("p1").name("Extra").build());
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            LocalDate first = LocalDate.of(2025, 1, 1).plusDays(plan.firstDay());
            String yearly = BigDecimal.valueOf(plan.cents(), 2).toPlainString();
            book.add(Subscription.builder("s" + i, "a" + plan.account())
                    .items(SmallBook.item("i" + i, first.toString(), SmallBook.yearly(yearly, "USD")).toBuilder()
                            .product(new ProductId("p" + i % 2))
                            .build())
                    .endings(SmallBook.end("e" + i, first.plusDays(plan.days()).toString()))
                    .build());
        }
        return RevenueView.of(book.build(), RevenuePolicy.standard(), Span.parse("2025-01-01/2025-07-01"));
    }

    private static List<List<BigDecimal>> numbers(Table table) {
        return table.rows().stream()
                .map(row -> row.subList(1, row.size()).stream()
                        .map(cell -> number(cell.printed()))
                        .toList())
                .toList();
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace(",", ""));
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
