package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each claim about the billing files, counted from the files. */
class BillingPhenomenaTest {
    private static List<Map<String, Object>> subscriptions;
    private static List<Map<String, Object>> events;
    private static Map<Object, Object> countByStatus;

    @BeforeAll
    static void read() throws IOException {
        ExportFiles files = new ExportFiles(ExportFiles.CHECKED_IN);
        subscriptions = files.list("stripe/subscriptions.json");
        events = files.events();
        countByStatus = subscriptions.stream()
                .collect(Collectors.groupingBy(s -> s.get("status"), HashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void thereAreTwoHundredCustomersAndSomeHaveTwoSubscriptions() throws IOException {
        List<Map<String, Object>> customers = new ExportFiles(ExportFiles.CHECKED_IN).list("stripe/customers.json");
        Map<Object, Long> each =
                subscriptions.stream().collect(Collectors.groupingBy(s -> s.get("customer"), Collectors.counting()));

        assertThat(customers).hasSize(200);
        assertThat(each.values()).contains(2L);
        assertThat(customers.stream()
                        .filter(c -> !ExportFiles.member(c, "metadata").isEmpty()))
                .hasSizeBetween(140, 155);
    }

    @Test
    void subscriptionsEndInEveryWay() {
        assertThat(countByStatus).containsKeys("active", "canceled", "unpaid");
        assertThat(eventStatuses()).contains("trialing", "active", "past_due", "unpaid", "paused", "canceled");
        assertThat(subscriptions.stream()
                        .map(s -> ExportFiles.member(s, "cancellation_details").get("reason"))
                        .collect(Collectors.toSet()))
                .contains("cancellation_requested", "payment_failed");
        assertThat(types())
                .containsExactly(
                        "customer.subscription.created",
                        "customer.subscription.deleted",
                        "customer.subscription.paused",
                        "customer.subscription.resumed",
                        "customer.subscription.updated");
    }

    @Test
    void scheduledEndsAreWithdrawnComeAndAreStillToCome() {
        assertThat(updatesFrom("cancel_at_period_end", true, "active"))
                .as("withdrawn")
                .isPositive();
        assertThat(subscriptions.stream()
                        .filter(s ->
                                s.get("ended_at") != null && s.get("ended_at").equals(s.get("cancel_at"))))
                .as("came")
                .isNotEmpty();
        assertThat(subscriptions.stream()
                        .filter(s -> s.get("ended_at") == null && Boolean.TRUE.equals(s.get("cancel_at_period_end"))))
                .as("still to come")
                .isNotEmpty();
    }

    @Test
    void pastDueSpellsEndWellAndBadly() {
        assertThat(updatesFrom("status", "past_due", "active")).as("recovered").isPositive();
        assertThat(updatesFrom("status", "past_due", "unpaid")).as("given up").isPositive();
        assertThat(updatesFrom("status", "trialing", "active"))
                .as("trial converted")
                .isPositive();
        assertThat(events.stream()
                        .filter(e -> e.get("type").toString().endsWith("deleted"))
                        .map(e -> ExportFiles.member(ExportFiles.member(e, "data"), "object"))
                        .filter(s ->
                                s.get("trial_end") != null && s.get("trial_end").equals(s.get("ended_at"))))
                .as("trial failed")
                .isNotEmpty();
        assertThat(objects().filter(s -> s.get("pause_collection") != null)).isNotEmpty();
    }

    @Test
    void pricesHaveEveryShape() {
        Set<Object> currencies = new HashSet<>();
        Set<String> intervals = new TreeSet<>();
        Set<Object> shapes = new HashSet<>();
        for (Map<String, Object> s : objects().toList()) {
            currencies.add(s.get("currency"));
            for (Map<String, Object> item : ExportFiles.items(s)) {
                Map<String, Object> price = ExportFiles.member(item, "price");
                Map<String, Object> recurring = ExportFiles.member(price, "recurring");
                intervals.add(recurring.get("interval_count") + " " + recurring.get("interval"));
                shapes.add(recurring.get("usage_type"));
                shapes.add(price.get("tiers_mode"));
                shapes.add(price.containsKey("transform_quantity") ? "packs" : "single");
                shapes.add(Long.valueOf(0).equals(price.get("unit_amount")) ? "free" : "paid");
            }
        }
        assertThat(currencies).containsExactlyInAnyOrder("usd", "eur", "gbp", "jpy");
        assertThat(intervals).containsExactly("1 month", "1 year", "2 year", "3 month", "3 year");
        assertThat(shapes).contains("metered", "licensed", "graduated", "volume", "packs", "free");
    }

    @Test
    void couponsComeInEveryDurationAndBothKinds() {
        Set<String> kinds = new TreeSet<>();
        objects()
                .filter(s -> s.get("discounts") instanceof List<?> list && !list.isEmpty())
                .forEach(s -> {
                    Map<?, ?> discount = (Map<?, ?>) ((List<?>) s.get("discounts")).get(0);
                    Map<?, ?> coupon = (Map<?, ?>) ((Map<?, ?>) discount.get("source")).get("coupon");
                    kinds.add(coupon.get("duration") + (coupon.get("percent_off") == null ? " amount" : " percent"));
                });

        assertThat(kinds)
                .containsExactly(
                        "forever amount",
                        "forever percent",
                        "once amount",
                        "once percent",
                        "repeating amount",
                        "repeating percent");
    }

    @Test
    void someObjectsAreOfTheLayoutBefore2025() {
        assertThat(subscriptions.stream().filter(s -> s.containsKey("current_period_end")))
                .hasSizeBetween(5, 15);
        assertThat(subscriptions.stream().filter(s -> s.get("discount") != null))
                .isNotEmpty();
        assertThat(subscriptions.stream()
                        .filter(s -> ExportFiles.items(s).get(0).containsKey("plan")))
                .hasSizeBetween(5, 15);
    }

    @Test
    void aboutATenthOfTheSubscriptionsHaveNoEvents() {
        Set<Object> told = objects().map(s -> s.get("id")).collect(Collectors.toSet());

        assertThat(subscriptions.stream().filter(s -> !told.contains(s.get("id"))))
                .hasSizeBetween(14, 28);
    }

    @Test
    void theCalendarIsTried() {
        List<String> starts = subscriptions.stream()
                .map(s -> Instant.ofEpochSecond((Long) s.get("start_date")).toString())
                .toList();

        assertThat(starts).anyMatch(s -> s.startsWith("2024-02-29"));
        assertThat(starts).anyMatch(s -> s.startsWith("31", 8));
        assertThat(starts).anyMatch(s -> s.endsWith("-31T23:59:59Z"));
        assertThat(subscriptions.stream()
                        .filter(s -> s.get("ended_at") != null)
                        .map(s -> (Long) s.get("ended_at") - (Long) s.get("start_date")))
                .as("left in the month of the start")
                .anyMatch(seconds -> seconds > 0 && seconds < 20 * 86_400);
    }

    @Test
    void twoUpdatesOfOneSecondAreInTheOrderOfTheirIds() {
        int found = 0;
        for (int i = 1; i < events.size(); i++) {
            Map<String, Object> before = events.get(i - 1);
            Map<String, Object> after = events.get(i);
            boolean sameSecond = before.get("created").equals(after.get("created"));
            if (sameSecond && subject(before).equals(subject(after)) && !before.equals(after)) {
                assertThat(after.get("id").toString())
                        .isGreaterThan(before.get("id").toString());
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    private static long updatesFrom(String attribute, Object before, String statusAfter) {
        return events.stream()
                .map(e -> ExportFiles.member(e, "data"))
                .filter(data -> data.containsKey("previous_attributes"))
                .filter(data -> before.equals(
                        ExportFiles.member(data, "previous_attributes").get(attribute)))
                .filter(data ->
                        statusAfter.equals(ExportFiles.member(data, "object").get("status")))
                .count();
    }

    private static Object subject(Map<String, Object> event) {
        return ExportFiles.member(ExportFiles.member(event, "data"), "object").get("id");
    }

    private static Stream<Map<String, Object>> objects() {
        return events.stream().map(e -> ExportFiles.member(ExportFiles.member(e, "data"), "object"));
    }

    private static Set<Object> eventStatuses() {
        return objects().map(s -> s.get("status")).collect(Collectors.toSet());
    }

    private static Set<Object> types() {
        return events.stream().map(e -> e.get("type")).collect(Collectors.toCollection(TreeSet::new));
    }
}
