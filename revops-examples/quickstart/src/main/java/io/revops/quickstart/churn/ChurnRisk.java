package io.revops.quickstart.churn;

import io.revops.book.RevenueBook;
import io.revops.quickstart.Exports;
import io.revops.quickstart.LatestFact;
import io.revops.quickstart.Program;
import io.revops.quickstart.Progress;
import io.revops.report.Report;
import io.revops.report.page.HtmlReport;
import io.revops.time.Cadence;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Who may leave, why the score says so, when, and what revenue that puts at risk, from a company's exports; with what the same method was
 * worth on earlier days.
 */
public final class ChurnRisk {
    private ChurnRisk() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or the exports cannot be read. */
    public static void main(String[] args) {
        Program.main(ChurnRisk::run, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return Program.run(out, err, RiskAsked.USAGE, () -> print(out, err, RiskAsked.parse(args)), args);
    }

    private static void print(PrintStream out, PrintStream err, RiskAsked asked) {
        Progress progress = Progress.onTerminal();
        RevenueBook book =
                Exports.of(asked.exports()).withSuccess(asked.exports()).read(progress, err);
        LocalDate asOf = asked.asOf()
                .orElseGet(() -> LatestFact.of(book)
                        .map(day -> Cadence.MONTH.next(day).minusDays(1))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no dated fact to tell the day from. Maybe give --as-of.")));
        Report report = RiskReport.of(RiskStudy.of(book, asOf, asked, progress));
        out.print(report.text());
        Path page = write(report, asked.out());
        out.print("\nWritten to " + page + "\n");
    }

    private static Path write(Report report, Path folder) {
        try {
            Path page = Files.createDirectories(folder).resolve("churn-risk.html");
            HtmlReport.write(report, page);
            return page;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "The page cannot be written to " + folder + " (" + e + "). Maybe another folder with --out.", e);
        }
    }
}
