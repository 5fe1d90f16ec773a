package io.revops.load.chargebee;

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

/** An export is paged, and pages are fetched twice and in any order: neither may change what is owed. */
class ChargebeeLawTest {
    @Property(tries = 60)
    void orderAndRepetitionOfObjectsMeanNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int rows) {
        Random random = new Random(seed);
        List<String> objects = new ArrayList<>();
        List<String> table = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Sub sub = Sub.of("s" + random.nextInt(5))
                    .item("p" + random.nextInt(3), random.nextInt(4), 500L * random.nextInt(3))
                    .put("updated_at", 1_740_000_000 + random.nextInt(3));
            if (random.nextBoolean()) {
                sub.put("status", "cancelled").put("cancelled_at", 1_741_000_000);
            }
            if (random.nextBoolean()) {
                sub.raw("coupons", "[{\"coupon_id\":\"c" + random.nextInt(2) + "\"}]");
            }
            objects.add(
                    random.nextBoolean()
                            ? sub.toString()
                            : "{\"subscription\":" + sub + ",\"customer\":{\"id\":\"acme\",\"company\":\"A"
                                    + random.nextInt(2) + "\"}}");
            table.add("t" + random.nextInt(3) + ",acme," + (random.nextInt(5) == 0 ? "paused" : "active")
                    + ",USD,2025-01-01,month,1,p" + random.nextInt(3) + "," + random.nextInt(3) + ",100");
        }
        objects.add("{\"object\":\"coupon\",\"id\":\"c0\",\"discount_percentage\":10,\"duration_type\":\"forever\"}");
        objects.add("{\"object\":\"customer\",\"id\":\"acme\",\"company\":\"A0\"}");
        Exports export = new Exports()
                .table("s.jsonl", "", objects.stream().distinct().toList())
                .table(
                        "t.csv",
                        "id,customer_id,status,currency_code,started_at,billing_period_unit,billing_period,item_price_id,"
                                + "quantity,unit_price",
                        table.stream().distinct().toList());

        Loaded<RevenueBook> one = export.read(ChargebeeExport::read);
        Loaded<RevenueBook> mixed = export.shuffled(random).read(ChargebeeExport::read);
        Loaded<RevenueBook> twice = export.twice().read(ChargebeeExport::read);

        assertThat(Exports.facts(mixed)).isEqualTo(Exports.facts(one));
        assertThat(mixed.counts()).isEqualTo(one.counts());
        assertThat(Exports.facts(twice)).isEqualTo(Exports.facts(one));
        assertThat(twice.accepted()).isEqualTo(one.accepted());
        assertThat(Exports.addsUp(twice)).isTrue();
    }
}
