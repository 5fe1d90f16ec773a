package io.revops.forecast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.money.Money;
import io.revops.time.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Founding case FC-04 and the worked cases of five deals and of three months. */
class WeightedPipelineTest {
    private static Money usd(long amount) {
        return Money.of(amount, "USD");
    }

    private static WeightedDeal deal(String id, long amount, double probability) {
        return WeightedDeal.of(id, usd(amount), probability);
    }

    @Test
    void amountsTimesProbabilitiesAreAddedUp() {
        WeightedPipeline five = WeightedPipeline.of(List.of(
                deal("a", 50_000, 0.10),
                deal("b", 80_000, 0.25),
                deal("c", 120_000, 0.5),
                deal("d", 60_000, 0.75),
                deal("e", 40_000, 0.9)));
        assertThat(five.weighted()).isEqualTo(usd(166_000));
        assertThat(five.open()).isEqualTo(usd(350_000));
        assertThat(five.undated()).isEqualTo(usd(166_000));
        assertThat(five)
                .hasToString("weighted pipeline USD 166,000.00 of USD 350,000.00 open, 5 deals (no forecast: it has"
                        + " no period)");
    }

    @Test
    void whatIsClosedIsAddedWhole() {
        WeightedPipeline three =
                WeightedPipeline.of(List.of(deal("a", 100_000, 0.1), deal("b", 50_000, 0.5), deal("c", 80_000, 0.9)));
        assertThat(three.weighted()).isEqualTo(usd(107_000));
        assertThat(three.withClosed(usd(20_000))).isEqualTo(usd(127_000));
    }

    @Test
    void monthsAreThoseOfTheCloseDates() {
        WeightedPipeline three = WeightedPipeline.of(List.of(
                WeightedDeal.of("A", usd(100_000), 0.5, LocalDate.of(2026, 6, 30)),
                WeightedDeal.of("B", usd(100_000), 0.5, LocalDate.of(2026, 7, 1)),
                WeightedDeal.of("C", usd(100_000), 1, LocalDate.of(2026, 8, 31))));
        assertThat(three.byMonth())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Span.month(2026, 6), usd(50_000),
                        Span.month(2026, 7), usd(50_000),
                        Span.month(2026, 8), usd(100_000)));
        assertThat(three.undated()).isEqualTo(usd(0));
    }

    @Test
    void currenciesAreNotMixed() {
        assertThatThrownBy(() ->
                        WeightedPipeline.of(List.of(deal("a", 1, 0.5), WeightedDeal.of("b", Money.of(1, "EUR"), 0.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[EUR, USD]")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> deal("a", 1, 50)).hasMessageContaining("between 0 and 1");
    }
}
