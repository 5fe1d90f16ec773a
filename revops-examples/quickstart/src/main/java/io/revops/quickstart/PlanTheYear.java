package io.revops.quickstart;

import io.revops.book.RevenueBook;
import io.revops.forecast.json.CapacityJson;
import io.revops.forecast.json.PlanJson;
import io.revops.forecast.report.PlanSection;
import io.revops.ledger.RevenueView;
import io.revops.money.Money;
import io.revops.report.Report;
import io.revops.report.page.HtmlReport;
import io.revops.time.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Plans the year after the last known month: quotas, hires, pipeline and the chance of it all, from a company's exports. */
public final class PlanTheYear {
    private static final String TARGET = "--target";
    private static final List<String> NAMES = List.of(TARGET, "--from", "--to", "--out");

    private static final String USAGE =
            "A plan of the year from --to on, from the same arguments as the report and --target"
                    + " AMOUNT in the reporting currency: a fifth more than the twelve months before brought, unless given. Quotas and"
                    + " reps are needed: quotas.csv, and the CRM's users. Written to --out are plan.html, and for programs plan.json,"
                    + " capacity.json and hiring.json.";

    private PlanTheYear() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or the exports cannot be read, or there is no plan. */
    public static void main(String[] args) {
        Program.main(PlanTheYear::run, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return Program.run(out, err, USAGE, () -> print(out, err, args), args);
    }

    private static void print(PrintStream out, PrintStream err, String... args) {
        Arguments arguments = Arguments.with(NAMES, args);
        Optional<BigDecimal> target = arguments.text(TARGET).map(Money::decimal);
        YearPlan year = YearPlan.of(view(arguments, err), target);
        out.println(PlanScreen.of(year));
        out.println();
        out.println("Written to " + write(year, arguments.path("--out").orElse(Path.of("out")))
                + ", and plan.json, capacity.json and hiring.json beside it");
    }

    private static RevenueView view(Arguments arguments, PrintStream err) {
        RevenueBook book = Exports.of(arguments).read(Progress.onTerminal(), err);
        LocalDate to = arguments.end(book);
        return RevenueView.of(
                book, arguments.policy(), Span.of(arguments.date("--from").orElse(to.minusMonths(12)), to));
    }

    private static Path write(YearPlan year, Path folder) {
        Report report = new Report(
                "Plan of the year",
                year.plan().year(),
                List.of(PlanSection.of(year.plan())
                        .with(year.hiring())
                        .with(year.sensitivity())
                        .with(year.pipeline())
                        .with(year.outlook())
                        .with(year.review())
                        .with(year.before().perRep())
                        .section()));
        try {
            Path page = Files.createDirectories(folder).resolve("plan.html");
            HtmlReport.write(report, page);
            Files.writeString(folder.resolve("plan.json"), PlanJson.text(year.plan()) + "\n");
            Files.writeString(
                    folder.resolve("capacity.json"),
                    CapacityJson.text(year.hiring().staffed().capacity()) + "\n");
            Files.writeString(folder.resolve("hiring.json"), CapacityJson.text(year.hiring()) + "\n");
            return page;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "The plan cannot be written to " + folder + " (" + e + "). Maybe another folder with --out.", e);
        }
    }
}
