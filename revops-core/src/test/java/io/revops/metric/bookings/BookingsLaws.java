package io.revops.metric.bookings;

import static io.revops.catalog.Metrics.ARR_BOOKED;
import static io.revops.catalog.Metrics.BOOKINGS_TCV;
import static io.revops.catalog.Metrics.MULTI_YEAR_BOOKINGS;
import static io.revops.catalog.Metrics.NEW_MRR;
import static io.revops.catalog.Metrics.ONE_TIME_BOOKINGS;
import static io.revops.catalog.Metrics.RECURRING_BOOKINGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.Price;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.metric.Measurement;
import io.revops.money.Money;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What bookings promise of any contracts. */
class BookingsLaws {
    private static final Span SPAN = Span.parse("2025-01-01/2026-01-01");
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    /** A contract: signed and started on a day of the year, for so many months, at so much a month, with steps. */
    record Drawn(int day, int lag, int months, int monthly, int set, int steps) {}

    @Provide
    static Arbitrary<List<Drawn>> contracts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 364),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.of(0, 1, 6, 12, 18, 24, 36, 60),
                        Arbitraries.integers().between(1, 5_000),
                        Arbitraries.integers().between(0, 900),
                        Arbitraries.integers().between(0, 2))
                .as(Drawn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .withoutEdgeCases();
    }

    private static RevenueBook.Builder book(List<Drawn> drawn, BillingInterval every) {
        Contracts contracts = Contracts.start();
        for (int i = 0; i < drawn.size(); i++) {
            Drawn one = drawn.get(i);
            String id = "s" + i;
            LocalDate signed = FIRST.plusDays(one.day());
            LocalDate start = signed.plusDays(one.lag());
            contracts.signed(id, signed.toString(), one.months());
            for (int step = 0; step <= one.steps(); step++) {
                Money perBill = Money.of((long) one.monthly() * (step + 1) * 12, "USD")
                        .times(java.math.BigDecimal.ONE)
                        .allocateEvenly(12 / months(every))
                        .get(0);
                contracts.pays(id, start.plusYears(step).toString(), "item", Price.perUnit(perBill, every), null);
            }
            contracts.pays(id, start.toString(), "set-up", Price.oneTime(Money.of(one.set(), "USD")), null);
        }
        return contracts.facts();
    }

    private static int months(BillingInterval every) {
        return every.unit() == BillingInterval.Unit.YEAR ? 12 : every.count();
    }

    private static RevenueView view(RevenueBook.Builder book) {
        return RevenueView.of(book.build(), RevenuePolicy.standard(), SPAN);
    }

    private static String told(RevenueView view) {
        return List.of(BOOKINGS_TCV, RECURRING_BOOKINGS, ONE_TIME_BOOKINGS, ARR_BOOKED, MULTI_YEAR_BOOKINGS).stream()
                .map(m -> m.measure(view))
                .map(m -> m + " " + m.evidence().lines().map(Object::toString).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    /** Otherwise ARR would depend on how a customer pays, and a change of the payment plan would look like a sale. */
    @Property(tries = 150)
    void howOftenItIsBilledMovesNothing(@ForAll("contracts") List<Drawn> drawn) {
        String monthly = told(view(book(drawn, BillingInterval.MONTHLY)));
        assertThat(told(view(book(drawn, BillingInterval.QUARTERLY)))).isEqualTo(monthly);
        assertThat(told(view(book(drawn, BillingInterval.YEARLY)))).isEqualTo(monthly);
    }

    /** Otherwise bookings would be billings: what is collected early or late, or never, would be sold more or less. */
    @Property(tries = 100)
    void invoicesAndPaymentsMoveNothing(@ForAll("contracts") List<Drawn> drawn, @ForAll Random random) {
        RevenueBook.Builder book = book(drawn, BillingInterval.MONTHLY);
        String before = told(view(book));
        for (int i = 0; i < drawn.size(); i++) {
            Moment day = Moment.of(FIRST.plusDays(random.nextInt(500)));
            Money amount = Money.of(1 + random.nextInt(9_999), "USD");
            book.add(
                    Invoice.builder("i" + i, "s" + i, day)
                            .lines(InvoiceLine.builder("1", amount, ProductKind.RECURRING)
                                    .build())
                            .build(),
                    Payment.builder("p" + i, "s" + i, day, amount, PaymentOutcome.SUCCEEDED)
                            .build());
        }
        assertThat(told(view(book))).isEqualTo(before);
    }

    /** Otherwise the same contracts would be worth something else when they are loaded in another order, or twice. */
    @Property(tries = 100)
    void orderOfFactsMovesNothing(@ForAll("contracts") List<Drawn> drawn, @ForAll Random random) {
        RevenueBook.Builder book = book(drawn, BillingInterval.MONTHLY);
        List<Fact> facts = new ArrayList<>(book.build().facts().toList());
        facts.addAll(book.build().facts().toList());
        Collections.shuffle(facts, random);
        assertThat(told(view(RevenueBook.builder().add(facts)))).isEqualTo(told(view(book)));
    }

    /** Otherwise a quarter would not consist of its months, nor a contract of its years. */
    @Property(tries = 100)
    void monthsAddUpToTheYearAndYearsToTheTerm(@ForAll("contracts") List<Drawn> drawn) {
        List<Drawn> ending = drawn.stream().filter(d -> d.months() > 0).toList();
        RevenueView view = view(book(ending, BillingInterval.MONTHLY));
        if (ending.isEmpty()) {
            return;
        }
        Money months = MULTI_YEAR_BOOKINGS.measureMonthly(view).points().stream()
                .map(Measurement::orElseThrow)
                .map(ContractYears::total)
                .reduce(Money::plus)
                .orElseThrow();
        assertThat(months).isEqualTo(BOOKINGS_TCV.measure(view).orElseThrow());
        assertThat(MULTI_YEAR_BOOKINGS.measure(view).orElseThrow().recurring())
                .isEqualTo(RECURRING_BOOKINGS.measure(view).orElseThrow());
        Money byHand = Money.zero(Money.currency("USD"));
        for (Drawn one : ending) {
            for (int month = 0; month < one.months(); month++) {
                byHand = byHand.plus(Money.of((long) one.monthly() * (Math.min(month / 12, one.steps()) + 1), "USD"));
            }
        }
        assertThat(RECURRING_BOOKINGS.measure(view).orElseThrow()).isEqualTo(byHand);
    }

    /** Otherwise what sales books as ARR would not be what arrives in the ledger when the contract goes live. */
    @Property(tries = 100)
    void arrBookedIsTwelveTimesTheMrrThatBecomesNew(@ForAll("contracts") List<Drawn> drawn) {
        RevenueView view = view(book(drawn, BillingInterval.MONTHLY));
        RevenueView later = view.during(Span.of(SPAN.from(), SPAN.to().plusDays(120)));
        assertThat(NEW_MRR.measure(later).orElseThrow())
                .isEqualTo(ARR_BOOKED.measure(view).orElseThrow());
    }
}
