package io.revops.forecast.churn;

import static io.revops.forecast.churn.FeatureUnit.COUNT;
import static io.revops.forecast.churn.FeatureUnit.DAYS;
import static io.revops.forecast.churn.FeatureUnit.LOG_COUNT;
import static io.revops.forecast.churn.FeatureUnit.SHARE;

import io.revops.book.Entries;
import io.revops.book.Invoice;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.Spell;
import io.revops.book.SpellKind;
import io.revops.time.Span;
import java.util.List;
import java.util.stream.Stream;

/** Whether what an account owes could be collected. */
final class BillingFeatures {
    private static final int YEAR = 365;

    private BillingFeatures() {}

    static List<ChurnFeature> all() {
        return List.of(
                ChurnFeature.of(
                                "failed_payments_90d",
                                LOG_COUNT,
                                (w, a) -> StrictMath.log1p((double) count(w, a, PaymentOutcome.FAILED)))
                        .over(90)
                        .told("{} failed payment(s) in the last 90 days"),
                ChurnFeature.of("failed_payment_share_90d", SHARE, BillingFeatures::failedShare)
                        .over(90)
                        .told("{} of the payments in the last 90 days failed"),
                ChurnFeature.of(
                                "failed_payment_recency",
                                DAYS,
                                (w, a) -> payments(w, a, PaymentOutcome.FAILED)
                                        .mapToDouble(p -> a.daysSince(p.at()))
                                        .min()
                                        .orElse(Double.NaN))
                        .over(YEAR)
                        .told("{} day(s) since a payment failed"),
                ChurnFeature.of(
                                "past_due",
                                DAYS,
                                (w, a) -> late(a).mapToDouble(s -> a.daysSince(s.effective()) + 1)
                                        .max()
                                        .orElse(0))
                        .over(1)
                        .told(Phrase.of(DAYS, "past due for {} day(s)").orZero("nothing past due")),
                ChurnFeature.of("overdue_invoices", COUNT, (w, a) -> overdue(a))
                        .over(1)
                        .told("{} invoice(s) overdue"));
    }

    private static Stream<Payment> payments(Span window, AccountAsOf account, PaymentOutcome outcome) {
        return account.facts(Payment.class, window).stream().filter(p -> p.outcome() == outcome);
    }

    private static long count(Span window, AccountAsOf account, PaymentOutcome outcome) {
        return payments(window, account, outcome).count();
    }

    private static double failedShare(Span window, AccountAsOf account) {
        double failed = count(window, account, PaymentOutcome.FAILED);
        return failed / UsageFeatures.above0(failed + count(window, account, PaymentOutcome.SUCCEEDED));
    }

    private static Stream<Spell> late(AccountAsOf account) {
        return account.running().stream()
                .flatMap(s -> Entries.current(s.spells()).stream())
                .filter(s -> s.kind() == SpellKind.PAST_DUE || s.kind() == SpellKind.UNPAID)
                .filter(s -> s.end()
                        .map(account::day)
                        .filter(d -> !d.isAfter(account.asOf()))
                        .isEmpty());
    }

    /** Due before the as-of date, and neither paid nor voided; NaN for an account without invoices. */
    private static double overdue(AccountAsOf account) {
        List<Invoice> invoices = account.facts(Invoice.class);
        return invoices.isEmpty()
                ? Double.NaN
                : invoices.stream()
                        .filter(i -> i.paid().isEmpty() && i.voided().isEmpty())
                        .filter(i -> i.due()
                                .map(account::day)
                                .filter(d -> d.isBefore(account.asOf()))
                                .isPresent())
                        .count();
    }
}
