package io.revops.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.forecast.learn.DataSet;
import io.revops.forecast.learn.Finding;
import io.revops.forecast.learn.FindingCode;
import io.revops.forecast.learn.Scorer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The founding cases CF-01 to CF-20 and CP-01 to CP-07, and what is repaired beside them. */
class GuideFeaturesTest {
    private static List<JsonNode> cases(String prefix, int howMany) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (InputStream in = GuideFeaturesTest.class.getResourceAsStream("eight-features.json")) {
            for (JsonNode one : new ObjectMapper().readTree(in).get("cases")) {
                if (one.get("id").asText().startsWith(prefix)) {
                    cases.add(one);
                }
            }
        }
        assertThat(cases).hasSize(howMany);
        return cases;
    }

    private static List<GuideActivity> activities(JsonNode one) {
        List<GuideActivity> activities = new ArrayList<>();
        for (JsonNode customer : one.get("input").get("customer_data")) {
            GuideActivity.Builder activity = GuideActivity.builder("account " + (activities.size() + 1))
                    .loginsLast30d(number(customer.get("logins")))
                    .features(
                            customer.get("active_features").size(),
                            customer.get("available_features").size())
                    .supportTickets(number(customer.get("support_tickets")))
                    .tenureDays(number(customer.get("tenure_days")))
                    .latePayments(number(customer.get("late_payments")))
                    .activeUsers(number(customer.get("active_users")))
                    .integrations(customer.get("integrations").size());
            if (customer.hasNonNull("nps")) {
                activity.nps(GuideNps.aggregate(number(customer.get("nps"))));
            }
            activities.add(activity.build());
        }
        return activities;
    }

    private static double number(JsonNode value) {
        return Double.parseDouble(value.asText());
    }

    private static double[] row(JsonNode values) {
        double[] row = new double[values.size()];
        Arrays.setAll(row, i -> number(values.get(i)));
        return row;
    }

    @Test
    void firstVersionIsTheGuidesPythonBitForBit() throws IOException {
        for (JsonNode one : cases("CF", 20)) {
            if (one.has("raises")) {
                continue;
            }
            double[][] rows = GuideFeatures.V1.prepare(activities(one)).rows();
            JsonNode expected = one.get("expected");
            assertThat(rows).as(one.get("id").asText()).hasDimensions(expected.size(), expected.isEmpty() ? 0 : 8);
            for (int i = 0; i < rows.length; i++) {
                assertThat(bits(rows[i])).as(one.get("id").asText()).isEqualTo(bits(row(expected.get(i))));
            }
        }
    }

    private static List<Long> bits(double... values) {
        return Arrays.stream(values).mapToObj(Double::doubleToLongBits).toList();
    }

    @Test
    void whatStopsThePythonIsAMissingValueWithAFinding() throws IOException {
        Map<String, String> guilty = Map.of("CF-12", "feature_adoption", "CF-17", "nps", "CF-18", "nps");
        for (JsonNode one : cases("CF", 20)) {
            String column = guilty.get(one.get("id").asText());
            assertThat(one.has("raises")).isEqualTo(column != null);
            if (column == null) {
                continue;
            }
            GuideTable table = GuideFeatures.V1.prepare(activities(one));
            int place = GuideFeatures.V1.names().indexOf(column);
            assertThat(table.rows()[0][place]).isNaN();
            assertThat(Arrays.stream(table.rows()[0]).filter(Double::isNaN)).hasSize(1);
            assertThat(table.findings()).singleElement().satisfies(f -> {
                assertThat(f.code()).isEqualTo(FindingCode.MISSING_VALUES);
                assertThat(f.column()).isEqualTo(column);
                assertThat(f.count()).isEqualTo(1);
                assertThat(f.text()).contains("first for (account 1)").contains("Maybe ");
            });
        }
    }

    @Test
    void predictionIsTheGuidesBitForBitAndSaysWhetherAModelSpoke() throws IOException {
        for (JsonNode one : cases("CP", 7)) {
            String id = one.get("id").asText();
            JsonNode features = one.get("input").get("customer_features");
            List<double[]> rows = new ArrayList<>();
            for (JsonNode row : features) {
                // CP-04: a vector where a table was meant is read as rows of one number
                rows.add(row.isArray() ? row(row) : new double[] {number(row)});
            }
            Optional<Scorer> model = model(one.get("input").get("model"));
            List<GuideScore> scores = GuideFeatures.V1.predict(model, rows.toArray(double[][]::new));
            assertThat(scores).as(id).hasSize(one.get("expected").size());
            for (int i = 0; i < scores.size(); i++) {
                double expected = number(one.get("expected").get(i));
                double tolerance = id.equals("CP-06") ? 1e-12 : 0;
                assertThat(scores.get(i).probability()).as(id).isCloseTo(expected, within(tolerance));
                assertThat(scores.get(i).informed()).as(id).isEqualTo(model.isPresent());
            }
        }
    }

    private static Optional<Scorer> model(JsonNode model) {
        if (model.isNull()) {
            return Optional.empty();
        }
        List<Double> answers = new ArrayList<>();
        model.path("rows").forEach(r -> answers.add(number(r.get(1))));
        return Optional.of(new Scorer() {
            @Override
            public List<String> features() {
                return GuideFeatures.V1.names();
            }

            @Override
            public double probability(double... values) {
                if (!answers.isEmpty()) {
                    return answers.remove(0);
                }
                double score = number(model.get("intercept"));
                for (int f = 0; f < values.length; f++) {
                    score += values[f] * number(model.get("weights").get(f));
                }
                return 1 / (1 + StrictMath.exp(-score));
            }
        });
    }

    @Test
    void secondVersionScalesTicketsAndKeepsAnswersAndAggregatesApart() {
        GuideActivity.Builder base = GuideActivity.builder("acme").supportTickets(5);
        assertThat(GuideFeatures.V2.prepare(List.of(base.build())).rows()[0][2]).isEqualTo(5 / 20.0);
        assertThat(GuideFeatures.V2.prepare(List.of(
                                GuideActivity.builder("acme").supportTickets(90).build()))
                        .rows()[0][2])
                .isEqualTo(1.0);
        assertThat(nps(GuideFeatures.V2, GuideNps.answer(9))).isEqualTo(9 / 10.0);
        assertThat(nps(GuideFeatures.V2, GuideNps.aggregate(9))).isEqualTo((9 + 100) / 200.0);
        assertThat(nps(GuideFeatures.V1, GuideNps.aggregate(9))).isEqualTo(0.545);
        assertThat(nps(GuideFeatures.V1, GuideNps.answer(9))).isNaN();
        assertThat(nps(GuideFeatures.V2, GuideNps.aggregate(150))).isNaN();
        assertThat(nps(GuideFeatures.V2, GuideNps.answer(11))).isNaN();
        assertThat(nps(GuideFeatures.V2, GuideNps.answer(0))).isZero();
        assertThat(nps(GuideFeatures.V2, GuideNps.aggregate(-100))).isZero();
    }

    private static double nps(GuideFeatures version, GuideNps figure) {
        GuideTable table = version.prepare(
                List.of(GuideActivity.builder("acme").nps(figure).build()));
        double value = table.rows()[0][3];
        List<String> missing = table.findings().stream().map(Finding::column).toList();
        assertThat(missing.contains("nps")).isEqualTo(Double.isNaN(value));
        return value;
    }

    @Test
    void everyFigureThatIsNotSaidIsCounted() {
        GuideTable table = GuideFeatures.V1.prepare(List.of(
                GuideActivity.builder("acme").build(),
                GuideActivity.builder("bolt").loginsLast30d(30).build()));
        assertThat(table.findings()).extracting(Finding::column).isEqualTo(GuideFeatures.V1.names());
        assertThat(table.findings()).extracting(Finding::count).containsExactly(1L, 2L, 2L, 2L, 2L, 2L, 2L, 2L);
        assertThat(table.toString()).startsWith("2 rows x 8 features of the guide\n");
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void versionsAreNotTakenForEachOther() {
        assertThat(GuideFeatures.V1.version()).isEqualTo("guide 1");
        assertThat(GuideFeatures.V2.version()).isEqualTo("guide 2");
        DataSet data = DataSet.of(GuideFeatures.V2.columns())
                .version(GuideFeatures.V2.version())
                .row("acme", 1, new double[8])
                .build();
        Scorer first = new Scorer() {
            @Override
            public List<String> features() {
                return GuideFeatures.V1.names();
            }

            @Override
            public String version() {
                return GuideFeatures.V1.version();
            }

            @Override
            public double probability(double... values) {
                return 1;
            }
        };
        assertThatThrownBy(() -> first.probabilities(data))
                .hasMessageContaining("guide 2")
                .hasMessageContaining("Maybe ");
    }

    @Test
    void anActivityIsItsFigures() {
        GuideActivity one =
                GuideActivity.builder("acme").features(3, 4).integrations(2).build();
        assertThat(one)
                .isEqualTo(GuideActivity.builder("acme")
                        .integrations(2)
                        .features(3, 4)
                        .build())
                .hasSameHashCodeAs(GuideActivity.builder("acme")
                        .integrations(2)
                        .features(3, 4)
                        .build())
                .isNotEqualTo(GuideActivity.builder("acme").features(3, 4).build());
        assertThat(one).hasToString("GuideActivity[acme, null, 3, 4, null, null, null, null, null, 2]");
        assertThat(new GuideScore(0.5, false)).hasToString("0.5 (no model)");
        assertThat(GuideNps.answer(9)).hasToString("an answer of 9.0");
    }
}
