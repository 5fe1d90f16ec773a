package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** A JShell as a newcomer has it, in which every line that is typed has to be accepted. */
public final class Typed implements AutoCloseable {
    private static final String BEGIN = "<pre>{@code";

    private final JShell shell = JShell.builder().executionEngine("local").build();

    private Typed() {
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            shell.addToClasspath(path);
        }
    }

    /** With nothing imported. */
    public static Typed bare() {
        return new Typed();
    }

    /** After the project's startup script. */
    public static Typed afterStartup() {
        Typed typed = new Typed();
        String root = Path.of("..").toAbsolutePath().normalize().toString().replace('\\', '/');
        text(Path.of("../revops.jsh"))
                .lines()
                .filter(line -> !line.startsWith("//"))
                .forEach(line -> typed.type(line.replace("\"revops-examples", "\"" + root + "/revops-examples")));
        return typed;
    }

    /** The lines of the code in a package's doc that has some text in it. */
    public static List<String> lines(String room, String among) {
        String doc = text(Path.of("src/main/java/io/revops/forecast/" + room + "/package-info.java"));
        int at = doc.lastIndexOf(BEGIN, doc.indexOf(among));
        assertThat(at).as(among).isNotNegative();
        return doc.substring(at + BEGIN.length(), doc.indexOf("}</pre>", at))
                .lines()
                .map(line -> line.replaceFirst("^ \\* ?", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The lines of the only code in a package's doc. */
    public static List<String> lines(String room) {
        return lines(room, "}</pre>");
    }

    /** What each line shows. */
    public List<String> type(List<String> lines) {
        return lines.stream().map(this::type).toList();
    }

    /** What the last snippet of a source shows. */
    public String type(String source) {
        String rest = source;
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
            rest = whole.remaining().strip();
        }
        return value;
    }

    @Override
    public void close() {
        shell.close();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
