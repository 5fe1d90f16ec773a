package io.revops.forecast.churn;

import static io.revops.forecast.churn.SmallBook.acme;
import static io.revops.forecast.churn.SmallBook.at;
import static io.revops.forecast.churn.SmallBook.payment;
import static io.revops.forecast.churn.SmallBook.row;
import static io.revops.forecast.churn.SmallBook.subscription;
import static io.revops.forecast.churn.SmallBook.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.PaymentOutcome;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Worked by hand, as of 30 June 2025. */
class BillingFeaturesTest {
    @Test
    void failedPaymentsCountInTheirWindow() {
        List<Fact> facts = List.of(
                acme(),
                payment("1", "2025-06-30", PaymentOutcome.FAILED),
                payment("2", "2025-05-01", PaymentOutcome.SUCCEEDED),
                payment("3", "2025-04-02", PaymentOutcome.FAILED),
                payment("4", "2025-04-01", PaymentOutcome.FAILED),
                payment("5", "2025-06-01", PaymentOutcome.REFUNDED),
                payment("6", "2025-07-01", PaymentOutcome.FAILED));
        assertThat(value("failed_payments_90d", facts)).hasValue(StrictMath.log1p(2));
        assertThat(value("failed_payment_share_90d", facts)).hasValue(2 / 3.0);
        assertThat(value("failed_payment_recency", facts)).hasValue(0.0);
        assertThat(row("failed_payments_90d", facts).told()).containsExactly("2 failed payments in the last 90 days");
    }

    @Test
    void withoutPaymentsThereIsNoShareAndNoRecency() {
        assertThat(value("failed_payments_90d", acme())).hasValue(0.0);
        assertThat(value("failed_payment_share_90d", acme())).isEmpty();
        assertThat(value("failed_payment_recency", acme())).isEmpty();
    }

    private static Fact late(String from, String to) {
        Spell.Builder spell = Spell.builder("late", SpellKind.PAST_DUE, at(from));
        return subscription("acme", "2025-01-01")
                .spells(to.isEmpty() ? spell.build() : spell.end(at(to)).build())
                .build();
    }

    @Test
    void pastDueCountsTheDaysOfARunningStretch() {
        assertThat(value("past_due", late("2025-06-30", ""))).hasValue(1.0);
        assertThat(value("past_due", late("2025-06-11", ""))).hasValue(20.0);
        assertThat(value("past_due", late("2025-06-11", "2025-07-05"))).hasValue(20.0); // paid later: not known
        assertThat(value("past_due", late("2025-06-11", "2025-06-30"))).hasValue(0.0);
        assertThat(value("past_due", late("2025-07-01", ""))).hasValue(0.0);
        assertThat(row("past_due", List.of(late("2025-06-11", ""))).told()).containsExactly("past due for 20 days");
    }

    private static Invoice invoice(String id, String due, String paid) {
        Invoice.Builder invoice = Invoice.builder(id, "acme", at("2025-05-01")).due(at(due));
        return (paid.isEmpty() ? invoice : invoice.paid(at(paid))).build();
    }

    @Test
    void overdueIsDueBeforeTheDayAndNotPaidByThen() {
        List<Fact> facts = List.of(
                acme(),
                invoice("1", "2025-06-29", ""),
                invoice("2", "2025-06-30", ""),
                invoice("3", "2025-06-01", "2025-06-30"),
                invoice("4", "2025-06-01", "2025-07-01"),
                Invoice.builder("5", "acme", at("2025-05-01"))
                        .due(at("2025-06-01"))
                        .voided(at("2025-06-10"))
                        .build());
        assertThat(value("overdue_invoices", facts)).hasValue(2.0);
        assertThat(value("overdue_invoices", acme())).isEmpty();
    }
}
