package io.revops.load.stripe;

import io.revops.book.InvoiceLine;
import io.revops.book.Price;
import io.revops.book.ProductId;
import io.revops.book.ProductKind;
import io.revops.book.Proration;
import io.revops.book.SubscriptionId;
import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an invoice says, in either layout.
 *
 * @param amount before discounts, with inclusive taxes
 * @param discount what was taken off; absent if the line does not say
 * @param tax all of it; absent if the line does not say
 * @param included the part of the tax that the amount holds
 * @param recurring whether it bills an item of a subscription
 */
record BillingLine(
        String id,
        Money amount,
        @Nullable Money discount,
        @Nullable Money tax,
        Money included,
        @Nullable PriceTerms price,
        boolean recurring,
        @Nullable String subscription,
        @Nullable String item,
        @Nullable ProductId product,
        @Nullable BigDecimal quantity,
        @Nullable Moment from,
        @Nullable Moment to,
        @Nullable Proration proration) {

    static BillingLine of(ApiObject line, Currency otherwise) {
        Currency currency = line.text("currency")
                .map(code -> line.reading("currency", () -> Money.currency(code)))
                .orElse(otherwise);
        Optional<ApiObject> parent = line.child("parent");
        Optional<ApiObject> ofItem = parent.flatMap(p -> p.child("subscription_item_details"))
                .filter(p -> parent.flatMap(w -> w.text("type"))
                        .filter("invoice_item_details"::equals)
                        .isEmpty());
        Optional<ApiObject> details = ofItem.or(() -> parent.flatMap(p -> p.child("invoice_item_details")));
        Optional<ApiObject> priced = line.child("pricing").flatMap(p -> p.child("price_details"));
        @Nullable PriceTerms price = price(line, priced).orElse(null);
        boolean prorated = details.map(d -> d.flag("proration")).orElse(line.flag("proration"));
        @Nullable
        String item = ofItem.flatMap(d -> d.text("subscription_item"))
                .or(() -> line.reference("subscription_item"))
                .orElse(null);
        boolean recurring = ofItem.isPresent()
                || item != null
                || prorated
                || line.text("type").filter("subscription"::equals).isPresent();
        Optional<ApiObject> period = line.child("period");
        @Nullable Moment from = period.flatMap(p -> p.moment("start")).orElse(null);
        @Nullable Moment to = period.flatMap(p -> p.moment("end")).orElse(null);
        return new BillingLine(
                line.required("id"),
                money(line, "amount", currency).orElseThrow(() -> line.missing("amount")),
                discount(line, currency),
                tax(line, currency),
                included(line, currency),
                price,
                recurring,
                details.flatMap(d -> d.text("subscription"))
                        .or(() -> line.reference("subscription"))
                        .orElse(null),
                item,
                priced.flatMap(p -> p.reference("product"))
                        .map(ProductId::new)
                        .orElse(price == null ? null : price.product()),
                line.decimal("quantity_decimal")
                        .or(() -> line.decimal("quantity"))
                        .map(BillingLine::plain)
                        .orElse(null),
                from,
                Objects.equals(from, to) ? null : to,
                recurring ? prorated ? Proration.PRORATED : Proration.WHOLE_PERIOD : null);
    }

    static Optional<Money> money(ApiObject object, String field, Currency currency) {
        return object.decimal(field).map(minor -> MinorUnits.money(minor, currency));
    }

    private static Optional<PriceTerms> price(ApiObject line, Optional<ApiObject> priced) {
        return priced.flatMap(p -> p.reference("price"))
                .map(PriceTerms::named)
                .or(() -> line.child("price").map(PriceTerms::of))
                .or(() -> line.text("price").map(PriceTerms::named))
                .or(() -> line.child("plan").map(PriceTerms::of))
                .or(() -> line.text("plan").map(PriceTerms::named));
    }

    /** What a line was reduced by: {@code discount_amounts}, or {@code discount_amount} of a line of a credit note. */
    static @Nullable Money discount(ApiObject line, Currency currency) {
        if (line.has("discount_amounts") && !line.list("discount_amounts").isEmpty()) {
            return sum(line.list("discount_amounts"), currency);
        }
        return money(line, "discount_amount", currency)
                .orElse(line.has("discount_amounts") ? Money.zero(currency) : null);
    }

    /** {@code taxes}, or {@code tax_amounts} as they were called before. */
    static @Nullable Money tax(ApiObject line, Currency currency) {
        return line.has("taxes") || line.has("tax_amounts") ? sum(taxes(line), currency) : null;
    }

    static Money included(ApiObject line, Currency currency) {
        return sum(
                taxes(line).stream()
                        .filter(t -> t.flag("inclusive")
                                || t.text("tax_behavior")
                                        .filter("inclusive"::equals)
                                        .isPresent())
                        .toList(),
                currency);
    }

    private static List<ApiObject> taxes(ApiObject line) {
        return line.has("taxes") ? line.list("taxes") : line.list("tax_amounts");
    }

    static Money sum(List<ApiObject> amounts, Currency currency) {
        Money sum = Money.zero(currency);
        for (ApiObject amount : amounts) {
            sum = sum.plus(money(amount, "amount", currency).orElseThrow(() -> amount.missing("amount")));
        }
        return sum;
    }

    private static BigDecimal plain(BigDecimal quantity) {
        BigDecimal plain = quantity.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    ProductKind kind(Catalog catalog) {
        @Nullable PriceTerms known = price == null ? null : catalog.known(price);
        if (known != null && known.oneTime()) {
            return ProductKind.ONE_TIME;
        }
        if (known != null && known.amounts().values().stream().anyMatch(p -> p.usage() == Price.Usage.METERED)) {
            return ProductKind.USAGE;
        }
        return recurring ? ProductKind.RECURRING : ProductKind.ONE_TIME;
    }

    /** The product it sells, as it says or as its price does. */
    @Nullable
    ProductId sold(Catalog catalog) {
        return product != null || price == null ? product : catalog.known(price).product();
    }

    /**
     * The line of the book.
     *
     * @param off what the whole invoice says that was taken off this line, if the line does not
     * @param taxed what the whole invoice says that this line is taxed, if the line does not
     */
    InvoiceLine line(Catalog catalog, @Nullable Money off, @Nullable Money taxed) {
        @Nullable Money taken = discount != null ? discount : off;
        @Nullable Money due = tax != null ? tax : taxed;
        Money net = amount.minus(included);
        return InvoiceLine.builder(id, taken == null ? net : net.minus(taken), kind(catalog))
                .subscription(subscription == null ? null : new SubscriptionId(subscription))
                .item(item)
                .product(sold(catalog))
                .quantity(quantity)
                .serviceFrom(from)
                .serviceTo(to)
                .proration(proration)
                .discount(taken == null || taken.isZero() ? null : taken)
                .tax(due == null || due.isZero() ? null : due)
                .build();
    }
}
