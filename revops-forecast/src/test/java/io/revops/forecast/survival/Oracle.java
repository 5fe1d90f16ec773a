package io.revops.forecast.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** What R's survival says of rows.csv; oracle.R names the command, oracle.json the tolerances. */
final class Oracle {
    static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ROWS = lines();

    /** What a row weighs. */
    enum Weight {
        ONE,
        COPIES,
        WEIGHT;

        static Weight of(JsonNode node) {
            return valueOf(node.get("weights").asText().toUpperCase(java.util.Locale.ROOT));
        }
    }

    private Oracle() {}

    static JsonNode says(String what) {
        try (InputStream in = Oracle.class.getResourceAsStream("oracle/oracle.json")) {
            return JSON.readTree(in).get(what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] numbers(JsonNode node) {
        return JSON.convertValue(node, double[].class);
    }

    private static List<String> lines() {
        try (InputStream in = Oracle.class.getResourceAsStream("oracle/rows.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows with the columns seats, discount and spend, in strata. */
    static Lifetimes rows(boolean late, Weight weight) {
        Lifetimes.Builder rows = Lifetimes.in(TimeScale.MONTH, DAY).columns("seats", "discount", "spend");
        for (String line : ROWS) {
            String[] c = line.split(",", -1);
            double exit = Double.parseDouble(c[2]);
            Lifetime row = c[3].isEmpty() ? Lifetime.running(c[0], exit) : Lifetime.ended(c[0], exit, c[3]);
            double weighs = switch (weight) {
                case ONE -> 1;
                case COPIES -> Double.parseDouble(c[4]);
                case WEIGHT -> Double.parseDouble(c[5]);
            };
            rows.add(row.enteringAt(late ? Double.parseDouble(c[1]) : 0)
                    .weighing(weighs)
                    .in(c[6])
                    .having(Double.parseDouble(c[7]), Double.parseDouble(c[8]), Double.parseDouble(c[9])));
        }
        return rows.build();
    }
}
