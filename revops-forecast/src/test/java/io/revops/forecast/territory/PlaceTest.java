package io.revops.forecast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ways on the globe, homes that are not given, and teams too large to be led. */
class PlaceTest {
    @Test
    void quarterOfTheGlobeIsAQuarterOfItsCircumference() {
        long quarter = StrictMath.round(StrictMath.PI / 2 * 6_371_008.8);
        assertThat(Place.of(0, 0).metresTo(Place.of(0, 90))).isEqualTo(quarter);
        assertThat(Place.of(0, 0).metresTo(Place.of(90, 17))).isEqualTo(quarter);
        assertThat(Place.of(0, 179).metresTo(Place.of(0, -179))).isEqualTo(StrictMath.round(quarter / 45.0));
        assertThat(Place.of(50, 8).metresTo(Place.of(50, 8))).isZero();
    }

    @Test
    void middleKnowsNoDateLine() {
        Place middle = Middle.of(List.of(Place.of(10, 179), Place.of(10, -179)));
        assertThat(StrictMath.abs(middle.longitude())).isCloseTo(180, within(1e-9));
        assertThat(Middle.of(List.of(Place.of(0, 0), Place.of(0, 180)))).isEqualTo(Place.of(0, 0));
    }

    @Test
    void homeThatIsNotGivenIsTheMiddleOfTodaysAccounts() {
        TerritoryAccount north = TerritoryAccount.of("north").withPlace(Place.of(54, 10));
        TerritoryAccount south = TerritoryAccount.of("south").withPlace(Place.of(47, 10));
        Territories drawn = TerritoryPlanner.of(TerritoryPlanner.ACCOUNTS)
                .with(Travel.BY_PLACE)
                .draw(
                        List.of(north, south, TerritoryAccount.of("new").withPlace(Place.of(53, 10))),
                        List.of(TerritoryRep.of("Ana"), TerritoryRep.of("Ben")),
                        Map.of("north", "Ana", "south", "Ben"))
                .orElseThrow();
        assertThat(drawn.repOf("new")).isEqualTo("Ana");
        assertThat(drawn.travel().total()).isEqualTo(Place.of(54, 10).metresTo(Place.of(53, 10)));
        assertThat(drawn.travel()).hasToString("37.1 km to an account on average");
    }

    @Test
    void teamTooLargeToBeLedIsStillDrawn() {
        List<TerritoryAccount> accounts = new ArrayList<>();
        List<TerritoryRep> reps = new ArrayList<>();
        for (int i = 0; i < 910; i++) {
            accounts.add(TerritoryAccount.of("a" + i).with("potential", 5));
            reps.add(TerritoryRep.of("r" + i));
        }
        Territories drawn = TerritoryPlanner.of("potential")
                .withSteps(1_000)
                .draw(accounts, reps)
                .orElseThrow();
        assertThat(drawn.cost()).isZero();
        assertThat(drawn.bound()).isZero();
    }
}
