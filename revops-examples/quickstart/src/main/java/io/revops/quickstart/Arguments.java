package io.revops.quickstart;

import io.revops.book.RevenueBook;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.time.Cadence;
import io.revops.time.Moment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was asked for on the command line: {@code --name value}, each name once. */
public final class Arguments {
    static final String USAGE = """
            A revenue report from a company's exports.

              --stripe PATH      Stripe API objects and events: a folder, or a .json or .jsonl file
              --chargebee PATH   Chargebee subscriptions: a folder, or a .json, .jsonl or .csv file
              --baremetrics FILE the Baremetrics import template: a .csv file
              --salesforce PATH  Salesforce exports: a folder with Account.csv, Opportunity.csv, OpportunityHistory.csv ...
              --hubspot PATH     HubSpot exports: a folder with company.csv, deal.csv, deal_property_history.csv ...
              --zendesk PATH     Zendesk exports: a folder with organization.csv, ticket.csv, ticket_field_history.csv
              --native PATH      this library's own form: a folder of CSV files, or one .json file
              --links FILE       which billing account is which CRM account: links.csv
              --from DATE        first day of the report, 2025-01-01; twelve months before --to unless given
              --to DATE          the day after its last, 2026-01-01; after the month of the latest fact unless given
              --currency CODE    what amounts are reported in; the only currency there is unless given
              --out FOLDER       where report.html, report.md and report.json are written; out unless given

            Without a path it reports on the sample company.""";

    private static final List<String> EXPORTS =
            List.of("--stripe", "--chargebee", "--baremetrics", "--salesforce", "--hubspot", "--zendesk", "--native");

    private static final List<String> NAMES = Stream.concat(
                    EXPORTS.stream(), Stream.of("--links", "--from", "--to", "--currency", "--out"))
            .toList();

    private final Map<String, String> values = new LinkedHashMap<>();

    private Arguments() {}

    /**
     * Reads the command line of a report.
     *
     * @throws IllegalArgumentException if a name is not known, or has no value
     */
    static Arguments parse(String... args) {
        return only(NAMES, args);
    }

    /**
     * Reads the command line of a program that has these arguments beside the exports, their links and their currency.
     *
     * @throws IllegalArgumentException if a name is not known, or has no value
     */
    public static Arguments with(List<String> more, String... args) {
        return only(
                Stream.of(EXPORTS, List.of("--links", "--currency"), more)
                        .flatMap(List::stream)
                        .toList(),
                args);
    }

    /**
     * Reads the command line of a program that has these arguments and no others.
     *
     * @throws IllegalArgumentException if a name is not known, or has no value
     */
    public static Arguments only(List<String> names, String... args) {
        Arguments parsed = new Arguments();
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i];
            if (!names.contains(name)) {
                throw new IllegalArgumentException("There is no argument (" + name + "). Maybe one of " + names + ".");
            }
            if (i + 1 == args.length || names.contains(args[i + 1])) {
                throw new IllegalArgumentException("The argument " + name + " has no value. Maybe write it behind it.");
            }
            if (parsed.values.put(name, args[i + 1]) != null) {
                throw new IllegalArgumentException("The argument " + name + " is there twice. Maybe take one away.");
            }
        }
        return parsed;
    }

    /** A path, if it was named. */
    public Optional<Path> path(String name) {
        return text(name).map(Path::of);
    }

    /** What was written behind a name. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A day, if it was named. */
    public Optional<LocalDate> date(String name) {
        return text(name).map(text -> {
            Moment moment = Moment.parse(text);
            if (!moment.isDate()) {
                throw new IllegalArgumentException("The argument " + name + " is a time. Maybe a day: 2025-01-01.");
            }
            return moment.date(ZoneOffset.UTC);
        });
    }

    /** The standard policy in the currency that was asked for; the sample is told in dollars. */
    public RevenuePolicy policy() {
        RevenuePolicy standard = RevenuePolicy.standard();
        return text("--currency")
                .or(() -> isSample() ? Optional.of("USD") : Optional.empty())
                .map(code -> standard.with(ReportingCurrency.of(code)))
                .orElse(standard);
    }

    /** The day after the last: the one that was asked for, or that after the month of the latest fact. */
    LocalDate end(RevenueBook book) {
        return date("--to")
                .orElseGet(() -> LatestFact.of(book)
                        .map(Cadence.MONTH::next)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no dated fact to tell the span from. Maybe give --from and --to.")));
    }

    /** Whether no export was named. */
    public boolean isSample() {
        return EXPORTS.stream().noneMatch(values::containsKey);
    }
}
