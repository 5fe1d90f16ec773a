package io.revops.load.hubspot;

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

/** If the order of rows meant something, the pipeline of last March would depend on how the warehouse sorts. */
class HubSpotLawTest {
    @Property(tries = 60)
    void orderAndRepetitionOfRowsMeanNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int deals) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        List<String> history = new ArrayList<>();
        List<String> entered = new ArrayList<>();
        List<String> companies = new ArrayList<>();
        for (int i = 0; i < deals * 2; i++) {
            rows.add(random.nextInt(deals) + "," + random.nextInt(4) + "," + random.nextInt(3) + ",USD," + day(random)
                    + ",2025-03-03," + (random.nextBoolean() ? day(random) : ""));
            companies.add(random.nextInt(deals) + "," + random.nextInt(3) + "," + (random.nextBoolean() ? "5" : "341"));
        }
        for (int i = 0; i < deals * 5; i++) {
            String stage = random.nextBoolean() ? "dealstage," + random.nextInt(4) : "amount," + random.nextInt(3);
            history.add(random.nextInt(deals + 1) + "," + stage + "," + day(random) + " 10:00:00");
            entered.add(random.nextInt(deals + 1) + "," + random.nextInt(4) + "," + day(random) + " 11:00:00");
        }
        Exports export = new Exports()
                .table(
                        "deal.csv",
                        "deal_id,dealstage,amount,deal_currency_code,closedate,createdate,hs_lastmodifieddate",
                        rows.stream().distinct().toList())
                .table(
                        "deal_stage.csv",
                        "deal_id,value,date_entered",
                        entered.stream().distinct().toList())
                .table(
                        "deal_company.csv",
                        "deal_id,company_id,type_id",
                        companies.stream().distinct().toList())
                .table(
                        "deal_pipeline_stage.csv",
                        "stage_id,label,probability,closed_won,is_closed",
                        List.of("0,Open,0.1,false,false", "1,Won,1,true,true", "2,Lost,0,false,true"));
        if (random.nextBoolean()) {
            export.table(
                    "deal_property_history.csv",
                    "deal_id,name,value,timestamp",
                    history.stream().distinct().toList());
        }

        Loaded<RevenueBook> one = export.read(HubSpotExport::read);
        Loaded<RevenueBook> mixed = export.shuffled(random).read(HubSpotExport::read);
        Loaded<RevenueBook> twice = export.twice().read(HubSpotExport::read);

        assertThat(Exports.facts(mixed)).isEqualTo(Exports.facts(one));
        assertThat(Exports.issues(mixed)).isEqualTo(Exports.issues(one));
        assertThat(mixed.counts()).isEqualTo(one.counts());
        assertThat(Exports.facts(twice)).isEqualTo(Exports.facts(one));
        assertThat(twice.accepted()).isEqualTo(one.accepted());
        assertThat(twice.duplicates()).isEqualTo(one.read());
    }

    private static String day(Random random) {
        return "2025-03-0" + (1 + random.nextInt(9));
    }
}
