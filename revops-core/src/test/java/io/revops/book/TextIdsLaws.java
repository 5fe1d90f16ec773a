package io.revops.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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
