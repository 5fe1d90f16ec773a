package io.revops.forecast.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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
    private static final Path DOC = Path.of("src/main/java/io/revops/forecast/learn/package-info.java");

    @Test
    void linesOfTheDocRun() throws IOException {
        String doc = Files.readString(DOC);
        String code = doc.substring(doc.indexOf("<pre>{@code") + 11, doc.indexOf("}</pre>"));
        List<String> lines = code.lines()
                .map(line -> line.replaceFirst("^ \\* ?", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        List<String> values = new ArrayList<>();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
                shell.addToClasspath(path);
            }
            lines.forEach(line -> values.add(eval(shell, line)));
        }
        assertThat(values.get(3)).contains("400 rows x 2 features, 172 events");
        assertThat(values.get(5)).startsWith("Reasons[base=");
        assertThat(values.get(6)).contains("400 rows, 172 events: AUC 0.");
    }

    private static String eval(JShell shell, String source) {
        String value = "";
        for (SnippetEvent event :
                shell.eval(shell.sourceCodeAnalysis().analyzeCompletion(source).source())) {
            assertThat(event.status())
                    .as(source + "\n"
                            + shell.diagnostics(event.snippet())
                                    .map(d -> d.getMessage(null))
                                    .toList())
                    .isNotEqualTo(Snippet.Status.REJECTED);
            assertThat(event.exception()).as(source).isNull();
            value = event.value() == null ? value : event.value();
        }
        return value;
    }
}
