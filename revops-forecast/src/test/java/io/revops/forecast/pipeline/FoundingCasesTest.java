package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.book.ForecastCategory;
import io.revops.metric.Ratio;
import io.revops.metric.Undefined;
import io.revops.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Founding cases FC-01 to FC-05, exactly. */
class FoundingCasesTest {
    private static JsonNode founding(String id) throws IOException {
        try (InputStream in = FoundingCasesTest.class.getResourceAsStream("/io/revops/forecast/forecast.json")) {
            for (JsonNode each : new ObjectMapper().readTree(in).get("cases")) {
                if (each.get("id").asText().equals(id)) {
                    return each;
                }
            }
        }
        throw new AssertionError("no case " + id);
    }

    private static Money usd(JsonNode amount) {
        return Money.of(amount.decimalValue(), "USD");
    }

    private static Coverage coverage(JsonNode input) {
        return input.has("closed_won")
                ? Coverage.of(usd(input.get("quota")), usd(input.get("closed_won")), usd(input.get("open_pipeline")))
                : Coverage.of(usd(input.get("quota")), usd(input.get("open_pipeline")));
    }

    @Test
    void pipelineCoversTheQuota() throws IOException {
        JsonNode founding = founding("FC-01");
        assertThat(coverage(founding.get("input")).ofQuota().orElseThrow())
                .isEqualTo(new Ratio(founding.get("expected").get("coverage").asDouble()));
    }

    @Test
    void pipelineCoversWhatIsLeft() throws IOException {
        JsonNode founding = founding("FC-02");
        Coverage coverage = coverage(founding.get("input"));
        assertThat(coverage.ofQuota().orElseThrow())
                .isEqualTo(
                        new Ratio(founding.get("expected").get("coverage_seed").asDouble()));
        assertThat(coverage.ofRemaining().orElseThrow())
                .isEqualTo(new Ratio(
                        founding.get("expected").get("coverage_remaining").asDouble()));
    }

    @Test
    void withoutAQuotaThereIsNoCoverage() throws IOException {
        JsonNode founding = founding("FC-03");
        assertThat(coverage(founding.get("input")).ofRemaining())
                .isInstanceOfSatisfying(
                        Undefined.class,
                        u -> assertThat(u.text())
                                .contains(founding.get("expected")
                                        .get("undefined")
                                        .asText()));
    }

    @Test
    void openDealsAreWeighedAndClosedOnesCountWhole() throws IOException {
        JsonNode founding = founding("FC-04");
        List<WeightedDeal> deals = new ArrayList<>();
        for (JsonNode each : founding.get("input").get("opportunities")) {
            deals.add(WeightedDeal.of(
                    "d" + deals.size(), usd(each.get("amount")), each.get("p").asDouble()));
        }
        WeightedPipeline weighted = WeightedPipeline.of(deals);
        assertThat(weighted.weighted()).isEqualTo(usd(founding.get("expected").get("weighted_open")));
        assertThat(weighted.withClosed(usd(founding.get("input").get("closed_won"))))
                .isEqualTo(usd(founding.get("expected").get("expected_total")));
    }

    @Test
    void omittedIsInNeitherBaseNorStretch() throws IOException {
        JsonNode founding = founding("FC-05");
        CategoryTotals totals = CategoryTotals.none(Money.currency("USD"));
        for (ForecastCategory category : ForecastCategory.values()) {
            JsonNode amount = founding.get("input").get(category.name().toLowerCase(Locale.ROOT));
            totals = amount == null ? totals : totals.plus(category, usd(amount));
        }
        JsonNode expected = founding.get("expected");
        assertThat(totals.base()).isEqualTo(usd(expected.get("base")));
        assertThat(totals.stretch()).isEqualTo(usd(expected.get("stretch")));
        assertThat(totals.single(ForecastCategory.PIPELINE)).isEqualTo(usd(expected.get("upside_pipeline")));
    }
}
