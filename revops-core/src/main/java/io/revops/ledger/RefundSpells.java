package io.revops.ledger;

import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.Payment;
import io.revops.book.PaymentId;
import io.revops.book.PaymentOutcome;
import io.revops.book.ProductKind;
import io.revops.book.Subscription;
import io.revops.book.SubscriptionId;
import io.revops.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a subscription is over because a bill for it was refunded in full, and when a later bill brings it back. */
final class RefundSpells {
    /**
     * A stretch without a paid bill.
     *
     * @param from when the refund was complete
     * @param to when the service of a paid bill begins; null if none does
     */
    record Refunded(Instant from, @Nullable Instant to, PaymentId payment, Invoice invoice) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }

    private static final int YEAR = 12;

    private final SubscriptionId subscription;
    private final Surroundings facts;
    private final StateRules rules;

    private RefundSpells(SubscriptionId subscription, Surroundings facts, StateRules rules) {
        this.subscription = subscription;
        this.facts = facts;
        this.rules = rules;
    }

    /** By the instant at which the refund was complete. */
    static List<Refunded> of(Subscription subscription, Surroundings facts, StateRules rules) {
        return new RefundSpells(subscription.id(), facts, rules).find();
    }

    private List<Refunded> find() {
        List<Refunded> found = new ArrayList<>();
        for (Invoice invoice : facts.invoices) {
            if (concerns(invoice)) {
                refund(invoice).ifPresent(p -> {
                    Instant from = p.at().instant(rules.zone);
                    Optional<Instant> back = paidAgain(from);
                    if (back.isEmpty() || back.get().isAfter(from)) {
                        found.add(new Refunded(from, back.orElse(null), p.id(), invoice));
                    }
                });
            }
        }
        found.sort(Comparator.comparing(Refunded::from)
                .thenComparing(r -> r.payment().value()));
        return found;
    }

    /** Whether a bill is for a year or more. */
    boolean isYearly(Invoice invoice) {
        return lines(invoice).stream().anyMatch(l -> ServiceTime.months(from(invoice, l), to(invoice, l)) >= YEAR);
    }

    static boolean yearly(Subscription subscription, Refunded refunded, Surroundings facts, StateRules rules) {
        return new RefundSpells(subscription.id(), facts, rules).isYearly(refunded.invoice());
    }

    private boolean concerns(Invoice invoice) {
        return !lines(invoice).isEmpty();
    }

    private List<InvoiceLine> lines(Invoice invoice) {
        return invoice.lines().stream()
                .filter(l -> l.kind() == ProductKind.RECURRING && l.amount().signum() > 0)
                .filter(l -> BilledLines.subscription(invoice, l).equals(subscription))
                .toList();
    }

    /** The payment back that completes the refund of a bill. */
    private Optional<Payment> refund(Invoice invoice) {
        Money total = null;
        for (InvoiceLine line : invoice.lines()) {
            Money gross = line.tax()
                    .filter(t -> t.currency().equals(line.amount().currency()))
                    .map(line.amount()::plus)
                    .orElse(line.amount());
            if (total != null && !total.currency().equals(gross.currency())) {
                return Optional.empty(); // a bill in two currencies has no total to refund
            }
            total = total == null ? gross : total.plus(gross);
        }
        if (total == null || total.signum() <= 0) {
            return Optional.empty();
        }
        List<Payment> back = new ArrayList<>(facts.payments(invoice, PaymentOutcome.REFUNDED));
        back.sort(
                Comparator.comparing((Payment p) -> p.at().instant(rules.zone)).thenComparing(p -> p.id().value()));
        Money sum = Money.zero(total.currency());
        for (Payment payment : back) {
            if (payment.amount().currency().equals(total.currency())) {
                sum = sum.plus(payment.amount());
                if (sum.amount().compareTo(total.amount()) >= 0) {
                    return Optional.of(payment);
                }
            }
        }
        return Optional.empty();
    }

    /** The first instant, this one or later, that a bill pays for which was paid, and not refunded by then. */
    private Optional<Instant> paidAgain(Instant from) {
        return facts.invoices.stream()
                .filter(this::isPaid)
                .flatMap(i -> lines(i).stream().flatMap(l -> covers(i, l, from).stream()))
                .min(Comparator.naturalOrder());
    }

    /** From when on, this instant or later, a line pays for service: not once it is over, or its bill refunded. */
    private Optional<Instant> covers(Invoice invoice, InvoiceLine line, Instant from) {
        Instant begins = line.serviceFrom().orElse(invoice.issued()).instant(rules.zone);
        Instant first = begins.isBefore(from) ? from : begins;
        boolean over = !to(invoice, line).atStartOfDay(rules.zone).toInstant().isAfter(first);
        boolean refunded = refund(invoice)
                .filter(p -> !p.at().instant(rules.zone).isAfter(first))
                .isPresent();
        return over || refunded ? Optional.empty() : Optional.of(first);
    }

    private boolean isPaid(Invoice invoice) {
        return invoice.paid().isPresent()
                || !facts.payments(invoice, PaymentOutcome.SUCCEEDED).isEmpty();
    }

    private LocalDate from(Invoice invoice, InvoiceLine line) {
        return line.serviceFrom().orElse(invoice.issued()).date(rules.zone);
    }

    private LocalDate to(Invoice invoice, InvoiceLine line) {
        return line.serviceTo()
                .map(m -> m.date(rules.zone))
                .orElseGet(() -> from(invoice, line).plusMonths(1));
    }
}
