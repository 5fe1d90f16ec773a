package io.revops.load.stripe;

import io.revops.book.InvoiceId;
import io.revops.book.IssueCode;
import io.revops.book.Payment;
import io.revops.book.RevenueBook;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Charges, and what came back of them, as payments of accounts. */
final class Payments {
    private final Billing billing;
    private final Map<String, String> links;
    private final LoadLog log;
    private final Map<String, String> chargeOfIntent = new HashMap<>();

    Payments(Billing billing, Map<String, String> links, LoadLog log) {
        this.billing = billing;
        this.links = links;
        this.log = log;
    }

    void into(RevenueBook.Builder book) {
        for (String id : billing.charges.ids()) {
            PaymentTerms charge = billing.charges.get(id);
            if (charge.intent() != null && charge.outcome() != null) {
                chargeOfIntent.putIfAbsent(charge.intent(), id);
            }
            add(book, charge, charge, billing.charges.place(id));
        }
        for (String id : billing.returns.ids()) {
            PaymentTerms back = billing.returns.get(id);
            Source place = billing.returns.place(id);
            @Nullable
            String chargeId = back.charge() != null
                    ? back.charge()
                    : back.intent() == null ? null : chargeOfIntent.get(back.intent());
            @Nullable PaymentTerms charge = billing.charges.find(chargeId);
            if (charge == null && back.account() == null) {
                log.rejectAccepted(
                        place,
                        IssueCode.DANGLING_REFERENCE,
                        "charge",
                        Optional.ofNullable(chargeId).orElse(""),
                        "The charge that it gives back is in no file, and so it is nobody's. Maybe its export is older.");
            } else {
                add(book, back, charge == null ? back : charge, place);
            }
        }
    }

    /** A payment, whose account and invoice are those of a charge. */
    private void add(RevenueBook.Builder book, PaymentTerms payment, PaymentTerms charge, Source place) {
        @Nullable String invoiceId = Billing.invoice(charge, links);
        @Nullable InvoiceTerms invoice = billing.invoices.find(invoiceId);
        @Nullable
        String account = charge.account() != null
                ? charge.account()
                : invoice == null ? payment.account() : invoice.account().value();
        if (payment.outcome() == null) {
            billing.leave(
                    place, "payments are still open, or took nothing away, and were left out. Maybe nothing is wrong.");
        } else if (account == null) {
            billing.leave(
                    place, "payments are of no customer, and were left out. Maybe they were made without an account.");
        } else {
            book.add(Payment.builder(payment.id(), account, payment.at(), payment.amount(), payment.outcome())
                    .invoice(invoiceId == null ? null : new InvoiceId(invoiceId))
                    .reason(payment.reason())
                    .source(place)
                    .build());
        }
    }
}
