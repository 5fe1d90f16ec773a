package io.revops.quickstart;

import io.revops.book.RevenueBook;
import io.revops.json.ReportJson;
import io.revops.ledger.RevenueView;
import io.revops.report.Report;
import io.revops.report.RevenueReport;
import io.revops.report.Section;
import io.revops.report.page.HtmlReport;
import io.revops.report.page.MarkdownReport;
import io.revops.time.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Reads a company's exports, prints its revenue report and writes it as a page, as Markdown and as JSON. */
public final class Quickstart {
    private Quickstart() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or the exports cannot be read. */
    public static void main(String[] args) {
        Program.main(Quickstart::run, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return Program.run(out, err, Arguments.USAGE, () -> report(out, Arguments.parse(args)), args);
    }

    private static void report(PrintStream out, Arguments arguments) {
        Progress progress = Progress.onTerminal();
        RevenueBook book = Exports.of(arguments).read(progress);
        progress.now("measuring");
        RevenueView view = RevenueView.of(book, arguments.policy(), span(book, arguments));
        Report report = RevenueReport.of(view).with(NextMonths.of(view), "issues");
        progress.now("forecasting the next quarter");
        for (Section section : NextQuarter.of(view)) {
            report = report.with(section, "issues");
        }
        out.print(report.text());
        Path folder = arguments.path("--out").orElse(Path.of("out"));
        List<Path> files = write(report, folder);
        out.println();
        files.forEach(file -> out.println("Written to " + file));
    }

    /** The page comes first: it is what somebody wants to open. */
    private static List<Path> write(Report report, Path folder) {
        try {
            Files.createDirectories(folder);
            Path page = folder.resolve("report.html");
            Path markdown = folder.resolve("report.md");
            Path json = folder.resolve("report.json");
            HtmlReport.write(report, page);
            MarkdownReport.write(report, markdown);
            ReportJson.write(report, json);
            return List.of(page, markdown, json);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "The report cannot be written to " + folder + " (" + e + "). Maybe another folder with --out.", e);
        }
    }

    private static Span span(RevenueBook book, Arguments arguments) {
        LocalDate to = arguments.end(book);
        return Span.of(arguments.date("--from").orElse(to.minusMonths(12)), to);
    }
}
