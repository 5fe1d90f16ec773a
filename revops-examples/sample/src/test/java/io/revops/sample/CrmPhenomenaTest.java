package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each claim about the CRM's and finance's files, counted from the files. */
class CrmPhenomenaTest {
    private static final List<String> STAGES = List.of(
            "Qualification", "Discovery", "Solution Fit", "Proposal", "Negotiation", "Closed Won", "Closed Lost");

    private static final ExportFiles FILES = new ExportFiles(ExportFiles.CHECKED_IN);
    private static List<Map<String, String>> deals;
    private static Map<String, List<Map<String, String>>> history;

    @BeforeAll
    static void read() throws IOException {
        deals = FILES.rows("salesforce/Opportunity.csv");
        history = FILES.rows("salesforce/OpportunityHistory.csv").stream()
                .collect(Collectors.groupingBy(row -> row.get("OpportunityId")));
    }

    @Test
    void aThirdOfTheClosedDealsIsWon() {
        long won = count("Closed Won");
        long lost = count("Closed Lost");

        assertThat(won).isGreaterThanOrEqualTo(150);
        assertThat(lost).isGreaterThanOrEqualTo(150);
        assertThat((double) won / (won + lost)).isBetween(0.2, 0.35);
    }

    @Test
    void openDealsCloseInTheTwoQuartersToCome() {
        List<String> dates = deals.stream()
                .filter(deal -> deal.get("IsClosed").equals("false"))
                .map(deal -> deal.get("CloseDate"))
                .toList();

        assertThat(dates)
                .hasSizeBetween(50, 80)
                .allMatch(date -> date.startsWith("2026-0") && date.compareTo("2026-07") < 0);
    }

    @Test
    void historiesSkipGoBackReopenPushAndHaggle() {
        assertThat(steps((a, b) -> stage(b) > stage(a) + 1 && stage(b) < 5))
                .as("skipped")
                .isPositive();
        assertThat(steps((a, b) -> stage(b) < stage(a) && stage(a) < 5))
                .as("backward")
                .isPositive();
        assertThat(steps((a, b) -> stage(a) >= 5 && stage(b) < 5))
                .as("reopened")
                .isPositive();
        assertThat(steps((a, b) -> b.get("CloseDate").compareTo(a.get("CloseDate")) > 0))
                .as("pushed")
                .isPositive();
        assertThat(steps((a, b) -> !b.get("Amount").equals(a.get("Amount"))))
                .as("amount")
                .isPositive();
    }

    @Test
    void aHistoryEndsAsItsDealStandsAndNothingIsKnownTooEarly() {
        for (Map<String, String> deal : deals) {
            List<Map<String, String>> rows = history.getOrDefault(deal.get("Id"), List.of());
            List<String> times =
                    rows.stream().map(row -> row.get("CreatedDate")).toList();
            assertThat(times).isSorted().allMatch(time -> time.compareTo("2026") < 0);
            if (!rows.isEmpty()) {
                Map<String, String> last = rows.get(rows.size() - 1);
                assertThat(List.of(last.get("StageName"), last.get("Amount"), last.get("CloseDate")))
                        .isEqualTo(List.of(deal.get("StageName"), deal.get("Amount"), deal.get("CloseDate")));
            }
        }
    }

    @Test
    void customersAreLinkedInThreeWaysAndThreeNotAtAll() throws IOException {
        List<String> domains = new ArrayList<>();
        for (Map<String, String> account : FILES.rows("salesforce/Account.csv")) {
            domains.add(account.get("Website").replaceAll("https?://|www\\.|/", ""));
        }
        List<String> listed = FILES.rows("links.csv").stream()
                .map(link -> link.get("billing_account_id"))
                .toList();
        int byDomain = 0;
        int byNothing = 0;
        for (Map<String, Object> customer : FILES.list("stripe/customers.json")) {
            if (ExportFiles.member(customer, "metadata").isEmpty() && !listed.contains(customer.get("id"))) {
                String email = customer.get("email").toString();
                boolean found = domains.contains(email.substring(email.indexOf('@') + 1));
                byDomain += found ? 1 : 0;
                byNothing += found ? 0 : 1;
            }
        }
        assertThat(domains).doesNotHaveDuplicates();
        assertThat(listed).hasSize(41);
        assertThat(byDomain).isEqualTo(10);
        assertThat(byNothing).isEqualTo(3);
    }

    @Test
    void ratesAndQuotasCoverTheirMonthsAndQuarters() throws IOException {
        List<Map<String, String>> rates = FILES.rows("finance/exchange_rates.csv");
        List<Map<String, String>> quotas = FILES.rows("finance/quotas.csv");

        assertThat(rates).hasSize(3 * 37);
        assertThat(rates.get(0).get("date")).isEqualTo("2022-12-31");
        assertThat(quotas).hasSize(11 * 14);
        assertThat(quotas.stream().map(quota -> quota.get("end_date"))).contains("2026-07-01");
        assertThat(FILES.rows("salesforce/User.csv").stream().map(user -> user.get("Id")))
                .containsAll(quotas.stream().map(quota -> quota.get("rep_id")).toList());
    }

    private static long count(String stage) {
        return deals.stream()
                .filter(deal -> deal.get("StageName").equals(stage))
                .count();
    }

    private static int stage(Map<String, String> row) {
        return STAGES.indexOf(row.get("StageName"));
    }

    private static int steps(BiPredicate<Map<String, String>, Map<String, String>> which) {
        int found = 0;
        for (List<Map<String, String>> rows : history.values()) {
            for (int i = 1; i < rows.size(); i++) {
                found += which.test(rows.get(i - 1), rows.get(i)) ? 1 : 0;
            }
        }
        return found;
    }
}
