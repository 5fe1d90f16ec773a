package io.revops.load.baremetrics;

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

/** A sheet is sorted and pasted together by people: neither may change what it says. */
class BaremetricsLawTest {
    @Property(tries = 60)
    void orderAndRepetitionOfRowsMeanNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int rows) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int plan = random.nextInt(3);
            lines.add("p" + plan + ",Plan " + random.nextInt(2) + ",USD," + random.nextInt(3) * 500 + ",month,"
                    + (random.nextBoolean() ? "3" : "") + ",c" + random.nextInt(3) + ",Name " + random.nextInt(2)
                    + ",,s" + random.nextInt(6) + ",2025-0" + (1 + random.nextInt(9)) + "-01,"
                    + (random.nextBoolean() ? "2025-05-01" : "") + "," + (random.nextInt(4) - 1));
        }
        List<String> distinct = lines.stream().distinct().toList();
        Exports export = new Exports().table("t.csv", BaremetricsTemplateTest.HEADER, distinct);

        Loaded<RevenueBook> one = export.read(BaremetricsLawTest::template);
        Loaded<RevenueBook> mixed = export.shuffled(random).read(BaremetricsLawTest::template);
        Loaded<RevenueBook> twice = export.twice().read(BaremetricsLawTest::template);

        assertThat(Exports.facts(mixed)).isEqualTo(Exports.facts(one));
        assertThat(Exports.issues(mixed)).isEqualTo(Exports.issues(one));
        assertThat(mixed.counts()).isEqualTo(one.counts());
        assertThat(Exports.facts(twice)).isEqualTo(Exports.facts(one));
        assertThat(twice.accepted()).isEqualTo(one.accepted());
        assertThat(Exports.addsUp(twice)).isTrue();
    }

    private static Loaded<RevenueBook> template(java.nio.file.Path folder) {
        return BaremetricsTemplate.read(folder.resolve("t.csv"));
    }
}
