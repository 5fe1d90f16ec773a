package io.revops.forecast.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every figure that means nothing is named, all at once, each with the next step. */
class TerritoryCheckTest {
    private static final TerritoryPlanner PLANNER = TerritoryPlanner.of("potential");
    private static final List<TerritoryAccount> TWO = List.of(
            TerritoryAccount.of("a").with("potential", 1),
            TerritoryAccount.of("b").with("potential", 2));
    private static final List<TerritoryRep> ANA = List.of(TerritoryRep.of("Ana"));

    private static List<TerritoryFault> faults(
            TerritoryPlanner planner, List<TerritoryAccount> accounts, List<TerritoryRep> reps) {
        InvalidTerritoryException thrown =
                catchThrowableOfType(InvalidTerritoryException.class, () -> planner.draw(accounts, reps, Map.of()));
        assertThat(thrown).isNotNull();
        assertThat(thrown.faults())
                .allSatisfy(f -> assertThat(f.text()).contains(". Maybe ").endsWith("."));
        return thrown.faults();
    }

    private static void fault(
            TerritoryFaultCode code,
            TerritoryPlanner planner,
            List<TerritoryAccount> accounts,
            List<TerritoryRep> reps) {
        assertThat(faults(planner, accounts, reps))
                .extracting(TerritoryFault::code)
                .contains(code);
    }

    @Test
    void nobodyAndTooManyAreNamed() {
        fault(TerritoryFaultCode.NOBODY, PLANNER, List.of(), ANA);
        fault(TerritoryFaultCode.NOBODY, PLANNER, TWO, List.of());
        List<TerritoryRep> three = List.of(TerritoryRep.of("Ana"), TerritoryRep.of("Ben"), TerritoryRep.of("Cem"));
        fault(TerritoryFaultCode.MORE_REPS_THAN_ACCOUNTS, PLANNER, TWO, three);
    }

    @Test
    void figuresAreChecked() {
        fault(
                TerritoryFaultCode.OUT_OF_RANGE,
                PLANNER,
                List.of(TerritoryAccount.of("a").with("potential", -1)),
                ANA);
        fault(
                TerritoryFaultCode.OUT_OF_RANGE,
                PLANNER,
                List.of(TerritoryAccount.of("a").with("potential", 1e101)),
                ANA);
        List<TerritoryAccount> most = List.of(
                TerritoryAccount.of("a").with("potential", 1e100),
                TerritoryAccount.of("b").with("potential", 1));
        assertThat(PLANNER.draw(most, List.of(TerritoryRep.of("Ana"), TerritoryRep.of("Ben")))
                        .orElseThrow())
                .asString()
                .contains("CV 100.0 %")
                .doesNotContain("NaN");
        fault(
                TerritoryFaultCode.OUT_OF_RANGE,
                PLANNER,
                List.of(TerritoryAccount.of("a").with("potential", 0)),
                ANA);
        fault(TerritoryFaultCode.MISSING, PLANNER, List.of(TerritoryAccount.of("a")), ANA);
        fault(
                TerritoryFaultCode.OUT_OF_RANGE,
                PLANNER,
                TWO,
                List.of(TerritoryRep.of("Ana").withCapacity(0)));
        fault(
                TerritoryFaultCode.OUT_OF_RANGE,
                PLANNER,
                TWO,
                List.of(TerritoryRep.of("Ana").withAtLeast(3).withAtMost(2)));
        fault(TerritoryFaultCode.DUPLICATE, PLANNER, List.of(TWO.get(0), TWO.get(0)), ANA);
        fault(TerritoryFaultCode.DUPLICATE, PLANNER, TWO, List.of(ANA.get(0), ANA.get(0)));
    }

    @Test
    void missingPlacesAreNamed() {
        TerritoryPlanner far = PLANNER.with(Travel.BY_PLACE);
        fault(
                TerritoryFaultCode.MISSING,
                far,
                TWO,
                List.of(TerritoryRep.of("Ana").withHome(Place.of(1, 1))));
        assertThat(faults(far, TWO, ANA)).extracting(TerritoryFault::field).containsExactly("place", "place", "home");
        assertThat(faults(PLANNER.with(Travel.BY_REGION), TWO, ANA))
                .extracting(TerritoryFault::field)
                .containsExactly("region", "region", "regions");
    }

    @Test
    void contradictoryPinsAreNamed() {
        List<TerritoryRep> reps =
                List.of(TerritoryRep.of("Ana"), TerritoryRep.of("Ben").withSegments("SMB"));
        fault(TerritoryFaultCode.CONTRADICTION, PLANNER.withPin("a", "Ana").withPin("a", "Ben"), TWO, reps);
        fault(TerritoryFaultCode.CONTRADICTION, PLANNER.withPin("a", "Ana").withForbidden("a", "Ana"), TWO, reps);
        fault(TerritoryFaultCode.CONTRADICTION, PLANNER.withPin("a", "Ben"), TWO, reps);
        fault(TerritoryFaultCode.UNKNOWN, PLANNER.withPin("x", "Ben"), TWO, reps);
        fault(TerritoryFaultCode.UNKNOWN, PLANNER.withForbidden("a", "Dee"), TWO, reps);
    }

    @Test
    void rulesAreChecked() {
        fault(TerritoryFaultCode.UNKNOWN, PLANNER.with(SegmentRule.dense("SMB")), TWO, ANA);
        List<TerritoryAccount> smb = TWO.stream().map(a -> a.withSegment("SMB")).toList();
        fault(
                TerritoryFaultCode.DUPLICATE,
                PLANNER.with(SegmentRule.dense("SMB")).with(SegmentRule.dense("SMB")),
                smb,
                ANA);
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> PLANNER.withMostMoved(1.1)).hasMessageContaining("Maybe a share from 0 to 1");
        assertThatThrownBy(() -> PLANNER.withSteps(-1)).hasMessageContaining("Maybe 0 or more");
        assertThatThrownBy(() -> PLANNER.withWeight("potential", -1)).hasMessageContaining("Maybe 0 or more");
        assertThatThrownBy(() -> Place.of(91, 0)).hasMessageContaining("Maybe they are exchanged");
        assertThatThrownBy(() -> TerritoryAccount.of("a").with("potential", Double.NaN))
                .hasMessageContaining("Maybe 0");
    }
}
