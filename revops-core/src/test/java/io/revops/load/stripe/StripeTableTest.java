package io.revops.load.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Invoice;
import io.revops.book.InvoiceId;
import io.revops.book.InvoiceLine;
import io.revops.book.IssueCode;
import io.revops.book.Payment;
import io.revops.book.ProductKind;
import io.revops.book.Proration;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.Loaded;
import io.revops.load.export.Exports;
import io.revops.money.Money;
import io.revops.time.Moment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a warehouse, and a folder with everything. */
class StripeTableTest {
    @TempDir
    Path folder;

    private Loaded<RevenueBook> read() {
        Loaded<RevenueBook> loaded = StripeExport.read(folder);
        assertThat(Exports.addsUp(loaded)).isTrue();
        return loaded;
    }

    private StripeTableTest file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        return this;
    }

    private static Invoice invoice(Loaded<RevenueBook> loaded, String id) {
        return loaded.value().find(Invoice.class, new InvoiceId(id)).orElseThrow();
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void tablesOfAWarehouseAreReadBesideTheObjects() throws IOException {
        Loaded<RevenueBook> loaded = file(
                        "customer.csv",
                        "id,name,email,created,address_country,metadata,is_deleted",
                        "cus_1,Acme,a@acme.example,2025-01-01 10:00:00,US,\"{\"\"crm_account_id\"\":\"\"001A\"\"}\",FALSE",
                        "cus_2,Gone,,2025-01-01 10:00:00,,,TRUE")
                .file(
                        "invoice.csv",
                        "id,customer_id,currency,status,created,status_transitions_paid_at,subscription_id,subtotal,tax,total,number",
                        "in_1,cus_1,usd,paid,2025-02-01 00:00:00,2025-02-02 00:00:00,sub_1,3000,0,3000,7")
                .file(
                        "invoice_line_item.csv",
                        "id,invoice_id,amount,currency,period_start,period_end,proration,plan_id,quantity,subscription_id,subscription_item_id",
                        "il_1,in_1,3000,usd,2025-02-01 00:00:00,2025-03-01 00:00:00,TRUE,p,3,sub_1,si_1",
                        "il_1,in_1,3000,usd,2025-02-01 00:00:00,2025-03-01 00:00:00,TRUE,p,3,sub_1,si_1")
                .file(
                        "charge.csv",
                        "id,customer_id,invoice_id,amount,currency,created,status,captured",
                        "ch_1,cus_1,in_1,3000,usd,2025-02-02 00:00:00,succeeded,TRUE")
                .file(
                        "refund.csv",
                        "id,charge_id,amount,currency,created,status",
                        "re_1,ch_1,1000,usd,2025-02-05,succeeded")
                .file(
                        "credit_note.csv",
                        "id,invoice_id,amount,currency,created,subtotal,status",
                        "cn_1,in_1,1000,usd,2025-02-05,1000,issued")
                .file(
                        "credit_note_line_item.csv",
                        "id,credit_note_id,amount,discount_amount,type",
                        "cnli_1,cn_1,1000,0,custom_line_item")
                .file(
                        "price.csv",
                        "id,currency,product_id,type,unit_amount,recurring_interval,recurring_interval_count",
                        "p,usd,prod,recurring,1000,month,1")
                .file("product.csv", "id,name", "prod,Team")
                .file("subscription.csv", "id", "sub_1")
                .read();
        assertThat(loaded.rejected()).isZero();
        assertThat(loaded.duplicates()).isOne();
        Invoice invoice = invoice(loaded, "in_1");
        assertThat(invoice.paid()).contains(Moment.parse("2025-02-02T00:00:00Z"));
        InvoiceLine line = invoice.lines().get(0);
        assertThat(line.kind()).isEqualTo(ProductKind.RECURRING);
        assertThat(line.proration()).contains(Proration.PRORATED);
        assertThat(line.product().orElseThrow().value()).isEqualTo("prod");
        assertThat(line.amount()).isEqualTo(usd("30"));
        assertThat(invoice(loaded, "cn_1").lines().get(0).amount()).isEqualTo(usd("-10"));
        assertThat(loaded.value().all(Payment.class)).hasSize(2);
        assertThat(loaded.value().account("cus_1").orElseThrow().attributes())
                .containsEntry("crm_account_id", "001A")
                .containsEntry("country", "US");
        assertThat(loaded.issues()).anySatisfy(i -> assertThat(i.value()).isEqualTo("subscription.csv"));
    }

    @Test
    void aWholeExportIsReadInOneGo() throws URISyntaxException {
        Path export = Path.of(
                Objects.requireNonNull(getClass().getResource("billing")).toURI());
        Loaded<RevenueBook> loaded = StripeExport.read(export);

        assertThat(loaded.read()).isEqualTo(14);
        assertThat(loaded.rejected()).isOne();
        assertThat(loaded.duplicates()).isOne();
        RevenueBook book = loaded.value();
        assertThat(book.subscriptions()).hasSize(1);
        assertThat(book.all(Invoice.class)).hasSize(4);
        assertThat(book.all(Payment.class)).hasSize(4);
        assertThat(book.issues())
                .noneMatch(i -> i.code() == IssueCode.DANGLING_REFERENCE && i.severity() != Severity.ERROR);
        // 3 x 49.00 in January and February, 2 x 49.00 for 14 of 28 days, and 49.00 taken back.
        Money total = book.all(Invoice.class).stream()
                .flatMap(i -> i.lines().stream())
                .map(InvoiceLine::amount)
                .reduce(Money.of("0", "EUR"), Money::plus);
        assertThat(total).isEqualTo(Money.of("294", "EUR"));
    }
}
