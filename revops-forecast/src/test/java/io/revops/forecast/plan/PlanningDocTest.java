package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;

/** The worked year of docs/planning.md: its code is typed in order, and each text is what the code before it shows last. */
class PlanningDocTest {
    private static final Pattern BLOCK = Pattern.compile("```(java|text)\n(.*?)```", Pattern.DOTALL);

    @Test
    void workedYearIsWhatTheCodeShows() throws IOException {
        String page = Files.readString(Path.of("../docs/planning.md"));
        String value = "";
        List<String> shown = new ArrayList<>();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String path : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                shell.addToClasspath(path);
            }
            for (String start : List.of("io.revops.money.*", "io.revops.time.*", "java.time.*", "java.util.*")) {
                eval(shell, "import " + start + ";");
            }
            for (Matcher block = BLOCK.matcher(page); block.find(); ) {
                if (block.group(1).equals("java")) {
                    value = eval(shell, block.group(2));
                } else {
                    assertThat(value).isEqualTo(block.group(2).stripTrailing());
                    shown.add(value);
                }
            }
        }
        assertThat(shown).hasSizeGreaterThan(8);
    }

    private static String eval(JShell shell, String block) {
        String rest = block;
        String value = "";
        while (!rest.isBlank()) {
            CompletionInfo whole = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            assertThat(whole.completeness().isComplete()).as(rest).isTrue();
            for (SnippetEvent event : shell.eval(whole.source())) {
                assertThat(event.status())
                        .as(whole.source() + "\n"
                                + shell.diagnostics(event.snippet())
                                        .map(d -> d.getMessage(null))
                                        .toList())
                        .isNotEqualTo(Snippet.Status.REJECTED);
                assertThat(event.exception()).as(whole.source()).isNull();
                value = event.value() == null ? value : event.value();
            }
            rest = whole.remaining();
        }
        return value;
    }
}
