package io.revops.forecast.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.revops.forecast.Provenance;
import io.revops.forecast.revenue.RateCell;
import io.revops.forecast.revenue.RenewalRates;
import io.revops.forecast.revenue.Tenure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RenewalJsonTest {
    private static final RenewalRates RATES = new RenewalRates(
            1,
            List.of(
                    new RateCell("", Optional.empty(), 48, 60, 48.5 / 61),
                    new RateCell("SMB", Optional.empty(), 30, 40, 0.1 + 0.2),
                    new RateCell("SMB", Optional.of(Tenure.LATER), 0, 1, 1 / 3.0)),
            -0.017,
            new Provenance(
                    "0.1.0",
                    "renewals by segment, shrinkage 10.0",
                    LocalDate.of(2025, 12, 31),
                    OptionalLong.empty(),
                    "ab",
                    "2025a",
                    List.of("net")));

    @Test
    void ratesComeBackBitForBit() {
        String text = RenewalJson.text(RATES);
        assertThat(RenewalJson.rates(text)).isEqualTo(RATES);
        assertThat(RenewalJson.text(RenewalJson.rates(text))).isEqualTo(text);
        assertThat(text).contains("\"tenure\":\"later\"").doesNotContain("null");
    }

    @Test
    void anotherModelOrVersionIsRefused() {
        String text = RenewalJson.text(RATES);
        assertThatThrownBy(() -> RenewalJson.rates(text.replace("renewal_rates", "straight_line")))
                .hasMessageContaining("straight_line");
        assertThatThrownBy(() -> RenewalJson.rates(text.replace("\"formatVersion\":1", "\"formatVersion\":2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RenewalJson.rates(text.replace("uplift", "lift")))
                .hasMessageContaining("uplift");
        assertThatThrownBy(() -> new RateCell("SMB", Optional.empty(), 2, 1, 0.5))
                .hasMessageContaining("was changed");
        assertThatThrownBy(() -> new RenewalRates(1, List.of(), 0, RATES.provenance()))
                .hasMessageContaining("cut");
        assertThatThrownBy(() -> new RenewalRates(2, RATES.cells(), 0, RATES.provenance()))
                .hasMessageContaining("newer library");
    }
}
