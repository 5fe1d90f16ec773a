package io.revops.load.stripe;

import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.PaymentOutcome;
import io.revops.book.ProductKind;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.book.Source;
import io.revops.book.SubscriptionId;
import io.revops.load.LoadLog;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Invoices, and credit notes as invoices that charge less than nothing. */
final class Bills {
    private final Billing billing;
    private final Catalog catalog;
    private final LoadLog log;
    private final Map<String, Moment> lastPaid = new HashMap<>();
    private final Map<String, List<InvoiceLine>> made = new HashMap<>();

    Bills(Billing billing, Catalog catalog, Map<String, String> links, LoadLog log) {
        this.billing = billing;
        this.catalog = catalog;
        this.log = log;
        for (String id : billing.charges.ids()) {
            PaymentTerms charge = billing.charges.get(id);
            @Nullable String invoice = Billing.invoice(charge, links);
            if (invoice != null && charge.outcome() == PaymentOutcome.SUCCEEDED) {
                lastPaid.merge(invoice, charge.at(), (a, b) -> a.isBefore(b, ZoneOffset.UTC) ? b : a);
            }
        }
    }

    /**
     * Adds all of them.
     *
     * @param apart lines of invoices that stand apart
     * @param pieces lines of credit notes that stand apart
     */
    void into(RevenueBook.Builder book, Map<String, List<BillingLine>> apart, Map<String, List<ApiObject>> pieces) {
        for (String id : billing.invoices.ids()) {
            InvoiceTerms terms = billing.invoices.get(id);
            Source place = billing.invoices.place(id);
            Map<String, BillingLine> lines = new TreeMap<>();
            apart.getOrDefault(id, List.of()).forEach(line -> lines.put(line.id(), line));
            terms.lines().forEach(line -> lines.put(line.id(), line));
            book.add(invoice(terms, List.copyOf(lines.values()), place));
        }
        for (String id : billing.notes.ids()) {
            credit(book, billing.notes.get(id), pieces.getOrDefault(id, List.of()), billing.notes.place(id));
        }
    }

    private Invoice invoice(InvoiceTerms terms, List<BillingLine> lines, Source place) {
        Money sum = sum(lines.stream().map(BillingLine::amount).toList(), Money.zero(terms.currency()));
        if (terms.subtotal() != null && !sum.equals(terms.subtotal())) {
            issue(
                    terms.id(),
                    place,
                    "subtotal",
                    terms.subtotal().toString(),
                    "Its lines add up to " + sum
                            + ". Maybe it has more lines than the ten that the API puts into it: export the invoice lines too.");
        }
        List<@Nullable Money> off =
                shares(terms.discount(), lines, lines.stream().allMatch(l -> l.discount() == null));
        List<@Nullable Money> taxes = shares(terms.tax(), lines, lines.stream().allMatch(l -> l.tax() == null));
        List<InvoiceLine> built = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            built.add(lines.get(i).line(catalog, off.get(i), taxes.get(i)));
        }
        made.put(terms.id(), built);
        return Invoice.builder(terms.id(), terms.account().value(), terms.issued())
                .number(terms.number())
                .due(terms.due())
                .paid(paid(terms, place))
                .voided(
                        !terms.status().equals("void")
                                ? null
                                : terms.voided() != null ? terms.voided() : terms.issued())
                .subscription(subscription(terms, lines))
                .lines(built)
                .source(place)
                .build();
    }

    private @Nullable Moment paid(InvoiceTerms terms, Source place) {
        if (!terms.status().equals("paid")) {
            return null;
        }
        @Nullable Moment paid = terms.paid() != null ? terms.paid() : lastPaid.get(terms.id());
        if (paid == null) {
            issue(
                    terms.id(),
                    place,
                    "status_transitions.paid_at",
                    "",
                    "It is paid, and when is not written. Maybe export the charges, or the times of its statuses.");
        }
        return paid;
    }

    private static @Nullable SubscriptionId subscription(InvoiceTerms terms, List<BillingLine> lines) {
        if (terms.subscription() != null) {
            return new SubscriptionId(terms.subscription());
        }
        Set<String> all = lines.stream()
                .map(BillingLine::subscription)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return all.size() == 1 ? new SubscriptionId(all.iterator().next()) : null;
    }

    /** An amount of the whole invoice by lines, in proportion to what each charges; nothing where the lines say it. */
    private static List<@Nullable Money> shares(@Nullable Money whole, List<BillingLine> lines, boolean isNeeded) {
        List<@Nullable Money> shares = new ArrayList<>();
        long[] weights = lines.stream()
                .mapToLong(l -> l.amount().signum() <= 0
                        ? 0
                        : l.amount().amount().movePointRight(3).longValue())
                .toArray();
        boolean any = false;
        for (long weight : weights) {
            any |= weight > 0;
            shares.add(null);
        }
        if (whole == null || whole.signum() <= 0 || !isNeeded || !any) {
            return shares;
        }
        return new ArrayList<>(whole.allocate(weights));
    }

    private void credit(RevenueBook.Builder book, CreditTerms note, List<ApiObject> pieces, Source place) {
        @Nullable InvoiceTerms invoice = billing.invoices.find(note.invoice());
        @Nullable
        String account = note.account() != null
                ? note.account()
                : invoice == null ? null : invoice.account().value();
        if (account == null) {
            log.rejectAccepted(
                    place,
                    IssueCode.DANGLING_REFERENCE,
                    "invoice",
                    note.invoice(),
                    "The invoice that it takes back is in no file, and so it is nobody's. Maybe its export is older.");
            return;
        }
        Map<String, CreditTerms.Part> parts = new TreeMap<>();
        for (ApiObject piece : pieces) {
            CreditTerms.Part part = CreditTerms.Part.of(piece, note.currency());
            parts.put(part.id(), part);
        }
        note.lines().forEach(part -> parts.put(part.id(), part));
        if (parts.isEmpty()) {
            parts.put(note.id(), new CreditTerms.Part(note.id(), null, note.net(), null, null));
        }
        List<InvoiceLine> taken = made.getOrDefault(note.invoice(), List.of());
        book.add(Invoice.builder(note.id(), account, note.issued())
                .number(note.number())
                .voided(note.voided())
                .subscription(
                        invoice == null || invoice.subscription() == null
                                ? null
                                : new SubscriptionId(invoice.subscription()))
                .lines(parts.values().stream().map(part -> line(part, taken)).toList())
                .source(place)
                .build());
    }

    /** What it takes back is of the kind of the line that it names, or of all lines if they are of one. */
    private static InvoiceLine line(CreditTerms.Part part, List<InvoiceLine> invoice) {
        @Nullable
        InvoiceLine of = invoice.stream()
                .filter(l -> l.id().equals(part.line()))
                .findFirst()
                .orElse(null);
        List<ProductKind> kinds = invoice.stream()
                .map(InvoiceLine::kind)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        ProductKind kind = of != null ? of.kind() : kinds.size() == 1 ? kinds.get(0) : ProductKind.ONE_TIME;
        InvoiceLine.Builder line = InvoiceLine.builder(part.id(), part.net().negated(), kind)
                .discount(negated(part.discount()))
                .tax(negated(part.tax()));
        if (of != null) {
            line.subscription(of.subscription().orElse(null))
                    .item(of.item().map(Object::toString).orElse(null))
                    .product(of.product().orElse(null))
                    .serviceFrom(of.serviceFrom().orElse(null))
                    .serviceTo(of.serviceTo().orElse(null));
        }
        return line.build();
    }

    private static @Nullable Money negated(@Nullable Money amount) {
        return amount == null || amount.isZero() ? null : amount.negated();
    }

    private static Money sum(List<Money> amounts, Money zero) {
        Money sum = zero;
        for (Money amount : amounts) {
            sum = amount.currency().equals(zero.currency()) ? sum.plus(amount) : sum;
        }
        return sum;
    }

    private void issue(String invoice, Source place, String column, String value, String reason) {
        log.issue(new Issue(
                IssueCode.MISSING_VALUE, Severity.WARNING, place, "invoice " + invoice, column, value, reason));
    }
}
