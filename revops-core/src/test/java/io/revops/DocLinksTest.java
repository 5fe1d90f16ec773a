package io.revops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows a link of the documentation arrives: the file is there, and has the heading. */
class DocLinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?) *$", Pattern.MULTILINE);

    @Test
    void linksBetweenPagesArrive() throws IOException {
        List<String> lost = new ArrayList<>();
        int followed = 0;
        for (Path page : pages()) {
            var links = LINK.matcher(withoutBlocks(page).replaceAll("`[^`\n]*`", ""))
                    .results()
                    .toList();
            for (var link : links) {
                Path target = link.group(1).isEmpty()
                        ? page
                        : page.resolveSibling(link.group(1)).normalize();
                String heading = link.group(2);
                followed++;
                if (!Files.exists(target)
                        || (heading != null && !anchors(target).contains(heading))) {
                    lost.add(ROOT.relativize(page) + ": " + link.group());
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(followed).isGreaterThan(20);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.getFileName().toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static String withoutBlocks(Path page) throws IOException {
        return Pattern.compile("```.*?```", Pattern.DOTALL)
                .matcher(Files.readString(page))
                .replaceAll("");
    }

    /** As the usual hosts make them: small letters, hyphens for blanks, no punctuation. */
    private static Set<String> anchors(Path page) throws IOException {
        return HEADING.matcher(withoutBlocks(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
