package io.revops.forecast.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One row for each period that was lived through, or ended in. */
class PersonPeriodsTest {
    private static List<String> rows(double width, Lifetime row) {
        return PersonPeriods.of(CurvesTest.of(row), width).stream()
                .map(p -> p.period() + p.cause().map(c -> " " + c).orElse(""))
                .toList();
    }

    @Test
    void anEndIsInTheLastPeriodAndAPartlySeenPeriodIsLeftOut() {
        assertThat(rows(1, Lifetime.ended("a", 3))).containsExactly("1", "2", "3 ended");
        assertThat(rows(1, Lifetime.ended("a", 2.1, "payment"))).containsExactly("1", "2", "3 payment");
        assertThat(rows(1, Lifetime.ended("a", 0))).containsExactly("1 ended");
        assertThat(rows(1, Lifetime.running("a", 3))).containsExactly("1", "2", "3");
        assertThat(rows(1, Lifetime.running("a", 2.9))).containsExactly("1", "2");
        assertThat(rows(1, Lifetime.running("a", 0.5))).isEmpty();
        assertThat(rows(3, Lifetime.ended("a", 7))).containsExactly("1", "2", "3 ended");
        assertThat(rows(0.1, Lifetime.running("a", 0.7))).hasSize(7); // 0.7 / 0.1 is 6.999999999999999
        assertThat(rows(0.1, Lifetime.ended("a", 0.3))).hasSize(3); // 0.3 / 0.1 is 2.9999999999999996
    }

    @Test
    void lateEntryBeginsWithTheFirstWholePeriod() {
        assertThat(rows(1, Lifetime.ended("a", 4).enteringAt(2))).containsExactly("3", "4 ended");
        assertThat(rows(1, Lifetime.ended("a", 4).enteringAt(2.5))).containsExactly("4 ended");
        assertThat(rows(1, Lifetime.ended("a", 2.8).enteringAt(2.5))).isEmpty();
    }

    @Test
    void rowsKeepWhatIsKnownOfTheAccount() {
        Lifetimes lifetimes = Lifetimes.in(TimeScale.MONTH, Oracle.DAY)
                .columns("seats")
                .add(Lifetime.ended("a", 2).having(7).weighing(3).in("small"))
                .build();
        PersonPeriods periods = PersonPeriods.of(lifetimes);
        assertThat(periods.size()).isEqualTo(2);
        PersonPeriod last = periods.stream().skip(1).findFirst().orElseThrow();
        assertThat(last.ended()).isTrue();
        assertThat(last.values()).isEqualTo(Doubles.of(7));
        assertThat(last.weight()).isEqualTo(3);
        assertThat(last.stratum()).isEqualTo("small");
        assertThat(last.id()).isEqualTo("a");
    }

    @Test
    void lifeTableOfWholePeriodsMultipliesToKaplanMeier() {
        Lifetimes.Builder whole = Lifetimes.in(TimeScale.MONTH, Oracle.DAY);
        Oracle.rows(true, Oracle.Weight.COPIES)
                .rows()
                .forEach(r -> whole.add((r.cause().isPresent()
                                ? Lifetime.ended(r.id(), Math.ceil(r.exit()))
                                : Lifetime.running(r.id(), Math.ceil(r.exit())))
                        .enteringAt(Math.floor(r.entry()))
                        .weighing(r.weight())));
        Lifetimes lifetimes = whole.build();
        SurvivalCurve curve = KaplanMeier.of(lifetimes).orElseThrow();
        double product = 1;
        for (PeriodHazard each : PersonPeriods.of(lifetimes).hazards()) {
            product *= 1 - each.hazard();
            assertThat(curve.at(each.period())).isCloseTo(product, within(1e-12));
        }
    }

    @Test
    void aWidthThatIsNoneIsSaid() {
        assertThatThrownBy(() -> PersonPeriods.of(CurvesTest.of(), 0))
                .hasMessage("There is no period of (0.0). Maybe 1.");
        assertThatThrownBy(() -> PersonPeriods.of(CurvesTest.of(Lifetime.running("a", 50)), 1e-6))
                .hasMessageContaining("Maybe a wider one.");
        assertThat(PersonPeriods.of(CurvesTest.of()).hazards()).isEmpty();
        assertThatThrownBy(() -> new PeriodHazard(1, 2, 3)).hasMessageContaining("3.0 of 2.0 ended");
    }
}
