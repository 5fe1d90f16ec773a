package io.revops.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {
    private static final int ACCOUNTS = 1_500;
    private static final LocalDate START = LocalDate.of(2023, 1, 1);
    private static final LocalDate END = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path folder;

    /** A company's exports were there before its telemetry: figures that rest on them hold. */
    @Test
    void telemetryTouchesNoFileOfTheExports() throws IOException {
        SampleCompany company = SampleCompany.of(5, 12, 24);
        company.writeTo(folder);
        Map<Path, String> before = texts();
        company.writeTelemetryTo(folder);

        Map<Path, String> after = texts();
        assertThat(after).containsAllEntriesOf(before).hasSize(before.size() + 8);
    }

    @Test
    void aCustomerIsTheSameWhoeverElseIsTold() throws IOException {
        SampleCompany.of(7, 3, 36).writeTelemetryTo(folder.resolve("few"));
        SampleCompany.of(7, 60, 36).writeTelemetryTo(folder.resolve("many"));
        for (String file : List.of("usage_events", "tickets", "payments", "contacts", "survey_answers")) {
            List<String> few = Files.readAllLines(folder.resolve("few/success/" + file + ".csv"));
            List<String> many = Files.readAllLines(folder.resolve("many/success/" + file + ".csv"));
            assertThat(many).as(file).startsWith(few.toArray(new String[0]));
        }
    }

    /** A customer is worth nothing from the day on which the truth says that it left. */
    @Test
    void whoLeavesInTheWindowIsWorthNothingFromThatDayOn() throws IOException {
        SampleCompany company = SampleCompany.standard();
        company.writeTo(folder);
        company.writeTelemetryTo(folder);
        ExportFiles files = new ExportFiles(folder);
        Map<String, Map<String, TreeMap<String, Double>>> worth = new HashMap<>();
        for (Map<String, String> row : files.rows("truth/arr_states.csv")) {
            worth.computeIfAbsent(row.get("customer_id"), c -> new HashMap<>())
                    .computeIfAbsent(row.get("subscription_id"), s -> new TreeMap<>())
                    .put(row.get("from"), Double.parseDouble(row.get("annual_amount")));
        }
        int within = 0;
        for (Map<String, String> row : files.rows("truth/leaving.csv")) {
            String day = row.get("left_on");
            if (day.compareTo("2026-01-01") < 0) {
                within++;
                Map<String, TreeMap<String, Double>> own = Objects.requireNonNull(worth.get(row.get("customer_id")));
                assertThat(total(own, day)).as(row.toString()).isPositive();
                assertThat(total(own, day + "T24")).as(row.toString()).isZero();
            }
        }
        assertThat(within).isGreaterThan(30);
    }

    private static double total(Map<String, TreeMap<String, Double>> worth, String before) {
        return worth.values().stream()
                .map(states -> states.lowerEntry(before))
                .mapToDouble(state -> state == null ? 0 : state.getValue())
                .sum();
    }

    /**
     * The planted relation, found again by counting in whole months: before a customer leaves, it uses the product less by a factor of
     * exp(−0.7) and opens more tickets by one of exp(0.7). Each may stray by four of its standard errors.
     */
    @Test
    void beforeTheyLeaveCustomersUseLessAndComplainMoreByWhatIsDocumented() throws IOException {
        SampleCompany company = SampleCompany.of(9, ACCOUNTS, 36);
        company.writeTelemetryTo(folder);
        ExportFiles files = new ExportFiles(folder);
        Map<String, List<LocalDate>> leaving = new HashMap<>();
        for (Map<String, String> row : files.rows("truth/leaving.csv")) {
            leaving.computeIfAbsent(row.get("customer_id"), c -> new ArrayList<>())
                    .add(LocalDate.parse(row.get("left_on")));
        }
        Map<String, Integer> uses = counts(files.rows("success/usage_events.csv"), "at");
        Map<String, Integer> tickets = counts(files.rows("success/tickets.csv"), "opened");
        double[] months = new double[2];
        double[] used = new double[2];
        double[] opened = new double[2];
        for (int number = 0; number < ACCOUNTS; number++) {
            Story story = company.customer(number);
            String customer = story.account().customerId();
            for (LocalDate month = START; month.isBefore(END); month = month.plusMonths(1)) {
                boolean whole = month.datesUntil(month.plusMonths(1)).allMatch(day -> Fate.uses(story, day));
                if (whole) {
                    int leaves = leaves(leaving, customer, month) ? 1 : 0;
                    months[leaves]++;
                    used[leaves] +=
                            uses.getOrDefault(customer + month.toString().substring(0, 7), 0);
                    opened[leaves] +=
                            tickets.getOrDefault(customer + month.toString().substring(0, 7), 0);
                }
            }
        }
        assertThat(months[1]).isGreaterThan(600);
        // the level of a customer, log-normal with deviation 0.3, has mean exp(0.045)
        double level = StrictMath.exp(0.045);
        assertThat(used[0] / months[0]).isCloseTo(3.2 * level, within(4 * 3.2 * 0.31 / StrictMath.sqrt(ACCOUNTS)));
        assertThat(StrictMath.log(used[1] / months[1]) - StrictMath.log(used[0] / months[0]))
                .isCloseTo(-0.7, within(4 * StrictMath.sqrt(1 / used[1] + 1 / used[0] + 0.09 / (months[1] / 3))));
        assertThat(StrictMath.log(opened[1] / months[1]) - StrictMath.log(opened[0] / months[0]))
                .isCloseTo(0.7, within(4 * StrictMath.sqrt(1 / opened[1] + 1 / opened[0])));
        assertThat(opened[0] / months[0]).isCloseTo(0.3, within(4 * StrictMath.sqrt(0.3 / months[0])));
    }

    private static Map<String, Integer> counts(List<Map<String, String>> rows, String day) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.get("account_id") + row.get(day).substring(0, 7), 1, Integer::sum));
        return counts;
    }

    private static boolean leaves(Map<String, List<LocalDate>> leaving, String customer, LocalDate month) {
        return leaves(leaving, customer, month, month.lengthOfMonth() + 90);
    }

    private static boolean leaves(Map<String, List<LocalDate>> leaving, String customer, LocalDate month, int days) {
        LocalDate last = month.minusDays(1).plusDays(days);
        return leaving.getOrDefault(customer, List.of()).stream()
                .anyMatch(day -> !day.isBefore(month) && !day.isAfter(last));
    }

    private Map<Path, String> texts() throws IOException {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(file, Files.readString(file));
            }
        }
        return texts;
    }
}
