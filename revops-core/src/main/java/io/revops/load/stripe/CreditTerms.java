package io.revops.load.stripe;

import io.revops.load.export.ApiObject;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a credit note says: how much of an invoice is taken back.
 *
 * @param net what is taken back without tax, if nothing says of which line
 */
record CreditTerms(
        String id,
        String invoice,
        @Nullable String account,
        @Nullable String number,
        Currency currency,
        Moment issued,
        @Nullable Moment voided,
        Money net,
        List<Part> lines) {

    /**
     * One line of it.
     *
     * @param line of the invoice that it takes back; absent: none of them
     * @param net what it takes back, without discount and tax
     */
    record Part(
            String id,
            @Nullable String line,
            Money net,
            @Nullable Money discount,
            @Nullable Money tax) {

        static Part of(ApiObject line, Currency currency) {
            @Nullable Money discount = BillingLine.discount(line, currency);
            Money net = BillingLine.money(line, "amount", currency)
                    .orElseThrow(() -> line.missing("amount"))
                    .minus(BillingLine.included(line, currency));
            return new Part(
                    line.required("id"),
                    line.text("invoice_line_item").orElse(null),
                    discount == null ? net : net.minus(discount),
                    discount,
                    BillingLine.tax(line, currency));
        }
    }

    static CreditTerms of(ApiObject note) {
        String code = note.required("currency");
        Currency currency = note.reading("currency", () -> Money.currency(code));
        List<Part> lines = new ArrayList<>();
        for (ApiObject line : note.list("lines")) {
            lines.add(Part.of(line, currency));
        }
        Moment issued =
                note.moment("effective_at").or(() -> note.moment("created")).orElseThrow(() -> note.missing("created"));
        boolean isVoid = note.text("status").filter("void"::equals).isPresent();
        return new CreditTerms(
                note.required("id"),
                note.reference("invoice").orElseThrow(() -> note.missing("invoice")),
                note.reference("customer").orElse(null),
                note.text("number").orElse(null),
                currency,
                issued,
                isVoid ? note.moment("voided_at").orElse(issued) : null,
                BillingLine.money(note, "total_excluding_tax", currency)
                        .or(() -> BillingLine.money(note, "subtotal_excluding_tax", currency))
                        .or(() -> BillingLine.money(note, "subtotal", currency))
                        .or(() -> BillingLine.money(note, "amount", currency))
                        .orElseThrow(() -> note.missing("amount")),
                List.copyOf(lines));
    }
}
