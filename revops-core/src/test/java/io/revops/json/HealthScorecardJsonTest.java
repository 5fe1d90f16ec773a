package io.revops.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.book.Dimension;
import io.revops.health.HealthBand;
import io.revops.health.HealthFactor;
import io.revops.health.HealthLimits;
import io.revops.health.HealthOverride;
import io.revops.health.HealthProfile;
import io.revops.health.HealthScorecard;
import io.revops.health.LeastKnown;
import io.revops.health.Scale;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthScorecardJsonTest {
    private static final HealthFactor CHAMPION = HealthFactor.of("champion", 10, c -> 1);

    private static HealthScorecard rich() {
        return HealthScorecard.standard()
                .with(CHAMPION)
                .with(HealthLimits.of(33.3, 66.6))
                .with(LeastKnown.of(0.6))
                .with(HealthProfile.named("large")
                        .tenure(90, 10_000)
                        .where(Dimension.SEGMENT, "Enterprise")
                        .weigh("usage", 12.5)
                        .without("champion")
                        .with(HealthLimits.of(50, 80)))
                .with(HealthOverride.of("acme", HealthBand.RED, "the sponsor left")
                        .by("ann", LocalDate.of(2025, 6, 1), LocalDate.of(2025, 9, 1)));
    }

    @Test
    void scorecardComesBackInTheSameBytes(@TempDir Path folder) {
        String text = HealthScorecardJson.text(rich());
        HealthScorecard back = HealthScorecardJson.parse(text, CHAMPION);
        assertThat(HealthScorecardJson.text(back)).isEqualTo(text);
        assertThat(back).hasToString(rich().toString());
        assertThat(back.overrides()).isEqualTo(rich().overrides());
        assertThat(back.leastKnown()).isEqualTo(rich().leastKnown());
        HealthScorecardJson.write(rich(), folder.resolve("card.json"));
        assertThat(HealthScorecardJson.text(HealthScorecardJson.read(folder.resolve("card.json"), CHAMPION)))
                .isEqualTo(text);
    }

    @Test
    void whatIsNotWrittenIsTheFactorsOwnAndTheStandards() {
        HealthScorecard card = HealthScorecardJson.parse(
                "{\"factors\": [{\"name\": \"usage\"}, {\"name\": \"tickets\", \"weight\": 7, \"scale\": [[1, 1], [9, 0]]}]}");
        assertThat(card.factor("usage").weight()).isEqualTo(20);
        assertThat(card.factor("usage").scale()).isEqualTo(Scale.rising(0, 16));
        assertThat(card.factor("tickets").weight()).isEqualTo(7);
        assertThat(card.factor("tickets").scale()).isEqualTo(Scale.falling(1, 9));
        assertThat(card.limits()).isEqualTo(HealthLimits.STANDARD);
    }

    private static void refused(String json, String message) {
        assertThatThrownBy(() -> HealthScorecardJson.parse(json.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoScorecardIsNamedWithTheNextStep() {
        refused("{'factors': [{'name': 'nps'}]}", "There is no factor (nps). Maybe one of [adoption,");
        refused("{'factors': [{'name': 'usage', 'wieght': 3}]}", "A factor has no key (wieght). Maybe one of");
        refused("{'factors': [{'name': 'usage', 'weight': 0}]}", "has the weight 0. Maybe");
        refused("{'factors': [{'name': 'usage', 'weight': '3'}]}", "no number at (weight). Maybe");
        refused("{'factors': [{'name': 'usage', 'scale': []}]}", "has no points. Maybe");
        refused("{'factors': [{'name': 'usage'}, {'name': 'usage'}]}", "two factors of the name (usage)");
        refused("{'factors': []}", "A scorecard has no factors");
        refused("{'schemaVersion': 2}", "schema version 2, and this library reads up to 1");
        refused("{'factors': [}", "This is no JSON");
        String usage = "{'factors': [{'name': 'usage'}], ";
        refused(usage + "'limits': {'redBelow': 70, 'greenFrom': 40}}", "Maybe 40 and 70");
        refused(usage + "'profiles': [{'name': 'p', 'weights': {'nps': 3}}]}", "names a factor (nps)");
        String override = usage + "'overrides': [{'account': 'a', 'reason': 'r', 'by': 'b', ";
        refused(override + "'band': 'PINK', 'from': '2025-06-01', 'until': '2025-07-01'}]}", "There is no band (PINK)");
        refused(override + "'band': 'RED', 'from': 'June', 'until': '2025-07-01'}]}", "There is no day in (June)");
    }
}
