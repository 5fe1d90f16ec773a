package io.revops.quickstart;

import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.load.LinksFile;
import io.revops.load.NativeForm;
import io.revops.load.salesforce.SalesforceExport;
import io.revops.load.stripe.StripeExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exports of a company.
 *
 * @param stripe billing
 * @param salesforce deals
 * @param nativeForm what only the finance team has: exchange rates, quotas
 * @param links which billing account is which CRM account
 */
record Exports(Optional<Path> stripe, Optional<Path> salesforce, Optional<Path> nativeForm, Optional<Path> links) {
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
                    Optional.of(data.resolve("stripe")),
                    Optional.of(data.resolve("salesforce")),
                    Optional.of(data.resolve("finance")),
                    Optional.of(data.resolve("links.csv")));
        }
        return new Exports(
                arguments.path("--stripe"),
                arguments.path("--salesforce"),
                arguments.path("--native"),
                arguments.path("--links"));
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

    /** One book of all of them. An account is linked by its Stripe metadata, else by the links file, else by its domain. */
    RevenueBook read(Progress progress) {
        List<RevenueBook> books = new ArrayList<>();
        stripe.ifPresent(path -> {
            progress.now("reading Stripe");
            books.add(StripeExport.read(path).orElseThrow());
        });
        salesforce.ifPresent(path -> {
            progress.now("reading Salesforce");
            books.add(SalesforceExport.read(path).orElseThrow());
        });
        nativeForm.ifPresent(path -> {
            progress.now("reading the native form");
            books.add(NativeForm.read(path).orElseThrow());
        });
        Links ways = Links.byMetadata("crm_account_id");
        if (links.isPresent()) {
            ways = ways.or(LinksFile.read(links.get()).orElseThrow());
        }
        progress.now("linking accounts");
        return RevenueBook.merge(ways.or(Links.byDomain()), books.toArray(new RevenueBook[0]));
    }
}
