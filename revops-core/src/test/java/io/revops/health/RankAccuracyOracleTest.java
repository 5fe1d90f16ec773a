package io.revops.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.revops.metric.Proportion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Intervals of a back-test against R; oracle/ranking.json names its command and tolerance. */
class RankAccuracyOracleTest {
    private static final JsonNode SAYS = says();

    private static JsonNode says() {
        try (InputStream in = RankAccuracyOracleTest.class.getResourceAsStream("oracle/ranking.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void areaAndItsIntervalByCustomerAreThoseOfObuchowski() {
        List<RankAccuracy.Case> cases = new ArrayList<>();
        for (int i = 0; i < SAYS.get("score").size(); i++) {
            cases.add(new RankAccuracy.Case(
                    "c" + SAYS.get("customer").get(i).intValue(),
                    SAYS.get("score").get(i).doubleValue(),
                    SAYS.get("left").get(i).intValue() == 1));
        }
        RankAccuracy ranking = RankAccuracy.of(cases);
        assertThat(ranking).isNotNull();
        assertThat(ranking.auc()).isEqualTo(SAYS.get("auc").doubleValue(), within(1e-12));
        assertThat(ranking.low()).isEqualTo(SAYS.get("low").doubleValue(), within(1e-12));
        assertThat(ranking.high()).isEqualTo(SAYS.get("high").doubleValue(), within(1e-12));
    }

    @Test
    void shareOfABandHasTheIntervalOfPropTest() {
        assertThat(SAYS.get("wilson")).hasSize(5);
        for (JsonNode each : SAYS.get("wilson")) {
            Proportion share = new Proportion(
                    each.get("hits").longValue(), each.get("cases").longValue());
            assertThat(share.low()).isEqualTo(each.get("interval").get(0).doubleValue(), within(1e-12));
            assertThat(share.high()).isEqualTo(each.get("interval").get(1).doubleValue(), within(1e-12));
        }
    }
}
