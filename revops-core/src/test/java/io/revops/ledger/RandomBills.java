package io.revops.ledger;

import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.Proration;
import io.revops.book.Subscription;
import io.revops.book.UsageEvent;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bills, payments and usage around a subscription: paid and refunded, for whole periods and parts, charges and credits. */
final class RandomBills {
    private static final List<Period> LENGTHS = List.of(
            Period.ofMonths(1),
            Period.ofMonths(1),
            Period.ofMonths(3),
            Period.ofYears(1),
            Period.ofDays(10),
            Period.ofDays(14));

    /** Drawn before it is known whose it is. */
    record Drawn(Moment from, int amount, int length, int how, Optional<Moment> refunded) {
        List<Fact> facts(Subscription of, int number) {
            String name = of.id().value() + "-" + number;
            if (how >= 16) {
                return List.of(UsageEvent.builder("use-" + name, of.account().value(), from, "item-" + (how % 2))
                        .quantity(BigDecimal.valueOf(amount % 50))
                        .subscription(of.id())
                        .build());
            }
            boolean credit = how == 15 || how == 14;
            Money money = Money.of(BigDecimal.valueOf(credit ? -amount : amount, 2), how == 13 ? "EUR" : "USD");
            InvoiceLine.Builder line = InvoiceLine.builder(
                            "1", money, how == 12 ? ProductKind.USAGE : ProductKind.RECURRING)
                    .item("item-" + (how % 2))
                    .product(how % 3 == 0 ? new ProductId("basic") : null)
                    .serviceFrom(from)
                    .serviceTo(from.plus(LENGTHS.get(length % LENGTHS.size())))
                    .tax(how % 4 == 0 ? Money.of(BigDecimal.valueOf(amount / 5, 2), money.currency()) : null)
                    .discount(how % 5 == 0 ? Money.of(BigDecimal.valueOf(amount / 10, 2), money.currency()) : null);
            if (how % 3 == 1) {
                line.proration(Proration.PRORATED);
            }
            Invoice.Builder invoice = Invoice.builder(
                            "inv-" + name, of.account().value(), from)
                    .subscription(of.id())
                    .lines(line.build());
            if (how % 2 == 0) {
                invoice.paid(from);
            }
            List<Fact> facts = new ArrayList<>();
            Invoice made = invoice.build();
            facts.add(made);
            refunded.ifPresent(at -> facts.add(Payment.builder(
                            "pay-" + name,
                            of.account().value(),
                            at,
                            money.times(BigDecimal.valueOf(2)),
                            PaymentOutcome.REFUNDED)
                    .invoice(made.id())
                    .build()));
            return facts;
        }
    }

    private RandomBills() {}

    static Arbitrary<Drawn> of() {
        return Combinators.combine(
                        RandomBooks.moments(),
                        Arbitraries.integers().between(1, 30_000),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 19),
                        RandomBooks.moments().optional(0.2))
                .as(Drawn::new);
    }
}
