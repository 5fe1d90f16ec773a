package io.revops.load.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import io.revops.load.export.Exports;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Invoices are exported by page and again when they are paid: neither may bill anybody twice. */
class StripeBillingLawTest {
    @Property(tries = 60)
    void orderAndRepetitionOfObjectsMeanNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int rows) {
        Random random = new Random(seed);
        List<String> objects = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String invoice = "in_" + random.nextInt(4);
            objects.add("{\"object\":\"invoice\",\"id\":\"" + invoice + "\",\"customer\":\"cus_" + random.nextInt(2)
                    + "\",\"currency\":\"usd\",\"created\":1738368000,\"status\":\""
                    + List.of("draft", "open", "paid", "void").get(random.nextInt(4)) + "\",\"subtotal\":"
                    + random.nextInt(3) * 100 + ",\"total\":100,\"tax\":7,\"lines\":[{\"id\":\"l" + random.nextInt(2)
                    + "\",\"amount\":" + random.nextInt(3) * 100 + "}]}");
            objects.add("{\"object\":\"charge\",\"id\":\"ch_" + random.nextInt(4) + "\",\"customer\":"
                    + (random.nextBoolean() ? "\"cus_1\"" : "null") + ",\"invoice\":\"" + invoice
                    + "\",\"amount\":" + random.nextInt(3)
                    + ",\"currency\":\"usd\",\"created\":1738368000,\"status\":\""
                    + (random.nextBoolean() ? "succeeded" : "failed") + "\",\"payment_intent\":\"pi_"
                    + random.nextInt(3)
                    + "\"}");
            objects.add("{\"object\":\"refund\",\"id\":\"re_" + random.nextInt(3) + "\",\"charge\":\"ch_"
                    + random.nextInt(5)
                    + "\",\"amount\":5,\"currency\":\"usd\",\"created\":1738368000,\"status\":\"succeeded\"}");
            objects.add("{\"object\":\"invoice_payment\",\"id\":\"ip_" + random.nextInt(3) + "\",\"invoice\":\""
                    + invoice + "\",\"payment\":{\"payment_intent\":\"pi_" + random.nextInt(3) + "\"}}");
            lines.add("il_" + random.nextInt(3) + "," + invoice + "," + random.nextInt(3) * 100 + ",usd");
        }
        Exports export = new Exports()
                .table("b.jsonl", "", objects.stream().distinct().toList())
                .table(
                        "invoice_line_item.csv",
                        "id,invoice_id,amount,currency",
                        lines.stream().distinct().toList());

        Loaded<RevenueBook> one = export.read(StripeExport::read);
        Loaded<RevenueBook> mixed = export.shuffled(random).read(StripeExport::read);
        Loaded<RevenueBook> twice = export.twice().read(StripeExport::read);

        assertThat(Exports.facts(mixed)).isEqualTo(Exports.facts(one));
        assertThat(Exports.issues(mixed)).isEqualTo(Exports.issues(one));
        assertThat(mixed.counts()).isEqualTo(one.counts());
        assertThat(Exports.facts(twice)).isEqualTo(Exports.facts(one));
        assertThat(Exports.addsUp(twice)).isTrue();
    }
}
