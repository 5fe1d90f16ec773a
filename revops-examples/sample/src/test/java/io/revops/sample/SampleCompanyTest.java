package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCompanyTest {
    @TempDir
    Path folder;

    @Test
    void writtenTwiceItIsTheSameBytes() throws IOException {
        SampleCompany.standard().writeTo(folder.resolve("first"));
        SampleCompany.standard().writeTo(folder.resolve("second"));

        assertThat(texts(folder.resolve("second"))).isEqualTo(texts(folder.resolve("first")));
    }

    /** After a change of the generator: run WriteSample with --out data and look at the difference. */
    @Test
    void theCheckedInFilesAreWhatItWrites() throws IOException {
        SampleCompany.standard().writeTo(folder);
        SampleCompany.standard().writeTelemetryTo(folder);

        TreeMap<String, String> written = texts(folder);
        TreeMap<String, String> checkedIn = texts(ExportFiles.CHECKED_IN);
        assertThat(checkedIn.keySet()).isEqualTo(written.keySet());
        written.forEach((name, text) ->
                assertThat(checkedIn.get(name).equals(text)).as(name).isTrue());
    }

    @Test
    void anAccountIsTheSameWhoeverElseIsTold() {
        SampleCompany few = SampleCompany.of(7, 3, 36);
        SampleCompany many = SampleCompany.of(7, 5_000, 36);

        for (int number : List.of(0, 1, 2, 150, 4_321)) {
            assertThat(told(few, number)).isEqualTo(told(many, number));
        }
    }

    @Test
    void anAccountIsTheSameInAnyOrderAndOnAnyThread() {
        SampleCompany company = SampleCompany.standard();
        List<String> forward = IntStream.range(0, 200)
                .mapToObj(number -> told(company, number))
                .toList();
        List<String> backward = IntStream.range(0, 200)
                .parallel()
                .mapToObj(number -> told(company, 199 - number))
                .collect(Collectors.toList());
        Collections.reverse(backward);

        assertThat(backward).isEqualTo(forward);
    }

    @Test
    void anotherSeedIsAnotherCompany() {
        assertThat(told(SampleCompany.of(1, 200, 36), 99)).isNotEqualTo(told(SampleCompany.of(2, 200, 36), 99));
    }

    @Test
    void everyAccountHasANameOfItsOwn() {
        Set<String> roots = IntStream.range(0, SampleCompany.MOST_ACCOUNTS * 2 - 15_000)
                .mapToObj(Names::root)
                .collect(Collectors.toSet());

        assertThat(roots).hasSize(SampleCompany.MOST_ACCOUNTS * 2 - 15_000);
    }

    @Test
    void aShortCompanyHasOnlyWhatHadBegun() throws IOException {
        SampleCompany.of(3, 60, 2).writeTo(folder);

        assertThat(new ExportFiles(folder).rows("truth/arr_states.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("from")).isLessThan("2023-03-01"));
    }

    @Test
    void aSizeOutOfRangeIsRefusedWithTheNextStep() {
        assertThatThrownBy(() -> SampleCompany.of(1, 100_001, 36))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("100001", "Maybe");
        assertThatThrownBy(() -> SampleCompany.of(1, 10, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("(0)", "Maybe");
    }

    private static String told(SampleCompany company, int number) {
        Story story = company.customer(number);
        return story.account() + "\n" + story.deals() + "\n"
                + story.lives().stream().map(EventJson::of).toList();
    }

    private static TreeMap<String, String> texts(Path folder) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }
}
