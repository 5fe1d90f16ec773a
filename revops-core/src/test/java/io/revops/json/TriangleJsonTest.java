package io.revops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.catalog.Metrics;
import io.revops.ledger.RevenueView;
import io.revops.metric.MonthlyBooks;
import io.revops.metric.cohort.CohortAge;
import io.revops.metric.cohort.Triangle;
import io.revops.time.Cadence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriangleJsonTest {
    @TempDir
    private Path folder;

    private final RevenueView view = MonthlyBooks.start()
            .pays("a", "2025-01-15", "2000")
            .pays("b", "2025-01-20", "1000")
            .ends("b", "2025-02-20")
            .pays("c", "2025-02-03", "10")
            .during("2025-01-01/2025-03-01");

    @Test
    void everyCellIsANumberOrItsReason() throws IOException {
        JsonNode root = new ObjectMapper().readTree(TriangleJson.text(Metrics.LOGO_RETENTION_COHORTS.measure(view)));
        assertThat(root.get("schemaVersion").asInt()).isEqualTo(1);
        assertThat(root.get("metric").asText()).isEqualTo("cohort.retention.logo");
        assertThat(root.get("cadence").asText() + " " + root.get("age").asText())
                .isEqualTo("month calendar");
        assertThat(root.get("unit").asText() + " " + root.get("exactUnit").asText())
                .isEqualTo("percent ratio");
        JsonNode january = root.get("cohorts").get(0);
        assertThat(january.get("cohort").asText()).isEqualTo("2025-01");
        assertThat(january.get("accounts").asInt()).isEqualTo(2);
        assertThat(january.get("cells").get(1).toString()).isEqualTo("{\"printed\":\"50.0 %\",\"exact\":0.5}");
        JsonNode open = root.get("cohorts").get(1).get("cells").get(1);
        assertThat(open.get("undefined").get("code").asText()).isEqualTo("INCOMPLETE");
        assertThat(open.has("exact")).isFalse();
        assertThat(root.get("totals").get(0).get("exact").asDouble()).isEqualTo(1.0);
        assertThat(root.get("span").get("to").asText()).isEqualTo("2025-03-01");
    }

    @Test
    void runRatesAreExactPerYearAndCountsAreCounts() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode worth = mapper.readTree(TriangleJson.text(Metrics.MRR_COHORTS.measure(view)));
        JsonNode cell = worth.get("cohorts").get(0).get("cells").get(1);
        assertThat(cell.get("printed").asText()).isEqualTo("USD 2,000.00");
        assertThat(cell.get("exact").decimalValue()).isEqualByComparingTo("24000");
        assertThat(worth.get("exactUnit").asText()).isEqualTo("money/year");
        JsonNode counts = mapper.readTree(TriangleJson.text(Metrics.ACCOUNT_COHORTS
                .with(Cadence.QUARTER)
                .with(CohortAge.TENURE)
                .measure(view)));
        assertThat(counts.get("unit").asText()).isEqualTo("accounts");
        assertThat(counts.get("age").asText()).isEqualTo("tenure");
    }

    @Test
    void sameTriangleGivesTheSameBytesAsTextAndAsFile() throws IOException {
        Triangle<?> triangle = Metrics.REVENUE_RETENTION_COHORTS.measure(view);
        Path file = folder.resolve("triangle.json");
        TriangleJson.write(triangle, file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .isEqualTo(TriangleJson.text(triangle))
                .doesNotContain("\r")
                .endsWith("}\n");
        assertThatThrownBy(
                        () -> TriangleJson.write(triangle, folder.resolve("no").resolve("where.json")))
                .isInstanceOf(UncheckedIOException.class);
    }
}
