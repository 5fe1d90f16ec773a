package io.revops.quickstart;

import io.revops.book.RevenueBook;
import io.revops.forecast.History;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.LoadException;
import io.revops.report.Report;
import io.revops.report.page.HtmlReport;
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

/** Forecasts the next three months of a company from its exports, with what the same method missed before. */
public final class FirstForecast {
    private FirstForecast() {}

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
            out.println(
                    "The next three months, from the same arguments as the report: --from is the first month that is"
                            + " learnt from (24 before --to unless given), --to the day after the last day that is"
                            + " known.");
            return 0;
        }
        try {
            Arguments arguments = Arguments.parse(args);
            Report report = forecast(arguments);
            out.print(report.text());
            Path page = write(report, arguments.path("--out").orElse(Path.of("out")));
            out.println();
            out.println("Written to " + page);
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

    private static Report forecast(Arguments arguments) {
        RevenueBook book = Exports.of(arguments).read(Progress.onTerminal());
        RevenuePolicy policy = arguments
                .text("--currency")
                .or(() -> arguments.isSample() ? java.util.Optional.of("USD") : java.util.Optional.empty())
                .map(code -> RevenuePolicy.standard().with(ReportingCurrency.of(code)))
                .orElse(RevenuePolicy.standard());
        LocalDate to = arguments
                .date("--to")
                .orElseGet(() -> LatestFact.of(book)
                        .map(Cadence.MONTH::next)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no dated fact to tell the span from. Maybe give --from and --to.")));
        RevenueView view = RevenueView.of(
                book, policy, Span.of(arguments.date("--from").orElse(to.minusMonths(NextMonths.MONTHS)), to));
        return new Report("First forecast", view.span(), List.of(NextMonths.of(History.of(view))));
    }
}
