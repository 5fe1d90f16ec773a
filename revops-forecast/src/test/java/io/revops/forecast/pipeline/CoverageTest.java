package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.metric.Ratio;
import io.revops.metric.Undefined;
import io.revops.money.Money;
import org.junit.jupiter.api.Test;

/** Founding cases FC-01 to FC-03 and the worked case of a quarter half over. */
class CoverageTest {
    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    @Test
    void pipelineOverQuota() {
        assertThat(Coverage.of(usd(1_000_000), usd(3_000_000)).ofQuota().orElseThrow())
                .isEqualTo(new Ratio(3));
    }

    @Test
    void inThePeriodItIsHeldAgainstWhatIsLeft() {
        Coverage coverage = Coverage.of(usd(1_000_000), usd(400_000), usd(3_000_000));
        assertThat(coverage.ofQuota().orElseThrow()).isEqualTo(new Ratio(3));
        assertThat(coverage.ofRemaining().orElseThrow()).isEqualTo(new Ratio(5));
    }

    @Test
    void withoutAQuotaThereIsNothingToCover() {
        Coverage coverage = Coverage.of(usd(0), usd(1));
        assertThat(coverage.ofQuota())
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.text()).contains("no quota"));
        assertThat(coverage.ofRemaining())
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.text()).contains("no quota"));
        assertThat(coverage.isMet()).isFalse();
    }

    @Test
    void whatIsMissingIsToldByTheWinRate() {
        Coverage coverage = Coverage.of(usd(500_000), usd(150_000), usd(350_000));
        assertThat(coverage.remaining()).isEqualTo(usd(350_000));
        assertThat(coverage.ofRemaining().orElseThrow()).isEqualTo(new Ratio(1));
        assertThat(Coverage.required(0.25).orElseThrow()).isEqualTo(new Ratio(4));
        assertThat(coverage.needed(0.25).orElseThrow()).isEqualTo(usd(1_400_000));
        assertThat(coverage.gap(0.25).orElseThrow()).isEqualTo(usd(1_050_000));
        assertThat(coverage).hasToString("USD 350,000.00 open for USD 350,000.00 of USD 500,000.00");
    }

    @Test
    void aThirdOfAWinRateIsNeededToTheCentUpwards() {
        assertThat(Coverage.of(usd(100), usd(0)).needed(0.3).orElseThrow()).isEqualTo(Money.of("333.34", "USD"));
    }

    @Test
    void aQuotaThatIsMetIsNeverDividedBy() {
        Coverage met = Coverage.of(usd(100), usd(120), usd(50));
        assertThat(met.remaining()).isEqualTo(usd(0));
        assertThat(met.isMet()).isTrue();
        assertThat(met.ofRemaining())
                .isInstanceOfSatisfying(
                        Undefined.class, u -> assertThat(u.text()).contains("is met"));
        assertThat(met.gap(0.25).orElseThrow()).isEqualTo(usd(0));
        assertThat(met.gap(0).orElseThrow()).isEqualTo(usd(0));
    }

    @Test
    void enoughPipelineLeavesNoGap() {
        assertThat(Coverage.of(usd(100), usd(900)).gap(0.25).orElseThrow()).isEqualTo(usd(0));
    }

    @Test
    void whereNothingIsWonNoPipelineIsEnough() {
        assertThat(Coverage.required(0)).isInstanceOf(Undefined.class);
        assertThat(Coverage.of(usd(100), usd(900)).gap(0)).isInstanceOf(Undefined.class);
    }

    @Test
    void misuseIsNamed() {
        assertThatThrownBy(() -> Coverage.required(25)).hasMessageContaining("Maybe a share between 0 and 1");
        assertThatThrownBy(() -> Coverage.of(usd(-1), usd(1))).hasMessageContaining("below zero");
        assertThatThrownBy(() -> Coverage.of(usd(1), Money.of(1, "EUR"))).hasMessageContaining("[EUR, USD]");
    }
}
