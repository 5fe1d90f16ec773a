package io.revops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on revenue names every option and choice, and every case it quotes is there. */
class MrrDocTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/mrr.md"), StandardCharsets.UTF_8);
    }

    @Test
    void everyOptionHasItsHeadingAndEveryChoiceItsName() throws IOException {
        String page = page();
        assertThat(RevenuePolicyTest.choices())
                .allSatisfy(choice -> assertThat(page)
                        .containsPattern("(?m)^### .*\\b" + Pattern.quote(choice.option()) + "\\b")
                        .satisfies(text -> {
                            if (choice instanceof Enum<?> named) {
                                assertThat(text).contains(named.name());
                            }
                        }));
    }

    @Test
    void everyCaseThatIsQuotedIsTested() throws IOException {
        Matcher quoted = Pattern.compile("\\bT\\d\\d(-[a-z]+)?\\b").matcher(page());
        int found = 0;
        while (quoted.find()) {
            assertThat(MrrDocTest.class.getResource("cases/" + quoted.group() + ".json"))
                    .as(quoted.group())
                    .isNotNull();
            found++;
        }
        assertThat(found).isGreaterThan(30);
    }
}
