package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TruthTest {
    private static final ExportFiles FILES = new ExportFiles(ExportFiles.CHECKED_IN);

    /** 12 seats at 55 a month, on trial from 25 January to 8 February 2024. */
    @Test
    void aTrialIsWorthNothingUntilItConverts() throws IOException {
        assertThat(statesOf(Role.TRIAL_CONVERTED))
                .isEqualTo(
                        List.of("2024-01-25T10:00:00Z 0", "2024-02-08T10:00:00Z " + yearly(12, Role.TRIAL_CONVERTED)));
    }

    @Test
    void bothPausesAndPastDueSpellsAreTold() throws IOException {
        assertThat(statesOf(Role.COLLECTION_PAUSED))
                .as("collection paused: still worth it")
                .hasSize(1);
        assertThat(statesOf(Role.PAST_DUE_RECOVERED))
                .as("past due: still worth it")
                .hasSize(1);
        assertThat(statesOf(Role.PAST_DUE_UNPAID)).as("unpaid: no longer").hasSize(2);
        assertThat(statesOf(Role.STATUS_PAUSED))
                .as("trial, paused, then active")
                .hasSize(2);
    }

    /** 20 % of eight seats at 55 dollars come back after six months. */
    @Test
    void aRepeatingCouponEndsByItself() throws IOException {
        List<String> states = statesOf(Role.COUPON_REPEATING);

        assertThat(states).hasSize(2);
        assertThat(states.get(0)).startsWith("2023-03-11");
        assertThat(states.get(1)).startsWith("2023-09-11");
        assertThat(amount(states.get(0)))
                .isEqualByComparingTo(amount(states.get(1)).multiply(new BigDecimal("0.8")));
    }

    /** 450, 2,600 and 7,200 thousand calls at 58, 35 and 16.7 yen, the first tier with 8,700 more. */
    @Test
    void graduatedTiersPriceEachPart() throws IOException {
        assertThat(statesOf(Role.YEN_GRADUATED_TIERS).stream().map(TruthTest::amount))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal((450 * 58 + 8_700) * 12),
                        BigDecimal.valueOf(500 * 58 + 8_700)
                                .add(BigDecimal.valueOf(2_100).multiply(new BigDecimal("34.8")))
                                .multiply(BigDecimal.valueOf(12)),
                        BigDecimal.valueOf(500 * 58 + 8_700)
                                .add(BigDecimal.valueOf(4_500).multiply(new BigDecimal("34.8")))
                                .add(BigDecimal.valueOf(2_200).multiply(new BigDecimal("16.7")))
                                .multiply(BigDecimal.valueOf(12)));
    }

    @Test
    void perSeatSubscriptionsAreWorthWhatTheirLastEventsSay() throws IOException {
        Map<String, BigDecimal> last = new HashMap<>();
        for (Map<String, String> row : FILES.rows("truth/arr_states.csv")) {
            last.put(row.get("subscription_id"), new BigDecimal(row.get("annual_amount")));
        }
        int compared = 0;
        for (Map<String, Object> s : FILES.list("stripe/subscriptions.json")) {
            BigDecimal worth = last.get(s.get("id").toString());
            if (worth != null && "active".equals(s.get("status")) && isPlain(s)) {
                assertThat(worth).as(s.get("id").toString()).isEqualByComparingTo(yearly(s));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void theCompanyGrowsPlausibly() throws IOException {
        List<BigDecimal> mrr = FILES.rows("truth/mrr_by_month.csv").stream()
                .map(row -> new BigDecimal(row.get("mrr_in_usd")))
                .toList();

        assertThat(mrr).hasSize(37);
        assertThat(mrr.get(0)).isBetween(new BigDecimal(45_000), new BigDecimal(75_000));
        assertThat(mrr.get(36)).isBetween(new BigDecimal(350_000), new BigDecimal(450_000));
    }

    private static boolean isPlain(Map<String, Object> s) {
        boolean discounted = s.get("discount") != null || s.get("discounts") instanceof List<?> list && !list.isEmpty();
        return !discounted
                && ExportFiles.items(s).stream()
                        .map(item -> ExportFiles.member(item, "price"))
                        .noneMatch(price -> price.get("unit_amount") == null);
    }

    private static BigDecimal yearly(Map<String, Object> s) {
        BigDecimal total = BigDecimal.ZERO;
        for (Map<String, Object> item : ExportFiles.items(s)) {
            Map<String, Object> price = ExportFiles.member(item, "price");
            Map<String, Object> recurring = ExportFiles.member(price, "recurring");
            Map<String, Object> packs = ExportFiles.member(price, "transform_quantity");
            long size = packs == null ? 1 : (Long) packs.get("divide_by");
            long units = ((Long) item.get("quantity") + size - 1) / size;
            long months = (Long) recurring.get("interval_count") * ("year".equals(recurring.get("interval")) ? 12 : 1);
            total = total.add(new BigDecimal(price.get("unit_amount").toString())
                    .multiply(BigDecimal.valueOf(units * 72 / months)));
        }
        BigDecimal minor = total.divide(BigDecimal.valueOf(6), 8, RoundingMode.HALF_EVEN);
        return "jpy".equals(s.get("currency")) ? minor : minor.movePointLeft(2).setScale(6, RoundingMode.HALF_EVEN);
    }

    private static String yearly(long seats, Role role) {
        Currency currency =
                SampleCompany.standard().customer(role.account()).account().currency();
        long unit = currency.localPrice(55);
        return BigDecimal.valueOf(unit * seats * 12)
                .movePointLeft(currency.digits())
                .stripTrailingZeros()
                .toPlainString();
    }

    private static BigDecimal amount(String state) {
        return new BigDecimal(state.substring(state.indexOf(' ') + 1));
    }

    private static List<String> statesOf(Role role) throws IOException {
        List<String> states = new ArrayList<>();
        for (Map<String, String> row : FILES.rows("truth/arr_states.csv")) {
            if (row.get("customer_id").equals(Id.customer(role.account()))) {
                states.add(Instant.parse(row.get("from")) + " " + row.get("annual_amount"));
            }
        }
        return states;
    }
}
