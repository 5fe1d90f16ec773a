package io.revops.metric.recurring;

import static io.revops.catalog.Metrics.AVAILABLE_TO_RENEW;
import static io.revops.catalog.Metrics.COMMITTED_MRR;
import static io.revops.catalog.Metrics.CONTRACTED_ARR;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.catalog.Metrics.PAST_DUE_MRR;
import static io.revops.catalog.Metrics.TRIAL_MRR;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Dimension;
import io.revops.book.Entry;
import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.book.Term;
import io.revops.ledger.Basis;
import io.revops.ledger.PastDue;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Trial;
import io.revops.metric.Measurement;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds between what recurs, what is scheduled, what is on trial or late, and what comes up for renewal, in any book. */
class ContractLaws {
    private static final Instant EARLY = Instant.parse("2023-01-01T00:00:00Z");
    private static final RevenuePolicy POLICY = RevenuePolicy.standard().with(Basis.NET, ReportingCurrency.of("USD"));

    @Provide
    Arbitrary<RevenueBook> books() {
        return RandomBooks.inOneCurrency();
    }

    private static Span day(int number) {
        LocalDate day = RandomBooks.SPAN.from().plusDays(number);
        return Span.of(day, day.plusDays(1));
    }

    private static RunRate at(Metric<RunRate> metric, RevenueView view) {
        return metric.measure(view).value().orElse(RunRate.zero(java.util.Currency.getInstance("USD")));
    }

    /** The book as if all of it had been recorded before anything happened, and nobody tried or took back anything. */
    private static RevenueBook foreseen(RevenueBook book) {
        RevenueBook.Builder told = RevenueBook.builder();
        for (Fact fact : (Iterable<Fact>) book.facts()::iterator) {
            told.add(fact instanceof Subscription s ? foreseen(s) : fact);
        }
        return told.build();
    }

    private static <E extends Entry> List<E> held(List<E> entries) {
        return io.revops.book.Entries.current(entries);
    }

    private static Subscription foreseen(Subscription s) {
        return s.toBuilder()
                .onlyItems(held(s.items()).stream()
                        .map(e -> e.toBuilder().recorded(EARLY).build())
                        .toList())
                .onlyDiscounts(held(s.discounts()).stream()
                        .map(e -> e.toBuilder().recorded(EARLY).build())
                        .toList())
                .onlySpells(held(s.spells()).stream()
                        .filter(e -> e.kind() != SpellKind.TRIAL)
                        .map(e -> e.toBuilder().recorded(EARLY).build())
                        .toList())
                .onlyEndings(held(s.endings()).stream()
                        .map(e -> e.toBuilder().recorded(EARLY).build())
                        .toList())
                .onlyCancellations(held(s.cancellations()).stream()
                        .filter(c -> c.withdrawn().isEmpty() && s.endings().isEmpty())
                        .map(e -> e.toBuilder().recorded(EARLY).build())
                        .toList())
                .build();
    }

    /** If it failed, a company that knows everything that will happen would still not know what it will earn. */
    @Property(tries = 200)
    void whatIsAllForeseenComesToPass(
            @ForAll("books") RevenueBook book,
            @ForAll @IntRange(max = 700) int close,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        RevenueBook foreseen = foreseen(book);
        RunRate committed =
                at(CommittedMrr.within(CommitmentHorizon.ofDays(days)), RevenueView.of(foreseen, POLICY, day(close)));
        assertThat(committed).isEqualTo(at(MRR, RevenueView.of(foreseen, POLICY, day(close + days))));
    }

    /** If it failed, committed MRR would start from another MRR, or know of changes that nobody had written down. */
    @Property(tries = 150)
    void committedBeginsWithMrrAndKnowsNoMoreThanWasKnown(
            @ForAll("books") RevenueBook book, @ForAll @IntRange(max = 700) int close) {
        RevenueView view = RevenueView.of(book, POLICY, day(close));
        Measurement<RunRate> committed = COMMITTED_MRR.measure(view);
        if (committed.value().isPresent()) {
            assertThat(committed.evidence().total(Part.CLOSING)).isEqualTo(at(MRR, view));
            assertThat(committed.orElseThrow())
                    .isGreaterThanOrEqualTo(RunRate.zero(java.util.Currency.getInstance("USD")));
            RunRate contracted = CONTRACTED_ARR.measure(view).orElseThrow();
            assertThat(contracted.compareTo(at(MRR, view))).isNotPositive(); // nothing is signed in these books
        }
    }

    /** If it failed, what trials and late bills are worth would not be what counting them adds. */
    @Property(tries = 100)
    void trialAndPastDueAreWhatCountingThemAdds(
            @ForAll("books") RevenueBook book, @ForAll @IntRange(max = 700) int close) {
        RevenueView view = RevenueView.of(book, POLICY, day(close));
        RunRate counted = at(MRR, RevenueView.of(book, POLICY.with(Trial.COUNT_FROM_START), day(close)));
        assertThat(at(TRIAL_MRR, view)).isEqualTo(counted.minus(at(MRR, view)));
        RunRate without = at(MRR, RevenueView.of(book, POLICY.with(PastDue.EXCLUDE), day(close)));
        assertThat(at(PAST_DUE_MRR, view)).isEqualTo(at(MRR, view).minus(without));
        assertThat(at(PAST_DUE_MRR, view).signum()).isNotNegative();
        assertThat(at(TRIAL_MRR, view).signum()).isNotNegative();
    }

    /** If it failed, a renewal would fall between two months, or be planned for twice. */
    @Property(tries = 100)
    void monthsOfACalendarAreTheWholeCalendar(
            @ForAll("books") RevenueBook book, @ForAll @IntRange(min = 1, max = 13) int term) {
        RevenueBook.Builder told = RevenueBook.builder();
        book.facts()
                .forEach(fact -> told.add(
                        fact instanceof Subscription s
                                ? s.toBuilder()
                                        .term(new Term(term, Term.Renewal.AUTOMATIC, 30))
                                        .build()
                                : fact));
        RevenueView view = RevenueView.of(told.build(), POLICY, Span.year(2025));
        if (AVAILABLE_TO_RENEW.measure(view).value().isEmpty()) {
            return;
        }
        RenewalCalendar whole = AVAILABLE_TO_RENEW.measure(view).orElseThrow();
        List<RenewalCalendar.Renewal> single = Span.year(2025).months().stream()
                .flatMap(month -> AVAILABLE_TO_RENEW.measure(view.during(month)).orElseThrow().renewals().stream())
                .toList();
        assertThat(single).isEqualTo(whole.renewals());
        assertThat(AVAILABLE_TO_RENEW.measure(view).by(Dimension.PRODUCT).segments().values().stream()
                        .map(m -> m.evidence().total(Part.DUE))
                        .reduce(RunRate.zero(java.util.Currency.getInstance("USD")), RunRate::plus))
                .isEqualTo(AVAILABLE_TO_RENEW.measure(view).evidence().total(Part.DUE));
        assertThat(whole.renewals())
                .allSatisfy(r -> assertThat(r.noticeBy()).isEqualTo(r.day().minusDays(31)))
                .allSatisfy(r -> assertThat(r.due().signum()).isPositive());
    }
}
