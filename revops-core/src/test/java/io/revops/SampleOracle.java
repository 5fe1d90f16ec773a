package io.revops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.book.Links;
import io.revops.book.RevenueBook;
import io.revops.ledger.Basis;
import io.revops.ledger.ReportingCurrency;
import io.revops.ledger.RevenuePolicy;
import io.revops.ledger.RevenueView;
import io.revops.load.LinksFile;
import io.revops.load.NativeForm;
import io.revops.load.salesforce.SalesforceExport;
import io.revops.load.stripe.StripeExport;
import io.revops.sample.SampleCompany;
import io.revops.time.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The sample company as this library reads it, beside what another program says of it: sample_oracle.py, which shares nothing
 * with this library but the rules, and whose output names the command that made it. Amounts are whole micro-units (per year where
 * they recur); a ratio is the nearest double to a fraction, so {@link #RATIO} leaves room for one rounding and no more.
 */
final class SampleOracle {
    static final double RATIO = 1e-12;

    final JsonNode figures;
    final RevenueBook stripe;
    final RevenueBook crm;
    final RevenueBook finance;
    final Links listed;
    final RevenueBook book;
    private final Map<Basis, RevenueView> views = new TreeMap<>();

    private SampleOracle(Path data) throws IOException {
        SampleCompany.standard().writeTo(data);
        try (InputStream in = SampleOracle.class.getResourceAsStream("oracle/sample_oracle.json")) {
            figures = new ObjectMapper().readTree(in);
        }
        stripe = StripeExport.read(data.resolve("stripe")).orElseThrow();
        crm = SalesforceExport.read(data.resolve("salesforce")).orElseThrow();
        finance = NativeForm.read(data.resolve("finance")).orElseThrow();
        listed = LinksFile.read(data.resolve("links.csv")).orElseThrow();
        book = merged(Links.byMetadata("crm_account_id").or(listed).or(Links.byDomain()));
        for (Basis basis : Basis.values()) {
            RevenuePolicy policy = RevenuePolicy.standard().with(basis).with(ReportingCurrency.of("USD"));
            views.put(basis, RevenueView.of(book, policy, Span.year(2025)));
        }
    }

    /** Writes the sample into an empty folder and reads it. */
    static SampleOracle in(Path folder) {
        try {
            return new SampleOracle(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RevenueBook merged(Links links) {
        return RevenueBook.merge(links, stripe, crm, finance);
    }

    RevenueView view(Basis basis, Span span) {
        return views.get(basis).during(span);
    }

    RevenueView view(Span span) {
        return view(Basis.NET, span);
    }

    JsonNode at(String key) {
        JsonNode found = figures.get(key);
        if (found == null) {
            throw new IllegalArgumentException("The oracle does not say " + key + ".");
        }
        return found;
    }

    /** Every member of one of its objects, whose name is a span. */
    void eachSpan(String key, BiConsumer<Span, JsonNode> with) {
        at(key).properties().forEach(e -> with.accept(Span.parse(e.getKey()), e.getValue()));
    }

    /** The members of an object as a map, without those that are 0. */
    static Map<String, BigInteger> integers(JsonNode object, Function<JsonNode, JsonNode> value) {
        Map<String, BigInteger> found = new TreeMap<>();
        object.properties()
                .forEach(e -> found.put(e.getKey(), value.apply(e.getValue()).bigIntegerValue()));
        return withoutZeros(found);
    }

    static Map<String, BigInteger> withoutZeros(Map<String, BigInteger> values) {
        Map<String, BigInteger> left = new TreeMap<>(values);
        left.values().removeIf(v -> v.signum() == 0);
        return left;
    }
}
