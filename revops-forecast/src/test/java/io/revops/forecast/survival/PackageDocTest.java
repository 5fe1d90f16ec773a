package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc, typed as a newcomer would. */
class PackageDocTest {
    private static final Path DOC = Path.of("src/main/java/io/revops/forecast/survival/package-info.java");

    @Test
    void linesOfTheDocRun() throws IOException {
        String doc = Files.readString(DOC);
        String code = doc.substring(doc.indexOf("<pre>{@code") + 11, doc.indexOf("}</pre>"));
        List<String> lines = new ArrayList<>(List.of("import java.time.*"));
        code.lines()
                .map(line -> line.replaceFirst("^ \\* ?", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        List<String> values = new ArrayList<>();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String path : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                shell.addToClasspath(path);
            }
            lines.forEach(line -> values.add(eval(shell, line)));
        }
        assertThat(values).hasSize(12);
        assertThat(values.get(6)).contains("6 lifetimes in months as of 2025-12-31, 4 ended");
        assertThat(values.get(7)).isEqualTo("OptionalDouble[12.0]");
        assertThat(values.get(8)).contains("standardError=0.");
        assertThat(values.get(10)).contains("(90.0 %)");
        assertThat(values.get(11)).startsWith("OptionalDouble");
    }

    private static String eval(JShell shell, String line) {
        String source = shell.sourceCodeAnalysis().analyzeCompletion(line).source();
        String value = "";
        for (SnippetEvent event : shell.eval(source)) {
            assertThat(event.status()).as(line).isNotEqualTo(Snippet.Status.REJECTED);
            assertThat(event.exception()).as(line).isNull();
            value = event.value() == null ? value : event.value();
        }
        return value;
    }
}
