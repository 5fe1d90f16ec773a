package io.revops.metric;

import static io.revops.catalog.Metrics.ACTIVE_CUSTOMERS;
import static io.revops.catalog.Metrics.GROSS_REVENUE_RETENTION;
import static io.revops.catalog.Metrics.LOGO_CHURN;
import static io.revops.catalog.Metrics.LOST_CUSTOMERS;
import static io.revops.catalog.Metrics.MRR_CHANGE;
import static io.revops.catalog.Metrics.MRR_MOVEMENTS;
import static io.revops.catalog.Metrics.NET_REVENUE_RETENTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.ledger.RevenueView;
import io.revops.metric.recurring.Bridge;
import io.revops.money.Money;
import io.revops.money.RunRate;
import io.revops.time.Span;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The founding cases RT-01 to RT-07: by evidence that is built by hand, and, where accounts are given, through a book. */
class RetentionCasesTest {
    @TestFactory
    List<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = getClass().getResourceAsStream("retention.json")) {
            for (JsonNode one : new ObjectMapper().readTree(in).get("cases")) {
                String id = one.get("id").asText();
                if (one.get("input").has("start")) {
                    tests.add(DynamicTest.dynamicTest(id, () -> byHand(one.get("input"), one.get("expected"))));
                } else if (id.equals("RT-06")) {
                    tests.add(DynamicTest.dynamicTest(id, () -> accounts(one.get("input"), one.get("expected"))));
                } else {
                    tests.add(DynamicTest.dynamicTest(id, () -> returning(one.get("expected"))));
                }
            }
        }
        assertThat(tests).hasSize(7);
        return tests;
    }

    private static void byHand(JsonNode in, JsonNode expected) {
        Evidence evidence = Evidence.in("USD")
                .line("all")
                .set(Part.OPENING, monthly(in.get("start").asLong()))
                .set(Part.EXPANSION, monthly(in.get("expansion").asLong()))
                .set(Part.CONTRACTION, monthly(-in.get("contraction").asLong()))
                .set(Part.CHURN, monthly(-in.get("churn").asLong()))
                .build();
        Reading<Ratio> net = NET_REVENUE_RETENTION.conclude(evidence);
        Reading<Ratio> gross = GROSS_REVENUE_RETENTION.conclude(evidence);
        if (expected.has("undefined")) {
            assertThat(net)
                    .isInstanceOfSatisfying(
                            Undefined.class, u -> assertThat(u.code()).isEqualTo(UndefinedCode.OPENING_ZERO));
            assertThat(gross.value()).isEmpty();
            return;
        }
        assertThat(net.orElseThrow().value()).isEqualTo(expected.get("nrr").asDouble());
        assertThat(gross.orElseThrow().value()).isEqualTo(expected.get("grr").asDouble());
    }

    private static void accounts(JsonNode in, JsonNode expected) {
        MonthlyBooks books = MonthlyBooks.start();
        for (JsonNode account : in.get("accounts")) {
            if (account.get("start").asInt() > 0) {
                books.pays(
                        account.get("id").asText(),
                        "2024-01-01",
                        account.get("start").asText());
            }
            books.pays(
                    account.get("id").asText(), "2025-06-01", account.get("end").asText());
        }
        RevenueView view = books.during("2025");
        Bridge change = MRR_CHANGE.measure(view).orElseThrow();
        assertThat(perMonth(change.opening())).isEqualTo(expected.get("start").asLong());
        assertThat(perMonth(change.expansion()))
                .isEqualTo(expected.get("expansion").asLong());
        assertThat(perMonth(change.contraction()))
                .isEqualTo(-expected.get("contraction").asLong());
        assertThat(perMonth(change.churn())).isEqualTo(-expected.get("churn").asLong());
        assertThat(perMonth(change.newAccounts())).isEqualTo(expected.get("new").asLong());
        assertThat(perMonth(change.closing())).isEqualTo(expected.get("end").asLong());
        assertThat(NET_REVENUE_RETENTION.measure(view).orElseThrow().value())
                .isEqualTo(expected.get("nrr").asDouble(), within(1e-15));
        assertThat(GROSS_REVENUE_RETENTION.measure(view).orElseThrow().value())
                .isEqualTo(expected.get("grr").asDouble(), within(1e-15));
        assertThat(LOGO_CHURN.measure(view).orElseThrow().value())
                .isEqualTo(expected.get("logo_churn").asDouble(), within(1e-15));
        assertThat(LOST_CUSTOMERS.measure(view).orElseThrow())
                .isEqualTo(expected.get("lost_customers").asLong());
        assertThat(ACTIVE_CUSTOMERS.measure(view).orElseThrow())
                .isEqualTo(expected.get("active_customers_end").asLong());
    }

    private static void returning(JsonNode expected) {
        RevenueView view = MonthlyBooks.start()
                .pays("a", "2024-01-01", "1000")
                .pays("a", "2025-01-10", "0")
                .pays("a", "2025-02-10", "800")
                .during("2025-02");
        Bridge first = MRR_MOVEMENTS.measure(view.during(Span.month(2025, 1))).orElseThrow();
        Bridge second = MRR_MOVEMENTS.measure(view).orElseThrow();
        assertThat(perMonth(first.churn()))
                .isEqualTo(-expected.get("period_1").get("churn").asLong());
        assertThat(perMonth(second.reactivation()))
                .isEqualTo(expected.get("period_2").get("reactivation").asLong());
        assertThat(perMonth(second.newAccounts()))
                .isEqualTo(expected.get("period_2").get("new").asLong());
        assertThat(NET_REVENUE_RETENTION.measure(view).value()).isEmpty();
    }

    private static RunRate monthly(long amount) {
        return RunRate.perMonth(Money.of(BigDecimal.valueOf(amount), "USD"));
    }

    private static long perMonth(RunRate rate) {
        return rate.perMonth(RoundingMode.UNNECESSARY).amount().longValueExact();
    }
}
