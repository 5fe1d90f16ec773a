package io.revops.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on reconciliations: its files are read, its code is typed as it stands, and prints what stands under it. */
class ReconciliationDocTest {
    private static final Pattern BLOCK = Pattern.compile("```(csv|java|text)\n(.*?)```", Pattern.DOTALL);
    private static final List<String> PACKAGES =
            List.of("book", "catalog", "ledger", "load", "money", "reconcile", "report", "time");

    @Test
    void everyBlockOfThePageDoesWhatItSays(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("../docs/reconciliation.md"), StandardCharsets.UTF_8);
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
                shell.addToClasspath(path);
            }
            PACKAGES.forEach(room -> run(shell, "import io.revops." + room + ".*;"));
            run(shell, "import java.nio.file.*; import java.time.*; import java.util.*;");
            run(shell, "var bytes = new java.io.ByteArrayOutputStream();");
            run(shell, "var out = new java.io.PrintStream(bytes, true, java.nio.charset.StandardCharsets.UTF_8);");
            run(shell, "var folder = Path.of(\"" + folder.toString().replace('\\', '/') + "\");");
            Matcher blocks = BLOCK.matcher(page);
            String printed = "";
            int outputs = 0;
            while (blocks.find()) {
                String text = blocks.group(2);
                switch (blocks.group(1)) {
                    case "csv" -> {
                        String name = text.lines().findFirst().orElseThrow().replace("# ", "");
                        Files.writeString(folder.resolve(name), text.substring(text.indexOf('\n') + 1));
                    }
                    case "java" -> printed = printed(shell, text);
                    default -> {
                        assertThat(printed.strip()).isEqualTo(text.strip());
                        outputs++;
                    }
                }
            }
            assertThat(outputs).isEqualTo(2);
        }
    }

    /** What a snippet prints, taken from where the snippet prints it. */
    private static String printed(JShell shell, String text) {
        String code =
                text.replace("System.out.println(", "out.println(").replace("System.out::println", "out::println");
        run(shell, "bytes.reset();");
        run(shell, code);
        String value = run(
                shell, "bytes.toString(java.nio.charset.StandardCharsets.UTF_8).lines().map(l -> l + \"#n\").toList()");
        assertThat(value).startsWith("[").endsWith("]");
        return value.substring(1, value.length() - 1).replace("#n, ", "\n").replace("#n", "\n");
    }

    private static String run(JShell shell, String code) {
        String left = code;
        String value = "";
        while (!left.isBlank()) {
            CompletionInfo whole = shell.sourceCodeAnalysis().analyzeCompletion(left);
            assertThat(whole.completeness().isComplete()).as(left).isTrue();
            for (SnippetEvent event : shell.eval(whole.source())) {
                assertThat(event.status())
                        .as(whole.source() + "\n"
                                + shell.diagnostics(event.snippet())
                                        .map(d -> d.getMessage(null))
                                        .toList())
                        .isEqualTo(Snippet.Status.VALID);
                assertThat(event.exception()).as(whole.source()).isNull();
                value = event.value() == null ? value : event.value();
            }
            left = whole.remaining();
        }
        return value;
    }
}
