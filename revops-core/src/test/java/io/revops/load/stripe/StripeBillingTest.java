package io.revops.load.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Invoice;
import io.revops.book.InvoiceId;
import io.revops.book.InvoiceLine;
import io.revops.book.Issue;
import io.revops.book.IssueCode;
import io.revops.book.Payment;
import io.revops.book.PaymentOutcome;
import io.revops.book.ProductKind;
import io.revops.book.Proration;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.Loaded;
import io.revops.load.export.Exports;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Invoices, credit notes and payments. */
class StripeBillingTest {
    private static final String CURRENT = """
            {"object":"invoice","id":"in_1","customer":"cus_1","currency":"usd","status":"paid","number":"A-1","subtotal":11500,
             "created":1738368000,"due_date":1739577600,"status_transitions":{"finalized_at":1738371600,"paid_at":1738458000},
             "parent":{"type":"subscription_details","subscription_details":{"subscription":"sub_1"}},
             "lines":{"object":"list","data":[
              {"id":"il_1","amount":10000,"currency":"usd","quantity":5,"period":{"start":1738368000,"end":1740787200},
               "discount_amounts":[{"amount":1000,"discount":"di_1"}],"taxes":[{"amount":1710,"tax_behavior":"exclusive"}],
               "pricing":{"type":"price_details","price_details":{"price":"price_team","product":"prod_team"}},
               "parent":{"type":"subscription_item_details","subscription_item_details":{"subscription":"sub_1",
                "subscription_item":"si_1","proration":false}}},
              {"id":"il_2","amount":1500,"currency":"usd","period":{"start":1738368000,"end":1738368000},
               "parent":{"type":"invoice_item_details","invoice_item_details":{"invoice_item":"ii_1","proration":false}}}]}}""".replace("\n", "");
    private static final String OLDER = """
            {"object":"invoice","id":"in_1","customer":"cus_1","currency":"usd","status":"paid","number":"A-1","subtotal":11500,
             "created":1738368000,"due_date":1739577600,"status_transitions":{"finalized_at":1738371600,"paid_at":1738458000},
             "subscription":"sub_1","lines":{"object":"list","data":[
              {"id":"il_1","amount":10000,"currency":"usd","quantity":5,"period":{"start":1738368000,"end":1740787200},
               "discount_amounts":[{"amount":1000,"discount":"di_1"}],"tax_amounts":[{"amount":1710,"inclusive":false}],
               "price":{"id":"price_team","product":"prod_team"},"type":"subscription","subscription":"sub_1",
               "subscription_item":"si_1","proration":false},
              {"id":"il_2","amount":1500,"currency":"usd","period":{"start":1738368000,"end":1738368000},
               "type":"invoiceitem","invoice_item":"ii_1","proration":false}]}}""".replace("\n", "");
    private static final String CHARGE =
            "{\"object\":\"charge\",\"id\":\"ch_1\",\"customer\":\"cus_1\",\"amount\":12210,"
                    + "\"amount_captured\":12210,\"captured\":true,\"currency\":\"usd\",\"created\":1738458000,"
                    + "\"status\":\"succeeded\",\"payment_intent\":\"pi_1\"}";

    @TempDir
    Path folder;

    private Loaded<RevenueBook> read(String... lines) throws IOException {
        Files.writeString(folder.resolve("b.jsonl"), String.join("\n", lines) + "\n");
        return read();
    }

    private Loaded<RevenueBook> read() {
        Loaded<RevenueBook> loaded = StripeExport.read(folder);
        assertThat(Exports.addsUp(loaded)).isTrue();
        return loaded;
    }

    private static Invoice invoice(Loaded<RevenueBook> loaded, String id) {
        return loaded.value().find(Invoice.class, new InvoiceId(id)).orElseThrow();
    }

    private static InvoiceLine line(Loaded<RevenueBook> loaded, String invoice, String id) {
        return invoice(loaded, invoice).lines().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Payment payment(Loaded<RevenueBook> loaded) {
        List<Payment> all = loaded.value().all(Payment.class);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void bothLayoutsAreTheSameInvoice() throws IOException {
        Loaded<RevenueBook> current = read(CURRENT);
        Invoice invoice = invoice(current, "in_1");
        assertThat(invoice.account().value()).isEqualTo("cus_1");
        assertThat(invoice.number()).contains("A-1");
        assertThat(invoice.issued()).isEqualTo(Moment.parse("2025-02-01T01:00:00Z"));
        assertThat(invoice.due()).contains(Moment.parse("2025-02-15T00:00:00Z"));
        assertThat(invoice.paid()).contains(Moment.parse("2025-02-02T01:00:00Z"));
        assertThat(invoice.voided()).isEmpty();
        assertThat(invoice.subscription().orElseThrow().value()).isEqualTo("sub_1");
        InvoiceLine seats = line(current, "in_1", "il_1");
        assertThat(seats.amount()).isEqualTo(usd("90"));
        assertThat(seats.discount()).contains(usd("10"));
        assertThat(seats.tax()).contains(usd("17.10"));
        assertThat(seats.kind()).isEqualTo(ProductKind.RECURRING);
        assertThat(seats.proration()).contains(Proration.WHOLE_PERIOD);
        assertThat(seats.product().orElseThrow().value()).isEqualTo("prod_team");
        assertThat(seats.serviceTo()).contains(Moment.parse("2025-03-01T00:00:00Z"));
        InvoiceLine item = line(current, "in_1", "il_2");
        assertThat(item.kind()).isEqualTo(ProductKind.ONE_TIME);
        assertThat(item.proration()).isEmpty();
        assertThat(item.serviceTo()).isEmpty();
        assertThat(current.issues()).isEmpty();

        assertThat(invoice(read(OLDER), "in_1")).isEqualTo(invoice);
    }

    @Test
    void aPriceSaysWhetherALineIsOneTimeOrUsage() throws IOException {
        Loaded<RevenueBook> loaded = read(
                CURRENT,
                "{\"object\":\"price\",\"id\":\"price_team\",\"product\":\"prod_team\",\"currency\":\"usd\",\"type\":\"recurring\","
                        + "\"unit_amount\":1,\"recurring\":{\"interval\":\"month\",\"usage_type\":\"metered\"}}");
        assertThat(line(loaded, "in_1", "il_1").kind()).isEqualTo(ProductKind.USAGE);
    }

    @Test
    void aProratedLineIsRecurringAlsoAsAnInvoiceItem() throws IOException {
        Loaded<RevenueBook> loaded = read(CURRENT.replace(
                "\"invoice_item\":\"ii_1\",\"proration\":false", "\"invoice_item\":\"ii_1\",\"proration\":true"));
        assertThat(line(loaded, "in_1", "il_2").kind()).isEqualTo(ProductKind.RECURRING);
        assertThat(line(loaded, "in_1", "il_2").proration()).contains(Proration.PRORATED);
    }

    @Test
    void taxesThatTheAmountIncludesAreNoRevenue() throws IOException {
        Loaded<RevenueBook> loaded = read(CURRENT.replace("exclusive", "inclusive"));
        // 100.00 less 17.10 of tax and 10.00 of discount.
        assertThat(line(loaded, "in_1", "il_1").amount()).isEqualTo(usd("72.90"));
        assertThat(line(loaded, "in_1", "il_1").tax()).contains(usd("17.10"));
    }

    @ParameterizedTest
    @CsvSource({"open,,", "uncollectible,,", "void,,2025-02-03T00:00:00Z", "paid,2025-02-02T01:00:00Z,"})
    void theStatusTellsWhatIsPaidAndVoided(String status, String paid, String voided) throws IOException {
        Invoice invoice = invoice(
                read(CURRENT.replace("\"paid\"", "\"" + status + "\"")
                        .replace("\"paid_at\"", "\"voided_at\":1738540800,\"paid_at\"")),
                "in_1");
        assertThat(invoice.paid().map(Moment::toString).orElse(null)).isEqualTo(paid);
        assertThat(invoice.voided().map(Moment::toString).orElse(null)).isEqualTo(voided);
    }

    @Test
    void draftsAreLeftOutWithANote() throws IOException {
        Loaded<RevenueBook> loaded = read(CURRENT.replace("\"paid\"", "\"draft\""));
        assertThat(loaded.value().all(Invoice.class)).isEmpty();
        assertThat(loaded.accepted()).isOne();
        assertThat(loaded.issues()).extracting(Issue::severity).containsExactly(Severity.NOTE);
    }

    @Test
    void withoutATimeOfPaymentTheLastChargeTells() throws IOException {
        String bare = CURRENT.replace(",\"paid_at\":1738458000", "");
        assertThat(read(bare).issues()).extracting(Issue::column).containsExactly("status_transitions.paid_at");
        assertThat(invoice(
                                read(
                                        bare,
                                        CHARGE.replace(
                                                "\"payment_intent\"", "\"invoice\":\"in_1\",\"payment_intent\"")),
                                "in_1")
                        .paid())
                .contains(Moment.parse("2025-02-02T01:00:00Z"));
    }

    @Test
    void linesThatAreMissingAreAWarningUntilTheyAreThere() throws IOException {
        String more = CURRENT.replace("\"subtotal\":11500", "\"subtotal\":12500");
        assertThat(read(more).issues()).extracting(Issue::column).containsExactly("subtotal");
        Loaded<RevenueBook> whole = read(
                more,
                "{\"object\":\"line_item\",\"id\":\"il_3\",\"invoice\":\"in_1\",\"amount\":1000,\"currency\":\"usd\"}");
        assertThat(whole.issues()).isEmpty();
        assertThat(invoice(whole, "in_1").lines()).hasSize(3);
    }

    @Test
    void aLineOfNoInvoiceIsRejected() throws IOException {
        Loaded<RevenueBook> loaded = read(
                "{\"object\":\"line_item\",\"id\":\"il_3\",\"invoice\":\"in_9\",\"amount\":1000,\"currency\":\"usd\"}");
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.issues()).extracting(Issue::code).containsExactly(IssueCode.DANGLING_REFERENCE);
    }

    @Test
    void whatOnlyTheWholeInvoiceSaysIsSharedByAmount() throws IOException {
        Loaded<RevenueBook> loaded =
                read("{\"object\":\"invoice\",\"id\":\"in_1\",\"customer\":\"cus_1\",\"currency\":\"usd\","
                        + "\"status\":\"open\",\"created\":1738368000,\"subtotal\":3000,\"tax\":300,\"total\":2700,\"lines\":[{\"id\":\"a\","
                        + "\"amount\":2000},{\"id\":\"b\",\"amount\":1000}]}");
        // 30.00 + 3.00 - 27.00 = 6.00 off, and 3.00 tax, each 2 : 1.
        assertThat(line(loaded, "in_1", "a").amount()).isEqualTo(usd("16"));
        assertThat(line(loaded, "in_1", "a").discount()).contains(usd("4"));
        assertThat(line(loaded, "in_1", "b").amount()).isEqualTo(usd("8"));
        assertThat(line(loaded, "in_1", "b").tax()).contains(usd("1"));
    }

    @Test
    void ofTwoStatesOfAnInvoiceTheLaterIsKept() throws IOException {
        Loaded<RevenueBook> loaded = read(CURRENT, CURRENT.replace("\"paid\"", "\"open\""), CURRENT);
        assertThat(invoice(loaded, "in_1").paid()).isPresent();
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
    }

    @Test
    void aChargeIsAPaymentOfItsInvoice() throws IOException {
        Loaded<RevenueBook> loaded = read(
                CHARGE,
                CURRENT,
                "{\"object\":\"invoice_payment\",\"id\":\"inpay_1\",\"invoice\":\"in_1\",\"payment\":{\"type\":\"payment_intent\","
                        + "\"payment_intent\":\"pi_1\"}}");
        Payment payment = payment(loaded);
        assertThat(payment.amount()).isEqualTo(usd("122.10"));
        assertThat(payment.outcome()).isEqualTo(PaymentOutcome.SUCCEEDED);
        assertThat(payment.invoice()).contains(new InvoiceId("in_1"));
        assertThat(payment.at()).isEqualTo(Moment.parse("2025-02-02T01:00:00Z"));
    }

    @Test
    void aFailedChargeSaysWhyAndOneThatIsNotCapturedIsNone() throws IOException {
        Payment failed = payment(read(CHARGE.replace("succeeded\"", "failed\",\"failure_message\":\"Card declined\"")));
        assertThat(failed.outcome()).isEqualTo(PaymentOutcome.FAILED);
        assertThat(failed.reason()).contains("Card declined");
        Loaded<RevenueBook> held = read(CHARGE.replace("\"captured\":true", "\"captured\":false"));
        assertThat(held.value().all(Payment.class)).isEmpty();
        assertThat(held.accepted()).isOne();
        assertThat(read(CHARGE.replace("succeeded", "pending")).value().all(Payment.class))
                .isEmpty();
    }

    @Test
    void whatCameBackIsOfTheAccountAndTheInvoiceOfItsCharge() throws IOException {
        Loaded<RevenueBook> loaded = read(
                CHARGE.replace("\"payment_intent\"", "\"invoice\":\"in_1\",\"payment_intent\""),
                back("refund", "re_1", "succeeded"),
                back("refund", "re_2", "failed"),
                back("dispute", "dp_1", "lost"),
                back("dispute", "dp_2", "won"),
                back("dispute", "dp_3", "warning_needs_response"));
        List<Payment> payments = loaded.value().all(Payment.class);
        assertThat(payments)
                .extracting(p ->
                        p.id().value() + " " + p.outcome() + " " + p.amount().amount())
                .containsExactly("ch_1 SUCCEEDED 122.10", "dp_1 DISPUTED 5.00", "re_1 REFUNDED 5.00");
        assertThat(payments).allSatisfy(p -> assertThat(p.invoice()).contains(new InvoiceId("in_1")));
    }

    private static String back(String kind, String id, String status) {
        return "{\"object\":\"" + kind + "\",\"id\":\"" + id
                + "\",\"charge\":\"ch_1\",\"amount\":500,\"currency\":\"usd\"," + "\"created\":1738540800,\"status\":\""
                + status + "\"}";
    }

    @Test
    void aRefundWithinItsChargeAndByItselfIsOne() throws IOException {
        String refund = back("refund", "re_1", "succeeded");
        Loaded<RevenueBook> loaded = read(
                CHARGE.replace("\"payment_intent\"", "\"refunds\":{\"data\":[" + refund + "]},\"payment_intent\""),
                refund);
        assertThat(loaded.value().all(Payment.class)).hasSize(2);
        assertThat(loaded.accepted()).isEqualTo(2);
    }

    @Test
    void aRefundOfNoChargeIsRejectedAndAChargeOfNobodyLeftOut() throws IOException {
        Loaded<RevenueBook> loaded =
                read(back("refund", "re_1", "succeeded").replace("ch_1", "ch_9"), CHARGE.replace("\"cus_1\"", "null"));
        assertThat(loaded.value().all(Payment.class)).isEmpty();
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.accepted()).isOne();
    }

    @Test
    void aCreditNoteIsAnInvoiceOfLessThanNothing() throws IOException {
        Loaded<RevenueBook> loaded = read(
                CURRENT,
                "{\"object\":\"credit_note\",\"id\":\"cn_1\",\"invoice\":\"in_1\",\"customer\":\"cus_1\",\"currency\":\"usd\","
                        + "\"created\":1738540800,\"number\":\"A-1-CN\",\"status\":\"issued\",\"total\":2000,\"lines\":{\"data\":["
                        + "{\"id\":\"cnli_1\",\"type\":\"invoice_line_item\",\"invoice_line_item\":\"il_1\",\"amount\":2000,"
                        + "\"discount_amount\":200,\"tax_amounts\":[{\"amount\":342,\"inclusive\":false}]}]},\"amount\":2142}");
        Invoice note = invoice(loaded, "cn_1");
        assertThat(note.subscription().orElseThrow().value()).isEqualTo("sub_1");
        InvoiceLine line = note.lines().get(0);
        assertThat(line.amount()).isEqualTo(usd("-18"));
        assertThat(line.tax()).contains(usd("-3.42"));
        assertThat(line.kind()).isEqualTo(ProductKind.RECURRING);
        assertThat(line.product().orElseThrow().value()).isEqualTo("prod_team");
        assertThat(line.serviceFrom()).contains(Moment.parse("2025-02-01T00:00:00Z"));
    }

    @Test
    void aCreditNoteOfAnUnknownInvoiceNeedsACustomer() throws IOException {
        String note = "{\"object\":\"credit_note\",\"id\":\"cn_1\",\"invoice\":\"in_9\",\"customer\":\"cus_1\","
                + "\"currency\":\"usd\",\"created\":1738540800,\"status\":\"void\",\"subtotal\":2000}";
        Loaded<RevenueBook> loaded = read(note);
        assertThat(invoice(loaded, "cn_1").lines().get(0).amount()).isEqualTo(usd("-20"));
        assertThat(invoice(loaded, "cn_1").voided()).isPresent();
        assertThat(read(note.replace("\"customer\":\"cus_1\",", "")).rejected()).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"customer\":\"cus_1\",','',customer,MISSING_VALUE",
        "'\"currency\":\"usd\",\"status\"','\"status\"',currency,MISSING_VALUE",
        "'\"status\":\"paid\"','\"status\":\"lost\"',status,BAD_VALUE",
        "'\"amount\":1500','\"amount\":\"x\"',lines.data[1].amount,BAD_VALUE",
        "'\"amount\":1500','\"amount\":1e100000000',lines.data[1].amount,BAD_VALUE",
        "'\"id\":\"il_2\",','',lines.data[1].id,MISSING_VALUE"
    })
    void whatCannotBeIsRejectedWithItsPath(String part, String other, String path, IssueCode code) throws IOException {
        Loaded<RevenueBook> loaded = read(CURRENT.replace(part, other));
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.issues().get(0).column()).isEqualTo(path);
        assertThat(loaded.issues().get(0).code()).isEqualTo(code);
        assertThat(loaded.issues().get(0).source()).hasToString("b.jsonl:1");
    }
}
