package io.revops.metric.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.ledger.Closing;
import io.revops.ledger.MovementKind;
import io.revops.ledger.MrrLedger;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.RevenuePolicy;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the difference between two states of knowledge. */
class RestatementLaws {
    private static final Span SPAN = RandomBooks.WIDE;

    @Provide
    static Arbitrary<RevenueBook> books() {
        return RandomBooks.books();
    }

    @Provide
    static Arbitrary<RevenueBook> inOneCurrency() {
        return RandomBooks.inOneCurrency();
    }

    /** Restated, and with closes of some months. */
    @Provide
    static Arbitrary<RevenuePolicy> policies() {
        return Combinators.combine(
                        RandomBooks.policies(),
                        Arbitraries.of(
                                Closing.restate(),
                                Closing.postToOpen(LocalDate.of(2024, 9, 30)),
                                Closing.monthly(Span.year(2024), 5)))
                .as(RevenuePolicy::with);
    }

    @Provide
    static Arbitrary<List<Instant>> instants() {
        return RandomBooks.recordings()
                .list()
                .ofSize(3)
                .map(i -> i.stream().sorted().toList());
    }

    private static Map<List<Object>, RunRate> changes(Stream<Restatement> parts) {
        Map<List<Object>, RunRate> sums = parts.flatMap(r -> r.lines().stream())
                .collect(Collectors.toMap(
                        l -> List.<Object>of(l.month(), l.account(), l.kind()),
                        Restatement.Line::change,
                        RunRate::plus));
        sums.values().removeIf(RunRate::isZero);
        return sums;
    }

    /** If it failed, a board would see a total change that no line accounts for. */
    @Property(tries = 100)
    void linesOfAMonthAreTheChangeOfItsBalances(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("instants") List<Instant> at) {
        Restatement diff = Restatement.between(book, policy, SPAN, at.get(0), at.get(2));
        for (Restatement.Month month : diff.months()) {
            RunRate moved = diff.of(month.month()).stream()
                    .map(Restatement.Line::change)
                    .reduce(RunRate.zero(month.closing().currency()), RunRate::plus);
            assertThat(month.opening().plus(moved)).isEqualTo(month.closing());
        }
    }

    /** If it failed, two diffs would tell another story than the one from the first to the last instant. */
    @Property(tries = 100)
    void differencesAddUpAndNothingChangesInNoTime(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("instants") List<Instant> at) {
        Restatement first = Restatement.between(book, policy, SPAN, at.get(0), at.get(1));
        Restatement second = Restatement.between(book, policy, SPAN, at.get(1), at.get(2));
        Restatement both = Restatement.between(book, policy, SPAN, at.get(0), at.get(2));
        assertThat(changes(Stream.of(first, second))).isEqualTo(changes(Stream.of(both)));
        assertThat(Restatement.between(book, policy, SPAN, at.get(1), at.get(1)).isEmpty())
                .isTrue();
    }

    /** If it failed, the diff of then and now would depend on what was recorded after now, or on the day it is asked. */
    @Property(tries = 100)
    void whatIsRecordedLaterChangesNoDifference(
            @ForAll("books") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("instants") List<Instant> at) {
        assertThat(Restatement.between(book.asKnownAt(at.get(2)), policy, SPAN, at.get(0), at.get(1)))
                .hasToString(Restatement.between(book, policy, SPAN, at.get(0), at.get(1))
                        .toString());
    }

    /** If it failed, an auditor would find a restated month and no record that restates it. */
    @Property(tries = 100)
    void everyLineNamesWhatWasRecorded(
            @ForAll("inOneCurrency") RevenueBook book,
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("instants") List<Instant> at) {
        assertThat(Restatement.between(book, policy, SPAN, at.get(0), at.get(2)).lines())
                .allSatisfy(line -> assertThat(line.facts()).isNotEmpty());
    }

    /** If it failed, closing a month would not keep what is recorded after it out of it. */
    @Property(tries = 60)
    void closedMonthsHaveNoLines(@ForAll("books") RevenueBook book, @ForAll("instants") List<Instant> at) {
        LocalDate through = LocalDate.of(2024, 6, 30);
        RevenuePolicy policy = RevenuePolicy.standard()
                .with(io.revops.ledger.ReportingCurrency.of("USD"))
                .with(Closing.postToOpen(through));
        Instant closed = Instant.parse("2024-07-01T00:00:00Z");
        Instant later = at.get(2).isBefore(closed) ? closed : at.get(2);
        assertThat(Restatement.between(book, policy, SPAN, closed, later).lines())
                .allSatisfy(line -> assertThat(line.month().from()).isAfter(through));
        assertThat(MrrLedger.of(book, policy).movements(SPAN).stream()
                        .filter(m ->
                                m.kind() != MovementKind.FX && !m.postedLate().isEmpty())
                        .map(m -> m.period().from())
                        .distinct())
                .allMatch(day -> day.equals(through.plusDays(1)));
    }
}
