package io.revops;

import static io.revops.catalog.Metrics.ACTIVE_CUSTOMERS;
import static io.revops.catalog.Metrics.ARPA;
import static io.revops.catalog.Metrics.ARR;
import static io.revops.catalog.Metrics.CHURNED_MRR;
import static io.revops.catalog.Metrics.CONTRACTION_MRR;
import static io.revops.catalog.Metrics.EXPANSION_MRR;
import static io.revops.catalog.Metrics.GROSS_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.GROSS_REVENUE_RETENTION_FLOW;
import static io.revops.catalog.Metrics.LOGO_CHURN;
import static io.revops.catalog.Metrics.LOST_CUSTOMERS;
import static io.revops.catalog.Metrics.MRR;
import static io.revops.catalog.Metrics.MRR_MOVEMENTS;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION_FLOW;
import static io.revops.catalog.Metrics.NEW_MRR;
import static io.revops.catalog.Metrics.QUICK_RATIO;
import static io.revops.catalog.Metrics.REACTIVATION_MRR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.revops.book.Account;
import io.revops.book.AccountId;
import io.revops.book.Dimension;
import io.revops.book.ItemId;
import io.revops.book.Product;
import io.revops.ledger.Basis;
import io.revops.ledger.RevenueView;
import io.revops.metric.Evidence;
import io.revops.metric.Measurement;
import io.revops.metric.Metric;
import io.revops.metric.Part;
import io.revops.metric.Ratio;
import io.revops.metric.recurring.Bridge;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of what recurs at the sample company against {@link SampleOracle}. */
class SampleOracleTest {
    private static final Span ALL = Span.parse("2023-01-01/2026-01-01");

    private static SampleOracle oracle;

    @BeforeAll
    static void load(@TempDir Path data) {
        oracle = SampleOracle.in(data);
    }

    /** What the oracle comes to say and nobody compares would be a figure that nobody checks. */
    @Test
    void everyFigureOfTheOracleIsComparedHereOrWithTheDeals() {
        assertThat(names(oracle.figures))
                .containsExactlyInAnyOrder(
                        "_command",
                        "_unit",
                        "accounts_of_several_currencies",
                        "accounts_that_ever_paid",
                        "closing_2025_12_by_industry",
                        "closing_2025_12_by_product",
                        "closing_by_account",
                        "coverage_2026_q1",
                        "deals",
                        "deals_as_of_close",
                        "deals_by_close_date",
                        "deals_last_entry",
                        "left_out",
                        "linked",
                        "months_event",
                        "months_net",
                        "native_closing_micro_per_year",
                        "nrr_2025_by_industry",
                        "periods",
                        "pipeline_2025_end");
    }

    @Test
    void netMovementsOfEveryMonth() {
        assertMonths(Basis.NET, oracle.at("months_net"));
    }

    @Test
    void movementsByEventOfEveryMonth() {
        assertMonths(Basis.EVENT, oracle.at("months_event"));
    }

    private static void assertMonths(Basis basis, JsonNode expected) {
        assertThat(expected.size()).isEqualTo(36);
        for (Measurement<Bridge> month :
                MRR_MOVEMENTS.measureMonthly(oracle.view(basis, ALL)).points()) {
            Bridge bridge = month.orElseThrow();
            Map<String, String> ours = texts(movements(bridge));
            ours.put("opening", bridge.opening().microsPerYear().toString());
            ours.put("closing", bridge.closing().microsPerYear().toString());
            ours.put("closing_mrr_usd", perMonth(bridge.closing()));
            ours.put("active_at_opening", Long.toString(bridge.activeAtOpening()));
            ours.put("new_accounts", Long.toString(bridge.news()));
            ours.put("reactivated", Long.toString(bridge.reactivated()));
            ours.put("churned", Long.toString(bridge.churned()));
            ours.put("active", Long.toString(bridge.active()));
            String name = month.span().toString();
            assertThat(ours).as(name).isEqualTo(texts(expected.get(name)));
        }
    }

    @Test
    void movementsOfEveryPeriodAreThoseOfItsMonths() {
        oracle.eachSpan("periods", (span, of) -> {
            for (Basis basis : Basis.values()) {
                RevenueView view = oracle.view(basis, span);
                Map<String, BigInteger> ours =
                        movements(MRR_MOVEMENTS.measure(view).orElseThrow());
                JsonNode theirs = of.get(basis == Basis.NET ? "net_sums" : "event_sums");
                assertThat(texts(ours)).as(basis + " " + span).isEqualTo(texts(theirs));
                assertThat(micros(NEW_MRR, view)).isEqualTo(ours.get("new"));
                assertThat(micros(EXPANSION_MRR, view)).isEqualTo(ours.get("expansion"));
                assertThat(micros(CONTRACTION_MRR, view)).isEqualTo(ours.get("contraction"));
                assertThat(micros(CHURNED_MRR, view)).isEqualTo(ours.get("churn"));
                assertThat(micros(REACTIVATION_MRR, view)).isEqualTo(ours.get("reactivation"));
            }
            assertRatio(QUICK_RATIO, oracle.view(span), of.get("quick_ratio"));
        });
    }

    @Test
    void retentionOfEveryPeriodAndTheSumsBehindIt() {
        oracle.eachSpan("periods", (span, of) -> {
            RevenueView view = oracle.view(span);
            assertRatio(NET_REVENUE_RETENTION, view, of.get("nrr_p2p"));
            assertRatio(NET_REVENUE_RETENTION, oracle.view(Basis.EVENT, span), of.get("nrr_p2p"));
            assertRatio(GROSS_REVENUE_RETENTION, view, of.get("grr_p2p"));
            assertRatio(NET_REVENUE_RETENTION_FLOW, view, of.get("nrr_flow"));
            assertRatio(GROSS_REVENUE_RETENTION_FLOW, view, of.get("grr_flow"));

            Evidence ends = NET_REVENUE_RETENTION.measure(view).evidence();
            assertTotal(ends, Part.OPENING, of.get("opening_of_cohort_at_opening_rate"));
            assertTotal(ends, Part.CLOSING, of.get("closing_of_cohort_at_opening_rate"));
            Evidence flow = NET_REVENUE_RETENTION_FLOW.measure(view).evidence();
            JsonNode flows = of.get("flow_of_cohort_at_opening_rate");
            assertTotal(flow, Part.NEW, flows.get("new"));
            assertTotal(flow, Part.EXPANSION, flows.get("expansion"));
            assertTotal(flow, Part.CONTRACTION, flows.get("contraction"));
            assertTotal(flow, Part.CHURN, flows.get("churn"));
            assertTotal(flow, Part.REACTIVATION, flows.get("reactivation"));
            Ratio withReturns = Ratio.of(flow.total(Part.CLOSING), flow.total(Part.OPENING));
            assertThat(withReturns.value())
                    .isEqualTo(
                            of.get("nrr_flow_with_reactivation").get("value").asDouble(), within(SampleOracle.RATIO));
        });
    }

    @Test
    void customersOfEveryPeriodAndWhoWasLost() {
        oracle.eachSpan("periods", (span, of) -> {
            RevenueView view = oracle.view(span);
            Measurement<Ratio> churn = LOGO_CHURN.measure(view);
            assertRatio(LOGO_CHURN, view, of.get("logo_churn"));
            assertThat(churn.evidence().total(Part.ACTIVE_AT_OPENING))
                    .isEqualTo(of.get("opening_customers").asLong());
            assertThat(ACTIVE_CUSTOMERS.measure(view).orElseThrow())
                    .isEqualTo(of.get("active_customers").asLong());
            assertThat(LOST_CUSTOMERS.measure(view).orElseThrow())
                    .isEqualTo(of.get("lost_customers").asLong());
            Set<String> lost = churn.evidence()
                    .lines()
                    .filter(line -> line.get(Part.LOST_ACCOUNTS) == 1)
                    .map(line -> line.subject().value())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> expected = new TreeSet<>();
            of.get("lost_accounts").forEach(account -> expected.add(account.asText()));
            assertThat(lost).as(span.toString()).isEqualTo(expected);
        });
    }

    @Test
    void closingAndAverageOfEveryPeriod() {
        oracle.eachSpan("periods", (span, of) -> {
            RevenueView view = oracle.view(span);
            BigInteger closing = of.get("closing").bigIntegerValue();
            assertThat(micros(MRR, view)).isEqualTo(closing);
            assertThat(micros(ARR, view)).isEqualTo(closing);
            RunRate arpa = ARPA.measure(view).orElseThrow();
            JsonNode fraction = of.get("arpa_arr");
            BigInteger active = fraction.get("denominator").bigIntegerValue();
            assertThat(fraction.get("numerator").bigIntegerValue()).isEqualTo(closing);
            assertThat(arpa.microsPerYear()
                            .multiply(active)
                            .subtract(closing)
                            .abs()
                            .shiftLeft(1))
                    .as("rounded to the nearest micro-unit")
                    .isLessThanOrEqualTo(active);
            assertThat(perMonth(arpa)).isEqualTo(of.get("arpa_mrr_usd").asText());
        });
    }

    @Test
    void closingOfEveryAccount() {
        oracle.eachSpan("closing_by_account", (span, of) -> {
            Map<String, BigInteger> ours = new TreeMap<>();
            MRR.measure(oracle.view(span))
                    .evidence()
                    .lines()
                    .forEach(line -> ours.merge(
                            line.subject().value(), line.get(Part.CLOSING).microsPerYear(), BigInteger::add));
            assertThat(SampleOracle.withoutZeros(ours))
                    .as(span.toString())
                    .isEqualTo(SampleOracle.integers(of, value -> value));
        });
    }

    @Test
    void closingOfEveryMonthInTheCurrenciesThatAreBilled() {
        oracle.eachSpan("native_closing_micro_per_year", (month, of) -> {
            Map<String, BigInteger> ours = new TreeMap<>();
            for (Account account : oracle.book.accounts()) {
                states(account.id(), month)
                        .values()
                        .forEach(rate ->
                                ours.merge(rate.currency().getCurrencyCode(), rate.microsPerYear(), BigInteger::add));
            }
            assertThat(SampleOracle.withoutZeros(ours))
                    .as(month.toString())
                    .isEqualTo(SampleOracle.integers(of, value -> value));
        });
    }

    @Test
    void industriesOf2025() {
        RevenueView view = oracle.view(Span.year(2025));
        JsonNode closing = oracle.at("closing_2025_12_by_industry");
        assertThat(segments(MRR, view, Dimension.INDUSTRY))
                .isEqualTo(SampleOracle.integers(closing, s -> s.get("value")));
        JsonNode retention = oracle.at("nrr_2025_by_industry");
        assertThat(NET_REVENUE_RETENTION
                        .measure(view)
                        .by(Dimension.INDUSTRY)
                        .segments()
                        .keySet())
                .isEqualTo(names(retention));
        closing.properties()
                .forEach(e -> assertThat(ACTIVE_CUSTOMERS
                                .measure(view)
                                .by(Dimension.INDUSTRY)
                                .of(e.getKey())
                                .orElseThrow())
                        .isEqualTo(e.getValue().get("customers").asLong()));
        retention.properties().forEach(e -> {
            assertRatio(NET_REVENUE_RETENTION, view, e.getKey(), e.getValue().get("nrr_p2p"));
            assertRatio(GROSS_REVENUE_RETENTION, view, e.getKey(), e.getValue().get("grr_p2p"));
            assertThat(LOGO_CHURN
                            .measure(view)
                            .by(Dimension.INDUSTRY)
                            .of(e.getKey())
                            .evidence()
                            .total(Part.ACTIVE_AT_OPENING))
                    .isEqualTo(e.getValue().get("customers").asLong());
        });
    }

    @Test
    void productsAtTheEndOf2025() {
        RevenueView view = oracle.view(Span.year(2025));
        JsonNode expected = oracle.at("closing_2025_12_by_product");
        assertThat(segments(MRR, view, Dimension.PRODUCT))
                .isEqualTo(SampleOracle.integers(expected, s -> s.get("value")));
        Map<String, BigInteger> items = new TreeMap<>();
        Map<String, Set<AccountId>> customers = new TreeMap<>();
        for (Account account : oracle.book.accounts()) {
            for (ItemId item : states(account.id(), Span.year(2025)).keySet()) {
                String product = oracle.book
                        .find(Product.class, item.product())
                        .flatMap(Product::name)
                        .orElseThrow();
                items.merge(product, BigInteger.ONE, BigInteger::add);
                customers.computeIfAbsent(product, p -> new HashSet<>()).add(account.id());
            }
        }
        assertThat(items).isEqualTo(SampleOracle.integers(expected, s -> s.get("items")));
        expected.properties().forEach(e -> {
            long active = e.getValue().get("customers").asLong();
            assertThat(customers.get(e.getKey())).hasSize((int) active);
            assertThat(ACTIVE_CUSTOMERS
                            .measure(view)
                            .by(Dimension.PRODUCT)
                            .of(e.getKey())
                            .orElseThrow())
                    .as(e.getKey())
                    .isEqualTo(active);
        });
    }

    @Test
    void whoEverPaidUntilTheExportAndInHowManyCurrencies() {
        Set<AccountId> paid = new HashSet<>();
        Set<String> ofSeveralCurrencies = new TreeSet<>();
        for (Account account : oracle.book.accounts()) {
            Set<String> currencies =
                    oracle.view(ALL).ledger().changes(account.id(), Span.parse("1970-01-01/2026-01-01")).stream()
                            .filter(change -> !change.after().isZero())
                            .map(change -> change.after().currency().getCurrencyCode())
                            .collect(Collectors.toSet());
            if (!currencies.isEmpty()) {
                paid.add(account.id());
            }
            if (currencies.size() > 1) {
                ofSeveralCurrencies.add(account.id().value());
            }
        }
        assertThat(paid).hasSize(oracle.at("accounts_that_ever_paid").asInt());
        assertThat(oracle.at("accounts_of_several_currencies")).hasSameSizeAs(ofSeveralCurrencies);
    }

    private static Map<ItemId, RunRate> states(AccountId account, Span span) {
        Instant end = span.end(ZoneOffset.UTC);
        return oracle.view(span).ledger().states(account, end);
    }

    private static Map<String, BigInteger> segments(Metric<RunRate> metric, RevenueView view, Dimension dimension) {
        Map<String, BigInteger> found = new TreeMap<>();
        metric.measure(view)
                .by(dimension)
                .segments()
                .forEach((name, value) -> found.put(name, value.orElseThrow().microsPerYear()));
        return SampleOracle.withoutZeros(found);
    }

    private static void assertRatio(Metric<Ratio> metric, RevenueView view, JsonNode expected) {
        assertThat(metric.measure(view).orElseThrow().value())
                .as(metric.definition().id() + " " + view.span())
                .isEqualTo(expected.get("value").asDouble(), within(SampleOracle.RATIO));
    }

    private static void assertRatio(Metric<Ratio> metric, RevenueView view, String industry, JsonNode expected) {
        assertThat(metric.measure(view)
                        .by(Dimension.INDUSTRY)
                        .of(industry)
                        .orElseThrow()
                        .value())
                .as(metric.definition().id() + " " + industry)
                .isEqualTo(expected.get("value").asDouble(), within(SampleOracle.RATIO));
    }

    private static void assertTotal(Evidence evidence, Part<RunRate> part, JsonNode expected) {
        assertThat(evidence.total(part).microsPerYear()).as(part.name()).isEqualTo(expected.bigIntegerValue());
    }

    private static BigInteger micros(Metric<RunRate> metric, RevenueView view) {
        return metric.measure(view).orElseThrow().microsPerYear();
    }

    private static String perMonth(RunRate rate) {
        return rate.perMonth(RoundingMode.HALF_UP).amount().toPlainString();
    }

    private static Map<String, BigInteger> movements(Bridge bridge) {
        Map<String, BigInteger> found = new TreeMap<>();
        found.put("new", bridge.newAccounts().microsPerYear());
        found.put("expansion", bridge.expansion().microsPerYear());
        found.put("contraction", bridge.contraction().microsPerYear());
        found.put("churn", bridge.churn().microsPerYear());
        found.put("reactivation", bridge.reactivation().microsPerYear());
        found.put("fx", bridge.fx().microsPerYear());
        return found;
    }

    private static Map<String, String> texts(Map<String, BigInteger> values) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((name, value) -> found.put(name, value.toString()));
        return found;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> found = new TreeMap<>();
        object.properties().forEach(e -> found.put(e.getKey(), e.getValue().asText()));
        return found;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> found = new TreeSet<>();
        object.fieldNames().forEachRemaining(found::add);
        return found;
    }
}
