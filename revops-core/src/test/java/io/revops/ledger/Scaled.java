package io.revops.ledger;

import io.revops.book.Fact;
import io.revops.book.Invoice;
import io.revops.book.InvoiceLine;
import io.revops.book.Payment;
import io.revops.book.Price;
import io.revops.book.Product;
import io.revops.book.Subscription;
import io.revops.book.Tier;
import io.revops.money.Money;
import java.math.BigDecimal;

/** Facts with every amount of money multiplied. */
final class Scaled {
    private Scaled() {}

    /** A copy of a fact with every price, amount off, bill and payment so many times as large. */
    static Fact by(Fact fact, long k) {
        BigDecimal by = BigDecimal.valueOf(k);
        if (fact instanceof Subscription subscription) {
            return scaled(subscription, by);
        }
        if (fact instanceof Invoice invoice) {
            return invoice.toBuilder()
                    .onlyLines(invoice.lines().stream().map(l -> scaled(l, by)).toList())
                    .build();
        }
        if (fact instanceof Product product) {
            return product.toBuilder()
                    .listPrice(product.listPrice().map(p -> scaled(p, by)).orElse(null))
                    .build();
        }
        if (fact instanceof Payment payment) {
            Payment.Builder scaled = Payment.builder(
                    payment.id(),
                    payment.accountId().orElseThrow(),
                    payment.at(),
                    payment.amount().times(by),
                    payment.outcome());
            return scaled.invoice(payment.invoice().orElse(null))
                    .recorded(payment.recorded().orElse(null))
                    .build();
        }
        return fact;
    }

    private static InvoiceLine scaled(InvoiceLine line, BigDecimal by) {
        InvoiceLine.Builder scaled =
                InvoiceLine.builder(line.id(), line.amount().times(by), line.kind());
        return scaled.subscription(line.subscription().orElse(null))
                .item(line.item().orElse(null))
                .product(line.product().orElse(null))
                .quantity(line.quantity().orElse(null))
                .serviceFrom(line.serviceFrom().orElse(null))
                .serviceTo(line.serviceTo().orElse(null))
                .proration(line.proration().orElse(null))
                .discount(line.discount().map(d -> d.times(by)).orElse(null))
                .tax(line.tax().map(t -> t.times(by)).orElse(null))
                .build();
    }

    private static Subscription scaled(Subscription s, BigDecimal by) {
        return s.toBuilder()
                .onlyItems(s.items().stream()
                        .map(i -> i.toBuilder()
                                .price(i.price().map(p -> scaled(p, by)).orElse(null))
                                .build())
                        .toList())
                .onlyDiscounts(s.discounts().stream()
                        .map(d -> d.toBuilder()
                                .amountOff(d.amountOff().map(a -> a.times(by)).orElse(null))
                                .build())
                        .toList())
                .build();
    }

    private static Price scaled(Price price, BigDecimal by) {
        Money unit = price.unitAmount().times(by);
        Price scaled = switch (price.model()) {
            case PER_UNIT -> price.interval().map(i -> Price.perUnit(unit, i)).orElseGet(() -> Price.oneTime(unit));
            case FLAT -> Price.flat(unit, price.interval().orElseThrow());
            case VOLUME, GRADUATED ->
                Price.tiered(
                        price.model(),
                        price.currency(),
                        price.tiers().stream()
                                .map(t -> new Tier(
                                        t.upTo(),
                                        t.unitAmount().multiply(by),
                                        t.flatAmount().multiply(by)))
                                .toList(),
                        price.interval().orElse(null));
        };
        Price packed = scaled.inPackagesOf(price.packageSize(), price.packageRounding());
        return price.usage() == Price.Usage.METERED ? packed.metered() : packed;
    }
}
