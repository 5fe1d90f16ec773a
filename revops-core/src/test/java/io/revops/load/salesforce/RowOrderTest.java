package io.revops.load.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** If the order of rows meant something, the same export sorted in a spreadsheet would tell of other deals. */
class RowOrderTest {
    private static final List<String> STAGES = List.of("Discovery", "Proposal", "Closed Won", "Closed Lost", "Signed");

    @Property(tries = 60)
    void theOrderOfRowsAndOfFilesMeansNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int deals) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        List<String> history = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < deals * 2; i++) {
            String id = "006" + random.nextInt(deals);
            rows.add(id + ",001A," + stage(random) + "," + random.nextInt(3) + ",USD," + day(random) + ",50,Pipeline,"
                    + (random.nextBoolean() ? "true,false" : ",") + ",005" + random.nextInt(3)
                    + ",2025-03-01T10:00:00Z,"
                    + (random.nextBoolean() ? day(random) + "T00:00:00Z" : ""));
            accounts.add("001" + random.nextInt(deals) + ",T" + random.nextInt(3) + ","
                    + (random.nextBoolean() ? day(random) : ""));
        }
        for (int i = 0; i < deals * 5; i++) {
            String id = "006" + random.nextInt(deals * 2);
            history.add("008" + random.nextInt(deals * 4) + "," + id + "," + stage(random) + "," + random.nextInt(3)
                    + "," + day(random) + ",20,BestCase," + day(random) + "T10:00:00Z");
            fields.add("017" + random.nextInt(deals * 4) + "," + id + ","
                    + (random.nextBoolean() ? "StageName," : "OwnerId,") + stage(random) + "," + stage(random) + ","
                    + day(random) + "T10:00:00Z");
            changes.add("018" + random.nextInt(deals * 4) + ",001" + random.nextInt(deals) + ",Tier__c,T"
                    + random.nextInt(3) + ",T" + random.nextInt(3) + "," + day(random));
        }
        List<List<String>> tables = List.of(rows, history, fields, accounts, changes);

        Loaded<RevenueBook> one = read(tables);
        tables.forEach(t -> Collections.shuffle(t, random));
        Loaded<RevenueBook> other = read(tables);

        assertThat(facts(other)).isEqualTo(facts(one));
        assertThat(other.counts()).isEqualTo(one.counts());
        assertThat(issues(other)).isEqualTo(issues(one));
    }

    private static String stage(Random random) {
        return STAGES.get(random.nextInt(STAGES.size()));
    }

    private static String day(Random random) {
        return "2025-03-0" + (1 + random.nextInt(9));
    }

    private static List<String> facts(Loaded<RevenueBook> loaded) {
        return loaded.value().facts().map(Object::toString).sorted().toList();
    }

    /** Without the lines, which are others in another order. */
    private static List<String> issues(Loaded<RevenueBook> loaded) {
        return loaded.value().issues().stream()
                .map(i -> i.code()
                        + i.source().file()
                        + i.subject()
                        + i.column()
                        + i.value()
                        + i.reason().replaceAll("csv:\\d+", "csv"))
                .sorted()
                .toList();
    }

    private static Loaded<RevenueBook> read(List<List<String>> tables) {
        try {
            Path folder = Files.createTempDirectory("revops");
            new Tables(folder)
                    .deals(tables.get(0).toArray(String[]::new))
                    .history(tables.get(1).toArray(String[]::new))
                    .fields(tables.get(2).toArray(String[]::new))
                    .file("Account.csv", with("Id,Tier__c,LastModifiedDate", tables.get(3)))
                    .file(
                            "AccountHistory.csv",
                            with("Id,AccountId,Field,OldValue,NewValue,CreatedDate", tables.get(4)));
            Loaded<RevenueBook> loaded = SalesforceExport.read(folder);
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] with(String header, List<String> rows) {
        return Stream.concat(Stream.of(header), rows.stream()).toArray(String[]::new);
    }
}
