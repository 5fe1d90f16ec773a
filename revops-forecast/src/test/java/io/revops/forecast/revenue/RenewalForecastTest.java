package io.revops.forecast.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.revops.book.Dimension;
import io.revops.forecast.DueRenewal;
import io.revops.forecast.Forecast;
import io.revops.forecast.History;
import io.revops.forecast.Propensity;
import io.revops.forecast.RenewalPropensity;
import io.revops.forecast.Simulation;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;

/** Four renewals after the end of 2023, worked by hand. */
class RenewalForecastTest {
    private static final RenewalPropensity BY_SEGMENT =
            due -> new Propensity(due.segment().equals("SMB") ? 0.5 : 0.8, 10, "asked of number " + due.number());

    private static History history() {
        return TermBook.start()
                .segment("acme", "SMB")
                .pays("acme/1", "2021-01-20", 1000)
                .term("acme/1", 12)
                .segment("bolt", "Enterprise")
                .pays("bolt/1", "2022-02-15", 5000)
                .term("bolt/1", 24)
                .segment("cube", "SMB")
                .pays("cube/1", "2023-03-01", 400)
                .term("cube/1", 12)
                .ends("cube/1", "2024-03-01", "2023-12-01")
                .segment("dune", "SMB")
                .pays("dune/1", "2023-01-31", 700)
                .term("dune/1", 3)
                .pays("ever/1", "2023-01-01", 9000)
                .history("2021-01-01", "2024-01-01");
    }

    private static RenewalForecast forecast(int days) {
        return RenewalForecast.of(history(), days, Dimension.SEGMENT, BY_SEGMENT, 0.1)
                .orElseThrow();
    }

    /** dune's quarters from 31 January end on 31 January, 30 April ...: the fourth renewal, then the fifth. */
    @Test
    void renewalsAreInOrderWithTheirNumberAndTheirOdds() {
        List<ExpectedRenewal> renewals = forecast(121).renewals();
        assertThat(renewals.stream().map(ExpectedRenewal::asked))
                .containsExactly(
                        new DueRenewal("acme/1", "acme", "SMB", 3, LocalDate.of(2024, 1, 20), 1000),
                        new DueRenewal("dune/1", "dune", "SMB", 4, LocalDate.of(2024, 1, 31), 700),
                        new DueRenewal("bolt/1", "bolt", "Enterprise", 1, LocalDate.of(2024, 2, 15), 5000),
                        new DueRenewal("cube/1", "cube", "SMB", 1, LocalDate.of(2024, 3, 1), 400),
                        new DueRenewal("dune/1", "dune", "SMB", 5, LocalDate.of(2024, 4, 30), 700));
        assertThat(renewals.get(2))
                .hasToString("2024-02-15 bolt (bolt/1) USD 5,000.00 a year, renews by itself, notice by "
                        + "2024-01-15: 80 %, asked of number 1");
        assertThat(renewals.get(3).propensity()).isEqualTo(new Propensity(0, 0, "it is known to end"));
    }

    @Test
    void theCalendarAddsUpWhatComesWithinItsDays() {
        RenewalForecast forecast = forecast(120);
        assertThat(forecast.calendar())
                .usingRecursiveFieldByFieldElementComparator(RecursiveComparisonConfiguration.builder()
                        .withComparatorForType(
                                (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
                        .build())
                .containsExactly(
                        new RenewalForecast.Ahead(30, 1, 0, 1000, 500, 50),
                        new RenewalForecast.Ahead(60, 3, 0, 6700, 4850, 485),
                        new RenewalForecast.Ahead(90, 4, 1, 7100, 4850, 485),
                        new RenewalForecast.Ahead(120, 4, 1, 7100, 4850, 485));
        assertThat(forecast.within(20).count()).isEqualTo(1);
        assertThat(forecast.within(19).count()).isZero();
        assertThatThrownBy(() -> forecast.within(121)).hasMessageContaining("more days");
    }

    /** 1,000 · ½ and 5,000 · 0.2 are at stake; what is known to end is lost whole. */
    @Test
    void whatIsAtRiskIsSortedByWhatIsAtStake() {
        assertThat(forecast(120).atRisk(0.6).stream().map(r -> r.asked().subscription() + " " + r.atStake()))
                .containsExactly("acme/1 500.0", "cube/1 400.0", "dune/1 350.0");
        assertThat(forecast(120).atRisk(0.81).get(0).asked().subscription()).isEqualTo("bolt/1");
    }

    /** Variance: 1,000² / 4 + 700² / 4 + 5,000² · 0.16, times 1.1² with the uplift. */
    @Test
    void theForecastHasTheMeanAndSpreadOfItsRenewals() {
        Forecast forecast = forecast(120).forecast(Simulation.of(4, 40_000));
        double deviation = 1.1 * StrictMath.sqrt(250_000 + 122_500 + 4_000_000);
        assertThat(forecast.point()).isCloseTo(5335, within(1e-9));
        assertThat(forecast.mean()).isCloseTo(5335, within(4 * deviation / 200));
        assertThat(forecast.quantile(0.9).orElseThrow()).isCloseTo(1.1 * 6700, within(1e-9));
        assertThat(forecast.reasons())
                .containsExactly("4 renewals come up, worth USD 7,100.00 a year; 1 of them are known to end.");
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> forecast(0)).hasMessageContaining("Maybe 120");
        assertThatThrownBy(() -> forecast(19).forecast(Simulation.of(1, 10))).hasMessageContaining("Maybe more days");
        assertThatThrownBy(() -> new Propensity(1.2, 0, "")).hasMessageContaining("25 % is 0.25");
        assertThatThrownBy(() -> new DueRenewal("s", "a", "", 1, LocalDate.EPOCH, 0))
                .hasMessageContaining("leave it out");
        assertThat(forecast(60).toString()).startsWith("3 renewals in 2024-01-01/2024-03-01\n  Ahead");
    }
}
