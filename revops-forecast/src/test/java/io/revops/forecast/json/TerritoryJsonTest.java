package io.revops.forecast.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.territory.Place;
import io.revops.forecast.territory.SalesChannel;
import io.revops.forecast.territory.SegmentRule;
import io.revops.forecast.territory.Territories;
import io.revops.forecast.territory.TerritoryAccount;
import io.revops.forecast.territory.TerritoryPlanner;
import io.revops.forecast.territory.TerritoryRep;
import io.revops.forecast.territory.Travel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryJsonTest {
    /** Every option, every kind of account and rep, drawn beside today's. */
    private static Territories drawn() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        Map<String, String> today = new TreeMap<>();
        for (int i = 0; i < 24; i++) {
            TerritoryAccount account = TerritoryAccount.of("a" + i)
                    .with("potential", new BigDecimal("1" + i * 7 % 10 + ".50"))
                    .with("workload", 1 + i * 5 % 11 / 3.0)
                    .with("seats", i)
                    .withSegment(i % 6 == 0 ? "Enterprise" : "SMB")
                    .withRegion("north")
                    .withPlace(Place.of(48 + i / 7.0, 7 + i * 3 % 8));
            accounts.add(i == 1 ? account.with(SalesChannel.PARTNER) : account);
            today.put("a" + i, i % 5 == 4 ? "gone" : i % 2 == 0 ? "Ana" : "Ben");
        }
        return TerritoryPlanner.of("potential", "workload", TerritoryPlanner.ACCOUNTS)
                .withWeight("workload", 0.3)
                .with(Travel.BY_PLACE, 0.7)
                .withContinuity(0.2)
                .withMostMoved(0.6)
                .withSeed(-7_000_000_000_000_000_001L)
                .withSteps(20_000)
                .withPin("a3", "Ben")
                .withForbidden("a4", "Ana")
                .with(SegmentRule.dedicated("Enterprise"))
                .with(SegmentRule.dense("SMB").withAtMost(12))
                .draw(
                        accounts,
                        List.of(
                                TerritoryRep.of("Ana").withHome(Place.of(48, 8)).withAtLeast(2),
                                TerritoryRep.of("Ben").withCapacity(0.9).with(SalesChannel.DIRECT),
                                TerritoryRep.of("Dee")
                                        .withSegments("Enterprise")
                                        .withHome(Place.of(50, 9)),
                                TerritoryRep.of("Cem")
                                        .withAtMost(11)
                                        .withRegions("north", "south")
                                        .withHome(Place.of(51, 12))),
                        today)
                .orElseThrow();
    }

    @Test
    void territoriesReadBackBitForBitWithoutSearching() {
        Territories drawn = drawn();
        String text = TerritoryJson.text(drawn);
        Territories read = TerritoryJson.territories(text);
        assertThat(read.fingerprint()).isEqualTo(drawn.fingerprint());
        assertThat(read).hasToString(drawn.toString());
        assertThat(read.loads()).isEqualTo(drawn.loads());
        assertThat(read.moves()).isEqualTo(drawn.moves()).isNotEmpty();
        assertThat(read.cost()).isEqualTo(drawn.cost());
        assertThat(read.bound()).isEqualTo(drawn.bound());
        assertThat(read.steps()).isEqualTo(drawn.steps());
        assertThat(read.travelBefore()).isEqualTo(drawn.travelBefore());
        assertThat(read.fairnessBefore("potential")).isEqualTo(drawn.fairnessBefore("potential"));
        assertThat(TerritoryJson.text(read)).isEqualTo(text);
        assertThat(read.planner()
                        .draw(read.accounts(), read.reps(), read.today())
                        .orElseThrow()
                        .fingerprint())
                .isEqualTo(drawn.fingerprint());
        assertThat(text)
                .startsWith(
                        "{\"schemaVersion\":1,\"document\":\"territories\",\"planner\":{\"measures\":[{\"measure\":\"potential\","
                                + "\"weight\":1.0},")
                .contains(
                        "\"seed\":\"-7000000000000000001\"", "\"measures\":{\"potential\":\"10.50\",\"seats\":\"0.0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schemaVersion\":1 | \"schemaVersion\":0 | schema version 0, and this library reads 1 to 1.",
                "\"document\":\"territories\" | \"document\":\"plan\" | is (plan) and not (territories).",
                "\"assignment\":{\"a0\":\"Dee\" | \"assignment\":{\"a0\":\"Zoe\" | (a0) goes to (Zoe), against the limits. Maybe",
                "\"assignment\":{\"a0\":\"Dee\" | \"assignment\":{\"a0\":\"Ana\" | (a0) goes to (Ana), against the limits. Maybe",
                "\"assignment\":{\"a0\":\"Dee\", | \"assignment\":{ | 23 accounts with reps of 24, and (a0) goes to nobody",
                "\"mostMoved\":0.6 | \"mostMoved\":0.0 | breaks a limit on counts or on what may move. Maybe",
                "\"potential\":\"10.50\" | \"potential\":\"-10.50\" | below 0. Maybe 0",
                "\"potential\":\"10.50\" | \"potential\":\"ten\" | There is no number (potential) in (ten).",
                "\"latitude\":48.0 | \"latitude\":148.0 | Maybe they are exchanged, or not in degrees.",
                "\"served\":\"dedicated\" | \"served\":\"gladly\" | (gladly). Maybe dedicated or dense.",
                "\"account\":\"a3\",\"rep\":\"Ben\" | \"account\":\"a3\",\"rep\":\"Zoe\" | Zoe",
                "\"bound\": | \"bond\": | There is no number (bound) in the file."
            })
    void aFileThatWasChangedIsNamed(String old, String changed, String message) {
        String text = TerritoryJson.text(drawn());
        assertThat(text).contains(old);
        assertThatThrownBy(() -> TerritoryJson.territories(text.replace(old, changed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
