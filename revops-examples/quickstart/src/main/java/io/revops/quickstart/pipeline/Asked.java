package io.revops.quickstart.pipeline;

import io.revops.forecast.pipeline.PeriodAhead;
import io.revops.quickstart.Arguments;
import io.revops.time.Span;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was asked for on the command line: {@code --name value}, each name once. */
final class Asked {
    static final String USAGE = """
            What will be booked in a period, from the exports of a CRM.

              --crm FOLDER       Salesforce (Opportunity.csv, OpportunityHistory.csv ...), HubSpot (deal.csv ...), this library's
                                 own form (opportunities.csv ...), or sheets: sales.csv with its mapping sales.json beside
                                 it, or one that a mapping of the library fits
              --as-of DATE       the last day that is seen; nothing later is
              --period PERIOD    2017-Q4, 2017-11, 2017-10-15/2017-12-01 (the last day excluded), or 30d: the next 30 days
              --quota NUMBER     what should be booked; prints the chance of it, and what it takes
              --currency CODE    what amounts are told in; the only currency there is unless given
              --rates FOLDER     exchange rates in this library's own form (exchange_rates.csv), where deals are in several
                                 currencies
              --exported DATE    the day of the export: from then on what the row of an open deal says is believed, where no
                                 change of it is dated. Without it nothing that may have been written later is
              --by ATTRIBUTE     an attribute that deals are told apart by, beside their type
              --backtest         prints the forecasts of every method from earlier days beside what happened, by the week of the
                                 quarter, by team and by category
              --origins SPAN     of the backtest only forecasts that were made in it: 2017-08-01/2017-12-01
              --horizons LIST    prints beside it how far off forecasts of other lengths are: 30d,60d,91d""";

    private static final String BACKTEST = "--backtest";
    private static final String ORIGINS = "--origins";
    private static final String HORIZONS = "--horizons";
    private static final String DAYS = "[1-9]\\d{0,2}d";
    private static final List<String> NAMES = List.of(
            "--crm",
            "--as-of",
            "--period",
            "--quota",
            "--currency",
            "--rates",
            "--exported",
            "--by",
            BACKTEST,
            ORIGINS,
            HORIZONS);

    private final Arguments arguments;

    private Asked(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException if a name is not known, or has no value
     */
    static Asked parse(String... args) {
        List<String> named = new ArrayList<>();
        for (String arg : args) {
            named.add(arg);
            if (arg.equals(BACKTEST)) {
                named.add(""); // the only one that has no value
            }
        }
        return new Asked(Arguments.only(NAMES, named.toArray(String[]::new)));
    }

    Path crm() {
        return Path.of(needed("--crm", "a folder of exports"));
    }

    LocalDate asOf() {
        return day("--as-of", needed("--as-of", "2017-11-05"));
    }

    Span period() {
        String text = needed("--period", "2017-Q4");
        if (text.matches(DAYS)) {
            return next(text).from(asOf());
        }
        Span period = Span.parse(text);
        if (!period.to().isAfter(asOf().plusDays(1))) {
            throw new IllegalArgumentException(
                    "The period " + period + " is over on " + asOf() + ". Maybe one that ends later.");
        }
        return period;
    }

    private static PeriodAhead next(String days) {
        return PeriodAhead.next(Integer.parseInt(days.substring(0, days.length() - 1)));
    }

    /** In which the days of a backtest's forecasts are; empty for all of them. */
    Optional<Span> origins() {
        return text(ORIGINS).map(Span::parse);
    }

    /** Which other lengths a backtest is made of. */
    List<PeriodAhead> horizons() {
        List<PeriodAhead> horizons = new ArrayList<>();
        text(HORIZONS).ifPresent(list -> {
            for (String text : list.split(",", -1)) {
                if (!text.matches(DAYS)) {
                    throw new IllegalArgumentException(
                            "There is no length in --horizons (" + text + "). Maybe 30d,60d,91d.");
                }
                horizons.add(next(text));
            }
        });
        return horizons;
    }

    Optional<Double> quota() {
        return text("--quota").map(text -> {
            double quota;
            try {
                quota = new BigDecimal(text.replace(",", "")).doubleValue();
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("There is no number in --quota (" + text + "). Maybe 1500000.", e);
            }
            if (quota <= 0 || Double.isInfinite(quota)) {
                throw new IllegalArgumentException(
                        "The --quota (" + text + ") is none that can be reached or missed. Maybe 1500000.");
            }
            return quota;
        });
    }

    Optional<String> currency() {
        return text("--currency");
    }

    Optional<Path> rates() {
        return text("--rates").map(Path::of);
    }

    Optional<LocalDate> exported() {
        return text("--exported").map(text -> day("--exported", text));
    }

    Optional<String> by() {
        return text("--by");
    }

    boolean isBacktestAsked() {
        return Stream.of(BACKTEST, ORIGINS, HORIZONS)
                .anyMatch(name -> text(name).isPresent());
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no day in " + name + " (" + text + "). Maybe 2017-11-05.", e);
        }
    }

    private String needed(String name, String example) {
        return text(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no " + name + ". Maybe " + name + " " + example + "; see --help."));
    }

    private Optional<String> text(String name) {
        return arguments.text(name);
    }
}
