package io.revops.ledger;

import io.revops.book.AccountId;
import io.revops.book.Invoice;
import io.revops.book.InvoiceId;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.ProductId;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts beside its subscriptions that a policy may ask for to say what an account is worth. */
final class Surroundings {
    private static final Surroundings NONE = new Surroundings(null, List.of(), List.of(), List.of(), List.of());

    private final @Nullable RevenueBook book;
    final List<Subscription> subscriptions;
    /** Bills that were not taken back, as they were issued. */
    final List<Invoice> invoices;

    final List<UsageEvent> used;
    private final Map<InvoiceId, List<Payment>> payments = new HashMap<>();

    private Surroundings(
            @Nullable RevenueBook book,
            List<Subscription> subscriptions,
            List<Invoice> invoices,
            List<Payment> payments,
            List<UsageEvent> used) {
        this.book = book;
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.used = used;
        for (Payment payment : payments) {
            payment.invoice()
                    .ifPresent(i -> this.payments
                            .computeIfAbsent(i, x -> new ArrayList<>())
                            .add(payment));
        }
    }

    /** Nothing beside the subscriptions. */
    static Surroundings none() {
        return NONE;
    }

    /** What a book holds of an account, as far as the rules read it. */
    static Surroundings of(RevenueBook book, AccountId account, StateRules rules, List<Subscription> subscriptions) {
        if (!rules.readsOtherFacts()) {
            return NONE;
        }
        List<Invoice> invoices = new ArrayList<>(book.of(account, Invoice.class));
        invoices.removeIf(i -> i.voided().isPresent());
        invoices.sort(Comparator.comparing((Invoice i) -> i.issued().instant(rules.zone))
                .thenComparing(i -> i.id().value()));
        return new Surroundings(
                book,
                subscriptions,
                invoices,
                book.of(account, Payment.class),
                rules.metersUsage() ? book.of(account, UsageEvent.class) : List.of());
    }

    /** What was paid and paid back of a bill. */
    List<Payment> payments(Invoice invoice, PaymentOutcome outcome) {
        return payments.getOrDefault(invoice.id(), List.of()).stream()
                .filter(p -> p.outcome() == outcome)
                .toList();
    }

    /** What the catalogue asks for a product. */
    Optional<Price> listPrice(@Nullable ProductId product) {
        return product == null || book == null
                ? Optional.empty()
                : book.find(Product.class, product).flatMap(Product::listPrice);
    }
}
