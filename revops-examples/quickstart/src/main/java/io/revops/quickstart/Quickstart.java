package io.revops.quickstart;

import io.revops.book.RevenueBook;
import io.revops.json.ReportJson;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.LoadException;
import io.revops.report.Report;
import io.revops.report.RevenueReport;
import io.revops.report.Section;
import io.revops.report.page.HtmlReport;
import io.revops.report.page.MarkdownReport;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Reads a company's exports, prints its revenue report and writes it as a page, as Markdown and as JSON. */
public final class Quickstart {
    private Quickstart() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or the exports cannot be read. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8);
        int status = run(out, System.err, args);
        out.flush();
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        if (List.of(args).contains("--help")) {
            out.println(Arguments.USAGE);
            return 0;
        }
        try {
            report(out, Arguments.parse(args));
            return 0;
        } catch (IllegalArgumentException | LoadException e) {
            err.println(e.getMessage());
        } catch (UncheckedIOException e) {
            err.println(String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
        err.println("Maybe see --help.");
        return 2;
    }

    private static void report(PrintStream out, Arguments arguments) {
        Progress progress = Progress.onTerminal();
        RevenueBook book = Exports.of(arguments).read(progress);
        progress.now("measuring");
        RevenueView view = RevenueView.of(book, policy(arguments), span(book, arguments));
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

    private static RevenuePolicy policy(Arguments arguments) {
        RevenuePolicy standard = RevenuePolicy.standard();
        if (arguments.isSample() && arguments.text("--currency").isEmpty()) {
            return standard.with(ReportingCurrency.of("USD"));
        }
        return arguments
                .text("--currency")
                .map(ReportingCurrency::of)
                .map(standard::with)
                .orElse(standard);
    }

    private static Span span(RevenueBook book, Arguments arguments) {
        LocalDate to = arguments
                .date("--to")
                .orElseGet(() -> LatestFact.of(book)
                        .map(Cadence.MONTH::next)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no dated fact to tell the span from. Maybe give --from and --to.")));
        return Span.of(arguments.date("--from").orElse(to.minusMonths(12)), to);
    }
}
