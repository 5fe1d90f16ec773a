package io.revops.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

/** Every snippet that a newcomer would type: the startup script, and the code of README.md and ARCHITECTURE.md, as printed. */
class ShellTest {
    private static final Pattern ECHO = Pattern.compile("// ([A-Z][a-z ]+, 2025: .*)$");

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("revops.jsh"))) {
            at = at.getParent();
        }
        return at;
    }

    private static JShell started() throws IOException {
        JShell shell = JShell.builder().executionEngine("local").build();
        for (String path : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            shell.addToClasspath(path);
        }
        for (String line : Files.readAllLines(root().resolve("revops.jsh"))) {
            eval(
                    shell,
                    line.replace(
                            "\"revops-examples", "\"" + root().toString().replace('\\', '/') + "/revops-examples"));
        }
        return shell;
    }

    private static String eval(JShell shell, String source) {
        String value = "";
        String left = source;
        while (!left.isBlank()) {
            SourceCodeAnalysis.CompletionInfo part = shell.sourceCodeAnalysis().analyzeCompletion(left);
            String snippet = part.completeness().isComplete() ? part.source() : left;
            for (SnippetEvent event : shell.eval(snippet)) {
                assertThat(event.status())
                        .as(snippet + "\n"
                                + shell.diagnostics(event.snippet())
                                        .map(d -> d.getMessage(null))
                                        .toList())
                        .isNotEqualTo(Snippet.Status.REJECTED);
                assertThat(event.exception()).as(snippet).isNull();
                value = event.value() == null ? value : event.value();
            }
            left = part.completeness().isComplete() ? part.remaining() : "";
        }
        return value;
    }

    private static List<String> blocks(String file, String language) throws IOException {
        String[] parts = Files.readString(root().resolve(file)).split("```" + language + "\n");
        return Arrays.stream(parts)
                .skip(1)
                .map(p -> p.substring(0, p.indexOf("```")))
                .toList();
    }

    @Test
    void linesOfTheArchitectureRunAsPrinted() throws IOException {
        String block = blocks("ARCHITECTURE.md", "java").stream()
                .filter(b -> b.startsWith("var book = RevenueBook.merge("))
                .findFirst()
                .orElseThrow();
        try (JShell shell = started()) {
            List<String> echoed = new ArrayList<>();
            for (String line : statements(block)) {
                Matcher echo = ECHO.matcher(line);
                String value = eval(shell, line.replaceAll("\\s+//.*$", ""));
                if (echo.find()) {
                    assertThat(value).isEqualTo(echo.group(1).strip());
                    echoed.add(value);
                }
            }
            assertThat(echoed).hasSize(1);
            String industries = eval(shell, "nrr.by(INDUSTRY).toString()");
            Matcher shown = Pattern.compile("(Fintech|Healthcare) ([0-9.]+ %)").matcher(block);
            assertThat(shown.results().toList())
                    .hasSize(2)
                    .allSatisfy(
                            found -> assertThat(industries).containsPattern(found.group(1) + " +" + found.group(2)));
            assertThat(eval(shell, "MRR_MOVEMENTS.measureMonthly(view).points().size()"))
                    .isEqualTo("12");
        }
    }

    /** A line that begins with blanks goes on with the one before. */
    private static List<String> statements(String block) {
        List<String> statements = new ArrayList<>();
        for (String line : block.split("\n")) {
            if (line.isBlank()) {
                continue;
            }
            if (line.startsWith(" ")) {
                String before = statements.remove(statements.size() - 1);
                statements.add(before + " " + line.strip());
            } else {
                statements.add(line);
            }
        }
        return statements;
    }

    @Test
    void codeOfTheReadmeRunsAndPrintsWhatItSays() throws IOException {
        List<String> blocks = blocks("README.md", "java");
        String data = root().toString().replace('\\', '/') + "/revops-examples/sample/data/";
        try (JShell shell = started()) {
            eval(shell, "var printed = new StringBuilder()");
            eval(
                    shell,
                    blocks.get(0)
                            .replace("Path.of(\"", "Path.of(\"" + data)
                            .replace("System.out.println(", "printed.append('\\n').append("));
            String printed = eval(shell, "printed.toString().strip()");
            String expected = blocks("README.md", "text").get(0).strip();
            assertThat(unescaped(printed)).isEqualTo(expected);
        }
        try (JShell shell = started()) {
            for (String line : statements(blocks.get(1))) {
                eval(shell, line);
            }
            List<String> further = further("From there: ");
            assertThat(further).hasSize(3);
            for (String line : further) {
                assertThat(eval(shell, line)).as(line).isNotEmpty();
            }
        }
    }

    @Test
    void healthOfTheReadmeIsThatOfTheSample() throws IOException {
        List<String> code = further("Merge `NativeForm");
        assertThat(code).hasSize(2);
        try (JShell shell = started()) {
            for (String line : statements(blocks("README.md", "java").get(1))) {
                eval(
                        shell,
                        line.replace(
                                "read(finance).orElseThrow())", "read(finance).orElseThrow(), " + code.get(0) + ")"));
            }
            String atRisk = unescaped(eval(shell, code.get(1) + ".toString()"));
            String headline = atRisk.substring(0, atRisk.indexOf('\n'));
            assertThat(Files.readString(root().resolve("README.md")).replace("\n", " "))
                    .contains("(" + headline + ", each with what it is red for)");
        }
    }

    /** What the sample's own files say of it was counted by R and survfit: 531 tickets of 2025, 526 solved, 147 accounts in December. */
    @Test
    void fewLinesTellHowCustomersUseTheProductAndWhatTheyAskFor() throws IOException {
        try (JShell shell = started()) {
            for (String line : statements(blocks("README.md", "java").get(1))) {
                eval(
                        shell,
                        line.replace(
                                "read(finance).orElseThrow())",
                                "read(finance).orElseThrow(), NativeForm.read(success).orElseThrow())"));
            }
            List<String> printed = new ArrayList<>();
            for (String line : statements(blocks("docs/engagement.md", "java").get(0))) {
                printed.add(unescaped(eval(shell, "(" + line + ").toString()")));
            }
            assertThat(printed)
                    .containsExactly(
                            blocks("docs/engagement.md", "text").get(0).strip().split("\n"));
            Matcher code = Pattern.compile("`((?:[A-Z][A-Za-z]+\\.of|[A-Z]+_[A-Z_]+[A-Z])(?:\\(.*?\\))?)`")
                    .matcher(Files.readString(root().resolve("docs/engagement.md")));
            assertThat(code.results()
                            .map(found -> found.group(1))
                            .filter(c -> !c.contains("plan)") && !c.contains("...")))
                    .hasSizeGreaterThan(15)
                    .allSatisfy(metric -> assertThat(eval(shell, metric + ".definition().title()"))
                            .isNotBlank());
            assertThat(unescaped(eval(shell, "TICKETS_OPENED.measure(view).by(OWNER).toString()")))
                    .contains("The segments add up to the whole.");
        }
    }

    /** The lines of code in one of the README's sentences on what to try next. */
    private static List<String> further(String sentence) throws IOException {
        String readme = Files.readString(root().resolve("README.md"));
        int start = readme.indexOf(sentence);
        Matcher code = Pattern.compile("`([^`]+)`").matcher(readme.substring(start, readme.indexOf("\n\n", start)));
        return code.results().map(found -> found.group(1)).toList();
    }

    @Test
    void fewLinesLeadFromPathsToTheSameReportEveryTime() throws IOException {
        try (JShell shell = started()) {
            eval(
                    shell,
                    "var book = RevenueBook.merge(Links.byMetadata(\"crm_account_id\"), StripeExport.read(stripe).orElseThrow(),"
                            + " SalesforceExport.read(crm).orElseThrow(), NativeForm.read(finance).orElseThrow())");
            eval(
                    shell,
                    "var view = RevenueView.of(book, RevenuePolicy.standard().with(ReportingCurrency.of(\"USD\")),"
                            + " Span.year(2025))");
            eval(shell, "var report = RevenueReport.of(view)");
            Path page = Files.createTempFile("report", ".html");
            eval(shell, "HtmlReport.write(report, Path.of(\"" + page.toString().replace('\\', '/') + "\"))");
            assertThat(page).content().contains("Net revenue retention", "</html>");
            Files.delete(page);
            assertThat(eval(shell, "report.text()")).startsWith("\"Revenue report, 2025\\n====");
            assertThat(eval(shell, "report.text().equals(RevenueReport.of(view).text())"))
                    .isEqualTo("true");
            assertThat(eval(shell, "ReportJson.text(report).equals(ReportJson.text(RevenueReport.of(view)))"))
                    .isEqualTo("true");
        }
    }

    @Test
    void codeOfThePageOnTheReportRuns() throws IOException {
        Path folder = Files.createTempDirectory("report");
        String at = "Path.of(\"" + folder.toString().replace('\\', '/') + "/report";
        try (JShell shell = started()) {
            eval(shell, "import java.math.*; import java.util.*;"); // as the shell itself does
            eval(shell, "var book = NativeForm.read(finance).orElseThrow()");
            eval(shell, "var view = RevenueView.of(book, RevenuePolicy.standard(), Span.year(2025))");
            for (String block : blocks("docs/report.md", "java")) {
                eval(shell, block.replace("Path.of(\"report", at));
            }
            assertThat(eval(shell, "HtmlReport.text(more).contains(\"Who booked how much\")"))
                    .isEqualTo("true");
            eval(shell, "var frame = Frame.of(\"c\", \"Chart\", \"t\", \"month\")");
            eval(shell, "var figures = List.<Headline>of()");
            Matcher charts = Pattern.compile("^\\|[^|]+\\| `([^`]+)` \\|$", Pattern.MULTILINE)
                    .matcher(Files.readString(root().resolve("docs/report.md")));
            assertThat(charts.results()
                            .map(chart -> eval(shell, chart.group(1)))
                            .toList())
                    .hasSize(6)
                    .allSatisfy(chart -> assertThat(chart).contains("id=c"));
        }
        for (String file : List.of("report.html", "report.md", "report.json")) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder);
    }

    private static String unescaped(String echo) {
        return echo.substring(1, echo.length() - 1).replace("\\n", "\n");
    }

    @Test
    void screenOfTheReadmeIsTheFirstScreen() throws IOException {
        String expected = blocks("README.md", "text").get(1).strip();
        Path folder = Files.createTempDirectory("report");
        Run run = Run.of(Quickstart::run, "--out", folder.toString());
        for (String file : List.of("report.html", "report.md", "report.json")) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder);
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).startsWith(expected);
    }
}
