package io.revops.load.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Fact;
import io.revops.book.RevenueBook;
import io.revops.load.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Webhooks come in any order and more than once: the book must not depend on it. */
class StripeLawTest {
    private static final String COUPON = Life.coupon("ALWAYS", "\"percent_off\":10,\"duration\":\"forever\"");

    /** Lives as the numbers say, an event each. */
    private static Life life(List<Integer> changes) {
        Life life = Life.from("2025-01-10").created("evt_00");
        int n = 0;
        for (int change : changes) {
            n++;
            // Several changes fall into one second, with ids that do not tell their order.
            String time = "2025-02-%02dT10:00:00Z".formatted(1 + n / 3);
            String id = "evt_" + (change * 7 + n * 13) % 97 + "_" + n;
            switch (change % 8) {
                case 0 -> life.updated(id, time, s -> Life.quantity(s, change));
                case 1 -> life.updated(id, time, s -> s.put("status", "past_due"));
                case 2 -> life.updated(id, time, s -> s.put("status", "active"));
                case 3 -> life.updated(id, time, s -> s.put("cancel_at", Life.seconds("2025-06-30")));
                case 4 -> life.updated(id, time, s -> s.putNull("cancel_at"));
                case 5 ->
                    life.updated(id, time, s -> s.putObject("pause_collection").put("behavior", "void"));
                case 6 -> life.updated(id, time, s -> s.putNull("pause_collection"));
                default ->
                    life.updated(id, time, s -> {
                        s.putArray("discounts");
                        Life.discount(s, "di_" + change, time, COUPON);
                    });
            }
        }
        return life;
    }

    private static Set<Fact> facts(Loaded<RevenueBook> loaded) {
        return loaded.value().facts().collect(Collectors.toSet());
    }

    private static Loaded<RevenueBook> read(List<List<String>> files) throws IOException {
        Path folder = Files.createTempDirectory("stripe");
        try {
            for (int i = 0; i < files.size(); i++) {
                Files.writeString(
                        folder.resolve(i + ".jsonl"), String.join("\n", files.get(i)) + "\n{\"object\":\"other\"}");
            }
            return StripeExport.read(folder);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Property(tries = 100)
    void anyOrderOfEventsAndFilesGivesTheSameBook(
            @ForAll @Size(max = 12) List<@IntRange(max = 90) Integer> changes,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int files)
            throws IOException {
        Life life = life(changes);
        List<String> rows = new ArrayList<>(life.events());
        rows.add(life.current());
        rows.add("{\"id\":\"cus_1\",\"object\":\"customer\"}");
        Set<Fact> straight = facts(read(List.of(rows)));

        Random random = new Random(seed);
        List<String> again = new ArrayList<>(rows);
        rows.stream().filter(row -> random.nextBoolean()).forEach(again::add);
        java.util.Collections.shuffle(again, random);
        List<List<String>> spread = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            spread.add(new ArrayList<>());
        }
        again.forEach(row -> spread.get(random.nextInt(files)).add(row));
        Loaded<RevenueBook> shuffled = read(spread);

        assertThat(facts(shuffled)).isEqualTo(straight);
        assertThat(shuffled.duplicates()).isEqualTo(again.size() - rows.size());
        assertThat(shuffled.rejected()).isZero();
        assertThat(shuffled.accepted()).isEqualTo(rows.size());
    }

    /** If it failed, a bill of a day would depend on how many events that day had. */
    @Property(tries = 100)
    void lastQuantityOfTheHistoryIsThatOfTheObject(@ForAll @Size(max = 12) List<@IntRange(max = 90) Integer> changes)
            throws IOException {
        Life life = life(changes);
        List<String> rows = new ArrayList<>(life.events());
        rows.add("{\"id\":\"cus_1\",\"object\":\"customer\"}");
        long last = Life.object(life.current()).at("/items/data/0/quantity").asLong();

        var items = read(List.of(rows)).value().subscriptions().get(0).items();

        assertThat(items.stream().flatMap(i -> i.quantity().stream()).reduce((a, b) -> b))
                .hasValueSatisfying(q -> assertThat(q.longValueExact()).isEqualTo(last));
    }
}
