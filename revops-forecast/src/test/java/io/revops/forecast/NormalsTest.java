package io.revops.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Against scipy.stats.norm.ppf; the file names the command. */
class NormalsTest {
    @Test
    void quantilesAreThoseOfScipy() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("series/straight_line.json")) {
            JsonNode golden = new ObjectMapper().readTree(in).get("normal");
            assertThat(golden).hasSizeGreaterThan(10);
            for (JsonNode pair : golden) {
                double expected = pair.get(1).asDouble();
                assertThat(Normals.quantile(pair.get(0).asDouble()))
                        .as("at " + pair.get(0))
                        .isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void uniformsAreNeverZeroOrOne() {
        assertThat(Normals.uniform(always(0L))).isEqualTo(0x1.0p-53);
        assertThat(Normals.uniform(always(-1L))).isEqualTo(1 - 0x1.0p-53);
        assertThat(Normals.next(always(0L))).isFinite();
        assertThat(Normals.next(always(-1L))).isFinite();
    }

    @Test
    void thereIsNoQuantileAtTheEnds() {
        for (double p : new double[] {0, 1, -0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> Normals.quantile(p))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Maybe a probability between 0 and 1");
        }
    }

    private static RandomGenerator always(long bits) {
        return () -> bits;
    }
}
