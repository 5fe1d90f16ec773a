package io.revops.metric.bookings;

import static io.revops.catalog.Metrics.ACV_BOOKED;
import static io.revops.catalog.Metrics.ARR_BOOKED;
import static io.revops.catalog.Metrics.BOOKINGS_TCV;
import static io.revops.catalog.Metrics.EXIT_ARR_BOOKED;
import static io.revops.catalog.Metrics.ONE_TIME_BOOKINGS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.book.ProductKind;
import io.revops.ledger.RevenueView;
import io.revops.metric.Measurement;
import io.revops.money.Money;
import io.revops.money.RunRate;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The founding cases BK-01 to BK-05, each as a deal with lines. */
class BookingsCasesTest {
    @TestFactory
    List<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = getClass().getResourceAsStream("/io/revops/metric/bookings.json")) {
            for (JsonNode one : new ObjectMapper().readTree(in).get("cases")) {
                tests.add(DynamicTest.dynamicTest(
                        one.get("id").asText(),
                        () -> check(
                                one.get("input"),
                                one.get("expected"),
                                one.path("note").asText(""))));
            }
        }
        assertThat(tests).hasSize(5);
        return tests;
    }

    private static void check(JsonNode in, JsonNode expected, String note) {
        Contracts deal = Contracts.start().won("deal", "2025-03-31");
        int after = 0;
        for (JsonNode year : in.path("ramp_by_year")) {
            deal.line("deal", ProductKind.RECURRING, year.asLong(), 12, after);
            after += 12;
        }
        if (in.path("recurring_total").asLong() > 0) {
            deal.line(
                    "deal",
                    ProductKind.RECURRING,
                    in.get("recurring_total").asLong(),
                    in.get("term_months").asInt(),
                    0);
        }
        long once = in.path("one_time_services").asLong() + in.path("hardware").asLong();
        deal.line("deal", ProductKind.ONE_TIME, once, 0, 0);
        RevenueView view = deal.during("2025-Q1");

        is(BOOKINGS_TCV.measure(view), expected, "tcv");
        is(ONE_TIME_BOOKINGS.measure(view), expected, "one_time");
        perYear(ARR_BOOKED.measure(view), expected, "arr_booked");
        perYear(ARR_BOOKED.measure(view), expected, "arr_booked_year_1");
        perYear(ACV_BOOKED.measure(view), expected, "acv");
        perYear(ACV_BOOKED.measure(view), expected, "average_annual");
        perYear(EXIT_ARR_BOOKED.measure(view), expected, "exit_arr");
        BookedContract contract = Bookings.of(view).contracts().get(0);
        assertThat(contract.findings().contains(BookingFinding.TERM_UNDER_12_MONTHS))
                .isEqualTo(note.contains("\"" + BookingFinding.TERM_UNDER_12_MONTHS.text() + "\""));
        assertThat(contract.findings().contains(BookingFinding.RAMP)).isEqualTo(in.has("ramp_by_year"));
    }

    private static void is(Measurement<Money> measured, JsonNode expected, String key) {
        if (expected.has(key)) {
            assertThat(measured.orElseThrow())
                    .as(key)
                    .isEqualTo(Money.of(expected.get(key).asLong(), "USD"));
        }
    }

    private static void perYear(Measurement<RunRate> measured, JsonNode expected, String key) {
        if (expected.has(key)) {
            assertThat(measured.orElseThrow().perYear())
                    .as(key)
                    .isEqualTo(Money.of(expected.get(key).asLong(), "USD"));
        }
    }
}
