package io.revops.quickstart;

import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.load.LinksFile;
import io.revops.load.Loaded;
import io.revops.load.NativeForm;
import io.revops.load.baremetrics.BaremetricsTemplate;
import io.revops.load.chargebee.ChargebeeExport;
import io.revops.load.hubspot.HubSpotExport;
import io.revops.load.salesforce.SalesforceExport;
import io.revops.load.stripe.StripeExport;
import io.revops.load.zendesk.ZendeskExport;
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
record Exports(Map<Source, Path> sources, Optional<Path> links) {
    /** A system whose export can be read. */
    enum Source {
        STRIPE("--stripe", "Stripe"),
        CHARGEBEE("--chargebee", "Chargebee"),
        BAREMETRICS("--baremetrics", "the Baremetrics template"),
        SALESFORCE("--salesforce", "Salesforce"),
        HUBSPOT("--hubspot", "HubSpot"),
        ZENDESK("--zendesk", "Zendesk"),
        NATIVE("--native", "the native form");

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
                case NATIVE -> NativeForm.read(path);
            };
        }
    }

    /** Where the sample lies in a checkout. */
    private static final Path SAMPLE = Path.of("revops-examples", "sample", "data");

    static Exports of(Arguments arguments) {
        if (arguments.isSample()) {
            if (arguments.path("--links").isPresent()) {
                throw new IllegalArgumentException(
                        "There is a links file and no export to link. Maybe name the exports with --stripe and --salesforce.");
            }
            Path data = sample();
            return new Exports(
                    Map.of(
                            Source.STRIPE, data.resolve("stripe"),
                            Source.SALESFORCE, data.resolve("salesforce"),
                            Source.NATIVE, data.resolve("finance")),
                    Optional.of(data.resolve("links.csv")));
        }
        Map<Source, Path> sources = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            arguments.path(source.argument).ifPresent(path -> sources.put(source, path));
        }
        return new Exports(sources, arguments.path("--links"));
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
    RevenueBook read(Progress progress) {
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
