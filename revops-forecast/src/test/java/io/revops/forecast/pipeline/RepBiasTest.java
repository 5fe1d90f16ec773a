package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.ForecastCategory;
import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked case: calls 100, 120, 80 and 90, of which 80, 90, 60 and 81 came. */
class RepBiasTest {
    private static RepBias bias(long[] called, long[] came) {
        List<RepBias.Call> calls = new ArrayList<>();
        for (int i = 0; i < called.length; i++) {
            calls.add(new RepBias.Call(
                    Span.quarter(2025 + i / 4, i % 4 + 1), Money.of(called[i], "USD"), Money.of(came[i], "USD")));
        }
        return RepBias.of("Anna", calls);
    }

    private static RepBias worked() {
        return bias(new long[] {100, 120, 80, 90}, new long[] {80, 90, 60, 81});
    }

    @Test
    void theRatioIsDrawnTowardsOne() {
        assertThat(worked().ratio()).isCloseTo(311.0 / 390, within(1e-15));
        assertThat(worked().factor()).isCloseTo((4 * (311.0 / 390) + 4 * 1) / 8, within(1e-15));
        assertThat(worked().factor()).isCloseTo(0.8987179, within(5e-8));
        assertThat(worked().corrected(Money.of(110, "USD"))).isEqualTo(Money.of("98.858974", "USD"));
        assertThat(worked().kind()).isEqualTo(RepBias.Kind.HAPPY_EARS);
        assertThat(worked())
                .hasToString("Anna: happy ears, 79.7 % of what was called came in 4 periods; corrected by 0.899");
    }

    @Test
    void whoCallsLessThanComesIsSandbagging() {
        RepBias low = bias(new long[] {100, 100, 100, 100}, new long[] {130, 130, 130, 130});
        assertThat(low.kind()).isEqualTo(RepBias.Kind.SANDBAGGING);
        assertThat(low.corrected(Money.of(100, "USD"))).isEqualTo(Money.of(115, "USD"));
    }

    @Test
    void whoMissesByChanceHasNoHabit() {
        RepBias lucky = bias(new long[] {100, 100, 100, 100}, new long[] {20, 30, 10, 500});
        assertThat(lucky.factor()).isCloseTo((4 * 1.4 + 4) / 8, within(1e-15));
        // 40 on average, with a deviation of 240.1 over four periods
        assertThat(lucky.standardErrors()).isCloseTo(40 / (StrictMath.sqrt(173_000 / 3.0) / 2), within(1e-12));
        assertThat(lucky.kind()).isEqualTo(RepBias.Kind.NONE_SEEN);
        assertThat(bias(new long[] {100, 100}, new long[] {100, 100}).standardErrors())
                .isZero();
        assertThat(bias(new long[] {100}, new long[] {50}).standardErrors()).isZero();
    }

    @Test
    void twoPeriodsAreTooFewToNameABias() {
        RepBias two = bias(new long[] {100, 100}, new long[] {10, 10});
        assertThat(two.kind()).isEqualTo(RepBias.Kind.NONE_SEEN);
        assertThat(two.factor()).isCloseTo((2 * 0.1 + 4) / 6, within(1e-15));
    }

    @Test
    void aFactorNearOneIsNoBias() {
        assertThat(bias(new long[] {100, 100, 100}, new long[] {90, 90, 90}).kind())
                .isEqualTo(RepBias.Kind.NONE_SEEN);
    }

    @Test
    void aPriorThatIsWorthNothingLeavesTheRatio() {
        assertThat(worked().withPriorPeriods(0).factor()).isEqualTo(311.0 / 390);
    }

    @Test
    void whereNothingWasCalledNothingIsCorrected() {
        RepBias silent = bias(new long[] {0}, new long[] {50});
        assertThat(silent.periods()).isZero();
        assertThat(silent.factor()).isEqualTo(1);
        assertThatThrownBy(() -> silent.withPriorPeriods(0)).hasMessageContaining("called nothing");
    }

    @Test
    void callsOfAPipelineAreWhatWasCommittedOnTheSameDay() {
        Pipeline.Builder company = Pipeline.builder(LocalDate.of(2026, 2, 15), "USD");
        for (int q = 1; q <= 4; q++) {
            LocalDate from = LocalDate.of(2026, 1, 1).minusMonths(3L * q);
            company.deal(called(from + " bert", from)
                    .owner("bert")
                    .won(from.plusDays(70).toString())
                    .path());
            company.deal(called(from + " won", from)
                    .won(from.plusDays(70).toString())
                    .path());
            company.deal(called(from + " lost", from)
                    .lost(from.plusDays(70).toString())
                    .path());
            company.deal(SmallFunnel.deal(from + " new", from.plusDays(60).toString())
                    .owner("anna")
                    .amount(20)
                    .won(from.plusDays(70).toString())
                    .path());
        }
        var biases =
                RepBias.learnt(company.build(), Span.quarter(2026, 1), CategoryMap.none(), ResolvedPeriods.standard());
        assertThat(biases.keySet()).containsExactly("anna", "bert");
        assertThat(biases.get("anna").usual()).as("the middle of 0.6 and 1").isEqualTo(0.8);
        assertThat(biases.get("anna").factor()).isCloseTo((4 * 0.6 + 4 * 0.8) / 8, within(1e-15));
        assertThat(biases.get("anna"))
                .hasToString("anna: happy ears, 60.0 % of what was called came in 4 periods, where 80.0 % is usual;"
                        + " corrected by 0.700");
        assertThat(biases.get("bert").kind()).isEqualTo(RepBias.Kind.SANDBAGGING);
        assertThat(biases.get("anna").periods()).isEqualTo(4);
        assertThat(biases.get("anna").ratio()).isEqualTo(0.6);
        assertThat(biases.get("anna").calls().get(0))
                .isEqualTo(new RepBias.Call(Span.quarter(2025, 1), Money.of(200, "USD"), Money.of(120, "USD")));
    }

    private static SmallFunnel called(String id, LocalDate from) {
        return SmallFunnel.deal(id, from.toString())
                .owner("anna")
                .amount(100)
                .category(ForecastCategory.COMMIT)
                .closes(from.plusDays(80).toString());
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> bias(new long[] {-1}, new long[] {1})).hasMessageContaining("from 0 up");
        assertThatThrownBy(() -> RepBias.of("Anna", List.of())).hasMessageContaining("Maybe say which");
        assertThatThrownBy(() -> worked().withPriorPeriods(-1)).hasMessageContaining("0 cases or more");
    }
}
