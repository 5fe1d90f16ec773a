package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation: what is typed on it, and what it quotes. */
public final class Page {
    private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```", Pattern.DOTALL);

    private final String text;

    private Page(String text) {
        this.text = text;
    }

    /** A page of the folder docs, by its file name. */
    public static Page of(String file) {
        try {
            return new Page(Files.readString(Path.of("../docs").resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is on it. */
    public String text() {
        return text;
    }

    /** Types the code in its order; what stands below each is what it shows last. Gives back all that was shown. */
    public List<String> isWhatItsCodeShows(Typed shell) {
        List<String> shown = new ArrayList<>();
        String value = "";
        for (Matcher block = BLOCK.matcher(text); block.find(); ) {
            if (block.group(1).equals("java")) {
                value = shell.type(block.group(2));
            } else {
                assertThat(value).isEqualTo(block.group(2).stripTrailing());
                shown.add(value);
            }
        }
        return shown;
    }

    /** What it quotes as shown. */
    public List<String> quoted() {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals("text"))
                .map(block -> block.group(2).stripTrailing())
                .toList();
    }

    /** The words on it, without the marks of its tables. */
    public long words() {
        return Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*").matcher(text).results().count();
    }
}
