package io.revops.quickstart;

import io.revops.book.RevenueBook;
import io.revops.forecast.History;
import io.revops.ledger.RevenueView;
import io.revops.report.Report;
import io.revops.report.page.HtmlReport;
import io.revops.time.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Forecasts the next three months of a company from its exports, with what the same method missed before. */
public final class FirstForecast {
    private static final String USAGE =
            "The next three months, from the same arguments as the report: --from is the first month that is learnt from (24"
                    + " before --to unless given), --to the day after the last day that is known.";

    private FirstForecast() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or the exports cannot be read. */
    public static void main(String[] args) {
        Program.main(FirstForecast::run, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return Program.run(out, err, USAGE, () -> print(out, err, Arguments.parse(args)), args);
    }

    private static void print(PrintStream out, PrintStream err, Arguments arguments) {
        Report report = forecast(arguments, err);
        out.print(report.text());
        Path page = write(report, arguments.path("--out").orElse(Path.of("out")));
        out.println();
        out.println("Written to " + page);
    }

    private static Path write(Report report, Path folder) {
        try {
            Path page = Files.createDirectories(folder).resolve("forecast.html");
            HtmlReport.write(report, page);
            return page;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "The page cannot be written to " + folder + " (" + e + "). Maybe another folder with --out.", e);
        }
    }

    private static Report forecast(Arguments arguments, PrintStream err) {
        RevenueBook book = Exports.of(arguments).read(Progress.onTerminal(), err);
        LocalDate to = arguments.end(book);
        RevenueView view = RevenueView.of(
                book,
                arguments.policy(),
                Span.of(arguments.date("--from").orElse(to.minusMonths(NextMonths.MONTHS)), to));
        return new Report("First forecast", view.span(), List.of(NextMonths.of(History.of(view))));
    }
}
