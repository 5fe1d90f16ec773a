package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Lines cut by their bytes are the lines, and their cells the cells. */
class PlainLinesLaws {
    /** What is next to the marks in ASCII, and beyond it. */
    @Provide
    static Arbitrary<List<String>> lines() {
        Arbitrary<String> cell = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        6,
                        Arbitraries.strings()
                                .withChars('a', '0', '-', '+', '#', '!', ' ', '\u0001', '\u000B', '\u007F')
                                .ofMaxLength(20)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of("\u00E9", "\u00AC", "\u3A2C", "\uD83D\uDE00", ",;", "\t;")));
        return cell.list()
                .ofMinSize(1)
                .ofMaxSize(9)
                .map(cells -> String.join("|", cells))
                .list()
                .ofMaxSize(200);
    }

    /** Otherwise a customer's name could move a row's amount into another column. */
    @Property(tries = 300)
    void cellsAreWhatIsBetweenSeparators(
            @ForAll("lines") List<String> lines, @ForAll("separators") String separator, @ForAll boolean ended)
            throws IOException {
        List<String[]> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder("first").append(separator).append("second\n");
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("|", separator);
            boolean last = i == lines.size() - 1;
            // Such an end is for the general reader: it may be a row that was cut off.
            boolean endsOpen = last && !ended && !line.isEmpty() && !line.endsWith(separator);
            text.append(line).append(endsOpen ? "" : i % 3 == 0 ? "\r\n" : "\n");
            expected.add(line.split(separator, -1));
        }
        try (PlainLines read = PlainLines.open(write(text.toString()))) {
            assertThat(read.header()).containsOnlyKeys("first", "second");
            for (String[] cells : expected) {
                assertThat(read.next()).isTrue();
                assertThat(read.cells()).containsExactly(cells);
                assertThat(read.isAscii())
                        .isEqualTo(String.join("", cells).chars().allMatch(c -> c < 128));
            }
            assertThat(read.next()).isFalse();
            assertThat(read.isPlain()).isTrue();
            assertThat(read.number()).isEqualTo(lines.size() + 1);
        }
    }

    @Provide
    static Arbitrary<String> separators() {
        return Arbitraries.of(",", ";", "\t");
    }

    /** Otherwise a file with quotes would be read as if it had none, from where they are first. */
    @Property(tries = 200)
    void atTheFirstMarkThatIsNotPlainItStops(@ForAll("marks") String mark, @ForAll("places") List<Integer> places)
            throws IOException {
        StringBuilder text = new StringBuilder("first,second\n");
        text.append("abcdefg,12\n".repeat(places.get(0)));
        text.append("x".repeat(places.get(1))).append(mark).append("y,z\n");
        try (PlainLines read = PlainLines.open(write(text.toString()))) {
            read.header();
            while (read.next()) {
                assertThat(read.cells()).containsExactly("abcdefg", "12");
            }
            assertThat(read.isPlain()).isFalse();
        }
    }

    @Provide
    static Arbitrary<String> marks() {
        return Arbitraries.of("\"", "\r", "\rz", ",".repeat(1024), "x".repeat(1 << 16));
    }

    @Provide
    static Arbitrary<List<Integer>> places() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 140),
                        Arbitraries.integers().between(0, 17))
                .as(List::of);
    }

    @Example
    void aLineOfTheLongestLengthIsStillPlainAndACarriageReturnMayBeTheLastByteOfTheBuffer() throws IOException {
        String longest = "x".repeat(1 << 16);
        for (int before = (1 << 18) - 20; before < (1 << 18) + 3; before++) {
            String text = "a\n" + (longest + "\n").repeat(3) + "y".repeat(before - 2 - 3 * (longest.length() + 1))
                    + "\r\nlast";
            try (PlainLines read = PlainLines.open(write(text))) {
                assertThat(read.header()).containsOnlyKeys("a");
                int lines = 0;
                String last = "";
                while (read.next()) {
                    lines++;
                    last = read.cells()[0];
                }
                assertThat(read.isPlain()).isTrue();
                assertThat(lines).isEqualTo(5);
                assertThat(last).isEqualTo("last");
            }
        }
    }

    private static Path write(String text) throws IOException {
        Path file = Files.createTempFile("plain", ".csv");
        file.toFile().deleteOnExit();
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
