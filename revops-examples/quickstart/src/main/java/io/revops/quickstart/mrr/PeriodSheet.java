package io.revops.quickstart.mrr;

import io.revops.book.IssueCode;
import io.revops.book.PeriodRows;
import io.revops.book.RevenueBook;
import io.revops.load.BadRows;
import io.revops.load.CsvTable;
import io.revops.load.Loaded;
import io.revops.load.NativeForm;
import io.revops.load.PeriodsCsv;
import io.revops.money.ExchangeRates;
import io.revops.time.Cadence;
import io.revops.time.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The rows of a sheet as columns, what they are told in, and the exchange rates for that. */
final class PeriodSheet {
    /** ISO 4217 for what is in no currency. */
    private static final String NO_CURRENCY = "XXX";

    /** More months than this are asked for by name: an end in 9999 stands for none. */
    private static final long MOST_MONTHS = 1200;

    /** So many are kept: what is wrong with the whole file is among them, unless most of it is wrong. */
    private static final int MOST_ISSUES = 100_000;

    private final PeriodRows rows;
    private final ExchangeRates rates;
    private final Currency currency;

    private PeriodSheet(PeriodRows rows, ExchangeRates rates, Currency currency) {
        this.rows = rows;
        this.rates = rates;
        this.currency = currency;
    }

    /**
     * Reads the sheet, and tells the notes what of it could not be read.
     *
     * @throws IllegalArgumentException if it is not there, has no rows, none that can be read, or several currencies and no
     *     way to add them
     */
    static PeriodSheet read(Asked asked, Notes notes) {
        Path file = asked.periods();
        List<String> columns = Header.of(file);
        asked.by().filter(by -> !columns.contains(by)).ifPresent(by -> {
            throw new IllegalArgumentException(
                    file + " has no column (" + by + "). Maybe " + Nearest.maybe(by, columns) + ".");
        });
        Loaded<PeriodRows> loaded = reader(asked.currency(), columns).with(BadRows.collect(MOST_ISSUES)).stream(file);
        if (loaded.read() == 0 && loaded.issues().isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has a header and no rows. Maybe the export was cut off, or filtered to nothing.");
        }
        PeriodRows rows = loaded.orElseThrow();
        loaded.issues().stream()
                .filter(issue -> issue.code() == IssueCode.UNREADABLE)
                .findFirst()
                .ifPresent(issue -> {
                    throw new IllegalArgumentException(file + " cannot be read to its end. " + issue.reason());
                });
        notes.about(loaded);
        if (rows.size() == 0) {
            throw new IllegalArgumentException(
                    file + " has no row that is left. Maybe see above why each is left out.");
        }
        ExchangeRates rates = rates(asked, notes);
        return new PeriodSheet(rows, rates, currency(rows, rates, asked));
    }

    private static PeriodsCsv reader(Optional<Currency> asked, List<String> columns) {
        if (asked.isPresent()) {
            return PeriodsCsv.in(asked.get().getCurrencyCode());
        }
        return columns.contains("currency") ? PeriodsCsv.reader() : PeriodsCsv.in(NO_CURRENCY);
    }

    private static ExchangeRates rates(Asked asked, Notes notes) {
        if (asked.rates().isEmpty()) {
            return ExchangeRates.none();
        }
        Path file = asked.rates().get();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file of exchange rates (" + file
                    + "). Maybe check the path, from " + Path.of("").toAbsolutePath() + ".");
        }
        Loaded<RevenueBook> loaded = NativeForm.reader().read("exchange_rates", CsvTable.of(file, "native"));
        ExchangeRates rates = loaded.orElseThrow().rates();
        notes.about(loaded);
        return rates;
    }

    private static Currency currency(PeriodRows rows, ExchangeRates rates, Asked asked) {
        NavigableSet<Currency> there = new TreeSet<>(Comparator.comparing(Currency::getCurrencyCode));
        for (int i = 0; i < rows.size(); i++) {
            there.add(rows.currency(rows.kind(i)));
        }
        if (asked.currency().isEmpty() && there.size() > 1) {
            throw new IllegalArgumentException("The rows are in " + there
                    + ", and amounts of different currencies are not added. Maybe --currency " + there.first()
                    + " and --rates FILE, or --by currency on a sheet of each.");
        }
        Currency currency = asked.currency().orElseGet(there::first);
        there.remove(currency);
        if (!there.isEmpty() && rates.isEmpty()) {
            throw new IllegalArgumentException("There are rows in " + there + ", and no exchange rates to " + currency
                    + ". Maybe --rates FILE (date, base, quote, rate).");
        }
        return currency;
    }

    PeriodRows rows() {
        return rows;
    }

    ExchangeRates rates() {
        return rates;
    }

    /** What amounts are told in. */
    Currency currency() {
        return currency;
    }

    /** {@code USD}; {@code no currency} of a sheet that names none. */
    String currencyName() {
        return currency.getCurrencyCode().equals(NO_CURRENCY) ? "no currency" : currency.getCurrencyCode();
    }

    /** The months asked for: where not said, from that of the first start to that of the last start or end. */
    Span span(Optional<LocalDate> from, Optional<LocalDate> to) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < rows.size(); i++) {
            first = Math.min(first, rows.start(i));
            last = Math.max(last, rows.end(i) == PeriodRows.OPEN ? rows.start(i) : rows.end(i));
        }
        LocalDate begin = from.orElse(Cadence.MONTH.floor(LocalDate.ofEpochDay(first)));
        LocalDate end = to.orElse(Cadence.MONTH.next(LocalDate.ofEpochDay(last)));
        if (!begin.isBefore(end)) {
            throw new IllegalArgumentException("The first month (" + begin + ") is not before the end (" + end
                    + (to.isPresent()
                            ? "). Maybe --to is meant to be the day after the last month."
                            : "), where the " + "sheet's last change is. Maybe give --to."));
        }
        if (to.isEmpty() && ChronoUnit.MONTHS.between(begin, end) > MOST_MONTHS) {
            throw new IllegalArgumentException("The sheet runs from " + LocalDate.ofEpochDay(first) + " to "
                    + LocalDate.ofEpochDay(last)
                    + ", more than a hundred years. Maybe give --to; an end that has not come is "
                    + "left empty.");
        }
        return Span.of(begin, end);
    }
}
