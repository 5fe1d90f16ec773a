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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {
    private static final int ACCOUNTS = 4_000;

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
                Map<String, TreeMap<String, Double>> own = worth.get(row.get("customer_id"));
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
     * The planted relation, found again by counting: the mean logarithm of logins falls by 1.2 × 0.35 before a customer leaves, tickets
     * rise by a factor of exp(0.7). Each may stray by four of its standard errors.
     */
    @Test
    void beforeTheyLeaveCustomersLogInLessAndComplainMoreByWhatIsDocumented() throws IOException {
        SampleCompany.of(9, ACCOUNTS, 36).writeTelemetryTo(folder);
        ExportFiles files = new ExportFiles(folder);
        Map<String, List<LocalDate>> leaving = new HashMap<>();
        for (Map<String, String> row : files.rows("truth/leaving.csv")) {
            leaving.computeIfAbsent(row.get("customer_id"), c -> new ArrayList<>())
                    .add(LocalDate.parse(row.get("left_on")));
        }
        // logins against the same customer's half-year before: seats and its own level cancel, mostly
        Map<String, TreeMap<LocalDate, Double>> logins = new HashMap<>();
        for (Map<String, String> row : files.rows("success/usage_events.csv")) {
            LocalDate month = LocalDate.parse(row.get("at")).withDayOfMonth(1);
            double more = row.get("meter").equals("logins") ? Double.parseDouble(row.get("quantity")) : 0;
            logins.computeIfAbsent(row.get("account_id"), c -> new TreeMap<>()).merge(month, more, Double::sum);
        }
        Map<String, Integer> tickets = new HashMap<>();
        for (Map<String, String> row : files.rows("success/tickets.csv")) {
            tickets.merge(row.get("account_id") + row.get("opened").substring(0, 7), 1, Integer::sum);
        }
        List<Double> falls = new ArrayList<>();
        double[] months = new double[2];
        double[] opened = new double[2];
        logins.forEach((customer, own) -> own.forEach((month, count) -> {
            boolean leaves = leaves(leaving, customer, month);
            boolean whole = !leaves(leaving, customer, month, month.lengthOfMonth());
            LocalDate before = month.minusMonths(6);
            if (leaves && whole && own.containsKey(before) && !leaves(leaving, customer, before)) {
                falls.add(StrictMath.log(count) - StrictMath.log(own.get(before)));
            }
            if (whole && own.containsKey(month.minusMonths(1))) {
                months[leaves ? 1 : 0]++;
                opened[leaves ? 1 : 0] += tickets.getOrDefault(customer + month.toString().substring(0, 7), 0);
            }
        }));
        assertThat(falls).hasSizeGreaterThan(1_000);
        double mean = falls.stream().mapToDouble(x -> x).average().orElseThrow();
        // in half a year a customer grows by 5 % or so, and counts are whole: within 0.06 beside the standard error
        double error = StrictMath.sqrt(2 * 0.35 * 0.35 / falls.size());
        assertThat(mean).isCloseTo(-1.2 * 0.35, within(4 * error + 0.06));
        double ratio = StrictMath.log(opened[1] / months[1]) - StrictMath.log(opened[0] / months[0]);
        assertThat(ratio).isCloseTo(0.7, within(4 * StrictMath.sqrt(1 / opened[1] + 1 / opened[0])));
        assertThat(opened[0] / months[0]).isCloseTo(0.3, within(4 * StrictMath.sqrt(0.3 / months[0])));
    }

    private static boolean leaves(Map<String, List<LocalDate>> leaving, String customer, LocalDate month) {
        return leaves(leaving, customer, month, month.lengthOfMonth() + 90);
    }

    private static boolean leaves(
            Map<String, List<LocalDate>> leaving, String customer, LocalDate month, int days) {
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
