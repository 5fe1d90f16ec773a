package io.revops.metric.cohort;

import static io.revops.catalog.Metrics.ACCOUNT_COHORTS;
import static io.revops.catalog.Metrics.LOGO_RETENTION_COHORTS;
import static io.revops.catalog.Metrics.MRR_COHORTS;
import static io.revops.catalog.Metrics.REVENUE_RETENTION_COHORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Dimension;
import io.revops.book.RevenueBook;
import io.revops.ledger.Basis;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Line;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.metric.Undefined;
import io.revops.metric.UndefinedCode;
import io.revops.money.ExchangeRate;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Five accounts, worked by hand. Closes per month:
 *
 * <pre>
 *     2025-01  02   03   04   05
 * a       100  100  151  151  151   from 15 January
 * b        60    -    -   60   60   from 31 January, gone on 28 February, back in April
 * c         -   40   20    -    -   from 1 February, gone on 30 April
 * d         -    -    -   80   80   from 10 April
 * e         -    -    -    -    -   only from 3 to 20 February: 70
 * </pre>
 */
class TriangleTest {
    private static MonthlyBooks books() {
        return MonthlyBooks.start()
                .account("a", "industry", "Retail")
                .account("b", "industry", "Fintech")
                .pays("a", "2025-01-15", "100")
                .pays("a", "2025-03-02", "151")
                .pays("b", "2025-01-31", "60")
                .pays("b", "2025-02-28", "0")
                .pays("b", "2025-04-07", "60")
                .pays("c", "2025-02-01", "40")
                .pays("c", "2025-03-31", "20")
                .ends("c", "2025-04-30")
                .pays("d", "2025-04-10", "80")
                .pays("e", "2025-02-03", "70")
                .ends("e", "2025-02-20");
    }

    private final RevenueView view = books().during("2025-01-01/2025-06-01");

    @Test
    void accountsAreCountedAtTheCloseOfEachMonthOfTheCalendar() {
        Triangle<Long> triangle = ACCOUNT_COHORTS.measure(view);
        assertThat(triangle.cohorts())
                .extracting(Span::toString)
                .containsExactly("2025-01", "2025-02", "2025-03", "2025-04", "2025-05");
        assertThat(row(triangle, "2025-01")).containsExactly("2", "1", "1", "2", "2");
        assertThat(row(triangle, "2025-02")).containsExactly("1", "1", "0", "0", "-");
        assertThat(row(triangle, "2025-03")).containsExactly("0", "0", "0", "-", "-");
        assertThat(row(triangle, "2025-04")).containsExactly("1", "1", "-", "-", "-");
        assertThat(row(triangle, "2025-05")).containsExactly("0", "-", "-", "-", "-");
        assertThat(triangle.size(Span.month(2025, 2))).isEqualTo(2);
        assertThat(triangle.total(1).orElseThrow()).isEqualTo(3);
        assertThat(triangle.total(4).orElseThrow()).isEqualTo(2);
    }

    @Test
    void sharesAreThoseOfAllThatBeganAndTotalsAreWeighted() {
        Triangle<Ratio> logos = LOGO_RETENTION_COHORTS.measure(view);
        assertThat(logos.cell("2025-02", 0).orElseThrow()).isEqualTo(Ratio.of(1, 2));
        assertThat(logos.total(1).orElseThrow()).isEqualTo(Ratio.of(3, 5));
        assertThat(code(logos.cell("2025-03", 0))).isEqualTo(UndefinedCode.NO_ACCOUNTS);
        Triangle<Ratio> revenue = REVENUE_RETENTION_COHORTS.measure(view);
        assertThat(revenue.cell("2025-01", 2).orElseThrow()).isEqualTo(Ratio.of(151, 160));
        assertThat(revenue.cell("2025-02", 0).orElseThrow()).isEqualTo(Ratio.of(40, 110));
        assertThat(revenue.total(1).orElseThrow()).isEqualTo(Ratio.of(100 + 20 + 80, 160 + 110 + 80));
        assertThat(code(revenue.cell("2025-05", 0))).isEqualTo(UndefinedCode.OPENING_ZERO);
    }

    @Test
    void periodThatIsNotOverIsUndefinedAndNotZero() {
        Triangle<Long> triangle = ACCOUNT_COHORTS.measure(view.during(Span.parse("2025-01-01/2025-04-15")));
        assertThat(row(triangle, "2025-01")).containsExactly("2", "1", "1", "-");
        assertThat(row(triangle, "2025-04")).containsExactly("-", "-", "-", "-");
        assertThat(triangle.size(triangle.cohorts().get(3))).isEqualTo(1);
        Reading<Long> open = triangle.cell("2025-01", 3);
        assertThat(open)
                .hasToString(
                        "undefined: The period is not over at the close of the span. Maybe a span that ends later.");
        assertThat(code(open)).isEqualTo(UndefinedCode.INCOMPLETE);
        assertThat(code(triangle.total(3))).isEqualTo(UndefinedCode.INCOMPLETE);
        assertThat(code(triangle.cell("2025-01", 99))).isEqualTo(UndefinedCode.INCOMPLETE);
        assertThat(triangle.evidence("2025-01", 3).undefined()).isPresent();
    }

    @Test
    void byTenureEveryAccountHasItsOwnMonths() {
        Triangle<Long> triangle = ACCOUNT_COHORTS.with(CohortAge.TENURE).measure(view);
        // a: closes of 14 Feb, 14 Mar, 14 Apr, 14 May; b: 27 Feb, 30 Mar, 29 Apr, 30 May (from 31 January)
        assertThat(row(triangle, "2025-01")).containsExactly("2", "1", "2", "2", "-");
        // c: 28 Feb, 31 Mar, 30 Apr, 31 May; e: 2 Mar, 2 Apr, 2 May, and its fourth month is not over
        assertThat(row(triangle, "2025-02")).containsExactly("1", "1", "0", "-", "-");
        assertThat(row(triangle, "2025-04")).containsExactly("1", "-", "-", "-", "-");
        Triangle<RunRate> worth = MRR_COHORTS.with(CohortAge.TENURE).measure(view);
        assertThat(worth.cell("2025-01", 0).orElseThrow()).isEqualTo(monthly(100 + 60));
        assertThat(worth.cell("2025-01", 1).orElseThrow()).isEqualTo(monthly(151));
        assertThat(worth.cell("2025-02", 1).orElseThrow()).isEqualTo(monthly(20));
    }

    @Test
    void whoeverLeavesAfterOneMonthIsThereAtAgeZeroAndGoneAtAgeOne() {
        for (String day : List.of("2025-01-01", "2025-01-15", "2025-01-31")) {
            LocalDate from = LocalDate.parse(day);
            Triangle<Long> triangle = ACCOUNT_COHORTS
                    .with(CohortAge.TENURE)
                    .measure(MonthlyBooks.start()
                            .pays("x", day, "10")
                            .ends("x", from.plusMonths(1).toString())
                            .during("2025-01-01/2025-06-01"));
            assertThat(triangle.cell("2025-01", 0).orElseThrow()).as(day).isEqualTo(1);
            assertThat(triangle.cell("2025-01", 1).orElseThrow()).as(day).isZero();
        }
    }

    @Test
    void quartersAndYearsAreCohortsToo() {
        Triangle<Ratio> quarters = LOGO_RETENTION_COHORTS.with(Cadence.QUARTER).measure(view.during(Span.year(2025)));
        assertThat(quarters.cohorts()).hasSize(4);
        assertThat(quarters.cell("2025-Q1", 0).orElseThrow()).isEqualTo(Ratio.of(2, 4));
        assertThat(quarters.cell("2025-Q1", 1).orElseThrow()).isEqualTo(Ratio.of(2, 4));
        Triangle<Ratio> years = LOGO_RETENTION_COHORTS.with(Cadence.YEAR).measure(view.during(Span.year(2026)));
        assertThat(years.cell("2025", 1).orElseThrow()).isEqualTo(Ratio.of(3, 5));
        assertThat(years.toString())
                .startsWith("Logo retention by cohort, by year, 2026: 60.0 % at age 1 (cells in %)");
        Triangle<Long> ofTenure =
                ACCOUNT_COHORTS.with(Cadence.YEAR).with(CohortAge.TENURE).measure(view.during(Span.year(2026)));
        assertThat(ofTenure.cell("2025", 0).orElseThrow()).isEqualTo(3);
        assertThat(ACCOUNT_COHORTS
                        .with(Cadence.QUARTER)
                        .with(CohortAge.TENURE)
                        .measure(view.during(Span.year(2025)))
                        .cell("2025-Q1", 0)
                        .orElseThrow())
                .isEqualTo(2);
        assertThatThrownBy(() -> LOGO_RETENTION_COHORTS.with(Cadence.WEEK)).hasMessageContaining("Maybe MONTH");
    }

    @Test
    void evidenceOfACellIsItsAccounts() {
        Triangle<RunRate> triangle = MRR_COHORTS.measure(view);
        assertThat(triangle.evidence("2025-01", 2).lines())
                .extracting(Line::toString)
                .containsExactly(
                        "Company a (a), new USD 100.00/month, closing USD 151.00/month",
                        "Company b (b), new USD 60.00/month");
        assertThat(triangle.evidence("2025-01", 2).total(Part.CLOSING))
                .isEqualTo(triangle.cell("2025-01", 2).orElseThrow());
        assertThat(triangle.evidence("2025-01", 2)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .changes())
                .hasSize(2);
        assertThat(ACCOUNT_COHORTS.measure(view).evidence("2025-02", 2).lines())
                .extracting(Line::toString)
                .containsExactly("c, new accounts 1", "e, new accounts 1");
    }

    @Test
    void itPrintsAHeadlineThenARowForEachCohort() {
        assertThat(REVENUE_RETENTION_COHORTS.measure(view))
                .hasToString(String.join(
                        "\n",
                        "Revenue retention by cohort, by month, 2025-01-01/2025-06-01: 131.9 % at age 4 (cells in %)",
                        "  cohort   accounts      0      1     2      3      4",
                        "  2025-01         2  100.0   62.5  94.4  131.9  131.9",
                        "  2025-02         2   36.4   18.2   0.0    0.0      -",
                        "  2025-03         0                          -      -",
                        "  2025-04         1  100.0  100.0     -      -      -",
                        "  2025-05         0             -     -      -      -",
                        "  all             5   80.0   57.1  55.9   78.1  131.9"));
    }

    @Test
    void explanationOfAnAgeNamesItsCohorts() {
        assertThat(LOGO_RETENTION_COHORTS.measure(view).explain(1).toString())
                .startsWith("Logo retention by cohort, by month, 2025-01-01/2025-06-01: 60.0 % at age 1 (cells in %)\n"
                        + "  formula: accounts active at the age / accounts that began\n"
                        + "  put in:\n"
                        + "    2025-01: 2 accounts began, at age 1 50.0 %\n"
                        + "    2025-02: 2 accounts began, at age 1 50.0 %\n"
                        + "    2025-03: 0 accounts began, at age 1 undefined: No account began then");
    }

    @Test
    void cutByAnAttributeOfTheAccountIsByWhatItWasWhenItBegan() {
        var byIndustry = ACCOUNT_COHORTS.measure(view).by(Dimension.INDUSTRY);
        assertThat(byIndustry).containsOnlyKeys("(not set)", "Fintech", "Retail");
        assertThat(row(byIndustry.get("Fintech"), "2025-01")).containsExactly("1", "0", "0", "1", "1");
        assertThat(row(byIndustry.get("Retail"), "2025-04")).containsExactly("0", "0", "-", "-", "-");
        assertThatThrownBy(() -> ACCOUNT_COHORTS.measure(view).by(Dimension.STAGE))
                .hasMessageContaining("Maybe");
    }

    @Test
    void productThatIsBoughtLaterCountsWithTheCohortOfItsAccount() {
        RevenueView two = books().pays("a", "addon", "2025-04-02", "7", "USD")
                .pays("d", "addon", "2025-04-10", "9", "USD")
                .during("2025-01-01/2025-06-01");
        var byProduct = MRR_COHORTS.measure(two).by(Dimension.PRODUCT);
        assertThat(byProduct).containsOnlyKeys("addon", "product");
        assertThat(byProduct.get("addon").cell("2025-01", 2).orElseThrow()).isEqualTo(monthly(0));
        assertThat(byProduct.get("addon").cell("2025-01", 3).orElseThrow()).isEqualTo(monthly(7));
        assertThat(byProduct.get("addon").cell("2025-04", 0).orElseThrow()).isEqualTo(monthly(9));
        assertThat(byProduct.get("addon").size(Span.month(2025, 4))).isEqualTo(1);
        assertThat(byProduct.get("addon").size(Span.month(2025, 1))).isZero();
        assertThat(code(REVENUE_RETENTION_COHORTS
                        .measure(two)
                        .by(Dimension.PRODUCT)
                        .get("addon")
                        .cell("2025-01", 3)))
                .isEqualTo(UndefinedCode.OPENING_ZERO);
    }

    @Test
    void ratesMoveAmountsAndNoShares() {
        RevenueBook.Builder book = MonthlyBooks.start()
                .pays("a", "2025-01-15", "100")
                .pays("e", "product", "2025-01-20", "100", "EUR")
                .builder();
        RevenueView without = RevenueView.of(book.build(), RevenuePolicy.standard(), Span.quarter(2025, 1));
        Triangle<RunRate> mixed = MRR_COHORTS.measure(without);
        assertThat(mixed.toString())
                .startsWith("MRR by cohort, by month, 2025-Q1: undefined: The subscriptions are in [EUR, USD]");
        assertThat(code(mixed.total(0))).isEqualTo(UndefinedCode.MIXED_CURRENCY);
        assertThat(mixed.by(Dimension.INDUSTRY)).isEmpty();
        assertThat(ACCOUNT_COHORTS.measure(without).total(0).orElseThrow()).isEqualTo(2);
        book.add(ExchangeRate.of(LocalDate.of(2025, 1, 31), "EUR", "USD", "1.1"))
                .add(ExchangeRate.of(LocalDate.of(2025, 2, 28), "EUR", "USD", "1.2"));
        RevenueView view = RevenueView.of(
                book.build(), RevenuePolicy.standard().with(ReportingCurrency.of("USD")), Span.quarter(2025, 1));
        assertThat(MRR_COHORTS.measure(view).cell("2025-01", 0).orElseThrow()).isEqualTo(monthly(210));
        assertThat(MRR_COHORTS.measure(view).cell("2025-01", 1).orElseThrow()).isEqualTo(monthly(220));
        assertThat(REVENUE_RETENTION_COHORTS.measure(view).cell("2025-01", 0).orElseThrow())
                .isEqualTo(Ratio.of(1, 1));
    }

    @Test
    void basisMovesNothingAndNeitherDoesTheOpeningOfTheSpan() {
        RevenueView event =
                RevenueView.of(books().book(), RevenuePolicy.standard().with(Basis.EVENT), view.span());
        assertThat(ACCOUNT_COHORTS.measure(event))
                .hasToString(ACCOUNT_COHORTS.measure(view).toString());
        Triangle<Long> later = ACCOUNT_COHORTS.measure(view.during(Span.month(2025, 5)));
        assertThat(later.toString().lines().skip(1))
                .isEqualTo(
                        ACCOUNT_COHORTS.measure(view).toString().lines().skip(1).toList());
    }

    @Test
    void ledgerWithoutItsBookHasCohortsToo() {
        RevenueView alone = RevenueView.of(MrrLedger.of(books().book(), RevenuePolicy.standard()), view.span());
        assertThat(ACCOUNT_COHORTS.measure(alone))
                .hasToString(ACCOUNT_COHORTS.measure(view).toString());
    }

    @Test
    void withoutAccountsThereIsNoCohort() {
        RevenueView nobody = RevenueView.of(RevenueBook.empty(), RevenuePolicy.standard(), Span.year(2025));
        Triangle<Ratio> triangle = LOGO_RETENTION_COHORTS.measure(nobody);
        assertThat(triangle).hasToString("Logo retention by cohort, by month, 2025: no account ever began");
        assertThat(triangle.total(0)).isInstanceOf(Undefined.class);
        assertThatThrownBy(() -> triangle.cell("2025-01", 0)).hasMessageContaining("there is none at all");
        assertThatThrownBy(() -> LOGO_RETENTION_COHORTS.measure(view).cell("2024-01", 0))
                .hasMessage("There is no cohort (2024-01). Maybe one from 2025-01 to 2025-05.");
        assertThatThrownBy(() -> LOGO_RETENTION_COHORTS.measure(view).cell("2025-01", -1))
                .hasMessageContaining("Maybe 0");
        assertThat(LOGO_RETENTION_COHORTS.measure(view.during(Span.year(1850))).cohorts())
                .isEmpty();
    }

    private static List<String> row(Triangle<Long> triangle, String cohort) {
        Span span = triangle.cohorts().stream()
                .filter(c -> c.from().toString().startsWith(cohort))
                .findFirst()
                .orElseThrow();
        return java.util.stream.IntStream.range(0, triangle.ages())
                .mapToObj(age ->
                        triangle.cell(span, age).value().map(Object::toString).orElse("-"))
                .toList();
    }

    private static RunRate monthly(long amount) {
        return RunRate.perMonth(Money.of(amount, "USD"));
    }

    private static UndefinedCode code(Reading<?> reading) {
        return ((Undefined<?>) reading).code();
    }
}
