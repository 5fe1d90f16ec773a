package io.revops.load.stripe;

import io.revops.book.PaymentOutcome;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A charge, or what came back of one: a refund, a dispute.
 *
 * @param outcome absent: nothing has been decided, and no money has moved
 * @param charge of a refund or a dispute
 */
record PaymentTerms(
        String id,
        @Nullable String account,
        Moment at,
        Money amount,
        @Nullable PaymentOutcome outcome,
        @Nullable String invoice,
        @Nullable String charge,
        @Nullable String intent,
        @Nullable String reason) {

    static PaymentTerms ofCharge(ApiObject charge) {
        boolean held = charge.has("captured") && !charge.flag("captured");
        String status = charge.text("status").orElse(charge.flag("paid") ? "succeeded" : "failed");
        Optional<Money> captured =
                amount(charge, "amount_captured").filter(a -> a.signum() > 0 && status.equals("succeeded"));
        return new PaymentTerms(
                charge.required("id"),
                charge.reference("customer").orElse(null),
                at(charge),
                captured.or(() -> amount(charge, "amount")).orElseThrow(() -> charge.missing("amount")),
                switch (status) {
                    case "succeeded" -> held ? null : PaymentOutcome.SUCCEEDED;
                    case "failed" -> PaymentOutcome.FAILED;
                    case "pending" -> null;
                    default -> throw charge.bad("status", "It is not known. Maybe succeeded, pending or failed.");
                },
                charge.reference("invoice").orElse(null),
                null,
                charge.reference("payment_intent").orElse(null),
                status.equals("failed")
                        ? charge.text("failure_message")
                                .or(() -> charge.text("failure_code"))
                                .orElse(null)
                        : null);
    }

    static PaymentTerms ofRefund(ApiObject refund) {
        boolean failed = refund.text("status")
                .filter(s -> s.equals("failed") || s.equals("canceled"))
                .isPresent();
        return back(refund, failed ? null : PaymentOutcome.REFUNDED);
    }

    /** One that was won, or that is only an inquiry, takes nothing away. */
    static PaymentTerms ofDispute(ApiObject dispute) {
        String status = dispute.text("status").orElse("");
        boolean harmless = status.equals("won") || status.startsWith("warning") || status.equals("prevented");
        return back(dispute, harmless ? null : PaymentOutcome.DISPUTED);
    }

    private static PaymentTerms back(ApiObject object, @Nullable PaymentOutcome outcome) {
        return new PaymentTerms(
                object.required("id"),
                object.reference("customer").orElse(null),
                at(object),
                amount(object, "amount").orElseThrow(() -> object.missing("amount")),
                outcome,
                null,
                object.reference("charge").orElse(null),
                object.reference("payment_intent").orElse(null),
                object.text("reason").orElse(null));
    }

    private static Moment at(ApiObject object) {
        return object.moment("created").orElseThrow(() -> object.missing("created"));
    }

    private static Optional<Money> amount(ApiObject object, String field) {
        String code = object.required("currency");
        Currency currency = object.reading("currency", () -> Money.currency(code));
        return BillingLine.money(object, field, currency);
    }
}
