package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The worked year of docs/planning.md: its code is typed in order, and each text is what the code before it shows last. */
class PlanningDocTest {
    private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```", Pattern.DOTALL);

    @Test
    void workedYearIsWhatTheCodeShows() throws IOException {
        String page = Files.readString(Path.of("../docs/planning.md"));
        String value = "";
        List<String> shown = new ArrayList<>();
        try (Typed shell = Typed.bare()) {
            for (String start : List.of("io.revops.money.*", "io.revops.time.*", "java.time.*", "java.util.*")) {
                shell.type("import " + start + ";");
            }
            for (Matcher block = BLOCK.matcher(page); block.find(); ) {
                if (block.group(1).equals("java")) {
                    value = shell.type(block.group(2));
                } else {
                    assertThat(value).isEqualTo(block.group(2).stripTrailing());
                    shown.add(value);
                }
            }
        }
        assertThat(shown).hasSizeGreaterThan(8);
    }
}
