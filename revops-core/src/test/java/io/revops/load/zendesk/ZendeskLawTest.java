package io.revops.load.zendesk;

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

/** If the order of rows meant something, a ticket would be solved in one copy of the warehouse and open in another. */
class ZendeskLawTest {
    private static final List<String> STATUSES = List.of("new", "open", "pending", "solved", "closed");

    @Property(tries = 60)
    void orderAndRepetitionOfRowsMeanNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int tickets) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        List<String> history = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < tickets * 2; i++) {
            rows.add(random.nextInt(tickets) + ",2025-03-01 08:00:00," + time(random) + "," + status(random) + ","
                    + (random.nextBoolean() ? random.nextInt(3) : "") + ",u" + random.nextInt(3));
        }
        for (int i = 0; i < tickets * 5; i++) {
            history.add(random.nextInt(tickets + 1) + "," + (random.nextBoolean() ? "status" : "priority") + ","
                    + time(random) + "," + status(random));
            comments.add("c" + i + "," + random.nextInt(tickets + 1) + ",u" + random.nextInt(5) + "," + time(random)
                    + "," + random.nextBoolean());
        }
        Exports export = new Exports()
                .table(
                        "ticket.csv",
                        "id,created_at,updated_at,status,organization_id,requester_id",
                        rows.stream().distinct().toList())
                .table(
                        "ticket_field_history.csv",
                        "ticket_id,field_name,updated,value",
                        history.stream().distinct().toList())
                .table("ticket_comment.csv", "id,ticket_id,user_id,created,public", comments)
                .table("user.csv", "id,role,organization_id", List.of("u1,end-user,1", "u3,agent,", "u4,end-user,2"));

        Loaded<RevenueBook> one = export.read(ZendeskExport::read);
        Loaded<RevenueBook> mixed = export.shuffled(random).read(ZendeskExport::read);
        Loaded<RevenueBook> twice = export.twice().read(ZendeskExport::read);

        assertThat(Exports.facts(mixed)).isEqualTo(Exports.facts(one));
        assertThat(Exports.issues(mixed)).isEqualTo(Exports.issues(one));
        assertThat(mixed.counts()).isEqualTo(one.counts());
        assertThat(Exports.facts(twice)).isEqualTo(Exports.facts(one));
        assertThat(twice.accepted()).isEqualTo(one.accepted());
        assertThat(twice.duplicates()).isEqualTo(one.read());
    }

    private static String status(Random random) {
        return STATUSES.get(random.nextInt(STATUSES.size()));
    }

    private static String time(Random random) {
        return "2025-03-0" + (1 + random.nextInt(9)) + " 0" + random.nextInt(10) + ":00:00";
    }
}
