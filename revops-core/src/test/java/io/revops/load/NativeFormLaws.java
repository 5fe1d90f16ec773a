package io.revops.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.book.Account;
import io.revops.book.Fact;
import io.revops.book.ItemChange;
import io.revops.book.RevenueBook;
import io.revops.book.Subscription;
import io.revops.time.Moment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NativeFormLaws {
    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<String> id = Arbitraries.strings()
                .withChars("ab=-',; \"\n\u00e4")
                .ofMinLength(1)
                .ofMaxLength(3)
                .filter(s -> !s.isBlank());
        Arbitrary<String> text =
                Arbitraries.strings().withChars("'=+-@\t\r\n ,;\"x\u20ac\u00a0").ofMaxLength(5);
        Arbitrary<Instant> recorded = Arbitraries.longs().between(0, 3).map(Instant::ofEpochSecond);
        Arbitrary<BigDecimal> number = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(4);
        Arbitrary<Fact> accounts = Combinators.combine(id, text, text, recorded.optional())
                .as((i, name, value, at) -> Account.builder(i)
                        .name(name)
                        .attribute("x;y\"z", value)
                        .recorded(at.orElse(null))
                        .build());
        Arbitrary<Fact> subscriptions = Combinators.combine(
                        id, id, text, number, recorded.optional(), recorded.optional())
                .as((i, account, item, quantity, at, change) -> Subscription.builder(i, account)
                        .recorded(at.orElse(null))
                        .items(ItemChange.builder(item, Moment.of(2025, 1, 1), "x" + item + "y")
                                .quantity(quantity)
                                .recorded(change.orElse(null))
                                .build())
                        .build());
        return Arbitraries.oneOf(accounts, subscriptions).list().ofMaxSize(8);
    }

    /** If it failed, a book that is saved and read again would give other numbers than the one that was saved. */
    @Property(tries = 200)
    void whatIsWrittenComesBack(@ForAll("facts") List<Fact> facts) throws IOException {
        RevenueBook book = RevenueBook.builder().add(facts).build();
        Path folder = Files.createTempDirectory("native");
        try {
            NativeForm.writeCsv(book, folder);
            NativeForm.writeJson(book, folder.resolve("x.json"));

            assertThat(facts(NativeForm.read(folder))).isEqualTo(book.facts().collect(Collectors.toSet()));
            assertThat(facts(NativeForm.read(folder.resolve("x.json"))))
                    .isEqualTo(book.facts().collect(Collectors.toSet()));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static Set<Fact> facts(Loaded<RevenueBook> loaded) {
        assertThat(loaded.rejected()).isZero();
        return loaded.value().facts().collect(Collectors.toSet());
    }
}
