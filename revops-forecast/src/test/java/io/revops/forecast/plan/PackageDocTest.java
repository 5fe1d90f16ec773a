package io.revops.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc, typed after the startup script as a newcomer would. */
class PackageDocTest {
    private static final Path DOC = Path.of("src/main/java/io/revops/forecast/plan/package-info.java");

    @Test
    void linesOfTheDocRun() throws IOException {
        String doc = Files.readString(DOC);
        String code = doc.substring(doc.indexOf("<pre>{@code") + 11, doc.indexOf("}</pre>"));
        List<String> lines = code.lines()
                .map(line -> line.replaceFirst("^ \\* ?", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        assertThat(lines).hasSizeBetween(8, 10);
        List<String> values = new ArrayList<>();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            for (String path : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                shell.addToClasspath(path);
            }
            String root = Path.of("..").toAbsolutePath().normalize().toString().replace('\\', '/');
            for (String line : Files.readAllLines(Path.of("../revops.jsh"))) {
                if (line.startsWith("//")) {
                    continue;
                }
                eval(shell, line.replace("\"revops-examples", "\"" + root + "/revops-examples"));
            }
            lines.forEach(line -> values.add(eval(shell, line)));
        }
        assertThat(values.get(5))
                .contains("Plan 2026: USD 3,600,000.00 = target USD 3,000,000.00, over-assigned 20 %")
                .contains("Cem: USD 1,100,000.00")
                .contains("ramped 62.5 %"); // from March: 0, ¼, ½, ¾ and six whole months of twelve
        assertThat(values.get(6)).contains("claim ", "potential 1,562,500 of 5,562,500");
        assertThat(values.get(8)).contains("hire");
        assertThat(values.get(9)).contains("Target USD 3,000,000.00: chance ", " of 10000, P10 USD ");
    }

    private static String eval(JShell shell, String source) {
        CompletionInfo whole = shell.sourceCodeAnalysis().analyzeCompletion(source);
        assertThat(whole.completeness().isComplete()).as(source).isTrue();
        String value = "";
        for (SnippetEvent event : shell.eval(whole.source())) {
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
