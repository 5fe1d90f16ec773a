package io.revops.quickstart;

import io.revops.book.Issue;
import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.book.Severity;
import io.revops.load.LinksFile;
import io.revops.load.Loaded;
import io.revops.load.NativeForm;
import io.revops.load.baremetrics.BaremetricsTemplate;
import io.revops.load.chargebee.ChargebeeExport;
import io.revops.load.hubspot.HubSpotExport;
import io.revops.load.salesforce.SalesforceExport;
import io.revops.load.stripe.StripeExport;
import io.revops.load.zendesk.ZendeskExport;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The exports of a company.
 *
 * @param sources each system that was named, with where its export lies, in the order in which they are read
 * @param links which billing account is which CRM account
 */
public record Exports(Map<Source, Path> sources, Optional<Path> links) {
    /** A system whose export can be read. */
    public enum Source {
        STRIPE("--stripe", "Stripe"),
        CHARGEBEE("--chargebee", "Chargebee"),
        BAREMETRICS("--baremetrics", "the Baremetrics template"),
        SALESFORCE("--salesforce", "Salesforce"),
        HUBSPOT("--hubspot", "HubSpot"),
        ZENDESK("--zendesk", "Zendesk"),
        NATIVE("--native", "the native form"),
        SUCCESS("--success", "what a success team knows");

        private final String argument;
        private final String title;

        Source(String argument, String title) {
            this.argument = argument;
            this.title = title;
        }

        Loaded<RevenueBook> read(Path path) {
            return switch (this) {
                case STRIPE -> StripeExport.read(path);
                case CHARGEBEE -> ChargebeeExport.read(path);
                case BAREMETRICS -> BaremetricsTemplate.read(path);
                case SALESFORCE -> SalesforceExport.read(path);
                case HUBSPOT -> HubSpotExport.read(path);
                case ZENDESK -> ZendeskExport.read(path);
                case NATIVE, SUCCESS -> NativeForm.read(path);
            };
        }
    }

    /** Where the sample lies in a checkout. */
    private static final Path SAMPLE = Path.of("revops-examples", "sample", "data");

    /** The exports that were named, or those of the sample. */
    public static Exports of(Arguments arguments) {
        if (arguments.isSample()) {
            if (arguments.path("--links").isPresent()) {
                throw new IllegalArgumentException(
                        "There is a links file and no export to link. Maybe name the exports with --stripe and --salesforce.");
            }
            Path data = sample();
            Map<Source, Path> sample = new EnumMap<>(Source.class);
            sample.put(Source.STRIPE, data.resolve("stripe"));
            sample.put(Source.SALESFORCE, data.resolve("salesforce"));
            sample.put(Source.NATIVE, data.resolve("finance"));
            arguments.path("--success").ifPresent(path -> sample.put(Source.SUCCESS, path));
            return new Exports(sample, Optional.of(data.resolve("links.csv")));
        }
        Map<Source, Path> sources = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            arguments.path(source.argument).ifPresent(path -> sources.put(source, path));
        }
        return new Exports(sources, arguments.path("--links"));
    }

    /** The same with usage, tickets, answers, payments and contacts of the sample, if these are its exports and no others were named. */
    public Exports withSuccess(Arguments arguments) {
        if (!arguments.isSample() || sources.containsKey(Source.SUCCESS)) {
            return this;
        }
        Map<Source, Path> more = new EnumMap<>(sources);
        more.put(Source.SUCCESS, sample().resolve("success"));
        return new Exports(more, links);
    }

    /** The same book, for a program whose answer lists no issues: how many errors there are, and the first, is said. */
    public RevenueBook read(Progress progress, PrintStream err) {
        RevenueBook book = read(progress);
        List<Issue> errors = book.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            err.print((errors.size() == 1 ? "1 error was" : errors.size() + " errors were")
                    + " found in the exports, and what is wrong was left out. The first: " + errors.get(0) + "\n");
        }
        return book;
    }

    private static Path sample() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(SAMPLE))) {
                return at.resolve(SAMPLE);
            }
        }
        throw new IllegalArgumentException(
                "The sample is not below " + Path.of("").toAbsolutePath()
                        + ". Maybe run this in a checkout of the project, or name your own exports with --stripe.");
    }

    /**
     * One book of all of them. An account is linked by its billing system's metadata, an organisation of a helpdesk by its
     * external id; else by the links file, else by its domain.
     */
    public RevenueBook read(Progress progress) {
        List<RevenueBook> books = new ArrayList<>();
        new TreeMap<>(sources).forEach((source, path) -> {
            progress.now("reading " + source.title);
            books.add(source.read(path).orElseThrow());
        });
        Links ways = Links.byMetadata("crm_account_id");
        if (sources.containsKey(Source.ZENDESK)) {
            ways = ways.or(Links.byMetadata("external_id"));
        }
        if (links.isPresent()) {
            ways = ways.or(LinksFile.read(links.get()).orElseThrow());
        }
        progress.now("linking accounts");
        return RevenueBook.merge(ways.or(Links.byDomain()), books.toArray(new RevenueBook[0]));
    }
}
