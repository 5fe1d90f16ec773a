package io.revops.metric.cohort;

import static io.revops.catalog.Metrics.ACCOUNT_COHORTS;
import static io.revops.catalog.Metrics.ACTIVE_CUSTOMERS;
import static io.revops.catalog.Metrics.LOGO_RETENTION_COHORTS;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.catalog.Metrics.MRR_COHORTS;
import static io.revops.catalog.Metrics.REVENUE_RETENTION_COHORTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Dimension;
import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.Reading;
import io.revops.money.RunRate;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What triangles promise of any book. */
class TriangleLaws {
    private static final RevenuePolicy DOLLARS = RevenuePolicy.standard().with(ReportingCurrency.of("USD"));

    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.books();
    }

    @Provide
    static Arbitrary<Cadence> lengths() {
        return Arbitraries.of(Cadence.MONTH, Cadence.QUARTER, Cadence.YEAR);
    }

    /** An account that pays from a day on, so many months or for ever, and never comes back. */
    record Stay(int from, int days, int monthly) {}

    @Provide
    static Arbitrary<List<Stay>> stays() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 600),
                        Arbitraries.integers().between(1, 500),
                        Arbitraries.integers().between(1, 999))
                .as(Stay::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .withoutEdgeCases();
    }

    /** Otherwise some revenue would belong to no cohort, or to two. */
    @Property(tries = 150)
    void cellsOfOnePeriodAddUpToAllThereIsAtItsClose(
            @ForAll("books") RevenueBook book, @ForAll("lengths") Cadence length) {
        RevenueView view = RevenueView.of(book, DOLLARS, RandomBooks.WIDE);
        Triangle<RunRate> worth = MRR_COHORTS.with(length).measure(view);
        Triangle<Long> accounts = ACCOUNT_COHORTS.with(length).measure(view);
        for (int p = 0; p < worth.cohorts().size(); p++) {
            Span period = worth.cohorts().get(p);
            if (!length.next(period.from()).equals(period.to())) {
                continue;
            }
            BigInteger sum = BigInteger.ZERO;
            long active = 0;
            for (int c = 0; c <= p; c++) {
                Span cohort = worth.cohorts().get(c);
                sum = sum.add(worth.cell(cohort, p - c).orElseThrow().microsPerYear());
                active += accounts.cell(cohort, p - c).orElseThrow();
            }
            assertThat(sum)
                    .isEqualTo(MRR.measure(view.during(period)).orElseThrow().microsPerYear());
            assertThat(active)
                    .isEqualTo(ACTIVE_CUSTOMERS.measure(view.during(period)).orElseThrow());
        }
    }

    /** Otherwise a cell could not be drilled into: its accounts would tell another number. */
    @Property(tries = 60)
    void evidenceOfACellAddsUpToIt(
            @ForAll("books") RevenueBook book, @ForAll("lengths") Cadence length, @ForAll CohortAge age) {
        RevenueView view = RevenueView.of(book, DOLLARS, RandomBooks.WIDE);
        Triangle<RunRate> worth = MRR_COHORTS.with(length).with(age).measure(view);
        Triangle<Ratio> logos = LOGO_RETENTION_COHORTS.with(length).with(age).measure(view);
        for (Span cohort : worth.cohorts()) {
            for (int a = 0; a < worth.ages(); a++) {
                Reading<RunRate> cell = worth.cell(cohort, a);
                assertThat(worth.evidence(cohort, a).undefined().isPresent())
                        .isEqualTo(cell.value().isEmpty());
                if (cell.value().isPresent()) {
                    assertThat(worth.evidence(cohort, a).total(Part.CLOSING)).isEqualTo(cell.orElseThrow());
                }
                if (logos.cell(cohort, a).value().isPresent()) {
                    long began = logos.evidence(cohort, a).total(Part.NEW_ACCOUNTS);
                    long left = logos.evidence(cohort, a).total(Part.ACTIVE);
                    assertThat(began).isEqualTo(logos.size(cohort));
                    assertThat(logos.cell(cohort, a).orElseThrow()).isEqualTo(Ratio.of(left, began));
                }
            }
        }
    }

    /** Otherwise an account that is gone for good would be counted again, or one that stays be lost. */
    @Property(tries = 100)
    void whereNobodyReturnsNoCohortEverGrows(
            @ForAll("stays") List<Stay> stays, @ForAll("lengths") Cadence length, @ForAll CohortAge age) {
        MonthlyBooks books = MonthlyBooks.start();
        for (int i = 0; i < stays.size(); i++) {
            LocalDate from = LocalDate.of(2024, 1, 1).plusDays(stays.get(i).from());
            books.pays("a" + i, from.toString(), Integer.toString(stays.get(i).monthly()));
            books.ends("a" + i, from.plusDays(stays.get(i).days()).toString());
        }
        RevenueView view = books.during("2024-01-01/2027-01-01");
        Triangle<Ratio> logos = LOGO_RETENTION_COHORTS.with(length).with(age).measure(view);
        Triangle<Ratio> revenue =
                REVENUE_RETENTION_COHORTS.with(length).with(age).measure(view);
        for (Span cohort : logos.cohorts()) {
            for (Triangle<Ratio> triangle : List.of(logos, revenue)) {
                double before = 1;
                for (int a = 0;
                        a < triangle.ages() && triangle.cell(cohort, a).value().isPresent();
                        a++) {
                    double share = triangle.cell(cohort, a).orElseThrow().value();
                    assertThat(share).isBetween(0.0, before);
                    before = share;
                }
            }
        }
    }

    /** Otherwise segments would hide accounts, or show them twice. */
    @Property(tries = 60)
    void segmentsAddUpToTheWhole(@ForAll("books") RevenueBook book, @ForAll CohortAge age) {
        RevenueView view = RevenueView.of(book, DOLLARS, RandomBooks.WIDE);
        Triangle<RunRate> whole = MRR_COHORTS.with(Cadence.QUARTER).with(age).measure(view);
        for (Dimension by : List.of(Dimension.TIER, Dimension.PRODUCT)) {
            Map<String, Triangle<RunRate>> parts = whole.by(by);
            for (Span cohort : whole.cohorts()) {
                for (int a = 0;
                        a < whole.ages() && whole.cell(cohort, a).value().isPresent();
                        a++) {
                    BigInteger sum = BigInteger.ZERO;
                    for (Triangle<RunRate> part : parts.values()) {
                        sum = sum.add(part.cell(cohort, a).orElseThrow().microsPerYear());
                    }
                    assertThat(sum)
                            .isEqualTo(whole.cell(cohort, a).orElseThrow().microsPerYear());
                }
            }
        }
    }

    /** Otherwise an incomplete period would look like churn: what was once told must stay when time goes on. */
    @Property(tries = 60)
    void aCellThatIsKnownStaysWhenTheSpanEndsLater(
            @ForAll("books") RevenueBook book, @ForAll("lengths") Cadence length, @ForAll CohortAge age) {
        RevenueView late = RevenueView.of(book, DOLLARS, RandomBooks.WIDE);
        RevenueView early = late.during(Span.parse("2023-11-01/2025-03-17"));
        Triangle<RunRate> before = MRR_COHORTS.with(length).with(age).measure(early);
        Triangle<RunRate> after = MRR_COHORTS.with(length).with(age).measure(late);
        for (int c = 0; c < before.cohorts().size(); c++) {
            Span cohort = before.cohorts().get(c);
            for (int a = 0; a < before.ages() && after.cohorts().contains(cohort); a++) {
                Reading<RunRate> cell = before.cell(cohort, a);
                if (cell.value().isPresent()) {
                    assertThat(after.cell(cohort, a)).isEqualTo(cell);
                }
            }
        }
    }

    /** Otherwise two exports of the same facts would show two triangles. */
    @Property(tries = 60)
    void orderOfFactsMovesNothing(@ForAll("books") RevenueBook book, @ForAll CohortAge age, @ForAll Random random) {
        List<Fact> facts = new ArrayList<>(book.facts().toList());
        facts.addAll(book.facts().toList());
        Collections.shuffle(facts, random);
        RevenueBook shuffled =
                RevenueBook.builder().add(facts).rates(book.rates()).build();
        for (CohortMetric<?> metric : List.of(ACCOUNT_COHORTS, MRR_COHORTS, REVENUE_RETENTION_COHORTS)) {
            assertThat(metric.with(age).measure(RevenueView.of(shuffled, DOLLARS, RandomBooks.WIDE)))
                    .hasToString(metric.with(age)
                            .measure(RevenueView.of(book, DOLLARS, RandomBooks.WIDE))
                            .toString());
        }
    }
}
