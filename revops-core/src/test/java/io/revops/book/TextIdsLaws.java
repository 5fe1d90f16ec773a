package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Ids kept as bytes are in the order of the texts that they are. */
class TextIdsLaws {
    @Provide
    static Arbitrary<List<String>> ids() {
        Arbitrary<Character> letters = Arbitraries.of(
                '\0', '\u0001', '-', '/', '0', 'a', 'b', '\u00E9', '\u07FF', '\u0800', '\uE000', '\uFFFD');
        Arbitrary<String> end = Arbitraries.of("", "", "\uD83D\uDE00", "\uD800\uDC00", "a", "/x");
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of("", "cus_0000", "/"),
                        Arbitraries.strings().withChars('a').ofMaxLength(20),
                        letters.list().ofMaxSize(4),
                        end)
                .as((start, many, some, last) -> {
                    StringBuilder id = new StringBuilder(start).append(many);
                    some.forEach(id::append);
                    return id.append(last).toString();
                })
                .list()
                .ofMaxSize(80)
                .withoutEdgeCases();
    }

    /** Otherwise a streamed ledger would list its accounts in another order than one of a book. */
    @Property
    void idsAreInTheOrderOfTexts(@ForAll("ids") List<String> written) {
        TextIds ids = new TextIds();
        List<String> different = new ArrayList<>(new LinkedHashSet<>(written));
        for (String id : written) {
            assertThat(ids.text(ids.of(id))).isEqualTo(id);
        }
        assertThat(ids.size()).isEqualTo(different.size());
        List<String> sorted = new ArrayList<>();
        for (int id : ids.sorted()) {
            sorted.add(ids.text(id));
        }
        assertThat(sorted)
                .isEqualTo(different.stream().sorted(Comparator.naturalOrder()).toList());
        for (int a = 0; a < different.size(); a++) {
            for (int b = 0; b < different.size(); b++) {
                String one = different.get(a);
                String other = different.get(b);
                assertThat(Integer.signum(ids.compare(a, b))).isEqualTo(Integer.signum(one.compareTo(other)));
                int behind = ids.compare(a, b, '/');
                if (behind != 0) {
                    assertThat(Integer.signum(behind)).isEqualTo(Integer.signum((one + "/").compareTo(other + "/")));
                }
            }
        }
    }

    /** Otherwise rows that are looked up together would be counted to each other's accounts. */
    @Property
    void anIdHasTheNumberThatItHadWhateverIsGuessed(
            @ForAll("ids") List<String> written, @ForAll("ids") List<String> next, @ForAll int seed) {
        TextIds ids = new TextIds();
        TextIds unguessed = new TextIds();
        for (String id : written) {
            assertThat(ids.of(id)).isEqualTo(unguessed.of(id));
        }
        List<String> both = new ArrayList<>(next);
        both.addAll(written);
        Collections.shuffle(both, new Random(seed));
        byte[] text = String.join("", both).getBytes(StandardCharsets.UTF_8);
        int[] at = new int[both.size() * 2];
        for (int i = 0, from = 0; i < both.size(); i++) {
            at[i * 2] = from;
            from += both.get(i).getBytes(StandardCharsets.UTF_8).length;
            at[i * 2 + 1] = from;
        }
        int[] likely = new int[both.size()];
        Arrays.setAll(likely, i -> i % 7 < 5 || ids.size() == 0 ? -1 : i % ids.size());
        ids.find(text, at, 0, 2, both.size(), likely);

        for (int i = 0; i < both.size(); i++) {
            assertThat(ids.of(likely[i], text, at[i * 2], at[i * 2 + 1])).isEqualTo(unguessed.of(both.get(i)));
        }
    }

    @Example
    void idsThatAreKnownAreFoundTogether() {
        TextIds ids = new TextIds();
        StringBuilder text = new StringBuilder();
        int[] at = new int[4000];
        for (int i = 0; i < 2000; i++) {
            String id = (i % 2 == 0 ? "s" : "cus_0123456789_") + i;
            if (i < 1900) {
                ids.of(id);
            }
            at[2 * i] = text.length();
            at[2 * i + 1] = text.append(id).length();
        }
        int[] likely = new int[2000];
        Arrays.fill(likely, -1);
        ids.find(text.toString().getBytes(StandardCharsets.US_ASCII), at, 0, 2, 2000, likely);
        for (int i = 0; i < 2000; i++) {
            assertThat(likely[i]).isEqualTo(i < 1900 ? i : -1);
        }
    }

    @Example
    void manyThatDifferOnlyInZerosEndTheSorting() {
        TextIds ids = new TextIds();
        for (int i = 60; i > 0; i--) {
            ids.of("a".repeat(20) + "\0".repeat(i));
        }
        int[] sorted = ids.sorted();
        assertThat(ids.text(sorted[0])).hasSize(21);
        assertThat(ids.text(sorted[59])).hasSize(80);
    }
}
