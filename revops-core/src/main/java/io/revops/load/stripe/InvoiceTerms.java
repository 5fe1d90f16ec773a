package io.revops.load.stripe;

import io.revops.book.AccountId;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says, in either layout.
 *
 * @param discount what was taken off all of it; absent if it does not say
 * @param tax all of it; absent if it does not say
 * @param payment the charge or payment intent that pays it, as it was written before there were invoice payments
 * @param lines those that stand in it
 */
record InvoiceTerms(
        String id,
        AccountId account,
        String status,
        @Nullable String number,
        Currency currency,
        Moment issued,
        @Nullable Moment due,
        @Nullable Moment paid,
        @Nullable Moment voided,
        @Nullable String subscription,
        @Nullable Money subtotal,
        @Nullable Money discount,
        @Nullable Money tax,
        List<String> payment,
        List<BillingLine> lines) {

    static InvoiceTerms of(ApiObject invoice) {
        String code = invoice.required("currency");
        Currency currency = invoice.reading("currency", () -> Money.currency(code));
        Optional<ApiObject> times = invoice.child("status_transitions");
        List<BillingLine> lines = new ArrayList<>();
        for (ApiObject line : invoice.list("lines")) {
            lines.add(BillingLine.of(line, currency));
        }
        Optional<Money> subtotal = BillingLine.money(invoice, "subtotal", currency);
        @Nullable Money tax = tax(invoice, currency);
        return new InvoiceTerms(
                invoice.required("id"),
                new AccountId(invoice.reference("customer").orElseThrow(() -> invoice.missing("customer"))),
                status(invoice),
                invoice.text("number").orElse(null),
                currency,
                invoice.moment("effective_at")
                        .or(() -> times.flatMap(t -> t.moment("finalized_at")))
                        .or(() -> invoice.moment("date"))
                        .or(() -> invoice.moment("created"))
                        .or(() -> invoice.moment("period_end"))
                        .orElseThrow(() -> invoice.missing("created")),
                invoice.moment("due_date").orElse(null),
                times.flatMap(t -> t.moment("paid_at")).orElse(null),
                times.flatMap(t -> t.moment("voided_at")).orElse(null),
                invoice.child("parent")
                        .flatMap(p -> p.child("subscription_details"))
                        .flatMap(d -> d.reference("subscription"))
                        .or(() -> invoice.reference("subscription"))
                        .orElse(null),
                subtotal.orElse(null),
                discount(invoice, currency, tax),
                tax,
                payment(invoice),
                List.copyOf(lines));
    }

    private static String status(ApiObject invoice) {
        String status = invoice.text("status").orElse(invoice.flag("paid") ? "paid" : "open");
        return switch (status) {
            case "draft", "open", "paid", "uncollectible", "void" -> status;
            default -> throw invoice.bad("status", "It is not known. Maybe draft, open, paid, uncollectible or void.");
        };
    }

    private static @Nullable Money tax(ApiObject invoice, Currency currency) {
        for (String field : List.of("total_taxes", "total_tax_amounts")) {
            if (invoice.has(field)) {
                return BillingLine.sum(invoice.list(field), currency);
            }
        }
        return BillingLine.money(invoice, "tax", currency).orElse(null);
    }

    /** As it says; or, of an invoice that says what it comes to only, what its total lacks of its subtotal and tax. */
    private static @Nullable Money discount(ApiObject invoice, Currency currency, @Nullable Money tax) {
        if (invoice.has("total_discount_amounts")) {
            return BillingLine.sum(invoice.list("total_discount_amounts"), currency);
        }
        Optional<Money> subtotal = BillingLine.money(invoice, "subtotal", currency);
        Optional<Money> total = BillingLine.money(invoice, "total", currency);
        if (subtotal.isEmpty() || total.isEmpty()) {
            return null;
        }
        Money off =
                subtotal.get().plus(tax == null ? Money.zero(currency) : tax).minus(total.get());
        return off.signum() > 0 ? off : Money.zero(currency);
    }

    private static List<String> payment(ApiObject invoice) {
        TreeSet<String> all = new TreeSet<>();
        invoice.reference("charge").ifPresent(all::add);
        invoice.reference("payment_intent").ifPresent(all::add);
        for (ApiObject payment : invoice.list("payments")) {
            all.addAll(paidBy(payment));
        }
        return List.copyOf(all);
    }

    /** The charge or payment intent of an invoice payment. */
    static List<String> paidBy(ApiObject payment) {
        List<String> ids = new ArrayList<>();
        payment.child("payment").ifPresent(by -> {
            by.reference("payment_intent").ifPresent(ids::add);
            by.reference("charge").ifPresent(ids::add);
        });
        return ids;
    }

    /** The later in the life of an invoice. */
    int rank() {
        return List.of("draft", "open", "uncollectible", "void", "paid").indexOf(status);
    }
}
