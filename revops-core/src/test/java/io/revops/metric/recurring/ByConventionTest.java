package io.revops.metric.recurring;

import static io.revops.catalog.Metrics.DISCOUNTED_MRR;
import static io.revops.catalog.Metrics.GROSS_MRR;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.catalog.Metrics.PAST_DUE_MRR;
import static io.revops.catalog.Metrics.TRIAL_CONVERSION;
import static io.revops.catalog.Metrics.TRIAL_MRR;
import static io.revops.catalog.Metrics.TRIAL_STARTS;
import static io.revops.metric.SeatBooks.code;
import static io.revops.metric.SeatBooks.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.BillingInterval;
import io.revops.book.Dimension;
import io.revops.book.Discount;
import io.revops.book.DiscountDuration;
import io.revops.book.ItemChange;
import io.revops.book.Price;
import io.revops.book.RevenueBook;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.book.Subscription;
import io.revops.ledger.PastDue;
import io.revops.ledger.RandomBooks;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.ledger.Trial;
import io.revops.metric.Metric;
import io.revops.metric.Proportion;
import io.revops.metric.SeatBooks;
import io.revops.metric.UndefinedCode;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Moment;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What discounts take off, what is on trial and what is late: worked by hand, and a law. */
class ByConventionTest {
    @Provide
    Arbitrary<RevenueBook> books() {
        return RandomBooks.books();
    }

    @Provide
    Arbitrary<RevenuePolicy> policies() {
        return RandomBooks.policies();
    }

    private static String at(RevenueView view, Metric<RunRate> metric, String span) {
        return monthly(metric.measure(view.during(Span.parse(span))).orElseThrow());
    }

    private static Spell spell(SpellKind kind, String from, String to) {
        return Spell.builder(kind + from, kind, Moment.parse(from))
                .end(to.isEmpty() ? null : Moment.parse(to))
                .build();
    }

    @Test
    void repeatingDiscountIsTakenOffWhileItLasts() { // T13
        RevenueView view = SeatBooks.start()
                .has("acme/1", "seats", "2025-01-01", "1", "100")
                .with(
                        "acme/1",
                        s -> s.discounts(Discount.builder("d", Moment.of(2025, 1, 1), DiscountDuration.REPEATING)
                                .percent(new BigDecimal(20))
                                .months(3)
                                .build()))
                .during("2025");
        for (String month : new String[] {"2025-01", "2025-02", "2025-03"}) {
            assertThat(at(view, GROSS_MRR, month)).isEqualTo("100.00");
            assertThat(at(view, DISCOUNTED_MRR, month)).isEqualTo("20.00");
            assertThat(at(view, MRR, month)).isEqualTo("80.00");
        }
        assertThat(at(view, GROSS_MRR, "2025-04")).isEqualTo("100.00");
        assertThat(at(view, DISCOUNTED_MRR, "2025-04")).isEqualTo("0.00");
        assertThat(GROSS_MRR.measure(view).by(Dimension.PRODUCT).of("seats").orElseThrow())
                .isEqualTo(GROSS_MRR.measure(view).orElseThrow());
    }

    @Test
    void amountOffAYearlyBillIsSpreadOverTheYear() { // T16
        RevenueView view = RevenueView.of(
                RevenueBook.builder()
                        .add(Subscription.builder("s1", "acme")
                                .items(ItemChange.builder("i", Moment.of(2025, 1, 1), "plan")
                                        .price(Price.flat(Money.of(1200, "USD"), BillingInterval.YEARLY))
                                        .build())
                                .discounts(Discount.builder("d", Moment.of(2025, 1, 1), DiscountDuration.FOREVER)
                                        .amountOff(Money.of(120, "USD"))
                                        .build())
                                .build())
                        .build(),
                RevenuePolicy.standard(),
                Span.year(2025));
        assertThat(at(view, GROSS_MRR, "2025-01")).isEqualTo("100.00");
        assertThat(at(view, DISCOUNTED_MRR, "2025-01")).isEqualTo("10.00");
        assertThat(at(view, MRR, "2025-01")).isEqualTo("90.00");
    }

    private static SeatBooks trial() {
        return SeatBooks.start()
                .has("acme/1", "seats", "2025-01-25", "1", "50")
                .with("acme/1", s -> s.spells(spell(SpellKind.TRIAL, "2025-01-25", "2025-02-08")));
    }

    @Test
    void trialIsWorthWhatItWouldBePaidForAndConvertsWhenItIsOver() { // T07
        for (Trial counted : Trial.values()) {
            RevenueView view =
                    RevenueView.of(trial().book(), RevenuePolicy.standard().with(counted), Span.year(2025));
            assertThat(at(view, TRIAL_MRR, "2025-01")).isEqualTo("50.00");
            assertThat(at(view, TRIAL_MRR, "2025-02")).isEqualTo("0.00");
            assertThat(at(view, MRR, "2025-02")).isEqualTo("50.00");
            assertThat(TRIAL_STARTS.measure(view.during(Span.month(2025, 1))).orElseThrow())
                    .isEqualTo(1);
            assertThat(TRIAL_STARTS.measure(view.during(Span.month(2025, 2))).orElseThrow())
                    .isZero();
            assertThat(TRIAL_CONVERSION
                            .measure(view.during(Span.month(2025, 2)))
                            .orElseThrow())
                    .isEqualTo(new Proportion(1, 1));
            assertThat(code(TRIAL_CONVERSION.measure(view.during(Span.month(2025, 1)))))
                    .isEqualTo(UndefinedCode.NO_TRIALS);
        }
    }

    @Test
    void trialThatFailsIsNoConversion() { // T08
        RevenueView view = trial().ends("acme/1", "2025-02-08").during("2025-02");
        assertThat(TRIAL_CONVERSION.measure(view).orElseThrow()).isEqualTo(new Proportion(0, 1));
        assertThat(at(view, TRIAL_MRR, "2025-01")).isEqualTo("50.00");
        RevenueView early = trial().ends("acme/1", "2025-01-28").during("2025-01");
        assertThat(TRIAL_CONVERSION.measure(early).orElseThrow()).isEqualTo(new Proportion(0, 1));
    }

    @Test
    void freeMonthOfWhoHasPaidIsNoTrial() { // T63
        RevenueView view = SeatBooks.start()
                .has("acme/1", "seats", "2025-01-01", "1", "100")
                .with("acme/1", s -> s.spells(spell(SpellKind.TRIAL, "2025-04-01", "2025-05-01")))
                .during("2025-04");
        assertThat(at(view, TRIAL_MRR, "2025-04")).isEqualTo("0.00");
        assertThat(TRIAL_STARTS.measure(view).orElseThrow()).isZero();
        assertThat(code(TRIAL_CONVERSION.measure(view.during(Span.month(2025, 5)))))
                .isEqualTo(UndefinedCode.NO_TRIALS);
    }

    @Test
    void whatIsLateIsAtRiskHoweverThePolicyCountsIt() { // T26
        RevenueBook book = SeatBooks.start()
                .has("acme/1", "seats", "2025-01-01", "1", "100")
                .with("acme/1", s -> s.spells(spell(SpellKind.PAST_DUE, "2025-03-01", "")))
                .has("bolt/1", "seats", "2025-01-01", "1", "30")
                .with("bolt/1", s -> s.spells(spell(SpellKind.PAST_DUE, "2025-03-01", "2025-03-18")))
                .book();
        for (PastDue counted : new PastDue[] {PastDue.INCLUDE_UNTIL_TERMINAL, PastDue.EXCLUDE, PastDue.autoChurn(30)}) {
            RevenueView view = RevenueView.of(book, RevenuePolicy.standard().with(counted), Span.year(2025));
            assertThat(at(view, PAST_DUE_MRR, "2025-02")).isEqualTo("0.00");
            assertThat(at(view, PAST_DUE_MRR, "2025-03-17")).isEqualTo("130.00");
            assertThat(at(view, PAST_DUE_MRR, "2025-03")).isEqualTo("100.00");
        }
    }

    /** If it failed, a report of discounts would not be the difference between list and what is paid. */
    @Property(tries = 100)
    void grossLessDiscountIsMrr(@ForAll("books") RevenueBook book, @ForAll("policies") RevenuePolicy policy) {
        for (Span month : Span.parse("2024-02-01/2025-10-01").months()) {
            RevenueView view = RevenueView.of(book, policy, month);
            Optional<RunRate> gross = GROSS_MRR.measure(view).value();
            Optional<RunRate> discount = DISCOUNTED_MRR.measure(view).value();
            Optional<RunRate> net = MRR.measure(view).value();
            if (gross.isPresent() && net.isPresent()) {
                assertThat(gross.get().minus(discount.orElseThrow())).isEqualTo(net.get());
            }
        }
    }
}
