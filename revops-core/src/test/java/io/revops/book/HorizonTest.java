package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.money.ExchangeRate;
import io.revops.time.Moment;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who looks at a book as of a day sees nothing later, and who asks what was known sees nothing that was written later. */
class HorizonTest {
    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Moment JUNE = Moment.of(2025, 6, 1);
    private static final Instant KNOWN = Instant.parse("2025-07-01T12:00:00Z");

    static Stream<Class<?>> facts() {
        return Filled.FACTS.stream().map(c -> c);
    }

    private static RevenueBook until(RevenueBook book, int month, int day) {
        return book.asOf(LocalDate.of(2025, month, day), UTC);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatWasRecordedIsKnownFromThenOn(Class<? extends Fact> type) throws ReflectiveOperationException {
        Object builder = Filled.fill(Filled.builder(type, 1));
        Method recorded = builder.getClass().getMethod("recorded", Instant.class);
        RevenueBook book = RevenueBook.of((Fact) Filled.build(Filled.call(recorded, builder, KNOWN)));

        assertThat(book.asKnownAt(KNOWN.minusNanos(1)).all(type)).isEmpty();
        assertThat(book.asKnownAt(KNOWN).all(type)).hasSize(1);
        assertThat(book.asKnownAt(KNOWN.plusNanos(1)).all(type)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void withoutARecordingItIsKnownWhenItTookEffect(Class<? extends Fact> type) throws ReflectiveOperationException {
        Object builder = Filled.fill(Filled.builder(type, 1));
        Method recorded = builder.getClass().getMethod("recorded", Instant.class);
        Fact fact = (Fact) Filled.build(Filled.call(recorded, builder, new Object[] {null}));
        RevenueBook book = RevenueBook.of(fact);

        if (fact.effective().isEmpty()) {
            assertThat(book.asKnownAt(Instant.EPOCH).all(type)).hasSize(1);
            return;
        }
        if (fact instanceof Subscription) {
            return;
        }
        Instant begins = fact.effective().get().instant(UTC);
        assertThat(book.asKnownAt(begins.minusNanos(1)).all(type)).isEmpty();
        assertThat(book.asKnownAt(begins).all(type)).hasSize(1);
        assertThat(book.asOf(begins.atZone(UTC).toLocalDate().minusDays(1), UTC).all(type))
                .isEmpty();
        assertThat(book.asOf(begins.atZone(UTC).toLocalDate(), UTC).all(type)).hasSize(1);
    }

    @Test
    void aDayBeginsWhereTheReaderIs() {
        RevenueBook book = RevenueBook.of(
                Touch.builder("t", Moment.parse("2025-06-01T02:00:00Z")).build());

        assertThat(book.asOf(LocalDate.of(2025, 5, 31), UTC).isEmpty()).isTrue();
        assertThat(book.asOf(LocalDate.of(2025, 5, 31), ZoneId.of("America/New_York"))
                        .isEmpty())
                .isFalse();
    }

    @Test
    void aSubscriptionIsSeenFromItsFirstItemOrItsSignature() {
        Subscription.Builder running = Subscription.builder("s", "a")
                .items(
                        ItemChange.builder("1", JUNE, "seats")
                                .quantity(BigDecimal.ONE)
                                .build(),
                        ItemChange.builder("2", Moment.of(2025, 7, 1), "seats")
                                .quantity(BigDecimal.TEN)
                                .build());
        RevenueBook unsigned = RevenueBook.of(running.build());
        RevenueBook signed =
                RevenueBook.of(running.signed(Moment.of(2025, 5, 1)).build());

        assertThat(until(unsigned, 5, 31).subscriptions()).isEmpty();
        assertThat(until(unsigned, 6, 1).subscriptions().get(0).items()).hasSize(1);
        assertThat(until(unsigned, 7, 1).subscriptions().get(0).items()).hasSize(2);
        assertThat(until(signed, 4, 30).subscriptions()).isEmpty();
        assertThat(until(signed, 5, 1).subscriptions().get(0).items()).isEmpty();
    }

    @Test
    void aChangeThatWasRecordedLateIsKnownLate() {
        Subscription subscription = Subscription.builder("s", "a")
                .items(
                        ItemChange.builder("1", JUNE, "seats")
                                .quantity(BigDecimal.ONE)
                                .build(),
                        ItemChange.builder("1", JUNE, "seats")
                                .quantity(BigDecimal.TEN)
                                .recorded(KNOWN)
                                .build())
                .build();
        RevenueBook book = RevenueBook.of(subscription);

        assertThat(book.asKnownAt(KNOWN.minusNanos(1)).subscriptions().get(0).items())
                .extracting(i -> i.quantity().orElseThrow())
                .containsExactly(BigDecimal.ONE);
        assertThat(Entries.current(book.asKnownAt(KNOWN).subscriptions().get(0).items()))
                .extracting(i -> i.quantity().orElseThrow())
                .containsExactly(BigDecimal.TEN);
    }

    @Test
    void endsThatHadNotComeAreNotSeen() {
        Moment end = Moment.of(2025, 8, 1);
        Subscription subscription = Subscription.builder("s", "a")
                .items(ItemChange.builder("1", JUNE, "seats")
                        .quantity(BigDecimal.ONE)
                        .build())
                .spells(Spell.builder("p", SpellKind.PAUSED, JUNE).end(end).build())
                .discounts(
                        Discount.builder("f", JUNE, DiscountDuration.FOREVER)
                                .percent(BigDecimal.TEN)
                                .end(end)
                                .build(),
                        Discount.builder("r", JUNE, DiscountDuration.REPEATING)
                                .percent(BigDecimal.TEN)
                                .end(end)
                                .build(),
                        Discount.builder("m", JUNE, DiscountDuration.REPEATING)
                                .percent(BigDecimal.TEN)
                                .months(3)
                                .end(end)
                                .build())
                .cancellations(Cancellation.builder("c", JUNE, Moment.of(2025, 12, 1))
                        .withdrawn(end)
                        .build())
                .endings(Ending.builder("e", end).build())
                .build();
        RevenueBook book = RevenueBook.of(subscription);

        Subscription before = until(book, 7, 31).subscriptions().get(0);
        assertThat(before.spells().get(0).end()).isEmpty();
        assertThat(before.discounts()).extracting(d -> d.end().isPresent()).containsExactly(false, true, false);
        assertThat(before.cancellations().get(0).withdrawn()).isEmpty();
        assertThat(before.endings()).isEmpty();
        assertThat(before.ends()).contains(Moment.of(2025, 12, 1));
        assertThat(until(book, 8, 1).subscriptions()).containsExactly(subscription);
    }

    @Test
    void anEndThatWasWrittenDownAheadIsKnownAhead() {
        Subscription subscription = Subscription.builder("s", "a")
                .items(ItemChange.builder("1", JUNE, "seats")
                        .quantity(BigDecimal.ONE)
                        .build())
                .spells(Spell.builder("p", SpellKind.PAUSED, JUNE)
                        .end(Moment.of(2025, 8, 1))
                        .recorded(KNOWN)
                        .build())
                .build();
        RevenueBook book = RevenueBook.of(subscription);

        assertThat(book.asKnownAt(KNOWN).subscriptions()).containsExactly(subscription);
        assertThat(book.asKnownAt(KNOWN.minusNanos(1)).subscriptions().get(0).spells())
                .isEmpty();
    }

    @Test
    void whatHappenedLaterToAFactIsTakenAway() {
        Moment later = Moment.of(2025, 8, 1);
        RevenueBook book = RevenueBook.of(
                Invoice.builder("i", "a", JUNE).paid(later).voided(later).build(),
                Contact.builder("c", "a").created(JUNE).left(later).build(),
                SupportTicket.builder("t", JUNE)
                        .firstReply(later)
                        .statuses(StatusChange.builder("1", later, "solved").build())
                        .build(),
                Lead.builder("l", JUNE)
                        .statuses(StatusChange.builder("1", later, "lost").build())
                        .build(),
                Opportunity.builder("o", JUNE)
                        .changes(OpportunityChange.builder("1", later)
                                .stage("Won")
                                .build())
                        .build(),
                Account.builder("a")
                        .changes(AttributeChange.builder("1", later, "tier")
                                .value("gold")
                                .build())
                        .build());

        RevenueBook before = until(book, 7, 31);

        assertThat(before.facts())
                .containsExactlyInAnyOrder(
                        Invoice.builder("i", "a", JUNE).build(),
                        Contact.builder("c", "a").created(JUNE).build(),
                        SupportTicket.builder("t", JUNE).build(),
                        Lead.builder("l", JUNE).build(),
                        Opportunity.builder("o", JUNE).build(),
                        Account.builder("a").build());
        assertThat(until(book, 8, 1).facts())
                .containsExactlyInAnyOrderElementsOf(book.facts().toList());
    }

    @Test
    void ratesOfLaterDaysAreNotSeen() {
        RevenueBook book = RevenueBook.builder()
                .add(ExchangeRate.of(LocalDate.of(2025, 6, 1), "EUR", "USD", "1.1"))
                .add(ExchangeRate.of(LocalDate.of(2025, 6, 2), "EUR", "USD", "1.2"))
                .build();

        assertThat(until(book, 5, 31).rates().all()).isEmpty();
        assertThat(until(book, 6, 1).rates().all()).hasSize(1);
        assertThat(book.asKnownAt(Instant.parse("2025-06-02T00:00:00Z")).rates().all())
                .hasSize(2);
        assertThat(book.asKnownAt(Instant.parse("2025-06-01T23:59:59Z")).rates().all())
                .hasSize(1);
    }

    @Test
    void anEarlierVersionIsWhatWasKnown() {
        Rep first = Rep.builder("r").team("East").recorded(KNOWN).build();
        Rep second =
                first.toBuilder().team("West").recorded(KNOWN.plusSeconds(1)).build();
        RevenueBook book = RevenueBook.of(second, first);

        assertThat(book.all(Rep.class)).containsExactly(second);
        assertThat(book.asKnownAt(KNOWN).all(Rep.class)).containsExactly(first);
        assertThat(book.versions(new RepId("r"))).isEqualTo(List.of(first, second));
    }

    @Test
    void issuesAreCarried() {
        Issue issue = new Issue(IssueCode.NO_HISTORY, Severity.NOTE, Source.NONE, "", "", "", "x");
        RevenueBook book = RevenueBook.builder()
                .issue(issue)
                .add(Contact.builder("c", "a").created(JUNE).build())
                .build();

        assertThat(until(book, 1, 1).issues()).containsExactly(issue);
    }
}
