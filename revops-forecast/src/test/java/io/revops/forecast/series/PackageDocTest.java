package io.revops.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.revops.forecast.Typed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the package's doc, typed after the startup script as a newcomer would. */
class PackageDocTest {
    @Test
    void linesOfTheDocRun() {
        List<String> lines = Typed.lines("series");
        assertThat(lines).hasSizeBetween(8, 10);
        try (Typed shell = Typed.afterStartup()) {
            List<String> values = shell.type(lines);
            assertThat(values.get(7)).contains("New MRR, 2026-Q1: USD ");
            assertThat(Double.parseDouble(values.get(8))).isPositive();
            assertThat(values.get(9)).contains("0.");
        }
    }
}
