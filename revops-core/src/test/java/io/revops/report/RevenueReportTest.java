package io.revops.report;

import static io.revops.report.SmallBook.printed;
import static io.revops.report.SmallBook.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Cancellation;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.Ending;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.json.ReportJson;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.UndefinedCode;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RevenueReportTest {
    private static final List<String> IDS = List.of(
            "summary",
            "bridge",
            "retention",
            "cohorts",
            "customers",
            "segments",
            "pipeline",
            "bookings",
            "issues",
            "policy");

    private final Report report = RevenueReport.of(SmallBook.view());

    @Test
    void theSummaryComesFirstAndThePolicyLast() {
        assertThat(report.sections()).extracting(Section::id).containsExactlyElementsOf(IDS);
        assertThat(report.title()).isEqualTo("Revenue report");
        assertThat(report.span()).isEqualTo(SmallBook.SPAN);
        assertThat(report)
                .hasToString("Revenue report, 2025-Q1: Summary, MRR bridge, Retention, Cohorts, Customers, Segments, "
                        + "Pipeline, Bookings, Data issues, Policy");
    }

    @Test
    void aSectionIsFoundByItsId() {
        assertThat(report.section("pipeline")).map(Section::title).contains("Pipeline");
        assertThat(report.section("weather")).isEmpty();
    }

    @Test
    void anotherSectionIsAddedAtTheEndOfACopy() {
        Section own = new Section("own", "Our own", List.of("Words."), List.of(), List.of());
        Report more = report.with(own);
        assertThat(more.sections()).hasSize(11).last().isEqualTo(own);
        assertThat(more.text()).endsWith("Our own\n-------\nWords.\n");
        assertThat(report.sections()).hasSize(10);
    }

    @Test
    void theSummaryIsOneScreen() {
        assertThat(report.text()).startsWith(report.summary());
        assertThat(report.summary().lines().count()).isLessThanOrEqualTo(40);
        assertThat(report.summary()).contains("Summary").doesNotContain("MRR bridge");
        assertThat(new Report("Empty", SmallBook.SPAN, List.of()).summary())
                .isEqualTo("Empty, 2025-Q1\n==============\n");
    }

    @Test
    void tableIdsAndColumnKeysAreUnique() {
        for (Section section : report.sections()) {
            assertThat(section.tables()).extracting(Table::id).doesNotHaveDuplicates();
            section.tables()
                    .forEach(
                            t -> assertThat(t.columns()).extracting(Column::key).doesNotHaveDuplicates());
        }
    }

    @Test
    void ofAnEmptyBookEveryFigureButTheCountsIsUndefinedAndSaysWhy() {
        Report empty = RevenueReport.of(RevenueView.of(RevenueBook.empty(), RevenuePolicy.standard(), SmallBook.SPAN));
        assertThat(empty.sections()).extracting(Section::id).containsExactlyElementsOf(IDS);
        assertThat(undefined(empty, "summary"))
                .containsOnly(UndefinedCode.NO_CURRENCY, UndefinedCode.OPENING_ZERO, UndefinedCode.NO_BOOK);
        assertThat(printed(table(empty, "summary", "figures")))
                .filteredOn(row -> !row.endsWith("undefined | undefined"))
                .containsExactly("Active customers | 0 | 0", "Lost customers | 0 | 0");
        assertThat(undefined(empty, "retention")).containsOnly(UndefinedCode.NO_CURRENCY, UndefinedCode.OPENING_ZERO);
        for (String id : List.of("bridge", "cohorts", "customers", "segments", "pipeline", "bookings")) {
            Section section = empty.section(id).orElseThrow();
            assertThat(section.tables()).as(id).isEmpty();
            assertThat(section.text()).as(id).singleElement().asString().contains(". Maybe ");
        }
    }

    @Test
    void aReportingCurrencyMakesZerosOfNothing() {
        RevenuePolicy dollars = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        Report empty = RevenueReport.of(RevenueView.of(RevenueBook.empty(), dollars, SmallBook.SPAN));
        assertThat(printed(table(empty, "summary", "figures")).get(1)).isEqualTo("MRR | USD 0.00 | USD 0.00");
        assertThat(printed(table(empty, "bridge", "mrr"))).last().asString().startsWith("total | 0.00 | 0.00");
        assertThat(undefined(empty, "retention")).containsOnly(UndefinedCode.OPENING_ZERO);
    }

    @Test
    void currenciesWithoutRatesAreNeverAdded() {
        RevenueView view = RevenueView.of(mixed(), RevenuePolicy.standard(), SmallBook.SPAN);
        Report mixed = RevenueReport.of(view);
        assertThat(undefined(mixed, "summary").get(0)).isEqualTo(UndefinedCode.MIXED_CURRENCY);
        for (String id : List.of("bridge", "customers", "segments")) {
            Section section = mixed.section(id).orElseThrow();
            assertThat(section.tables()).as(id).isEmpty();
            assertThat(section.text())
                    .as(id)
                    .singleElement()
                    .asString()
                    .contains("[EUR, USD]")
                    .contains("Maybe set a reporting currency");
        }
        assertThat(mixed.text()).contains("undefined");
    }

    @Test
    void aReportingCurrencyWithoutItsRateNamesTheRate() {
        RevenuePolicy dollars = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));
        RevenueBook book = mixed().toBuilder()
                .add(ExchangeRate.of(LocalDate.of(2024, 1, 1), "GBP", "USD", "1.25"))
                .build();
        Report report = RevenueReport.of(RevenueView.of(book, dollars, SmallBook.SPAN));
        assertThat(undefined(report, "summary").get(0)).isEqualTo(UndefinedCode.MISSING_RATE);
        assertThat(report.section("bridge").orElseThrow().text())
                .singleElement()
                .asString()
                .contains("from EUR to USD");
    }

    @Test
    void aLedgerWithoutABookStillReportsWhatRecurs() {
        MrrLedger ledger = MrrLedger.of(SmallBook.builder().build(), RevenuePolicy.standard());
        Report report = RevenueReport.of(RevenueView.of(ledger, SmallBook.SPAN));
        assertThat(printed(table(report, "bridge", "mrr"))).last().asString().startsWith("total | 266.67 | 80.00");
        assertThat(undefined(report, "summary")).containsOnly(UndefinedCode.NO_BOOK);
    }

    @Test
    void aSpanWithoutADayHasNoMonths() {
        LocalDate day = LocalDate.of(2025, 2, 1);
        Report none = RevenueReport.of(SmallBook.view().during(Span.of(day, day)));
        assertThat(printed(table(none, "bridge", "mrr")))
                .singleElement()
                .asString()
                .startsWith("total | ");
        assertThat(none.text()).contains("(none)");
        assertThat(ReportJson.text(none)).isNotEmpty();
    }

    /** Otherwise a year of which nothing is known would look like one in which nobody left. */
    @Test
    void aSpanOfWhichNothingIsKnownSaysSo() {
        RevenueView view = SmallBook.view();
        assertThat(RevenueReport.of(view.during(Span.year(2035)))
                        .section("summary")
                        .orElseThrow()
                        .text())
                .hasSize(2)
                .last()
                .isEqualTo(
                        "Nothing in the data is of 2035 or later, the last is of 2025-03-10: these figures say what is so if nothing"
                                + " changes from then on.");
        for (Span known : List.of(SmallBook.SPAN, SmallBook.SPAN.previous(), Span.parse("2025-03-10/2025-05-20"))) {
            assertThat(RevenueReport.of(view.during(known))
                            .section("summary")
                            .orElseThrow()
                            .text())
                    .as("%s", known)
                    .hasSize(1);
        }
    }

    /** An end that is agreed upon, of a plan, a trial or a discount, is something that is known. */
    @Test
    void whatIsAgreedUponAheadIsKnown() {
        Moment year = Moment.of(2025, 1, 1);
        Moment ahead = Moment.of(2035, 6, 1);
        Discount.Builder off =
                Discount.builder("d", year, DiscountDuration.REPEATING).percent(BigDecimal.TEN);
        UnaryOperator<Subscription.Builder> asItIs = UnaryOperator.identity();
        assertThat(textOf2035(asItIs)).hasSize(2);
        assertThat(textOf2035(s -> s.endings(Ending.builder("e", ahead).build())))
                .hasSize(1);
        assertThat(textOf2035(s ->
                        s.cancellations(Cancellation.builder("c", year, ahead).build())))
                .hasSize(1);
        assertThat(textOf2035(s -> s.spells(
                        Spell.builder("t", SpellKind.TRIAL, year).end(ahead).build())))
                .hasSize(1);
        assertThat(textOf2035(s -> s.discounts(off.end(ahead).build()))).hasSize(1);
        assertThat(textOf2035(s -> s.discounts(Discount.builder("d", year, DiscountDuration.REPEATING)
                        .percent(BigDecimal.TEN)
                        .months(126)
                        .build())))
                .hasSize(1);
    }

    private static List<String> textOf2035(UnaryOperator<Subscription.Builder> with) {
        Subscription.Builder late = Subscription.builder("late", "A")
                .items(ItemChange.builder("i", Moment.of(2025, 1, 1), "p")
                        .price(Price.perUnit(Money.of(9, "USD"), BillingInterval.MONTHLY))
                        .build());
        RevenueBook book = SmallBook.builder().add(with.apply(late).build()).build();
        return RevenueReport.of(RevenueView.of(book, RevenuePolicy.standard(), Span.year(2035)))
                .section("summary")
                .orElseThrow()
                .text();
    }

    private static List<UndefinedCode> undefined(Report report, String section) {
        List<UndefinedCode> codes = new ArrayList<>();
        report.section(section).orElseThrow().tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .map(Cell::undefined)
                .filter(Objects::nonNull)
                .forEach(undefined -> codes.add(undefined.code()));
        return codes;
    }

    private static RevenueBook mixed() {
        return RevenueBook.of(
                Subscription.builder("s1", "a")
                        .items(SmallBook.item("i", "2024-01-01", SmallBook.monthly("10", "USD")))
                        .build(),
                Subscription.builder("s2", "b")
                        .items(SmallBook.item("i", "2024-01-01", SmallBook.monthly("10", "EUR")))
                        .build());
    }
}
