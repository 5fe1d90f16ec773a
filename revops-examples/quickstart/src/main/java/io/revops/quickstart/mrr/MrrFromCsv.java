package io.revops.quickstart.mrr;

import io.revops.ledger.MrrLedger;
import io.revops.ledger.PolicyPreset;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.Workers;
import io.revops.quickstart.Program;
import io.revops.time.Span;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Prints MRR month by month from a sheet of subscription periods, under any preset of conventions, and beside another.
 *
 * <p>The sheet is never a book: it is read into columns, and a ledger is built of them, by as many threads as there are
 * processors. Under every preset that gives the same figures as a book would, since a sheet of periods has no bills, usage or
 * coupons that a book could tell more of.
 */
public final class MrrFromCsv {
    private MrrFromCsv() {}

    /** Runs it; see {@code --help}. Ends with 2 if the arguments or the sheet cannot be read. */
    public static void main(String[] args) {
        Program.main(MrrFromCsv::run, args);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        return Program.run(out, err, Asked.USAGE, () -> print(out, err, args), args);
    }

    private static void print(PrintStream out, PrintStream err, String... args) {
        try {
            print(out, new Notes(err), Asked.parse(args));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "An account is worth more than nine trillion a year (" + e.getMessage()
                            + "). Maybe an amount is in the wrong unit, or a column holds something else.",
                    e);
        }
    }

    private static void print(PrintStream out, Notes notes, Asked asked) {
        PolicyPreset policy = asked.policy();
        Optional<PolicyPreset> other = asked.compare();
        Format format = asked.format();
        Optional<LocalDate> from = asked.from();
        Optional<LocalDate> to = asked.to();
        PeriodSheet sheet = PeriodSheet.read(asked, notes); // once all is right with the arguments
        Span span = sheet.span(from, to);
        SheetColumn column = asked.by()
                .map(by -> SheetColumn.of(asked.periods(), by, sheet.rows()))
                .orElse(null);
        int digits = format == Format.TABLE ? shown(sheet) : Figures.DIGITS;
        Printed.Block one = block(sheet, policy, span, column, digits);
        List<Printed.Block> tables = new ArrayList<>(List.of(one));
        other.map(preset -> block(sheet, preset, span, column, digits)).ifPresent(two -> {
            tables.add(two);
            tables.add(difference(sheet, one, two));
        });
        Optional<ByRule> rules = column == null // segments have no parts by rule
                ? other.flatMap(preset -> ByRule.of(sheet, policy, preset, span, notes))
                : Optional.empty();
        if (format != Format.TABLE) {
            rules.ifPresent(r -> tables.addAll(r.blocks(sheet, tables.get(2))));
        }
        Printed printed = new Printed(column == null ? Figures.Columns.WHOLE : Figures.Columns.BY_SEGMENT, tables);
        switch (format) {
            case TABLE -> {
                printed.table(out, digits);
                rules.ifPresent(r -> options(out, sheet, r, span, digits));
            }
            case CSV -> printed.csv(out);
            case JSON -> printed.json(out);
        }
    }

    /** Below the difference, from which options it comes over all months. */
    private static void options(PrintStream out, PeriodSheet sheet, ByRule rules, Span span, int digits) {
        List<Span> months = span.months();
        out.print("\nDifference in " + sheet.currencyName() + " by option, " + Figures.month(months.get(0)) + " to "
                + Figures.month(months.get(months.size() - 1)) + "\n\n");
        Printed.aligned(out, rules.rows(digits), 1);
        out.print("\n");
        rules.notes().forEach(note -> out.print(note + "\n"));
    }

    /** The currency's own digits; two where there is none. */
    private static int shown(PeriodSheet sheet) {
        int own = sheet.currency().getDefaultFractionDigits();
        return own < 0 ? 2 : own;
    }

    private static Printed.Block block(
            PeriodSheet sheet, PolicyPreset preset, Span span, @Nullable SheetColumn column, int digits) {
        MrrLedger ledger = ledger(sheet, preset);
        MonthTable table =
                column == null ? MonthTable.of(ledger, span) : MonthTable.of(ledger, span, sheet.currency(), column);
        return new Printed.Block(
                preset.id(),
                "MRR by month in " + sheet.currencyName() + ", " + preset.id() + ": " + preset.title(),
                Figures.of(table, column == null ? Figures.Columns.WHOLE : Figures.Columns.BY_SEGMENT, digits));
    }

    private static MrrLedger ledger(PeriodSheet sheet, PolicyPreset preset) {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            return MrrLedger.of(
                    sheet.rows(),
                    sheet.rates(),
                    preset.policy().with(ReportingCurrency.of(sheet.currency().getCurrencyCode())),
                    Workers.of(threads, processors));
        } finally {
            threads.shutdown();
        }
    }

    /**
     * Month by month, what the other policy says more or less in each column. Which of the two policies' options that comes
     * from is told by {@link ByRule}.
     */
    private static Printed.Block difference(PeriodSheet sheet, Printed.Block one, Printed.Block two) {
        List<Figures> months = new ArrayList<>();
        for (int i = 0; i < one.months().size(); i++) {
            months.add(one.months().get(i).to(two.months().get(i), sheet.currency()));
        }
        return new Printed.Block(
                "difference",
                "Difference in " + sheet.currencyName() + ", " + two.policy() + " - " + one.policy(),
                months);
    }
}
