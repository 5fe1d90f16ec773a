package io.revops.forecast.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.plan.Attrition;
import io.revops.forecast.plan.Capacity;
import io.revops.forecast.plan.CapacityModel;
import io.revops.forecast.plan.HiringGoal;
import io.revops.forecast.plan.HiringPlan;
import io.revops.forecast.plan.HiringPlanner;
import io.revops.forecast.plan.PlanTargets;
import io.revops.forecast.plan.RampCurve;
import io.revops.forecast.plan.Seasonality;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CapacityJsonTest {
    private static final Span YEAR = Span.year(2026);

    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static CapacityModel team() {
        return CapacityModel.of(YEAR, Money.of("75000.01", "USD"))
                .withRamped(8)
                .withHires(1, 1)
                .withHires(3, 1 / 3.0)
                .withLeave(Span.of(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 20)), 1.5)
                .with(RampCurve.of(0, .25, .5, .75, 1))
                .with(Attrition.perYear(.15).with(Attrition.Leavers.COUNT_IN_THEIR_MONTH))
                .with(Seasonality.quarters(22, 24, 22, 32))
                .withAttainment(.8);
    }

    @Test
    void capacityReadsBackBitForBitAndIsWhatItsTeamComesTo() {
        Capacity capacity = team().capacity();
        Capacity read = CapacityJson.capacity(CapacityJson.text(capacity));
        assertThat(read.months()).isEqualTo(capacity.months());
        assertThat(read.model().capacity().months()).isEqualTo(capacity.months());
        assertThat(read.model()).hasToString(capacity.model().toString());
        assertThat(CapacityJson.text(read)).isEqualTo(CapacityJson.text(capacity));
        assertThat(CapacityJson.text(capacity))
                .startsWith("{\"schemaVersion\":1,\"document\":\"capacity\",\"currency\":\"USD\",\"team\":{\"year\":{"
                        + "\"from\":\"2026-01-01\",\"to\":\"2027-01-01\"},\"perMonth\":\"75000.01\",\"ramped\":8.0,");
    }

    @ParameterizedTest
    @EnumSource
    void hiresReadBackBitForBit(HiringGoal goal) {
        HiringPlan hiring = HiringPlanner.of(team(), PlanTargets.byMonth(usd(9_500_000), Seasonality.EVEN, YEAR))
                .with(goal)
                .withTimeToHire(2)
                .withCost(usd(12_000), usd(20_000))
                .plan();
        assertThat(hiring.whole()).isNotEmpty();
        HiringPlan read = CapacityJson.hiring(CapacityJson.text(hiring));
        assertThat(read).usingRecursiveComparison().isEqualTo(hiring);
        assertThat(read).hasToString(hiring.toString());
        assertThat(read.after()).isEqualTo(hiring.after());
        assertThat(read.cost()).isEqualTo(hiring.cost());
        assertThat(read.positions()).hasToString(hiring.positions().toString());
        assertThat(CapacityJson.text(read)).isEqualTo(CapacityJson.text(hiring));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schemaVersion\":1 | \"schemaVersion\":9 | schema version 9, and this library reads 1 to 1.",
                "\"document\":\"hiring\" | \"document\":\"plan\" | is (plan) and not (hiring).",
                "\"goal\":\"year\" | \"goal\":\"soon\" | There is no HiringGoal (soon).",
                "\"proven\":true | \"proven\":\"yes\" | There is no true or false (proven) in the file.",
                "\"rampCurve\":[0.0 | \"rampCurve\":[1.5 | Maybe 0 to 1",
                "\"perYear\":0.15 | \"perYear\":1 | Maybe 0.15 for 15 %.",
                "\"attainment\":0.8 | \"attainment\":-0.8 | Maybe 0.8 for 80 %."
            })
    void aFileThatWasChangedIsNamed(String old, String changed, String message) {
        String text =
                CapacityJson.text(HiringPlanner.of(team(), PlanTargets.byMonth(usd(9_500_000), Seasonality.EVEN, YEAR))
                        .plan());
        assertThat(text).contains(old);
        assertThatThrownBy(() -> CapacityJson.hiring(text.replace(old, changed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
