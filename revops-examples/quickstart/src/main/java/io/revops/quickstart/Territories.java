package io.revops.quickstart;

import io.revops.forecast.json.TerritoryJson;
import io.revops.forecast.report.TerritorySection;
import io.revops.forecast.territory.AccountRep;
import io.revops.forecast.territory.TerritoryMove;
import io.revops.forecast.territory.TerritoryPlanner;
import io.revops.report.Report;
import io.revops.report.page.HtmlReport;
import io.revops.time.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws territories from plain sheets: who looks after which account, how even that is, and why each one moves. */
public final class Territories {
    private static final String USAGE = """
            Territories from plain sheets.

              --accounts FILE    a CSV file: account_id, if there are any segment, region, latitude, longitude, channel (direct
                                 or partner), name, currency, pin (the one rep who may have it), forbidden (reps who may not,
                                 parted by ;); every other column is a measure that is evened out: potential, workload
              --reps FILE        a CSV file: rep_id, if there are any capacity and ramp (1 unless given), segments and regions
                                 (parted by ;), latitude, longitude, channel, at_least and at_most accounts
              --current FILE     who has whom today: account_id, rep_id
              --most-moved SHARE the most that may move of those, 0.15 for 15 %; no limit unless given
              --seed NUMBER      another seed gives other territories, about as good; 1 unless given
              --out FOLDER       where territories.html, a page with bars and maps, and territories.json are written; neither is
                                 unless given
              --for SPAN         when they hold, which stands on the page: 2026, 2026-Q1

            Ways count if accounts have coordinates, or regions. Printed is a CSV of account_id, rep_id, and behind it lines
            that begin with # for everything else.
            """;
    private static final List<String> NAMES =
            List.of("--accounts", "--reps", "--current", "--most-moved", "--seed", "--out", "--for");

    private Territories() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or sheets cannot be read, or there are no territories. */
    public static void main(String[] args) {
        Program.main(Territories::run, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return Program.run(out, err, USAGE, () -> draw(out, Arguments.only(NAMES, args)), args);
    }

    private static void draw(PrintStream out, Arguments asked) {
        TerritorySheets sheets =
                TerritorySheets.read(file(asked, "--accounts"), file(asked, "--reps"), asked.path("--current"));
        Optional<Path> folder = asked.path("--out");
        Optional<Span> span = folder.map(f -> span(asked));
        List<String> measures = sheets.measures();
        TerritoryPlanner planner = TerritoryPlanner.of(
                        measures.get(0), measures.subList(1, measures.size()).toArray(String[]::new))
                .with(sheets.travel());
        for (AccountRep pin : sheets.pins()) {
            planner = planner.withPin(pin.account(), pin.rep());
        }
        for (AccountRep pair : sheets.forbidden()) {
            planner = planner.withForbidden(pair.account(), pair.rep());
        }
        Optional<BigDecimal> most = number(asked, "--most-moved");
        planner = most.isPresent() ? planner.withMostMoved(most.get().doubleValue()) : planner;
        Optional<Long> seed = seed(asked);
        planner = seed.isPresent() ? planner.withSeed(seed.get()) : planner;
        var drawn =
                planner.draw(sheets.accounts(), sheets.reps(), sheets.today()).orElseThrow();
        out.print("account_id,rep_id\n");
        drawn.assignment().forEach((account, rep) -> out.print(cell(account) + "," + cell(rep) + "\n"));
        drawn.toString().lines().forEach(line -> out.print("# " + line + "\n"));
        for (TerritoryMove move : drawn.moves()) {
            out.print("# " + move + "\n");
        }
        if (folder.isPresent() && span.isPresent()) {
            out.print("# Written to " + write(drawn, span.get(), folder.get()) + ", and territories.json beside it\n");
        }
    }

    private static Path write(io.revops.forecast.territory.Territories drawn, Span span, Path folder) {
        try {
            Path page = Files.createDirectories(folder).resolve("territories.html");
            HtmlReport.write(new Report("Territories", span, List.of(TerritorySection.of(drawn))), page);
            Files.writeString(folder.resolve("territories.json"), TerritoryJson.text(drawn) + "\n");
            return page;
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(
                    "The territories cannot be written to " + folder + " (" + e + "). Maybe another folder with --out.",
                    e);
        }
    }

    private static Span span(Arguments asked) {
        return asked.text("--for")
                .map(Span::parse)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The page does not know when the territories hold. Maybe --for 2026; see --help."));
    }

    private static String cell(String text) {
        return text.matches("[^\",\r\n#]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static Path file(Arguments asked, String name) {
        return asked.path(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no sheet to read. Maybe " + name + " FILE; see --help."));
    }

    private static Optional<Long> seed(Arguments asked) {
        return number(asked, "--seed").map(number -> {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        "The argument --seed (" + number + ") is no whole number. Maybe 7.", e);
            }
        });
    }

    private static Optional<BigDecimal> number(Arguments asked, String name) {
        return asked.text(name).map(text -> {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "The argument " + name + " (" + text + ") is no number. Maybe 0.15, or 7.", e);
            }
        });
    }
}
