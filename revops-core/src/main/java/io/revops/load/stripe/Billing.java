package io.revops.load.stripe;

import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.load.LoadLog;
import io.revops.load.LoadLog.Verdict;
import io.revops.load.export.ApiObject;
import io.revops.load.export.Registry;
import io.revops.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Invoices, credit notes and payments by id, which become facts when all are read. */
final class Billing {
    private static final Set<String> KINDS = Set.of(
            "invoice",
            "line_item",
            "credit_note",
            "credit_note_line_item",
            "charge",
            "refund",
            "dispute",
            "invoice_payment");

    /** A line that stands apart from what it is a line of. */
    record Apart<L>(String owner, L line) {}

    /** Which payment is for which invoice. */
    record PaidBy(String invoice, List<String> payments) {}

    final Registry<InvoiceTerms> invoices = new Registry<>(Comparator.comparing(InvoiceTerms::rank));
    final Registry<CreditTerms> notes = new Registry<>(Comparator.comparing(c -> c.voided() == null ? 0 : 1));
    final Registry<PaymentTerms> charges = new Registry<>(Comparator.comparing(p -> p.outcome() == null ? 0 : 1));
    final Registry<PaymentTerms> returns = new Registry<>(Comparator.comparing(p -> p.outcome() == null ? 0 : 1));
    private final Registry<Apart<BillingLine>> lines =
            new Registry<>(Comparator.comparing(l -> l.line().id()));
    private final Registry<Apart<ApiObject>> parts =
            new Registry<>(Comparator.comparing(p -> p.line().path()));
    private final Registry<PaidBy> paidBy = new Registry<>(Comparator.comparing(PaidBy::invoice));
    private final Map<String, Map<String, Long>> left = new TreeMap<>();
    private final LoadLog log;

    Billing(LoadLog log) {
        this.log = log;
    }

    static boolean isRead(String kind) {
        return KINDS.contains(kind);
    }

    Verdict read(String kind, ApiObject object, Source place) {
        String id = object.required("id");
        return switch (kind) {
            case "invoice" -> {
                InvoiceTerms terms = InvoiceTerms.of(object);
                if (terms.status().equals("draft")) {
                    yield leave(place, "invoices are drafts, and were left out. Maybe nothing is wrong.");
                }
                yield invoices.add(id, terms, place);
            }
            case "line_item" -> {
                String invoice = object.reference("invoice").orElseThrow(() -> object.missing("invoice"));
                object.required("currency");
                BillingLine line = BillingLine.of(
                        object, object.reading("currency", () -> Money.currency(object.required("currency"))));
                yield lines.add(invoice + "/" + id, new Apart<>(invoice, line), place);
            }
            case "credit_note" -> notes.add(id, CreditTerms.of(object), place);
            case "credit_note_line_item" -> {
                String note = object.reference("credit_note").orElseThrow(() -> object.missing("credit_note"));
                if (object.decimal("amount").isEmpty()) {
                    throw object.missing("amount");
                }
                yield parts.add(note + "/" + id, new Apart<>(note, object), place);
            }
            case "charge" -> {
                for (ApiObject refund : object.list("refunds")) {
                    returns.mention(refund.required("id"), PaymentTerms.ofRefund(refund), place);
                }
                yield charges.add(id, PaymentTerms.ofCharge(object), place);
            }
            case "refund" -> returns.add(id, PaymentTerms.ofRefund(object), place);
            case "dispute" -> returns.add(id, PaymentTerms.ofDispute(object), place);
            default -> {
                String invoice = object.reference("invoice").orElseThrow(() -> object.missing("invoice"));
                yield paidBy.add(id, new PaidBy(invoice, InvoiceTerms.paidBy(object)), place);
            }
        };
    }

    /** Counts a row of which nothing is made. */
    Verdict leave(Source place, String why) {
        left.computeIfAbsent(place.file(), f -> new TreeMap<>()).merge(why, 1L, Long::sum);
        return Verdict.ACCEPTED;
    }

    void into(RevenueBook.Builder book, Catalog catalog) {
        invoices.settle(log);
        notes.settle(log);
        charges.settle(log);
        returns.settle(log);
        lines.settle(log);
        parts.settle(log);
        paidBy.settle(log);
        Map<String, String> links = links();
        Map<String, List<BillingLine>> apart = new HashMap<>();
        for (String key : lines.ids()) {
            Apart<BillingLine> line = lines.get(key);
            if (invoices.find(line.owner()) == null) {
                orphan(lines.place(key), "invoice", line.owner());
            } else {
                apart.computeIfAbsent(line.owner(), i -> new ArrayList<>()).add(line.line());
            }
        }
        Map<String, List<ApiObject>> pieces = new HashMap<>();
        for (String key : parts.ids()) {
            Apart<ApiObject> part = parts.get(key);
            if (notes.find(part.owner()) == null) {
                orphan(parts.place(key), "credit_note", part.owner());
            } else {
                pieces.computeIfAbsent(part.owner(), n -> new ArrayList<>()).add(part.line());
            }
        }
        new Payments(this, links, log).into(book);
        new Bills(this, catalog, links, log).into(book, apart, pieces);
        left.forEach((file, whys) -> whys.forEach((why, count) -> log.issue(new Issue(
                IssueCode.UNKNOWN_KIND,
                Severity.NOTE,
                new Source(StripeExport.SYSTEM, file, 0),
                "",
                "",
                "",
                count + " " + why))));
    }

    /** The invoice of each charge and payment intent, as far as anything tells. */
    private Map<String, String> links() {
        Map<String, String> links = new HashMap<>();
        for (String id : invoices.ids()) {
            invoices.get(id).payment().forEach(payment -> links.put(payment, id));
        }
        for (String id : paidBy.ids()) {
            PaidBy link = paidBy.get(id);
            link.payments().forEach(payment -> links.putIfAbsent(payment, link.invoice()));
        }
        return links;
    }

    private void orphan(Source place, String column, String value) {
        log.rejectAccepted(
                place,
                IssueCode.DANGLING_REFERENCE,
                column,
                value,
                "It is a line of a document that is in no file. Maybe that is a draft, or its export is older.");
    }

    /** The invoice that a payment is for. */
    static @Nullable String invoice(PaymentTerms payment, Map<String, String> links) {
        if (payment.invoice() != null) {
            return payment.invoice();
        }
        @Nullable String byCharge = links.get(payment.id());
        return byCharge != null || payment.intent() == null ? byCharge : links.get(payment.intent());
    }
}
